"""`rules/languages/<language>/people.toml`: words for people, victims and attackers, and for things that are not people. In: nothing. Out: the spec."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Words for people, victims and attackers, and for things that are not people."""
