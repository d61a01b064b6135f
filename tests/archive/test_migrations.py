"""The steps of the schema come to the tables that the statements are made for, and an older store is brought up."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect, text

from reconcile.archive.info import info
from reconcile.archive.ingest import ingest
from reconcile.archive.migrations import MIGRATIONS, SCHEMA, migrate
from reconcile.archive.rebuild import rebuild
from reconcile.archive.store import opened
from reconcile.archive.tables import METADATA
from reconcile.archive.verify import verify
from reconcile.errors import StoreError
from reconcile.rulebook import load
from tests.archive.made import articles

BOOK = load()


def test_the_steps_come_to_the_tables(address: str) -> None:
    store = opened(address)
    with store.writing() as connection:
        migrate(connection, 0)
    with store.reading() as connection:
        found = inspect(connection)
        assert set(METADATA.tables) == set(found.get_table_names())
        for name, table in METADATA.tables.items():
            columns = {column["name"]: column for column in found.get_columns(name)}
            assert list(columns) == [column.name for column in table.columns]
            for column in table.columns:
                assert columns[column.name]["nullable"] == column.nullable, f"{name}.{column.name}"
            key = found.get_pk_constraint(name)["constrained_columns"]
            assert key == [column.name for column in table.primary_key]


@pytest.mark.parametrize("since", range(1, SCHEMA))
def test_a_store_of_an_older_schema_says_so_and_is_rebuilt(address: str, since: int) -> None:
    store = opened(address)
    given = articles(4)
    list(ingest(store, given, BOOK))
    with store.writing() as connection:
        connection.execute(text(f"UPDATE reconcile_meta SET value = '{since}' WHERE name = 'schema'"))  # noqa: S608
        for step in reversed(MIGRATIONS[since:]):
            for statement in reversed(step):
                sort, name = statement.split()[1], statement.split()[2]
                if sort == "TABLE":
                    connection.execute(text(f"DROP TABLE {name}"))
    assert info(store, BOOK).stale.startswith(f"has an older schema ({since}, now {SCHEMA})")
    with pytest.raises(StoreError, match="older schema"):
        list(ingest(store, given, BOOK))
    rebuild(store, BOOK)
    assert info(store, BOOK).schema == SCHEMA
    assert list(verify(store, BOOK)) == []


def test_a_store_of_a_newer_schema_is_left_alone(address: str) -> None:
    store = opened(address)
    list(ingest(store, articles(1), BOOK))
    with store.writing() as connection:
        connection.execute(text("UPDATE reconcile_meta SET value = '99' WHERE name = 'schema'"))
    for refused in (lambda: info(store, BOOK), lambda: rebuild(store, BOOK)):
        with pytest.raises(StoreError, match="newer release"):
            refused()
