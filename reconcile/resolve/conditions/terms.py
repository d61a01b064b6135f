"""Conditions for terms: what a fact's own word list says of two of them.

In: a `Pair` of terms. Out: whether it holds."""

from __future__ import annotations

from collections.abc import Callable

from reconcile.resolve.pair import Pair
from reconcile.rulebook.spec import Fact


def chain(term: str, fact: Fact) -> list[str]:
    """`term` and what it lies within, the nearest first."""
    within = {spec.id: spec.within for spec in fact.term}
    found: list[str] = []
    while term and term not in found:
        found.append(term)
        term = within.get(term, "")
    return found


def covers(pair: Pair) -> tuple[bool, bool]:
    """Whether b lies within a, and the other way round."""
    a, b = str(pair.a.claim.value), str(pair.b.claim.value)
    return a != b and a in chain(b, pair.fact), a != b and b in chain(a, pair.fact)


def excluded(pair: Pair) -> bool:
    """Whether one of the two, or what it lies within, excludes the other."""
    excludes = {spec.id: spec.excludes for spec in pair.fact.term}
    a, b = (chain(str(voice.claim.value), pair.fact) for voice in (pair.a, pair.b))
    return any(y in excludes.get(x, ()) or x in excludes.get(y, ()) for x in a for y in b)


CONDITIONS: dict[str, Callable[[Pair], bool]] = {
    "term_in_term": lambda pair: any(covers(pair)),
    "excluded": excluded,
}
