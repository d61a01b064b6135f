"""Dates that point from another: today, last Friday, two days later. In: an `Expression`. Out: a `Reading`.

The other is the publication's day, or for "later", "earlier" and "that day" the date that the text named last."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta

from reconcile.extract.dates.against import UNRESOLVED, Against, Reading
from reconcile.extract.dates.expression import Expression
from reconcile.kinds.date import Date, Point, on

_SIGNS = {"ago": -1, "ahead": 1, "earlier": -1, "later": 1, "last": -1, "this": 0, "next": 1}
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def today(said: Expression, against: Against) -> Reading:
    """Today, yesterday, tomorrow: days counted from the publication's."""
    if against.published is None:
        return _nowhere("relative")
    day = against.published + timedelta(days=said.shift)
    return Reading(on(day), ("relative",), (f"{said.shift:+d} days from the publication date {against.published}",))


def shifted(said: Expression, against: Against) -> Reading | None:
    """Two days ago: units counted from the publication."""
    if against.published is None:
        return _nowhere("relative")
    n = _SIGNS[said.read] * said.n
    date = _moved(on(against.published), n, said.unit)
    return date and Reading(
        date, ("relative",), (f"{n:+d} {said.unit}s from the publication date {against.published}",)
    )


def earlier(said: Expression, against: Against) -> Reading | None:
    """Two days later, the previous day, the following Friday: counted from the date named last."""
    stated = ("weekday", "relative") if said.weekday >= 0 else ("relative",)
    named, sign = against.named, _SIGNS[said.read]
    if named is None:
        return _nowhere(*stated)
    if said.weekday >= 0:
        day = named.first if sign < 0 else named.last
        return (
            Reading(on(_turn(day, said.weekday, sign)), stated, (f"counted from {named}",))
            if day
            else _nowhere(*stated)
        )
    date = _moved(named, sign * said.n, said.unit)
    return Reading(date, stated, (f"{sign * said.n:+d} {said.unit}s from {named}",)) if date else _nowhere(*stated)


def same(said: Expression, against: Against) -> Reading | None:
    """That day, the same month: the date named last, as far as it is known."""
    date = against.named and _moved(against.named, 0, said.unit)
    return Reading(date, ("relative",), (f"the {said.unit} of {against.named}",)) if date else None


def turned(said: Expression, against: Against) -> Reading | None:
    """Friday, last Friday, next May, June last year, this week: the one before, of or after the publication."""
    published, way = against.published, said.read
    relative = () if way == "weekday" else ("relative",)
    parts = {"month": said.month, "day": said.day, "weekday": said.weekday >= 0}
    stated = (*(part for part, there in parts.items() if there), *relative)
    if published is None:
        date: Date | None = Date(Point(0, said.month, said.day or None)) if said.month else UNRESOLVED
        return Reading(date, stated, ("no publication date to read it from",)) if date else None
    if said.month:
        date = _month(said, published)
    elif said.weekday >= 0:
        date = on(_weekday(said, published, against))
    else:
        date = _unit(said, published, against)
    said_how = _NAMES[said.weekday] if way == "weekday" else way
    return Reading(date, stated, (f"{said_how}, seen from the publication date {published}",)) if date else None


def _month(said: Expression, published: Day) -> Date | None:
    sign = _SIGNS[said.read]
    if said.unit not in ("", "year"):
        return None
    if said.unit or said.read == "this":
        year = published.year + sign
    elif sign < 0:  # in March, "last February" is not the month that has just ended
        year = published.year - (said.month >= published.month - 1)
    else:
        year = published.year + (said.month <= published.month)
    if said.day:
        Day(year, said.month, said.day)
    return Date(Point(year, said.month, said.day or None))


def _weekday(said: Expression, published: Day, against: Against) -> Day:
    if said.unit:  # Friday of last week
        return _monday(published) + timedelta(days=7 * _SIGNS[said.read] + said.weekday)
    if said.read in ("last", "next"):
        return _turn(published, said.weekday, _SIGNS[said.read])
    ahead = against.tense() == "future" or (said.read == "this" and against.tense() != "past")
    return published + timedelta(
        days=(said.weekday - published.weekday()) % 7 - (0 if ahead else _back(said, published))
    )


def _back(said: Expression, published: Day) -> int:
    return 7 if said.weekday != published.weekday() else 0


def _unit(said: Expression, published: Day, against: Against) -> Date | None:
    sign = _SIGNS[said.read]
    if said.unit == "week":
        return _days(_monday(published) + timedelta(days=7 * sign), 7)
    if said.unit == "weekend":
        if said.read == "this" and published.weekday() < 3 and against.tense() == "past":
            sign = -1
        return _days(_monday(published) + timedelta(days=7 * sign + 5), 2)
    return _moved(on(published), sign, said.unit) if said.unit in ("month", "year") else None


def _moved(date: Date, n: int, unit: str) -> Date | None:
    """`n` units from `date`, as exact as the unit; None where `date` is not that exact."""
    start = date.start
    if unit in ("day", "week"):
        first = date.first if n <= 0 else date.last
        return on(first + timedelta(days=n * (7 if unit == "week" else 1))) if first and start.day else None
    if unit == "month" and start.year and start.month:
        months = start.year * 12 + start.month - 1 + n
        return _in_calendar(Point(months // 12, months % 12 + 1))
    return _in_calendar(Point(start.year + n)) if unit == "year" and start.year else None


def _in_calendar(point: Point) -> Date:
    Day(point.year, 1, 1)  # a year that no calendar has raises ValueError
    return Date(point)


def _turn(day: Day, weekday: int, sign: int) -> Day:
    """The next `weekday` after `day`, or with a sign below 0 the latest before it."""
    steps = (weekday - day.weekday()) % 7 if sign > 0 else (day.weekday() - weekday) % 7
    return day + timedelta(days=(steps or 7) * (1 if sign > 0 else -1))


def _monday(day: Day) -> Day:
    return day - timedelta(days=day.weekday())


def _days(first: Day, count: int) -> Date:
    return Date(on(first).start, on(first + timedelta(days=count - 1)).start)


def _nowhere(*stated: str) -> Reading:
    return Reading(UNRESOLVED, stated, ("nothing known to count from",))
