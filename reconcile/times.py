"""When articles were published and figures are as of: ISO 8601 days, or times. In: their spelling. Out: their order.

A day overlaps every time in it; a time without an offset counts as UTC."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from datetime import date as Day

BEFORE, AFTER, EQUALLY_RECENT, UNKNOWN = "before", "after", "equally recent", "unknown"


def moment(text: str) -> datetime | None:
    """`text` as a time, a day as its first moment; None where it is neither."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def day(text: str) -> Day | None:
    """The day that `text` names, as it is spelled there; None where it names none.

    >>> day("2024-03-22T23:10:00-05:00"), day("")
    (datetime.date(2024, 3, 22), None)
    """
    try:
        return Day.fromisoformat(text[:10])
    except ValueError:
        return None


def compared(a: str, b: str, equally_recent_minutes: int = 0) -> str:
    """How two times lie: BEFORE, AFTER, EQUALLY_RECENT where so few minutes are between them, or UNKNOWN.

    >>> compared("2024-03-22", "2024-03-23"), compared("2024-03-22", "2024-03-22T10:00:00Z"), compared("", "2024-03-22")
    ('before', 'unknown', 'unknown')
    """
    first, second = moment(a), moment(b)
    if first is None or second is None:
        return UNKNOWN
    if len(a) > 10 and len(b) > 10:
        minutes = (second - first).total_seconds() / 60
        if minutes == 0 or abs(minutes) < equally_recent_minutes:
            return EQUALLY_RECENT
        return BEFORE if minutes > 0 else AFTER
    if first.date() == second.date():
        return UNKNOWN
    return BEFORE if first.date() < second.date() else AFTER


def newest(times: Iterable[str]) -> str:
    """The latest of some times, empty where none can be read."""
    known = [(time, text) for text in times if (time := moment(text))]
    return max(known)[1] if known else ""


def earliest_first(text: str) -> tuple[bool, str]:
    """A key that puts times into order, what is none last."""
    read = moment(text)
    return read is None, read.astimezone(UTC).isoformat() if read else ""
