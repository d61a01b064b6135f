"""What is in a store. In: a store and the rules of today. Out: counts, by which rules it was made, its size."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text

from reconcile.archive.migrations import SCHEMA
from reconcile.archive.state import stale, there
from reconcile.archive.store import Store, rebuilding
from reconcile.archive.tables import ARTICLE, KEY, METADATA, WORD
from reconcile.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Info:
    """`articles` are current, `superseded` the older versions of them; `bytes` is what all of it takes on the disk.
    `stale` says why it has to be rebuilt before it is used, and is empty where it need not."""

    store: str
    articles: int
    superseded: int
    outlets: int
    first: str
    last: str
    undated: int
    words: int
    keys: int
    bytes: int
    schema: int
    rules: str
    engine: str
    stale: str


def info(store: Store, book: Rulebook) -> Info:
    """What the store holds. Raises StoreError."""
    table = ARTICLE.c
    with store.reading() as connection:
        made = there(connection, store)
        current = select(
            func.count(), func.count(func.distinct(func.nullif(table.outlet, ""))), func.max(table.published)
        ).where(table.superseded_by.is_(None))
        articles, outlets, last = connection.execute(current).one()
        dated = select(func.count(), func.min(table.published))
        dated = dated.where(table.superseded_by.is_(None), table.published != "")
        known, first = connection.execute(dated).one()
        whole, words, keys = (_rows(connection, name) for name in (ARTICLE.name, WORD.name, KEY.name))
        return Info(
            store.shown,
            articles,
            whole - articles,
            outlets,
            first or "",
            last or "",
            articles - known,
            words,
            keys,
            _bytes(connection, store),
            made.schema,
            made.rules,
            made.engine,
            stale(made, book),
        )


def lines(found: Info) -> list[str]:
    """The same in words."""
    when = f"published {found.first} to {found.last}" if found.first else "none with a publication date"
    undated = f", {found.undated} without a date" if found.undated and found.first else ""
    return [
        found.store,
        f"{_many(found.articles, 'article')} of {_many(found.outlets, 'named outlet')}, {when}{undated}",
        f"{_many(found.superseded, 'older version')}, superseded and kept",
        f"{found.keys} keys of look-up, {found.words} different words",
        f"{found.bytes / 1_000_000:.1f} MB",
        f"schema {found.schema} of {SCHEMA}, rules {found.rules[:12]}, release {found.engine}",
        f"to be rebuilt: it {found.stale}; {rebuilding(found.store)}"
        if found.stale
        else "ready: made by these rules and this code",
    ]


def _rows(connection: Connection, table: str) -> int:
    return connection.scalar(select(func.count()).select_from(METADATA.tables[table])) or 0


def _bytes(connection: Connection, store: Store) -> int:
    if store.file:
        return store.file.stat().st_size
    sizes = (f"coalesce(pg_total_relation_size(to_regclass('{name}')), 0)" for name in METADATA.tables)
    return int(connection.scalar(text(f"SELECT {' + '.join(sizes)}")) or 0)


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
