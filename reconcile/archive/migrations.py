"""How a store came to have the tables that it has, step by step. In: a connection. Out: the tables of today's schema.

A step that was released is never changed: what is new is a further one. Each is the statements of SQLite and
PostgreSQL alike, with the names of types that differ in braces."""

from __future__ import annotations

from sqlalchemy import Connection, text

_TYPES = {
    "sqlite": {"int": "INTEGER", "bytes": "BLOB", "packed": "WITHOUT ROWID"},
    "postgresql": {"int": "BIGINT", "bytes": "BYTEA", "packed": ""},
}

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE reconcile_meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
        """CREATE TABLE reconcile_article (
            number {int} NOT NULL PRIMARY KEY, content TEXT NOT NULL, id TEXT NOT NULL, page TEXT NOT NULL,
            version INTEGER NOT NULL, superseded_by {int}, sha256 TEXT NOT NULL, text TEXT NOT NULL,
            title TEXT NOT NULL, title_start INTEGER NOT NULL, title_end INTEGER NOT NULL, body_start INTEGER NOT NULL,
            outlet TEXT NOT NULL, published TEXT NOT NULL, published_from TEXT NOT NULL, url TEXT NOT NULL,
            language TEXT NOT NULL, path TEXT NOT NULL, record_line INTEGER NOT NULL, notes TEXT NOT NULL)""",
        "CREATE UNIQUE INDEX reconcile_article_content ON reconcile_article (content)",
        "CREATE INDEX reconcile_article_id ON reconcile_article (id)",
        "CREATE INDEX reconcile_article_sha256 ON reconcile_article (sha256)",
        "CREATE UNIQUE INDEX reconcile_current_id ON reconcile_article (id) WHERE superseded_by IS NULL",
        """CREATE UNIQUE INDEX reconcile_current_page ON reconcile_article (page)
            WHERE superseded_by IS NULL AND page <> ''""",
        """CREATE TABLE reconcile_draft (
            article {int} NOT NULL PRIMARY KEY, profile {bytes} NOT NULL, body {bytes} NOT NULL,
            digest TEXT NOT NULL)""",
        """CREATE TABLE reconcile_key (
            term {int} NOT NULL, place {int} NOT NULL, article {int} NOT NULL,
            PRIMARY KEY (term, place, article)) {packed}""",
        "CREATE TABLE reconcile_word (term {int} NOT NULL PRIMARY KEY, articles {int} NOT NULL)",
    ),
    (  # what outlets print week after week tells little
        """CREATE TABLE reconcile_outlet_week (
            outlet {int} NOT NULL, week INTEGER NOT NULL, words {bytes} NOT NULL, PRIMARY KEY (outlet, week))""",
        """CREATE TABLE reconcile_outlet_word (
            outlet {int} NOT NULL, term {int} NOT NULL, weeks INTEGER NOT NULL,
            PRIMARY KEY (outlet, term)) {packed}""",
        "CREATE INDEX reconcile_outlet_often ON reconcile_outlet_word (outlet, weeks) WHERE weeks >= 4",
    ),
)

SCHEMA = len(MIGRATIONS)


def migrate(connection: Connection, since: int) -> None:
    """Take the steps behind the schema `since`; 0 is a database without a store."""
    types = _TYPES[connection.dialect.name]
    for step in MIGRATIONS[since:]:
        for statement in step:
            connection.execute(text(statement.format(**types)))
