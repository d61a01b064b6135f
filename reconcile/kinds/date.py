"""Dates: days, months, years and spans of days in EDTF, with what is unknown kept unknown.

In: a spelling. Out: a `Date`.

The part of EDTF (ISO 8601-2:2019) used is named in the contract: `2024-03-22`, `2024-03`, `2024`, `XXXX-03-22`,
`XXXX-XX-XX`, a trailing `?` for the usual one of two readings, and `day/day`."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date as Day

#: spelled here, as the calendar module spells them in the locale's language; Monday is 0
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_POINT = re.compile(r"([0-9]{4}|XXXX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?(\?)?")


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A day, month or year. 0 is an unknown part (`X`), None a part that the precision leaves out."""

    year: int
    month: int | None = None
    day: int | None = None
    uncertain: bool = False

    def __str__(self) -> str:
        parts = [f"{self.year:04d}" if self.year else "XXXX"]
        parts += [f"{part:02d}" if part else "XX" for part in (self.month, self.day) if part is not None]
        return "-".join(parts) + "?" * self.uncertain

    @property
    def first(self) -> Day | None:
        """The first day it covers, None where a needed part is unknown."""
        if not self.year or self.month == 0 or self.day == 0:
            return None
        return Day(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> Day | None:
        """The last day it covers, None where a needed part is unknown."""
        if not self.year or self.month == 0 or self.day == 0:
            return None
        month = self.month or 12
        return Day(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A point in the calendar, or with `until` the span from one to another."""

    start: Point
    until: Point | None = None
    _days: tuple[Day | None, Day | None] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def first(self) -> Day | None:
        """The first day it covers, None where a needed part is unknown."""
        return (self._days or self._found())[0]

    @property
    def last(self) -> Day | None:
        """The last day it covers, None where a needed part is unknown."""
        return (self._days or self._found())[1]

    def _found(self) -> tuple[Day | None, Day | None]:
        """Both days, found out once, as pairs of very many happenings ask for them."""
        days = self.start.first, (self.until or self.start).last
        object.__setattr__(self, "_days", days)
        return days

    def __str__(self) -> str:
        return str(self.start) if self.until is None else f"{self.start}/{self.until}"

    @property
    def is_day(self) -> bool:
        """Whether it names one whole day."""
        return self.until is None and bool(self.start.year and self.start.month and self.start.day)

    @property
    def is_weekday(self) -> bool:
        """Whether nothing but a weekday is known of it."""
        return self.until is None and not self.start.year and self.start.month == 0


def on(day: Day) -> Date:
    """The date of just that day."""
    return Date(Point(day.year, day.month, day.day))


def parse(text: str) -> Date:
    """The date that `text` spells. Raises ValueError, also for a day that no calendar has.

    >>> parse("2024-03").last, str(parse("XXXX-03-22")), parse("2024-03-22/2024-03-24").is_day
    (datetime.date(2024, 3, 31), 'XXXX-03-22', False)
    """
    start, slash, until = text.partition("/")
    return Date(_point(start), _point(until) if slash else None)


def _point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match:
        known = "2024-03-22, 2024-03, 2024, XXXX-03-22, XXXX-XX-XX, 2024-04-03? or day/day"
        raise ValueError(f"{text!r} is no date: {known}")
    year, month, day = (None if part is None else 0 if "X" in part else int(part) for part in match.groups()[:3])
    if "0000" in match[1] or "00" in (match[2], match[3]) or (month and month > 12) or (day and month == 0):
        raise ValueError(f"{text!r} is a date that no calendar has")
    if day and month:
        Day(year or 2000, month, day)
    return Point(year or 0, month, day, match[4] is not None)
