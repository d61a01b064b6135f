"""Actors and places: an id from the rules or the gazetteer, or `name:` and the words of the text.

In: a spelling. Out: a `Named`. Both kinds are spelled alike; which one a value is, its fact says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_ID = re.compile(r"[a-z0-9][a-z0-9.\-]*")


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A party or somewhere on earth. `id` is its one spelling."""

    id: str

    def __str__(self) -> str:
        return self.id

    @property
    def known(self) -> bool:
        """Whether a rule or the gazetteer names it."""
        return not self.id.startswith("name:")

    @property
    def words(self) -> str:
        """The id or name as words: `is khorasan`, `Syed Farook`."""
        return self.id.replace("-", " ") if self.known else self.id[5:]


@lru_cache(maxsize=8192)
def by_id(identity: str) -> Named:
    """The party or place that the rules or the gazetteer know by that id."""
    return Named(identity)


def by_words(words: str) -> Named:
    """The party or place that no rule knows, by the words of the text with their white space folded."""
    return Named("name:" + " ".join(words.split()))


def parse(text: str) -> Named:
    """The actor or place that `text` spells. Raises ValueError.

    >>> str(parse("is-khorasan")), str(parse("name:Crocus City Hall"))
    ('is-khorasan', 'name:Crocus City Hall')
    """
    if text.startswith("name:"):
        value = by_words(text[5:])
        if value.id == text != "name:":
            return value
    elif _ID.fullmatch(text):
        return Named(text)
    raise ValueError(f"{text!r} is no name: an id such as 'is-khorasan', or 'name:' and the words of the text")
