"""A batch against a store. In: the drafts of new articles. Out: those drafts of the store with which they are to be
reported, and how rare words are in all of it.

Stored articles that a new one takes the place of are left out: those of its id. A copy under another id stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Column, Connection, select

from reconcile.archive.load import profiles, stored
from reconcile.archive.relevant import Bounds, relevant
from reconcile.archive.state import usable
from reconcile.archive.store import Store
from reconcile.archive.tables import ARTICLE
from reconcile.archive.words import Words
from reconcile.events import Seen
from reconcile.events.frames import Frames
from reconcile.model import Draft, Ruling
from reconcile.origins.versions import page
from reconcile.rulebook import Rulebook

_ASKED = 500  # values of one IN


def beside(
    store: Store,
    batch: Sequence[Draft],
    book: Rulebook,
    *,
    names: Iterable[str] = (),
    rulings: Sequence[Ruling] = (),
    bounds: Bounds | None = None,
) -> tuple[list[Draft], Seen]:
    """The stored drafts that may be of one event with those of `batch`, whole events as far as `bounds` go, and those
    that `rulings` join with them, in order of their numbers. `names` are other ids under which articles of the batch
    may be stored. Raises StoreError, also where other rules made the store."""
    frames = Frames(book)
    with store.reading() as connection:
        usable(connection, store, book)
        ids = sorted({*(draft.article.id for draft in batch), *names})
        replaced = sorted(_numbers(connection, ARTICLE.c.id, ids))
        gone = [profile.story for _, _, profile in profiles(connection, replaced)]
        words = Words(connection, book, [draft.story for draft in batch], gone)
        merged = _merged(connection, rulings)
        numbers = relevant(connection, batch, words, frames, without=replaced, merged=merged, bounds=bounds or Bounds())
        pages = _numbers(connection, ARTICLE.c.page, [name for draft in batch if (name := page(draft.article.url))])
        drafts = [draft for _, draft in stored(connection, sorted({*numbers, *pages} - set(replaced)))]
        together = [*batch, *drafts]
        return drafts, words.seen([draft.article for draft in together], [draft.story for draft in together])


def _merged(connection: Connection, rulings: Sequence[Ruling]) -> list[dict[str, int | None]]:
    """The articles that people ruled to be of one event, by id with their numbers."""
    merges = [{member.article for member in (*one.first, *one.second)} for one in rulings if one.merge]
    known = {name: n for n, name in _numbers(connection, ARTICLE.c.id, sorted(set().union(*merges))).items()}
    return [{name: known.get(name) for name in sorted(those)} for those in merges]


def _numbers(connection: Connection, column: Column[str], values: Sequence[str]) -> dict[int, str]:
    """The current articles that have one of `values` in a column, by number."""
    found: dict[int, str] = {}
    for first in range(0, len(values), _ASKED):
        asked = select(ARTICLE.c.number, column).where(column.in_(values[first : first + _ASKED]))
        rows = connection.execute(asked.where(ARTICLE.c.superseded_by.is_(None)))
        found |= {row.number: str(value) for row in rows for value in row[1:]}
    return found
