"""Years that the text leaves out or cuts short. In: the other parts and the publication date. Out: a year."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta

from reconcile.extract.dates.against import Against


def full_year(yy: int, against: Against) -> int:
    """The year that ends in `yy`: the latest that is no more than ten years after the publication, else before 2030."""
    if yy < 0:
        return 0
    latest = against.published.year + 10 if against.published else 2030
    return latest - (latest - yy) % 100


def inferred_year(month: int, day: int, weekday: int, against: Against) -> tuple[int, str]:
    """The year of a month, or day of a month, that stands without one, and why; 0 where nothing tells."""
    published, reach = against.published, against.reach
    if published is None:
        return 0, "no year stated, and no publication date to find it from"
    why = f"from the publication date {published}"
    chosen = latest_day(month, day, published, getattr(reach, against.tense() or "untold"))
    if chosen is None:  # 30 February
        return published.year, f"year {published.year} {why}"
    if weekday >= 0 and chosen.weekday() != weekday and abs(chosen - published).days > reach.mistaken_weekday:
        near = latest_day(month, day, published, reach.future, weekday)
        if near and abs(near - published).days < reach.future:
            chosen, why = near, why + " and the weekday"
    return chosen.year, f"year {chosen.year} {why}"


def latest_day(month: int, day: int, published: Day, ahead: int, weekday: int = -1) -> Day | None:
    """The latest such day (the first of the month without one) that is at most `ahead` days after the publication."""
    years = range(published.year + 1, max(published.year - 9, 0), -1)  # 29 February comes every eight at the worst
    days = (found for year in years if (found := _day(year, month, day or 1)))
    latest = published + timedelta(days=ahead)
    return next((found for found in days if found <= latest and weekday in (-1, found.weekday())), None)


def inferred_month(day: int, against: Against) -> tuple[int, int, str]:
    """The year and month of "the 22nd": of the date named last, else the latest such day before the publication."""
    for named in against.named:
        if named.start.month:
            return named.start.year, named.start.month, f"month from {named}, named before"
    if against.published is None:
        return 0, 0, "no month stated, and no publication date to find it from"
    latest = against.published + timedelta(days=against.reach.past)
    month = latest if latest.day >= day else latest.replace(day=1) - timedelta(days=1)
    return month.year, month.month, f"month from the publication date {against.published}"


def _day(year: int, month: int, day: int) -> Day | None:
    try:
        return Day(year, month, day)
    except ValueError:
        return None
