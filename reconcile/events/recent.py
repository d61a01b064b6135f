"""How far a claim's date lies from the publication. In: a claim. Out: whether it is long gone, or still to come."""

from __future__ import annotations

from datetime import date as Day

from reconcile.kinds.date import Date
from reconcile.model import Claim

RECENT = 60  # days before the publication in which most of what is reported happened
_AHEAD = 1  # days after it that a time zone makes, of a day that is called by its date and not "tomorrow"


def long_gone(claim: Claim) -> bool:
    """Whether its date ended so long before the publication that it is of something recalled."""
    if not (claim.as_of and isinstance(claim.value, Date) and claim.value.last):
        return False
    return (_published(claim) - claim.value.last).days > RECENT


def to_come(claim: Claim) -> bool:
    """Whether its date begins after the publication, wherever that was."""
    if not (claim.as_of and isinstance(claim.value, Date) and claim.value.first):
        return False
    ahead = 0 if claim.stated == ("relative",) else _AHEAD
    return (claim.value.first - _published(claim)).days > ahead


def _published(claim: Claim) -> Day:
    return Day.fromisoformat(claim.as_of[:10])
