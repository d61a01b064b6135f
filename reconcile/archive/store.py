"""A store, opened. In: its URL or path. Out: connections within a transaction, and errors that say what to do.

Who writes has the store to itself from the beginning of the transaction to its end (SQLite: BEGIN IMMEDIATE,
PostgreSQL: an advisory lock), so that what it looks up first still holds when it writes. What is committed is on the
disk. Readers see the store as it was when they began. SQLite keeps its rollback journal: that is one file, and can be
read where nothing may be written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from urllib.parse import quote as in_url

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from reconcile.archive.address import masked, url_of, without_secrets
from reconcile.errors import StoreError

_PATIENCE = 300  # seconds to wait for another writer
_LOCK = 0x7265636F6E63696C  # the advisory lock of all writers of a database
_SAID = {  # what SQLite says, and what that means
    "disk is full": "the disk is full; nothing of the last step was kept: make room and run it again",
    "disk I/O error": "cannot be written or read: the disk fails, is full, or a limit on file sizes is reached; "
    "nothing of the last step was kept: make room and run it again",
    "readonly database": "may only be read; give yourself permission to write the file and its folder",
    "unable to open": "cannot be opened; check that the folder exists and that you may read and write it",
    "database is locked": f"somebody else has been writing it for {_PATIENCE} seconds; run it again later",
    "not a database": "is no SQLite file, and stays as it is; name another one",
    "malformed": "is damaged; restore a copy, or make it anew with reconcile ingest PATH... --store URL",
}


class DamagedError(Exception):
    """A row that cannot be what was written. Whoever opened the store hears of it as a StoreError."""


@dataclass(frozen=True, slots=True)
class Store:
    """Where articles are kept. `shown` is its URL without a password."""

    given: str
    shown: str
    engine: Engine
    file: Path | None = None  # of a SQLite store

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the store. Raises StoreError."""
        self.there()
        with self._transaction(writes=False) as connection:
            if self.file is None:
                connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
            yield connection

    def there(self) -> None:
        """Make sure that a store that is a file is there, where none may be made. Raises StoreError."""
        if self.file and not self.file.is_file():
            what = f"there is no such store; reconcile ingest PATH... --store {self.shown} makes it"
            raise StoreError(self.shown, what)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that has the store to itself and is on the disk where this returns. Raises StoreError."""
        with self._transaction(writes=True) as connection:
            if self.file is None:
                connection.execute(text(f"SET LOCAL lock_timeout = '{_PATIENCE}s'"))
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
            yield connection

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        engine = self.engine.execution_options(writes=writes)
        with self._plainly(), engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise StoreError(self.shown, self._meant(str(error.orig))) from None
        except DamagedError as error:
            raise StoreError(self.shown, f"{error}; {rebuilding(self.shown)}") from None
        except SQLAlchemyError as error:
            raise StoreError(self.shown, self._meant(str(error))) from None

    def _meant(self, said: str) -> str:
        if self.file:
            return next((words for sign, words in _SAID.items() if sign in said), f"SQLite says: {said}")
        return f"PostgreSQL says: {' '.join(without_secrets(said, self.given).split())}"


def rebuilding(shown: str) -> str:
    """The command that makes the store that is `shown` so anew, in a sentence."""
    return f"reconcile ingest --rebuild --store {quote(shown)}, with your --rules if you give any, reads it again"


def opened(given: str) -> Store:
    """The store at a URL, or in a SQLite file at a path; nothing is read yet. Raises UsageError and StoreError."""
    url, shown = url_of(given), masked(given)
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            file = Path(str(parsed.database))
            if file.is_dir():
                raise StoreError(shown, "is a folder; name a file in it, such as archive.db")
            engine = create_engine("sqlite://", poolclass=NullPool, creator=lambda: _connected(file))
            event.listen(engine, "begin", _begin)
            return Store(given, shown, engine, file)
        engine = create_engine(parsed, poolclass=NullPool, connect_args={"client_encoding": "utf8"})
        return Store(given, shown, engine)
    except ModuleNotFoundError:
        what = "a PostgreSQL store needs psycopg; install it: pip install 'psycopg[binary]'"
        raise StoreError(shown, what) from None
    except (ArgumentError, ValueError):
        raise StoreError(shown, "is no URL of a database; see README for how one is written") from None


def _connected(file: Path) -> sqlite3.Connection:
    """A connection that may write where the file may be written or made."""
    mode = "rwc" if not file.exists() else "rw"
    try:
        connection = _plain(file, mode)
        connection.execute("PRAGMA schema_version")
    except sqlite3.OperationalError:
        connection = _plain(file, "ro")
    for pragma in ("synchronous = FULL", "trusted_schema = OFF", "cell_size_check = ON", "cache_size = -65536"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _plain(file: Path, mode: str) -> sqlite3.Connection:
    where = f"file:{in_url(str(file.absolute()))}?mode={mode}"
    return sqlite3.connect(where, uri=True, timeout=_PATIENCE, isolation_level=None)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
