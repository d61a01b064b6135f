"""A batch against a store. In: the drafts of new articles. Out: those drafts of the store with which they are to be
reported, and how rare words are in all of it.

Stored articles that a new one takes the place of are left out: those of its id, and those of the same text."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import or_, select

from reconcile.archive.load import profiles, stored
from reconcile.archive.relevant import Bounds, relevant
from reconcile.archive.state import usable
from reconcile.archive.store import Store
from reconcile.archive.tables import ARTICLE
from reconcile.archive.words import Words
from reconcile.events import Seen
from reconcile.events.frames import Frames
from reconcile.model import Draft
from reconcile.origins.versions import page
from reconcile.rulebook import Rulebook


def beside(
    store: Store, batch: Sequence[Draft], book: Rulebook, bounds: Bounds | None = None
) -> tuple[list[Draft], Seen]:
    """The stored drafts that may be of one event with those of `batch`, whole events as far as `bounds` go, in order of
    their numbers. Raises StoreError, also where other rules made the store."""
    frames = Frames(book)
    with store.reading() as connection:
        usable(connection, store, book)
        table = ARTICLE.c
        current = select(table.number).where(table.superseded_by.is_(None))
        ids, texts = [draft.article.id for draft in batch], [draft.article.sha256 for draft in batch]
        replaced = connection.scalars(current.where(or_(table.id.in_(ids), table.sha256.in_(texts)))).all()
        gone = [profile.story for _, _, profile in profiles(connection, replaced)]
        words = Words(connection, book, [draft.story for draft in batch], gone)
        numbers = relevant(connection, batch, words, frames, without=replaced, bounds=bounds or Bounds())
        pages = [name for draft in batch if (name := page(draft.article.url))]
        numbers += set(connection.scalars(current.where(table.page.in_(pages)))) - {*numbers, *replaced}
        drafts = [draft for _, draft in stored(connection, numbers)]
        together = [*batch, *drafts]
        return drafts, words.seen([draft.article for draft in together], [draft.story for draft in together])
