"""The days of holidays. In: a `Holiday` and a year. Out: the day on which it falls in that year."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta

from reconcile.rulebook.language.dates import Holiday


def day_in(holiday: Holiday, year: int) -> Day:
    """The day of `holiday` in `year`.

    >>> day_in(Holiday(("thanksgiving",), month=11, weekday=4, nth=4), 2016)
    datetime.date(2016, 11, 24)
    """
    if not holiday.month:
        return easter(year) + timedelta(days=holiday.easter)
    if holiday.day:
        return Day(year, holiday.month, holiday.day)
    if holiday.nth < 0:  # the last one is as many weeks before the first of the month after
        following = Day(year + holiday.month // 12, holiday.month % 12 + 1, 1)
        return _on_or_after(following, holiday.weekday) + timedelta(weeks=holiday.nth)
    return _on_or_after(Day(year, holiday.month, 1), holiday.weekday) + timedelta(weeks=holiday.nth - 1)


def easter(year: int) -> Day:
    """Easter Sunday in the Gregorian calendar, by the anonymous computus of 1876.

    >>> easter(2016)
    datetime.date(2016, 3, 27)
    """
    golden, (century, of_century) = year % 19, divmod(year, 100)
    leaps, shift = century // 4, (8 * century + 13) // 25
    epact = (19 * golden + century - leaps - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    month, day = divmod(epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114, 31)
    return Day(year, month, day + 1)


def _on_or_after(day: Day, weekday: int) -> Day:
    return day + timedelta(days=(weekday - day.isoweekday()) % 7)
