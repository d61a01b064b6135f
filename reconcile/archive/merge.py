"""Very many small rows, some of which may be there already. In: rows. Out: nothing but what stands in the table then.

The statements are compiled once for a table and given to the driver as they are: building each row's parameters anew
would take longer than writing it. PostgreSQL gets whole columns, as each statement costs it more than a row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, Connection, Dialect, Integer, LargeBinary, Table
from sqlalchemy.dialects import postgresql, sqlite

Rows = Sequence[tuple[Any, ...]]  # with the columns of the table in their order, the last of which may be a value


def put(connection: Connection, table: Table, rows: Rows) -> None:
    """Write `rows`; of those that are there by their key, the last column takes the place of the old one."""
    _given(connection, _statement(table, connection.dialect, "put"), rows)


def added(connection: Connection, table: Table, rows: Rows) -> None:
    """Write `rows`; of those that are there by their key, the last column is added to the old one."""
    _given(connection, _statement(table, connection.dialect, "added"), rows)


def written(connection: Connection, table: Table, rows: Rows) -> None:
    """Write `rows`, none of which is there."""
    _given(connection, _statement(table, connection.dialect, "written"), rows)


def _given(connection: Connection, statement: str, rows: Rows) -> None:
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(statement, tuple(list(column) for column in zip(*rows, strict=True)))
    else:
        connection.exec_driver_sql(statement, list(rows))


@lru_cache(maxsize=64)
def _statement(table: Table, dialect: Dialect, way: str) -> str:
    make: Any = postgresql.insert if dialect.name == "postgresql" else sqlite.insert
    statement = make(table)
    *keys, last = table.c
    if way != "written":
        new = statement.excluded[last.name]
        change = {last.name: last + new if way == "added" else new}
        statement = statement.on_conflict_do_update(index_elements=[key.name for key in keys], set_=change)
    compiled = str(statement.compile(dialect=dialect))
    return _by_columns(compiled, table) if dialect.name == "postgresql" else compiled


def _by_columns(statement: str, table: Table) -> str:
    """The statement of one row as that of very many, each column of which is an array."""
    types = {BigInteger: "BIGINT", Integer: "INTEGER", LargeBinary: "BYTEA"}
    arrays = ", ".join(f"%s::{types[type(column.type)]}[]" for column in table.c)
    begun = statement.partition(" VALUES (")[0]
    _, conflict, rest = statement.partition(" ON CONFLICT ")
    return f"{begun} SELECT * FROM unnest({arrays}){conflict}{rest}"  # noqa: S608 - the names are those of tables
