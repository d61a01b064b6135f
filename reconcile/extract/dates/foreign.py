"""Dates in the words of other languages. In: an isolated expression ("22 de marzo de 2024"). Out: a `Date`.

The home of dateparser, which knows their month names. It is asked only about words that the language's own forms have
found but cannot read, imported only then, and asked for the parts it found, as it fills in the others by itself."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from reconcile.extract.dates.years import latest_day
from reconcile.kinds.date import Date, Point
from reconcile.times import day as day_of

#: what an expression may say, the most exact first; a month alone or a figure alone is no date
_PARTS = (("year", "month", "day"), ("month", "day"), ("year", "month"))
_LEAP = datetime(2000, 1, 1)  # fills in what is not said, never the clock; a leap year lets 29 February pass
_LONGEST = 60  # characters


def read_foreign(expression: str, published: str, languages: Sequence[str] = ()) -> Date | None:
    """The date that `expression` words in one of `languages` (without: all that dateparser knows), None for none.

    A year that is not said is found from `published`, a day or a time, and unknown where that is empty."""
    parts = _parts(expression, tuple(languages)) if len(expression) <= _LONGEST else None
    if parts is None:
        return None
    year, month, day = parts
    if not year:
        known = day_of(published)
        latest = known and latest_day(month, day, known, 0)
        year = latest.year if latest else 0
    return Date(Point(year, month, day or None))


@lru_cache(maxsize=4096)
def _parts(expression: str, languages: tuple[str, ...]) -> tuple[int, int, int] | None:
    """Year, month and day, 0 for what the expression does not say."""
    for parts in _PARTS:
        if found := _parsed(expression, languages, parts):
            said = {part: getattr(found, part) for part in parts}
            return said.get("year", 0), said["month"], said.get("day", 0)
    return None


def _parsed(expression: str, languages: tuple[str, ...], parts: tuple[str, ...]) -> datetime | None:
    from dateparser.date import DateDataParser  # 0.1 s that most runs never need

    settings = {"REQUIRE_PARTS": list(parts), "PARSERS": ["absolute-time"], "RELATIVE_BASE": _LEAP, "DATE_ORDER": "DMY"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about its own dependencies, nothing that a reader of news could act on
        found = DateDataParser(languages=list(languages) or None, settings=settings).get_date_data(expression)
    return found.date_obj  # type: ignore[no-any-return]
