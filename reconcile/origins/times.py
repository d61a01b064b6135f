"""Which of two publications is the earlier. In: ISO 8601 days or times. Out: a truth, or a key to sort by."""

from __future__ import annotations

from datetime import UTC, datetime


def moment(published: str) -> datetime | None:
    """`published` as a time; one without an offset counts as UTC."""
    try:
        read = datetime.fromisoformat(published)
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def before(a: str, b: str) -> bool:
    """Whether `a` is known to be earlier than `b`: a day overlaps every time in it.

    >>> before("2024-03-22", "2024-03-23"), before("2024-03-22", "2024-03-22T10:00:00Z"), before("", "2024-03-22")
    (True, False, False)
    """
    first, second = moment(a), moment(b)
    if first is None or second is None:
        return False
    return first < second if len(a) > 10 and len(b) > 10 else first.date() < second.date()


def earliest_first(published: str) -> tuple[bool, str]:
    """A key that puts publications into order, undated ones last."""
    read = moment(published)
    return read is None, read.astimezone(UTC).isoformat() if read else ""
