"""Claims that only answer another: "the ministry denied it".

In: the claims of an article in text order. Out: those without answers before which nobody named their party."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from reconcile.model import Claim, Span
from reconcile.rulebook import Rulebook
from reconcile.rulebook.loose import named_patterns

Worded = tuple[Claim, Span]  # a claim, and all that its rule matched


def answering(claims: Iterable[Worded], book: Rulebook) -> Iterator[Worded]:
    """`claims` without answers to nothing: of a rule that `answers`, about a party that no claim of its kind before it
    holds responsible."""
    rules, accused = _rules(book), set[str]()
    for claim, span in claims:
        if claim.rule in rules and str(claim.value) not in accused:
            continue
        if claim.stance != "denied" and book.facts[claim.fact].kind == "actor":
            accused.add(str(claim.value))
        yield claim, span


@lru_cache(maxsize=8)
def _rules(book: Rulebook) -> frozenset[str]:
    """The rules whose claims only answer others."""
    return frozenset(name for name, pattern in named_patterns(book).items() if pattern.answers)
