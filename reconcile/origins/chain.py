"""Who a single claim comes from. In: a claim and its article's origin. Out: the claim with origin and chain."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from reconcile.model import Claim
from reconcile.rulebook import Rulebook
from reconcile.rulebook.gazetteer import name_key


def traced(claim: Claim, origin: str, book: Rulebook, *, superseded: bool) -> Claim:
    """`claim` with its chain: its article, whose text that is, the outlets it was heard through, who said it.

    Its origin is the innermost outlet of the chain. Officials are in the chain and are no origin: two reporters who
    both heard the police are two."""
    passed = [_outlet(one, book) for one in (*claim.via, claim.speaker) if one]
    heard = [outlet for outlet in passed if outlet]
    through = [_outlet(one, book) or one for one in (*claim.via, claim.speaker) if one]
    chain = tuple(dict.fromkeys((claim.article, origin, *through)))
    return replace(claim, origin=heard[-1] if heard else origin, chain=chain, superseded=superseded)


def _outlet(speaker: str, book: Rulebook) -> str:
    """The outlet that `speaker` (an id, or `name:…`) is; empty for others."""
    if speaker in book.outlets:
        return speaker
    return _names(book).get(name_key(speaker.removeprefix("name:")), "") if speaker.startswith("name:") else ""


@lru_cache(maxsize=8)
def _names(book: Rulebook) -> dict[str, str]:
    return {name_key(name): spec.id for spec in book.outlets.values() for name in (spec.name, *spec.also)}
