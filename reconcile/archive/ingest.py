"""Articles into a store. In: articles, rules, a store. Out: for each article what became of it, once that is on the
disk.

An article that is there already, word for word, is left alone. One with the id or the page of another is a new version,
and the other is superseded and kept; where publication dates say that the newcomer is the earlier one, it is superseded
itself. Articles are read before the store is locked, so that several may ingest at once and wait for one another only
while rows are written."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from reconcile import pipeline
from reconcile.archive.rows import Row, content_of, row_of
from reconcile.archive.state import made
from reconcile.archive.store import Store
from reconcile.archive.tables import ARTICLE
from reconcile.archive.write import Kept, write
from reconcile.events.frames import Frames
from reconcile.model import Article, Draft, Problem
from reconcile.rulebook import Rulebook

_AT_ONCE = 64  # articles of one transaction, at the most
_SECONDS = 1.0  # after which what has been read is written
_ASKED = 500  # values of one IN


def ingest(store: Store, articles: Sequence[Article], book: Rulebook) -> Iterator[Kept | Problem]:
    """Put `articles` into the store, which is made where there is none; each is told of in turn, after its transaction
    was committed. Problems are articles that could not be read. Raises StoreError."""
    with store.writing() as connection:
        made(connection, store, book)
        contents = [content_of(article) for article in articles]
        known = _known(connection, contents)
    frames = Frames(book)
    given = list(zip(articles, contents, strict=True))
    read = pipeline.drafted([article for article, content in given if content not in known], book)
    waiting: list[Article | Row | Problem] = []
    begun, ready = time.monotonic(), 0
    for article, content in given:
        if content in known:
            waiting.append(article)
            continue
        draft = next(read)
        waiting.append(row_of(draft, frames) if isinstance(draft, Draft) else draft)
        ready += 1
        if ready >= _AT_ONCE or time.monotonic() - begun > _SECONDS:
            yield from keep(store, waiting, frames)
            waiting, ready, begun = [], 0, time.monotonic()
    yield from keep(store, waiting, frames)


def keep(store: Store, waiting: Iterable[Article | Row | Problem], frames: Frames) -> Iterator[Kept | Problem]:
    """Write the rows among `waiting` in one transaction; then say of all, in their order, what became of them."""
    given = list(waiting)
    rows = {one.content: one for one in given if isinstance(one, Row)}
    told: dict[str, Kept] = {}
    if rows:
        with store.writing() as connection:
            made(connection, store, frames.book)  # somebody may have rebuilt it by other rules since
            known = _known(connection, list(rows))
            told = write(connection, [row for row in rows.values() if row.content not in known], frames)
    for one in given:
        if isinstance(one, Problem):
            yield one
            continue
        content, name = (one.content, one.article.id) if isinstance(one, Row) else (content_of(one), one.id)
        yield told.pop(content) if content in told else Kept(name, "unchanged")


def _known(connection: Connection, contents: Sequence[str]) -> set[str]:
    """Those of `contents` that the store has."""
    found: set[str] = set()
    for first in range(0, len(contents), _ASKED):
        asked = ARTICLE.c.content.in_(contents[first : first + _ASKED])
        found.update(connection.scalars(select(ARTICLE.c.content).where(asked)))
    return found
