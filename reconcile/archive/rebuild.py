"""A store by today's rules. In: a store that other rules, another release or an older schema made. Out: the same
articles, read again. Either all of it is done or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select, update

from reconcile import pipeline
from reconcile.archive.migrations import migrate
from reconcile.archive.rows import Row, article_of, row_of
from reconcile.archive.state import note, there
from reconcile.archive.store import DamagedError, Store
from reconcile.archive.tables import ARTICLE, DRAFT, KEY, OUTLET_WEEK, OUTLET_WORD, WORD
from reconcile.archive.write import file
from reconcile.events.frames import Frames
from reconcile.model import Draft, Problem
from reconcile.rulebook import Rulebook

_AT_ONCE = 500  # articles


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many articles were read again, versions too, and those that could not be."""

    shown: str
    articles: int
    problems: tuple[Problem, ...]


def rebuild(store: Store, book: Rulebook, progress: Callable[[int, int], None] | None = None) -> Rebuilt:
    """Read all stored texts again. Raises StoreError; the store then is as it was."""
    frames = Frames(book)
    problems: list[Problem] = []
    done = 0
    store.there()
    with store.writing() as connection:
        migrate(connection, there(connection, store).schema)
        whole = connection.scalar(select(func.count()).select_from(ARTICLE)) or 0
        for table in (DRAFT, KEY, WORD, OUTLET_WEEK, OUTLET_WORD):
            connection.execute(delete(table))
        for rows, old, failed in _again(connection, frames):
            file(connection, rows, superseded=old)
            problems += failed
            done += len(rows)
            if progress is not None:
                progress(done, whole)
        note(connection, book)
    return Rebuilt(store.shown, done, tuple(problems))


def _again(connection: Connection, frames: Frames) -> Iterator[tuple[dict[int, Row], set[int], list[Problem]]]:
    """What is read anew, so many articles at a time; those of them that are superseded; what could not be read."""
    last = 0
    while True:
        asked = select(ARTICLE).where(ARTICLE.c.number > last).order_by(ARTICLE.c.number).limit(_AT_ONCE)
        found = connection.execute(asked).all()
        if not found:
            return
        articles = [article_of(row._asdict()) for row in found]
        rows: dict[int, Row] = {}
        failed: list[Problem] = []
        for row, draft in zip(found, pipeline.drafted(articles, frames.book), strict=True):
            if isinstance(draft, Draft):
                rows[row.number] = row_of(draft, frames)
            else:
                failed.append(draft)
        _named_anew(connection, found, rows)
        yield rows, {row.number for row in found if row.superseded_by is not None}, failed
        last = found[-1].number


def _named_anew(connection: Connection, found: Any, rows: dict[int, Row]) -> None:
    """What tells one content or page from another may be told in another way since."""
    changed = []
    for row in found:
        new = rows.get(row.number)
        if new and new.article.sha256 != row.sha256:
            raise DamagedError(f"article {row.number} ({row.id}) is damaged: its text is not what was stored")
        if new and (new.content, new.page) != (row.content, row.page):
            changed.append({"at": row.number, "new": new.content, "now": new.page})
    if changed:
        mark = update(ARTICLE).where(ARTICLE.c.number == bindparam("at"))
        connection.execute(mark.values(content=bindparam("new"), page=bindparam("now")), changed)
