"""Moving about in the calendar. In: a date, how far, in which unit. Out: a date, as exact as the unit."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta

from reconcile.kinds.date import Date, Point, on

_DAYS = {"day": 1, "week": 7}


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
