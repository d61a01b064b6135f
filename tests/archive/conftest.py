"""Stores to test: an empty one of each database."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.archive.cluster import binaries, running

_NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install -e '.[dev]'")
    found = binaries()
    if found is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    with running(found) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a store that is not there yet."""
    return _fresh(request, tmp_path)


@pytest.fixture(params=["sqlite", "postgresql"])
def addresses(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """URLs of stores that are not there yet, as many as are wanted."""
    return lambda: _fresh(request, tmp_path)


def _fresh(request: pytest.FixtureRequest, folder: Path) -> str:
    name = f"store_{next(_NUMBERS)}"
    if request.param == "sqlite":
        return f"sqlite:///{folder}/{name}.db"
    import psycopg

    server = request.getfixturevalue("server")
    with psycopg.connect(f"{server}/postgres".replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
    return f"{server}/{name}"
