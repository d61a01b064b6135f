"""Terms: ids from a fact's own word list, such as `explosive`. In: a spelling. Out: a `Term`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ID = re.compile(r"[a-z0-9][a-z0-9.\-]*")


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """One id of a word list."""

    id: str

    def __str__(self) -> str:
        return self.id


def parse(text: str) -> Term:
    """The term that `text` spells. Raises ValueError.

    >>> str(parse("explosive"))
    'explosive'
    """
    if not _ID.fullmatch(text):
        raise ValueError(f"{text!r} is no term: plain English words joined by hyphens")
    return Term(text)
