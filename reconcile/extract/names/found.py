"""A name that no rule knows, where it stands in a text. In: nothing. Out: `Found`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Found:
    """Words `first` up to `last` (exclusive) are a name; `kind` is person, venue, place or name.

    `inside` is the id of a known place in the name, `value` the full form where the name is short for one."""

    first: int
    last: int
    kind: str
    inside: str = ""
    value: str = ""
