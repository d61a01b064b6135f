"""What a claim holds in a conflict, spelled so that equal sides are equal. In: a claim. Out: its side."""

from __future__ import annotations

from reconcile.kinds.date import WEEKDAYS, Date
from reconcile.model import Article, Claim
from reconcile.resolve.conditions.dates import stated_weekday
from reconcile.resolve.pair import Voice
from reconcile.rulebook import Rulebook

Sides = tuple[str, ...]  # sorted; one where both hold the same, or a sentence


def side(claim: Claim, article: Article | None, book: Rulebook) -> str:
    """The value; with `not` where it is denied, of a weekday without a date its name, and of a fact on which each
    speaker answers for itself with the speaker."""
    speaker = f" by {claim.speaker}" * book.facts[claim.fact].by_speaker
    return f"{'not ' * (claim.stance == 'denied')}{claim.value}{_weekday(claim, article, book)}{speaker}"


def _weekday(claim: Claim, article: Article | None, book: Rulebook) -> str:
    if not (isinstance(claim.value, Date) and claim.value.is_weekday):
        return ""
    day = stated_weekday(Voice(claim, "", "", article.language if article else "en"), book)
    return "" if day is None else f" {WEEKDAYS[day]}"
