"""Dates that come round: Friday, last Friday, next May, this week. In: an `Expression`. Out: a `Reading`.

They are seen from the publication: the one before it, the one it falls in, the one after."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta

from reconcile.extract.dates.against import UNRESOLVED, Against, Reading
from reconcile.extract.dates.expression import Expression
from reconcile.extract.dates.shift import moved, next_weekday
from reconcile.kinds.date import WEEKDAYS, Date, Point, on

_SIGNS = {"last": -1, "this": 0, "end": 0, "weekend": 0, "next": 1}


def recurring(said: Expression, against: Against) -> Reading | None:
    """The weekday, month, week or year that `said` names, seen from the publication."""
    stated = _stated(said)
    published = against.published
    if published is None:
        date = Date(Point(0, said.month, said.day or None)) if said.month else UNRESOLVED
        return Reading(date, stated, ("no publication date to see it from",))
    if said.weekday >= 0:
        day, how = _weekday(said, published, against)
        return Reading(on(day), stated, (f"{WEEKDAYS[said.weekday]} {how} the publication date {published}",))
    found = _month(said, published) if said.month else _unit(said, published, against)
    steps = (f"{said.read} {said.unit or 'one'}, seen from the publication date {published}",)
    return Reading(found, stated, steps) if found else None


def _stated(said: Expression) -> tuple[str, ...]:
    parts = {"month": said.month, "day": said.day, "weekday": said.weekday >= 0, "relative": said.read != "weekday"}
    return tuple(part for part, there in parts.items() if there)


def _weekday(said: Expression, published: Day, against: Against) -> tuple[Day, str]:
    if said.unit:  # Friday of last week
        return _monday(published) + timedelta(days=7 * _SIGNS[said.read] + said.weekday), f"of {said.read} week, from"
    if said.read == "last":
        return next_weekday(published, said.weekday, -1), "before"
    if said.read == "next":
        return next_weekday(published, said.weekday, 1), "after"
    tense = against.tense()
    if tense == "future" or (said.read == "this" and not tense):
        return next_weekday(published - timedelta(days=1), said.weekday, 1), "on or after"
    return next_weekday(published + timedelta(days=1), said.weekday, -1), "on or before"


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
    Day(year, said.month, said.day or 1)  # raises ValueError for a day that no calendar has
    return Date(Point(year, said.month, said.day or None))


def _unit(said: Expression, published: Day, against: Against) -> Date | None:
    sign = _SIGNS[said.read]
    if said.unit == "week":
        return _span(_monday(published) + timedelta(days=7 * sign), 7)
    if said.unit == "weekend" or said.read == "weekend":
        gone = said.read in ("this", "weekend") and published.weekday() < 5 and _is_past(against, said.read)
        return _span(_monday(published) + timedelta(days=7 * (-1 if gone else sign) + 5), 2)
    if said.unit not in ("month", "year"):
        return None
    if said.read == "end":
        gone = against.tense() == "past"  # the year whose end is past is the last one
        date = moved(on(published), -1 if gone else 0, said.unit)
        return on(date.last) if date and date.last else None
    return moved(on(published), sign, said.unit)


def _is_past(against: Against, read: str) -> bool:
    """Whether what goes with a weekend is told as past; of "the weekend" too where no verb is near."""
    return against.tense() in ("past", "far_past") or (read == "weekend" and against.tense() != "future")


def _monday(day: Day) -> Day:
    return day - timedelta(days=day.weekday())


def _span(first: Day, days: int) -> Date:
    return Date(on(first).start, on(first + timedelta(days=days - 1)).start)
