"""Where a store is. In: what somebody typed. Out: whether that names a store, its URL, and how it may be shown."""

from __future__ import annotations

import re
from pathlib import Path

from reconcile.errors import UsageError

_HEAD = b"SQLite format 3\x00"
_DRIVERS = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_SECRET = re.compile(r"(?i)([?&](?:[a-z]*password|passfile|sslkey)=)[^&#]*")
ALLOWED = "sqlite:///archive.db, postgresql+psycopg://user@host/database, or the path of a SQLite file"


def is_store(given: str) -> bool:
    """Whether `given` is the URL of a store, or the path of a SQLite file; else it is a folder or file of articles."""
    if "://" in given:
        return True
    try:
        with Path(given).open("rb") as file:
            return file.read(len(_HEAD)) == _HEAD
    except OSError:
        return False


def url_of(given: str) -> str:
    """The URL of a store, with the driver that is used here. Raises UsageError for what is none.

    >>> url_of("archive.db"), url_of("postgresql://ann@localhost/news")
    ('sqlite:///archive.db', 'postgresql+psycopg://ann@localhost/news')
    """
    scheme, mark, rest = given.partition("://")
    if not mark:
        return f"sqlite:///{given}"
    driver = _DRIVERS.get(scheme)
    if driver is None or (driver == "sqlite" and not rest.startswith("/")):
        raise UsageError(f"{masked(given)!r} is no store; write {ALLOWED}")
    if driver == "sqlite" and not rest[1:].partition("?")[0]:
        raise UsageError(f"{given!r} names no file: a store in memory would be gone at once; write {ALLOWED}")
    return f"{driver}://{rest}"


def masked(given: str) -> str:
    """`given` without what is secret in it.

    >>> masked("postgresql://ann:secret@localhost/news?sslpassword=x")
    'postgresql://ann:***@localhost/news?sslpassword=***'
    """
    scheme, mark, rest = given.partition("://")
    if not mark:
        return given
    before, at, behind = rest.rpartition("@")
    user, colon, _ = before.partition(":")
    return _SECRET.sub(r"\1***", f"{scheme}://{user}{':***' * bool(colon)}{at}{behind}")


def without_secrets(said: str, given: str) -> str:
    """What a database said of `given`, without the password that stands in that, however it is written."""
    from urllib.parse import unquote

    secrets = {m[0].rpartition("=")[2] for m in _SECRET.finditer(given)}
    before, at, _ = given.partition("://")[2].rpartition("@")
    secrets |= {before.partition(":")[2]} if at else set()
    for secret in sorted({*secrets, *map(unquote, secrets)} - {""}, key=len, reverse=True):
        said = said.replace(secret, "***")
    return said
