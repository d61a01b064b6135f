"""How far apart two days are said to lie: "on March 7, two weeks before the attack", "a week after the first blast".

In: the folded text of an article, its dates and the nouns for its happenings. Out: intervals, in text order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reconcile.extract.dates.counted import so_many, so_many_pattern
from reconcile.extract.dates.shift import LONG, SPREAD
from reconcile.extract.matching.slots import Slot
from reconcile.kinds.date import Date
from reconcile.model import Article, Interval, Mention, Span
from reconcile.rulebook.language.dates import DateWords
from reconcile.text.pattern import Pattern, compiled, one_of

_REACH = 96  # characters before the noun of a happening in which an interval may be told
_SUBJECT = 120  # characters from a happening to the verb by which an interval is told of it


class _Told(NamedTuple):
    """So many days from what it is counted from to the happening, and where the words begin."""

    low: int
    high: int
    start: int


def find_intervals(
    article: Article,
    folded: str,
    spans: Sequence[Span],
    dates: Sequence[Mention],
    slots: Sequence[Slot],
    words: DateWords,
) -> Iterator[Interval]:
    """The intervals of an article between a day and a happening, or between two happenings."""
    ends = [date.end for date in dates]
    events = [slot for slot in slots if slot.sort == "event"]
    for number, event in enumerate(events):
        told = _told(folded, event.start, words)
        if told is None:
            continue
        floor = spans[max(0, bisect_right(spans, told.start, key=_start) - 1)].start
        base = _day_before(folded, floor, told.start, dates, ends, words) or _day_behind(
            folded, event.end, dates, words
        )
        if base is not None:
            start, end = min(base.start, told.start), max(base.end, event.end)
            quote = article.text[start:end]
            yield Interval(article.id, start, end, quote, base.value, event.start, told.low, told.high)
        elif subject := _subject(folded, floor, told.start, events[:number], words):
            quote = article.text[subject.start : event.end]
            yield Interval(article.id, subject.start, event.end, quote, subject.start, event.start, told.low, told.high)


def _told(folded: str, noun: int, words: DateWords) -> _Told | None:
    """So many units before or after the happening whose noun begins at `noun`: of what comes before it the happening is
    that many days later."""
    reach = max(0, noun - _REACH)
    match = _pattern(words).search(folded[reach:noun])
    if match is None:
        return None
    n, unit = so_many(match, words)
    middle, spread = -int(n * LONG[unit]), SPREAD[unit]
    return _Told(middle - spread, middle + spread, reach + match.start())


def _day_before(
    folded: str, floor: int, start: int, dates: Sequence[Mention], ends: Sequence[int], words: DateWords
) -> Mention | None:
    """The day that stands right before an interval: "on March 7, just two weeks before"."""
    last = bisect_right(ends, start) - 1
    if last < 0 or dates[last].start < floor:
        return None
    date = dates[last]
    between = _links(words).fullmatch(folded[date.end : start]) if start - date.end < _REACH else None
    return date if between is not None and isinstance(date.value, Date) and date.value.is_day else None


def _day_behind(folded: str, end: int, dates: Sequence[Mention], words: DateWords) -> Mention | None:
    """The day in commas behind it: "two weeks before the attack, on March 7,". Without the comma it is the attack's."""
    first = bisect_left(dates, end, key=_start)
    if first == len(dates) or not isinstance(date := dates[first].value, Date) or not date.is_day:
        return None
    return dates[first] if folded[end : dates[first].start] in words.counted.opens else None


def _subject(folded: str, floor: int, start: int, events: Sequence[Slot], words: DateWords) -> Slot | None:
    """The happening of which the interval is told: "the blast came a week after the riot"."""
    for event in events:
        if event.start >= floor and start - event.end <= _SUBJECT:
            return event if _comes(words).search(folded[event.end : start]) is not None else None
    return None


def _start(placed: Span | Mention) -> int:
    return placed.start


@lru_cache(maxsize=8)
def _pattern(words: DateWords) -> Pattern:
    return compiled(rf"{so_many_pattern(words)} (?:{one_of(words.counted.the)} )?(?:[a-z'-]+ ){{0,3}}$")


@lru_cache(maxsize=8)
def _links(words: DateWords) -> Pattern:
    """What may stand between a day and so many days before a happening."""
    return compiled(rf"(?:,| -+)? (?:{one_of(words.counted.comes)} )?")


@lru_cache(maxsize=8)
def _comes(words: DateWords) -> Pattern:
    """What ends between a happening and an interval that is told of it."""
    return compiled(rf" {one_of(words.counted.comes)} $")
