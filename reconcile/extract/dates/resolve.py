"""From what a date says to which date it is. In: an `Expression` and what it is read against. Out: a `Reading`."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import timedelta

from reconcile.extract.dates.against import Against, Reading
from reconcile.extract.dates.expression import Expression
from reconcile.extract.dates.holidays import day_in
from reconcile.extract.dates.recurring import recurring
from reconcile.extract.dates.relative import ago, earlier, later, same, today
from reconcile.extract.dates.years import full_year, inferred_month, inferred_year
from reconcile.kinds.date import WEEKDAYS, Date, Point, on


def resolve(expression: Expression, against: Against) -> Reading | None:
    """Which date `expression` is; None where its parts make no date."""
    try:
        return _RESOLVERS[expression.read](expression, against)
    except (ValueError, OverflowError):  # a span that ends before it starts, or a shift out of the calendar
        return None


def _calendar(said: Expression, against: Against) -> Reading | None:
    month, day, uncertain = _ordered(said, against)
    year = said.year or full_year(said.yy, against)
    stated = _stated(said, year=year, month=month, day=day)
    first = "day" if against.day_first else "month"
    steps: tuple[str, ...] = (f"{said.left}/{said.right} read with the {first} first",) if uncertain else ()
    if not month and day:
        year, month, why = inferred_month(day, against)
        steps += (why,)
    elif not year:
        year, why = inferred_year(month, day, said.weekday, against)
        steps += (why,)
    if month and day and day > monthrange(year or 2000, month)[1]:
        steps += (f"no calendar has a day {day} in that month; only the month is kept",)
        return Reading(Date(Point(year, month)), tuple(part for part in stated if part in ("year", "month")), steps)
    start = Point(year, month or None, day or None, uncertain)
    return Reading(Date(start, _until(said, start)), stated, steps + _misfit(said, start))


def _misfit(said: Expression, point: Point) -> tuple[str, ...]:
    if not point.first or said.weekday in (-1, point.first.weekday()):
        return ()
    return (f"{WEEKDAYS[said.weekday]} does not fit {point}, a {WEEKDAYS[point.first.weekday()]}",)


def _ordered(said: Expression, against: Against) -> tuple[int, int, bool]:
    """Month, day, and whether they could be the other way round."""
    if not said.left:
        return said.month, said.day, False
    day_first = against.day_first if max(said.left, said.right) <= 12 else said.left > 12
    month, day = (said.right, said.left) if day_first else (said.left, said.right)
    return month, day, max(month, day) <= 12 and month != day


def _until(said: Expression, start: Point) -> Point | None:
    if not said.until_day:
        return None
    month = said.until_month or start.month or 0
    until = Point(start.year + bool(start.year and start.month and month < start.month), month, said.until_day)
    if until.first and start.first and until.first <= start.first:
        raise ValueError("ends before it starts")
    return until


def _stated(said: Expression, *, year: int, month: int, day: int) -> tuple[str, ...]:
    parts = {"year": year, "month": month, "day": day, "weekday": said.weekday >= 0}
    return tuple(part for part, there in parts.items() if there)


def _foreign(said: Expression, against: Against) -> Reading | None:
    from reconcile.extract.dates.foreign import read_foreign  # rarely needed, and slow to import

    date = read_foreign(said.foreign, "", said.languages)
    if date is None:
        return None
    month, day = date.start.month or 0, date.start.day or 0
    year, steps = date.start.year, ["in the words of another language"]
    stated = _stated(said, year=year, month=month, day=day)
    if not year:
        year, why = inferred_year(month, day, -1, against)
        steps.append(why)
    return Reading(Date(Point(year, month, day or None)), stated, tuple(steps))


def _decade(said: Expression, against: Against) -> Reading:
    first = said.year or full_year(said.yy, against)
    return Reading(Date(Point(first), Point(first + 9)), ("year",), ("a decade",))


def _holiday(said: Expression, against: Against) -> Reading | None:
    if said.holiday is None:
        return None
    if said.year:
        return Reading(on(day_in(said.holiday, said.year)), ("year", "month", "day"), ("a holiday",))
    if against.published is None:
        fixed = Point(0, said.holiday.month, said.holiday.day)
        return Reading(Date(fixed), ("month", "day"), ("a holiday of no stated year",)) if said.holiday.day else None
    latest = against.published + timedelta(days=getattr(against.reach, against.tense() or "untold"))
    days = (day_in(said.holiday, year) for year in (latest.year, latest.year - 1))
    chosen = next(day for day in days if day <= latest)
    why = f"a holiday; year {chosen.year} from the publication date {against.published}"
    return Reading(on(chosen), ("month", "day"), (why,))


_RESOLVERS: dict[str, Callable[[Expression, Against], Reading | None]] = {
    "calendar": _calendar,
    "decade": _decade,
    "foreign": _foreign,
    "holiday": _holiday,
    "today": today,
    "ago": ago,
    "earlier": earlier,
    "later": later,
    "same": same,
    **dict.fromkeys(("weekday", "last", "this", "next", "end", "weekend"), recurring),
}
