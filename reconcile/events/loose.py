"""Claims that little ties to their happening: a day that stands in the lede, the time of a night without its day.

In: all claims of one happening. Out: those that stand. Of each fact a loose claim stands only where no tighter one
does, and one of them; but a day stands beside the week, month or year that it lies in, as it says more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from reconcile.events.recent import long_gone, to_come
from reconcile.kinds.date import Date
from reconcile.model import UNSURE, Claim
from reconcile.rulebook.spec import WordingPattern

_MONTH = 31  # days of the longest


def standing(claims: Sequence[Claim], type_: str, loose: Mapping[str, WordingPattern]) -> list[Claim]:
    """The `claims` of a happening of a type without the loose ones that have to give way; `loose` has the rules that
    tie loosely."""
    lost: set[int] = set()
    told = {claim.fact for claim in claims if claim.rule not in loose and _stands(claim)}
    ahead = not (type_ or told)  # a vote or a visit may be still to come, harm has happened
    asked = {name for name, rule in loose.items() if _is_asked(rule, type_, told)}
    for fact in {claim.fact for claim in claims if claim.rule in loose}:
        of_fact = [(n, claim) for n, claim in enumerate(claims) if claim.fact == fact]
        tight = [claim for _, claim in of_fact if claim.rule not in loose and _stands(claim)]
        kept = min(
            (
                (*_rank(claim, loose), n)
                for n, claim in of_fact
                if claim.rule in asked and _fits(claim, tight, ahead=ahead)
            ),
            default=(),
        )
        lost |= {n for n, claim in of_fact if claim.rule in loose and n not in kept[-1:]}
    return [claim for n, claim in enumerate(claims) if n not in lost]


def _stands(claim: Claim) -> bool:
    return claim.role == "total" and claim.stance not in UNSURE


def _is_asked(rule: WordingPattern, type_: str, told: Set[str]) -> bool:
    """Whether a rule is one for a happening of a type of which the facts `told` are known."""
    if rule.untyped:
        return not type_ or not told.isdisjoint(rule.beside)
    return not rule.beside or not told.isdisjoint(rule.beside)


def _fits(claim: Claim, tight: Sequence[Claim], *, ahead: bool) -> bool:
    """Whether a loose claim may stand beside the tight ones; with `ahead` one that is still to come, too."""
    if not _stands(claim):
        return False
    if not isinstance(claim.value, Date):
        return not tight
    return (
        (ahead or not to_come(claim))
        and _near(claim.value)
        and all(_leaves_room(other, claim.value) for other in tight)
    )


def _near(date: Date) -> bool:
    """Whether a date is a known day, week or month."""
    return date.first is not None and date.last is not None and (date.last - date.first).days <= _MONTH


def _leaves_room(tight: Claim, date: Date) -> bool:
    """Whether `tight` is the week, month or year in which `date` lies, or one long gone."""
    other = tight.value
    if not isinstance(other, Date) or other.is_day or not date.is_day or date.first is None:
        return False
    if other.first is None or other.last is None:
        return False
    return long_gone(tight) or other.first <= date.first <= other.last


def _rank(claim: Claim, loose: Mapping[str, WordingPattern]) -> tuple[bool, int, bool]:
    """Sorts the claim first that is likeliest meant: neither long ago nor to come, the tighter, a day."""
    date = claim.value
    if not isinstance(date, Date) or date.last is None or not claim.as_of:
        return (False, loose[claim.rule].loose, False)
    return (long_gone(claim) or to_come(claim), loose[claim.rule].loose, not date.is_day)
