"""What sort of value a fact has. In: the spelling of a value. Out: the value.

KINDS is the one table: a kind is a module with `parse`, and `str` of what it returns is the inverse of it."""

from __future__ import annotations

from typing import Protocol

from reconcile.kinds import count, date, named, term
from reconcile.model import Value


class Kind(Protocol):
    """What every module of this folder offers."""

    def parse(self, text: str) -> Value:
        """The value that `text` spells. Raises ValueError."""
        ...


KINDS: dict[str, Kind] = {"actor": named, "count": count, "date": date, "place": named, "term": term}
