"""Which of its places an article means: the town rather than its country, the town rather than a street of it.

In: the claims of one fact of a place, numbered, and the number of the one that goes first. Out: the number of the one
that is meant."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reconcile.model import UNSURE, Claim
from reconcile.rulebook import Rulebook
from reconcile.rulebook.gazetteer import Gazetteer, gazetteer

_BESIDE = 160  # characters between a region and a place in it


def finest(chosen: int, claims: Sequence[tuple[int, Claim]], places: Gazetteer) -> int:
    """Of the places that lie within the chosen one the first, and so on inwards: a town rather than its country. So
    does, for all that is known, one that no list has beside a region: "in Saxony, where Alt Elmbruch was raided"."""
    outer = dict(claims)[chosen]
    for n, claim in claims:
        sure = claim.role == "total" and claim.stance not in UNSURE
        around, value = str(outer.value), str(claim.value)
        if sure and (places.contains(around, value) or _lies_beside(claim, outer, places)):
            chosen, outer = n, claim
    return chosen


def town_of(chosen: int, claims: Sequence[tuple[int, Claim]], book: Rulebook) -> int:
    """Of a street or another spot in a town the first known town that the article gives as well."""
    words = str(dict(claims)[chosen].value).lower().rstrip(".").split()
    if not words[0].startswith("name:") or words[-1] not in _spots(book):
        return chosen
    for n, claim in claims:
        place = gazetteer(book).place(str(claim.value))
        if place is not None and not place.wide and claim.role == "total" and claim.stance not in UNSURE:
            return n
    return chosen


@lru_cache(maxsize=8)
def _spots(book: Rulebook) -> frozenset[str]:
    return frozenset(word for language in book.languages.values() for word in language.names.spots)


def _lies_beside(claim: Claim, outer: Claim, places: Gazetteer) -> bool:
    """Whether a place that no list has stands near a region or country."""
    known = places.place(str(outer.value))
    unknown = str(claim.value).startswith("name:")
    return known is not None and known.wide and unknown and 0 < abs(claim.start - outer.end) <= _BESIDE
