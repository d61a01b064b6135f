"""Conditions for dates: what lies in what, weekdays, adjacent days. In: a `Pair` of dates. Out: whether it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date as Day
from datetime import timedelta
from typing import cast

from reconcile.kinds.date import Date, Point
from reconcile.resolve.pair import Pair, Voice
from reconcile.rulebook import Rulebook
from reconcile.text.fold import fold

Days = tuple[Day, Day]  # first and last


def values(pair: Pair) -> tuple[Date, Date]:
    """The dates of the two claims."""
    return cast(Date, pair.a.claim.value), cast(Date, pair.b.claim.value)


def weekday(voice: Voice, book: Rulebook) -> int | None:
    """The weekday of a claim (0 is Monday): that of its day, or where only a weekday is known the one that the quote
    names."""
    date = cast(Date, voice.claim.value)
    if date.is_day:
        return cast(Day, date.first).weekday()
    return stated_weekday(voice, book) if date.is_weekday else None


def stated_weekday(voice: Voice, book: Rulebook) -> int | None:
    """The weekday that the quote names (0 is Monday), None where it names none or two."""
    language = book.languages.get(voice.language)
    if language is None:
        return None
    words = "".join(char if char.isalnum() else " " for char in fold(voice.claim.quote)).split()
    found = {
        n for n, names in enumerate(language.dates.weekdays) if any(fold(name).rstrip(".") in words for name in names)
    }
    return found.pop() if len(found) == 1 else None


def weekdays_fit(pair: Pair) -> bool:
    """Whether no weekday that is known of the one speaks against the other."""
    a, b = values(pair)
    known = [weekday(voice, pair.book) for voice in (pair.a, pair.b)]
    if None not in known:
        return known[0] == known[1]
    return all(_has_weekday(date, day) for date, day in zip((b, a), known, strict=True))


def _has_weekday(date: Date, day: int | None) -> bool:
    first, last = date.first, date.last
    if day is None or first is None or last is None:
        return True
    return (last - first).days >= 6 or day in {(first + timedelta(n)).weekday() for n in range((last - first).days + 1)}


def covers(pair: Pair) -> tuple[bool, bool]:
    """Whether b lies in a (a month and its day, a missing year and a stated one, a weekday and a day), and the other
    way round."""
    a, b = values(pair)
    fits = weekdays_fit(pair)
    return _covers(a, b, fits=fits), _covers(b, a, fits=fits)


def _covers(wide: Date, narrow: Date, *, fits: bool) -> bool:
    if wide.is_weekday or narrow.is_weekday:
        return fits and wide.is_weekday and not narrow.is_weekday
    return wide != narrow and any(_within(reading, other) for reading in _readings(wide) for other in _readings(narrow))


def _within(wide: Date, narrow: Date) -> bool:
    if wide.until is None and narrow.until is None:
        return all(not w or w == n for w, n in zip(_parts(wide.start), _parts(narrow.start), strict=True))
    outer, inner = _days(wide, narrow), _days(narrow, wide)
    return bool(outer and inner and outer[0] <= inner[0] and inner[1] <= outer[1])


def overlap(pair: Pair) -> bool:
    """Whether some day belongs to both."""
    a, b = values(pair)
    if a.is_weekday or b.is_weekday:
        return weekdays_fit(pair)
    return any(_overlap(reading, other) for reading in _readings(a) for other in _readings(b))


def _overlap(a: Date, b: Date) -> bool:
    if a.until is None and b.until is None:
        return all(not x or not y or x == y for x, y in zip(_parts(a.start), _parts(b.start), strict=True))
    first, second = _days(a, b), _days(b, a)
    return bool(first and second and first[0] <= second[1] and second[0] <= first[1])


def _parts(point: Point) -> tuple[int | None, ...]:
    return point.year, point.month, point.day


def _readings(date: Date) -> list[Date]:
    """`date`, and where it is the usual one of two readings (03/04) the other one too."""
    start = date.start
    if not start.uncertain or not start.month or not start.day or start.day > 12:
        return [date]
    other = Point(start.year, start.day, start.month, start.uncertain)
    return [date, Date(other, date.until)]


def _days(date: Date, other: Date) -> Days | None:
    """First and last day of `date`; a year that it leaves open is taken from `other`."""
    year = other.start.year
    filled = Date(_in_year(date.start, year), date.until and _in_year(date.until, year))
    try:
        first, last = filled.first, filled.last
    except ValueError:  # 29 February in a year that has none
        return None
    return (first, last) if first and last else None


def _in_year(point: Point, year: int) -> Point:
    return point if point.year else replace(point, year=year)


def adjacent_days(pair: Pair) -> bool:
    """Whether they lie no more than the ladder's `adjacent_days` apart; of weekdays, by the nearest such days."""
    a, b = values(pair)
    reach = pair.ladder.limits.adjacent_days
    if a.is_weekday or b.is_weekday:
        first, second = (weekday(voice, pair.book) for voice in (pair.a, pair.b))
        return first is not None and second is not None and min((first - second) % 7, (second - first) % 7) <= reach
    earlier, later = _days(a, b), _days(b, a)
    if earlier is None or later is None:
        return False
    (_, end), (start, _) = sorted((earlier, later))
    return (start - end).days <= reach


def _same_day_of_year(pair: Pair) -> bool:
    (a, b) = (value.start for value in values(pair))
    return bool(a.month and a.day) and (a.month, a.day) == (b.month, b.day)


def _years_differ(pair: Pair) -> bool:
    a, b = (value.start.year for value in values(pair))
    return bool(a and b) and a != b


CONDITIONS: dict[str, Callable[[Pair], bool]] = {
    "covers": lambda pair: any(covers(pair)),
    "overlap": overlap,
    "weekday_only": lambda pair: any(value.is_weekday for value in values(pair)),
    "weekdays_fit": weekdays_fit,
    "two_readings": lambda pair: any(value.start.uncertain for value in values(pair)),
    "adjacent_days": adjacent_days,
    "same_day_of_year": _same_day_of_year,
    "years_differ": _years_differ,
}
