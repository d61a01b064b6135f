"""Look-ups of very many rows, and very many look-ups. In: a statement. Out: its rows as the driver gives them.

What SQLAlchemy adds to a row and to a call takes longer than the database does; the statements are its own, for the
database at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Select


class Fetch:
    """A statement that is made once and asked often; `{among}` in it stands for a list of numbers."""

    def __init__(self, connection: Connection, statement: Select[Any], tail: str = "") -> None:
        made = statement.compile(dialect=connection.dialect)
        self._driver, self._sql, self._tail = connection.connection, str(made), tail
        self._places: tuple[str, ...] | None = getattr(made, "positiontup", None)
        self._given = made.params

    def rows(self, given: Mapping[str, Any] | None = None, among: Iterable[int] = ()) -> list[tuple[Any, ...]]:
        """All rows. The numbers are written into the statement: to bind very many takes longer than to look."""
        values: Any = {**self._given, **(given or {})}
        if self._places is not None:
            values = tuple(values[name] for name in self._places)
        cursor = self._driver.cursor()
        try:
            cursor.execute(self._sql + self._tail.format(among=",".join(map(str, among))), values)
            return list(cursor.fetchall())
        finally:
            cursor.close()
