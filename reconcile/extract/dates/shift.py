"""Moving about in the calendar. In: a date, how far, in which unit. Out: a date, as exact as the unit."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta

from reconcile.kinds.date import Date, Point, on

_DAYS = {"day": 1, "week": 7}
#: days of a unit, and days either way that so many of it may be meant to be: half a unit; of days one, as some count
#: both ends and midnight may lie between
LONG = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}
SPREAD = {"day": 1, "week": 3, "month": 15, "year": 182}


def moved(date: Date, n: int, unit: str) -> Date | None:
    """`n` units from `date`; None where `date` is not that exact. Raises beyond the calendar.

    >>> str(moved(on(Day(2024, 3, 22)), -2, "month"))
    '2024-01'
    """
    start = date.start
    if unit in _DAYS:
        day = date.first if n <= 0 else date.last
        return on(day + timedelta(days=n * _DAYS[unit])) if day and start.day else None
    if unit == "month" and start.year and start.month:
        months = start.year * 12 + start.month - 1 + n
        return _in_calendar(Point(months // 12, months % 12 + 1))
    return _in_calendar(Point(start.year + n)) if unit == "year" and start.year else None


def about(base: Day, n: int, unit: str) -> Date | None:
    """What may be meant by `n` units from `base`, as one says "two weeks" of 11 to 17 days: half a unit either way.
    None for days, which are counted; months and years as whole ones.

    >>> [str(about(Day(2024, 5, 16), n, unit)) for n, unit in ((-2, "week"), (-1, "month"), (-2, "year"))]
    ['2024-04-29/2024-05-05', '2024-04/2024-05', '2021/2022']
    """
    if unit == "day" or unit not in SPREAD:
        return None
    middle, half = base + timedelta(days=n * LONG[unit]), timedelta(days=SPREAD[unit])
    parts = ("year", "month", "day")[: ("year", "month", "week").index(unit) + 1]
    first, last = (Point(*(getattr(day, part) for part in parts)) for day in (middle - half, middle + half))
    return Date(first, last if last != first else None)


def next_weekday(day: Day, weekday: int, sign: int) -> Day:
    """The next `weekday` (Monday 0) after `day`, or with `sign` -1 the latest before it.

    >>> next_weekday(Day(2024, 3, 22), 4, -1)
    datetime.date(2024, 3, 15)
    """
    steps = (weekday - day.weekday()) * sign % 7
    return day + timedelta(days=(steps or 7) * sign)


def _in_calendar(point: Point) -> Date:
    Day(point.year, point.month or 1, 1)
    return Date(point)
