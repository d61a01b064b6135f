"""Conditions for places: which lies in which. In: a `Pair` of places. Out: whether it holds."""

from __future__ import annotations

from collections.abc import Callable

from reconcile.resolve.conditions.parties import name_in_name, named, spelled_alike
from reconcile.resolve.pair import Pair
from reconcile.rulebook.gazetteer import gazetteer


def covers(pair: Pair) -> tuple[bool, bool]:
    """Whether b lies in a, and the other way round."""
    a, b = str(pair.a.claim.value), str(pair.b.claim.value)
    places = gazetteer(pair.book)
    return places.contains(a, b), places.contains(b, a)


CONDITIONS: dict[str, Callable[[Pair], bool]] = {
    "place_in_place": lambda pair: any(covers(pair)),
    "name_in_name": name_in_name,
    "spelled_alike": spelled_alike,
    "unknown_place": lambda pair: not all(value.known for value in named(pair)),
}
