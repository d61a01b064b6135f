"""Those who are only described, told by whom the article spoke of before: "the attackers" after "four men".

In: an article's claims in text order. Out: the same, with the earlier value where a description points back at it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reconcile.extract.claims.revised import revised
from reconcile.kinds.named import Named
from reconcile.model import Claim, Span


def described(
    claims: Sequence[tuple[Claim, Span]], actors: Collection[str], nouns: Collection[str], the: Collection[str]
) -> list[tuple[Claim, Span]]:
    """`claims` in which "the gunmen" (one of `the`, then words that end with one of `nouns`) stand for those whom the
    nearest claim of the same fact before, one of `actors`, tells of."""
    before: dict[str, Claim] = {}
    told: list[tuple[Claim, Span]] = []
    for claim, wording in claims:
        earlier = before.get(claim.fact)
        if claim.fact in actors and earlier is not None and _points_back(claim, nouns, the):
            step = f"{claim.quote!r} points back at {earlier.quote!r}"
            told.append((revised(claim, value=earlier.value, steps=(*claim.steps, step)), wording))
            continue
        if claim.fact in actors and claim.stance != "denied":
            before[claim.fact] = claim
        told.append((claim, wording))
    return told


def _points_back(claim: Claim, nouns: Collection[str], the: Collection[str]) -> bool:
    words = claim.quote.lower().split()
    unknown = isinstance(claim.value, Named) and not claim.value.known
    return unknown and len(words) > 1 and words[0] in the and words[-1] in nouns
