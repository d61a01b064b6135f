"""Conditions for counts: which is higher, what both allow, which bound is rounded.

In: a `Pair` of counts. Out: whether it holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from reconcile.kinds import count
from reconcile.kinds.count import Count, Rounding
from reconcile.model import ATTACKERS_TOO, Value
from reconcile.resolve.conditions.general import counted
from reconcile.resolve.pair import Pair, Voice
from reconcile.rulebook import Rulebook
from reconcile.rulebook.gazetteer import gazetteer
from reconcile.text.fold import fold

LOWER_BOUNDS = ("least", "over")


def values(pair: Pair) -> tuple[Count, Count]:
    """The counts of the two claims."""
    return cast(Count, pair.a.claim.value), cast(Count, pair.b.claim.value)


def rounding(pair: Pair) -> Rounding:
    """How far approximate figures reach, by the limits of the ladder."""
    limits = pair.ladder.limits
    return Rounding(limits.rounding_share, limits.rounding_least, limits.rounding_most_share)


def possible_together(pair: Pair) -> bool:
    """Whether one number satisfies both, taken literally."""
    return count.possible_together(*values(pair), rounding(pair))


def covers(pair: Pair) -> tuple[bool, bool]:
    """Whether a allows all that b allows, and the other way round."""
    a, b = values(pair)
    return count.covers(a, b, rounding(pair)), count.covers(b, a, rounding(pair))


def two_lower_bounds(pair: Pair) -> bool:
    """Whether both say only "at least" or "more than"."""
    return all(value.form in LOWER_BOUNDS for value in values(pair))


def rounded_below(pair: Pair) -> bool:
    """Whether the lower of the two is a rounded lower bound: a multiple of ten, or a vague word such as "dozens"."""
    lower = min((pair.a, pair.b), key=lambda voice: cast(Count, voice.claim.value).point)
    return _rounded_bound(lower, pair)


def earlier_lower_bound(pair: Pair) -> bool:
    """Whether the earlier claim is a lower bound that is not rounded."""
    return pair.ordered and values(pair)[0].form in LOWER_BOUNDS and not _rounded_bound(pair.a, pair)


def _rounded_bound(voice: Voice, pair: Pair) -> bool:
    value = cast(Count, voice.claim.value)
    return value.form in LOWER_BOUNDS and (_round(value, pair) or bool(vague_word(voice, pair.book)))


def _round(value: Count, pair: Pair) -> bool:
    step = pair.ladder.limits.rounded_to
    return value.n > 0 and step > 0 and value.n % step == 0


def vague_word(voice: Voice, book: Rulebook) -> str:
    """The word of a claim that names no number ("dozens"), empty where a number is named.

    A claim is vague if its value is the one that such a word is read as, and its quote, where it has one, holds it."""
    language = book.languages.get(voice.language)
    quote, spelled = fold(voice.claim.quote), str(voice.claim.value)
    words = [vague.word for vague in language.numbers.vague if vague.value == spelled] if language else []
    return next((word for word in words if not quote or fold(word) in quote), "")


def group_above_whole(pair: Pair) -> bool:
    """Whether a figure for one group is more than the figure for everybody allows."""
    group, whole = (pair.a, pair.b) if counted(pair.a.claim) else (pair.b, pair.a)
    return _above(group, whole, pair)


def with_and_without_attackers(pair: Pair) -> bool:
    """Whether one of the two counts the attackers too, and is the higher."""
    first, second = sorted((pair.a, pair.b), key=lambda voice: voice.claim.counted == ATTACKERS_TOO)
    both = second.claim.counted == ATTACKERS_TOO != first.claim.counted
    return both and cast(Count, second.claim.value).point >= cast(Count, first.claim.value).point


def wider_area(pair: Pair) -> bool:
    """Whether one figure is counted all over an area in which the other's article places the event, and is higher."""
    return _all_over(pair.a, pair.b, pair) or _all_over(pair.b, pair.a, pair)


def _all_over(wide: Voice, narrow: Voice, pair: Pair) -> bool:
    area, where = wide.claim.area, {narrow.claim.area} if narrow.claim.area else narrow.places
    lies_in = bool(area) and any(gazetteer(pair.book).contains(area, place) for place in where)
    return lies_in and cast(Count, wide.claim.value).point > cast(Count, narrow.claim.value).point


def part_above_whole(pair: Pair) -> bool:
    """Whether a part is more than the whole allows."""
    part, whole = (pair.a, pair.b) if pair.a.claim.role == "part" else (pair.b, pair.a)
    return _above(part, whole, pair)


def _above(smaller: Voice, larger: Voice, pair: Pair) -> bool:
    low = count.interval(cast(Count, smaller.claim.value), rounding(pair))[0]
    high = count.interval(cast(Count, larger.claim.value), rounding(pair))[1]
    return low > high


def fall_explained(pair: Pair) -> bool:
    """Whether the fact that this one falls with (`falls_with`) rose from the one article to the other; by about as many
    where the fact asks for that (`falls_alike`)."""
    return _rise(pair) > 0 and (pair.fact.falls_alike == 0 or _alike(pair, pair.fact.falls_alike))


def moved_together(pair: Pair) -> bool:
    """Whether one counter rose by just as many as the other fell."""
    return _rise(pair) > 0 and _alike(pair, 0)


def _rise(pair: Pair) -> float:
    """By how many the facts rose together that this one falls with; 0 where that is not known."""
    rises = [_between(pair.a.falls_with, pair.b.falls_with)]
    rises += [_between(*two) for two in zip(pair.a.falls_too, pair.b.falls_too, strict=False)]
    return sum(rise for rise in rises if rise > 0) if rises[0] >= 0 else 0


def _between(before: Value | None, after: Value | None) -> float:
    return after.point - before.point if isinstance(before, Count) and isinstance(after, Count) else 0


def _alike(pair: Pair, share: float) -> bool:
    """Whether fall and rise differ by at most `share` of the larger of them, or by one."""
    a, b = values(pair)
    fall, rise = a.point - b.point, _rise(pair)
    return abs(fall - rise) <= max(1, share * max(fall, rise))


CONDITIONS: dict[str, Callable[[Pair], bool]] = {
    "higher": lambda pair: values(pair)[1].point > values(pair)[0].point,
    "lower": lambda pair: values(pair)[1].point < values(pair)[0].point,
    "same_number": lambda pair: values(pair)[0].n == values(pair)[1].n,
    "round_number": lambda pair: all(_round(value, pair) for value in values(pair)),
    "possible_together": possible_together,
    "one_approximate": lambda pair: any(value.form == "about" for value in values(pair)),
    "one_exact": lambda pair: any(value.form == "exact" for value in values(pair)),
    "two_lower_bounds": two_lower_bounds,
    "rounded_below": rounded_below,
    "earlier_lower_bound": earlier_lower_bound,
    "with_and_without_attackers": with_and_without_attackers,
    "group_above_whole": group_above_whole,
    "part_above_whole": part_above_whole,
    "wider_area": wider_area,
    "fall_explained": fall_explained,
    "moved_together": moved_together,
}
