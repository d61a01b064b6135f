"""When an article was published. In: what a header, a record, an option or a file name says. Out: ISO 8601, or "".

A day or a time; a time keeps the UTC offset that it was given with. Nothing here looks at the clock."""

from __future__ import annotations

import re
from datetime import date, datetime

ALLOWED = "write a day or a time such as 2024-03-24 or 2024-03-24T17:48Z"

_MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
_ZONE = r"(Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)"
_ISO = re.compile(
    r"([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})"
    rf"(?:(?:[T ]|, )([0-9]{{2}}:?[0-9]{{2}}(?::?[0-9]{{2}}(?:[.,][0-9]{{1,9}})?)?)\s?{_ZONE}?)?",
    re.IGNORECASE,
)
_NTH = r"([0-9]{1,2})(?:st|nd|rd|th)?"
_WRITTEN = re.compile(
    rf"(?:[a-z]{{3,9}}\.?,?\s)?(?:([a-z]{{3,9}})\.?\s{_NTH}|{_NTH}\s([a-z]{{3,9}})\.?),?\s([0-9]{{4}})"
    rf"(?:,?\s(?:at\s)?([0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?)\s?{_ZONE}?)?",
    re.IGNORECASE,
)
_IN_NAME = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([-_.]?)([0-9]{2})\2([0-9]{2})(?![0-9])")


def parse(text: str) -> str:
    """The one spelling of a day or time. Raises ValueError, also for a day that no calendar has.

    >>> parse("2024-03-24 17:48 UTC"), parse("March 24, 2024"), parse("2024-03-24T17:48:00+03:00")
    ('2024-03-24T17:48:00Z', '2024-03-24', '2024-03-24T17:48:00+03:00')
    """
    text = " ".join(text[:80].split())
    if iso := _ISO.fullmatch(text):
        year, month, day, clock, offset = iso.groups()
        return _spelled(date(int(year), int(month), int(day)), clock, offset)
    if written := _WRITTEN.fullmatch(text):
        named, day_after, day_before, named_after, year, clock, offset = written.groups()
        month = _month(named or named_after)
        return _spelled(date(int(year), month, int(day_after or day_before)), clock, offset)
    raise ValueError("it is no day or time")


def in_name(stem: str) -> str:
    """The one day that a file's name states, or "".

    >>> in_name("2024-03-24-harbour"), in_name("20240324_harbour"), in_name("c1906041e7")
    ('2024-03-24', '2024-03-24', '')
    """
    days = set()
    for match in _IN_NAME.finditer(stem):
        before, after = stem[: match.start()][-1:], stem[match.end() :][:1]
        if match[2] or not (before.isalnum() or after.isalnum()):
            try:
                days.add(date(int(match[1]), int(match[3]), int(match[4])).isoformat())
            except ValueError:
                continue
    return days.pop() if len(days) == 1 else ""


def _month(name: str) -> int:
    short = "sep" if name.lower() == "sept" else name.lower()
    for number, month in enumerate(_MONTHS, 1):
        if short in (month, month[:3]):
            return number
    raise ValueError(f"{name!r} is no month")


def _spelled(day: date, clock: str | None, offset: str | None) -> str:
    if not 1000 <= day.year <= 9998:
        raise ValueError(f"{day.year} is no year of news")
    if clock is None:
        return day.isoformat()
    clock = clock if clock[1:2] != ":" else f"0{clock}"
    zone = "" if offset is None else "+00:00" if offset.upper() in ("Z", "UTC", "GMT") else offset
    return datetime.fromisoformat(f"{day}T{clock.replace(',', '.')}{zone}").isoformat().replace("+00:00", "Z")
