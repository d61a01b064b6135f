"""Dates counted from another: today, two days ago, a week later, that day. In: an `Expression`. Out: a `Reading`.

The other is the publication's day, or for "later", "earlier" and "that day" the date that the text named last."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta

from reconcile.extract.dates.against import UNRESOLVED, Against, Reading
from reconcile.extract.dates.expression import Expression
from reconcile.extract.dates.shift import about, moved, next_weekday
from reconcile.kinds.date import Date, on


def today(said: Expression, against: Against) -> Reading:
    """Today, yesterday, tomorrow: days counted from the publication's."""
    if against.published is None:
        return _nowhere("relative")
    day = against.published + timedelta(days=said.shift)
    return _counted(on(day), said.shift, "day", day, f"the publication date {against.published}")


def ago(said: Expression, against: Against) -> Reading | None:
    """Two days ago: units counted back from the publication."""
    if against.published is None:
        return _nowhere("relative")
    date = moved(on(against.published), -said.n, said.unit)
    base = f"the publication date {against.published}"
    return _counted(date, -said.n, said.unit, against.published, base) if date else None


def earlier(said: Expression, against: Against) -> Reading | None:
    """Two days earlier, the previous Friday. With no date named, it counts from the publication."""
    published = (on(against.published),) if against.published else ()
    return _from_named(said, (*against.named, *published), -1)


def later(said: Expression, against: Against) -> Reading | None:
    """Two days later, the following Friday."""
    return _from_named(said, against.named, 1)


def same(said: Expression, against: Against) -> Reading | None:
    """That day, the same month: the date named last that is exact enough, if any is."""
    for base in against.named:
        if date := moved(base, 0, said.unit):
            return Reading(date, ("relative",), (f"the {said.unit} of {base}, named before",))
    return None


def _from_named(said: Expression, named: tuple[Date, ...], sign: int) -> Reading:
    for base in named:
        if said.weekday < 0:
            if date := moved(base, sign * said.n, said.unit):
                return _counted(date, sign * said.n, said.unit, base.first if base.is_day else None, str(base))
        elif base.is_day and base.first:
            day = next_weekday(base.first, said.weekday, sign)
            return Reading(
                on(day), ("weekday", "relative"), (f"the {'next' if sign > 0 else 'last'} such day from {base}",)
            )
    return _nowhere(*(("weekday",) if said.weekday >= 0 else ()), "relative")


def _counted(date: Date, n: int, unit: str, day: Day | None, base: str) -> Reading:
    """`date`, which is `n` units from `day`, if that is known; in words from `base`."""
    step = f"{n:+d} {unit}{'' if abs(n) == 1 else 's'} from {base}"
    return Reading(date, ("relative",), (step,), about(day, n, unit) if day else None)


def _nowhere(*stated: str) -> Reading:
    return Reading(UNRESOLVED, stated, ("nothing known to count from",))
