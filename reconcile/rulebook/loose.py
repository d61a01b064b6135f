"""Rules by what claims call them, and those that tie their values to a happening only loosely.

In: a rulebook. Out: patterns by name."""

from __future__ import annotations

from functools import lru_cache

from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import WordingPattern


@lru_cache(maxsize=8)
def loose_rules(book: Rulebook) -> dict[str, WordingPattern]:
    """The patterns with a key `loose`, by the `rule` of their claims."""
    return {name: pattern for name, pattern in named_patterns(book).items() if pattern.loose}


@lru_cache(maxsize=8)
def named_patterns(book: Rulebook) -> dict[str, WordingPattern]:
    """All patterns, by the `rule` of their claims."""
    return {
        f"facts/{fact}/{language}.toml#{pattern.id}": pattern
        for (fact, language), wordings in book.wordings.items()
        for pattern in wordings.pattern
    }


def looseness(rule: str, book: Rulebook) -> int:
    """How loosely a claim's `rule` ties it, 0 for tightly."""
    loose = loose_rules(book).get(rule)
    return loose.loose if loose else 0
