"""Years that the text leaves out or cuts short. In: the other parts and the publication date. Out: a year."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta

from reconcile.extract.dates.against import Against

_ZONES = timedelta(days=1)  # a day may have begun elsewhere before it did where the article was published
_RECENT = timedelta(days=14)  # so near, a weekday that does not fit is a mistake rather than another year's
_SOON = timedelta(days=92)  # without a tense, a date that near ahead is meant rather than last year's
_RATHER = timedelta(days=61)  # the same where there is a past, but hardly of this date
_FAR = timedelta(days=330)  # a date that far ahead would be given with its year, whatever the verb


def full_year(yy: int, against: Against) -> int:
    """The year that ends in `yy`: the latest that is no more than ten years after the publication, else before 2030."""
    if yy < 0:
        return 0
    latest = against.published.year + 10 if against.published else 2030
    return latest - (latest - yy) % 100


def inferred_year(month: int, day: int, weekday: int, against: Against) -> tuple[int, str]:
    """The year of a month, or day of a month, that stands without one, and why; 0 where nothing tells."""
    published = against.published
    if published is None:
        return 0, "no year stated, and no publication date to find it from"
    why = f"from the publication date {published}"
    days = [d for year in range(published.year - 8, published.year + 2) if (d := _day(year, month, day or 1))]
    if not days:  # 30 February
        return published.year, f"year {published.year} {why}"
    chosen = _chosen(days, published, against.tense(), whole_day=day > 0)
    if weekday >= 0 and chosen.weekday() != weekday and abs(chosen - published) > _RECENT:
        fitting = [d for d in days if d.weekday() == weekday and abs(d - published) < _FAR]
        chosen, why = (fitting[-1], why + " and the weekday") if fitting else (chosen, why)
    return chosen.year, f"year {chosen.year} {why}"


def inferred_month(day: int, against: Against) -> tuple[int, int, str]:
    """The year and month of "the 22nd": of the date named last, else the latest such day before the publication."""
    for named in against.named:
        if named.start.month:
            return named.start.year, named.start.month, f"month from {named}, named before"
    if against.published is None:
        return 0, 0, "no month stated, and no publication date to find it from"
    latest = against.published + _ZONES
    month = latest if latest.day >= day else latest.replace(day=1) - _ZONES
    return month.year, month.month, f"month from the publication date {against.published}"


def _chosen(days: list[Day], published: Day, tense: str, *, whole_day: bool) -> Day:
    since = published if whole_day else published.replace(day=1)
    ahead = [d for d in days if since <= d < published + _FAR]
    if tense == "future" and ahead:
        return ahead[0]
    reach = {"": _SOON, "far past": _RATHER}.get(tense, _ZONES if whole_day else timedelta())
    return max((d for d in days if d <= published + reach), default=days[0])


def _day(year: int, month: int, day: int) -> Day | None:
    try:
        return Day(year, month, day)
    except ValueError:
        return None
