"""A store as articles. In: a store. Out: records of JSON Lines that `reconcile` reads, so that a folder can be made
of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from reconcile.archive.rows import article_of
from reconcile.archive.state import there
from reconcile.archive.store import DamagedError, Store
from reconcile.archive.tables import ARTICLE
from reconcile.sources.lines import joined

_AT_ONCE = 500  # articles
_HEADER = ("title", "published", "outlet", "url", "language")


def export(store: Store, *, versions: bool = False) -> Iterator[dict[str, str]]:
    """The current articles in the order in which they came; with `versions` the superseded ones too, each with its
    number behind its id (`a.txt@1`), as two articles of one id cannot be read together. Raises StoreError."""
    with store.reading() as connection:
        there(connection, store)
        for row in _rows(connection, versions=versions):
            try:
                article = article_of(row._asdict())
            except ValueError as error:
                raise DamagedError(f"article {row.number} ({row.id}) is damaged: {error}") from None
            old = row.superseded_by is not None
            record = {"id": f"{article.id}@{row.version}" if old else article.id}
            record |= {name: value for name in _HEADER if (value := getattr(article, name))}
            if "title" in record and joined(article.title, article.text)[0] != article.text:
                del record["title"]  # it would be put before the text once more
            yield {**record, "text": article.text}


def _rows(connection: Connection, *, versions: bool) -> Iterator[Any]:
    last = 0
    while True:
        asked = select(ARTICLE).where(ARTICLE.c.number > last).order_by(ARTICLE.c.number).limit(_AT_ONCE)
        if not versions:
            asked = asked.where(ARTICLE.c.superseded_by.is_(None))
        found = connection.execute(asked).all()
        if not found:
            return
        yield from found
        last = found[-1].number
