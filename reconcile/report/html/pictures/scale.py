"""Scales: values and times to pixels, and the marks on an axis. In: what is to be shown. Out: positions and ticks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from math import floor, log10

from reconcile.kinds.date import MONTHS

_HOUR, _DAY = 3600.0, 86400.0
_STEPS = (_HOUR, 3 * _HOUR, 6 * _HOUR, 12 * _HOUR, _DAY, 2 * _DAY, 7 * _DAY, 14 * _DAY)
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600)
_MOST_TICKS = 7


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale from `low` .. `high` to the pixels `start` .. `end`, which may run either way."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The pixel of `value`, at the edge for what lies beyond."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + min(1.0, max(0.0, share)) * (self.end - self.start)


def number_ticks(low: float, high: float, most: int = 6) -> list[int]:
    """Round whole numbers from `low` to `high`, at most about `most` of them.

    >>> number_ticks(126, 147)
    [130, 135, 140, 145]
    """
    raw = max((high - low) / most, 1e-9)
    power = 10.0 ** floor(log10(raw))
    step = max(1, round(next(m * power for m in (1, 2, 5, 10) if m * power >= raw)))
    first = -int(-low // step) * step
    return list(range(first, floor(high) + 1, step))


def time_ticks(low: datetime, high: datetime) -> list[tuple[datetime, str]]:
    """Whole hours, days or months from `low` to `high`, with their words. A day is marked at its noon; a
    year is named where there are several.

    >>> [words for _, words in time_ticks(datetime(2024, 3, 27, tzinfo=UTC), datetime(2024, 4, 1, tzinfo=UTC))]
    ['27 March', '28 March', '29 March', '30 March', '31 March']
    """
    span = (high - low).total_seconds()
    step = next((step for step in _STEPS if span / step <= _MOST_TICKS), None)
    times = list(_by_seconds(low, high, step) if step else _by_months(low, high))
    return list(zip(times, _tick_words(times), strict=True))


def _by_seconds(low: datetime, high: datetime, step: float) -> Iterator[datetime]:
    midnight = low.replace(hour=0, minute=0, second=0, microsecond=0)
    time = midnight + timedelta(seconds=step * -(-(low - midnight).total_seconds() // step))
    noon = timedelta(hours=12) if step >= _DAY else timedelta()
    while time + noon <= high:
        yield time + noon
        time += timedelta(seconds=step)


def _by_months(low: datetime, high: datetime) -> Iterator[datetime]:
    first, last = low.year * 12 + low.month - 1, high.year * 12 + high.month - 1
    step = next((step for step in _MONTHS if (last - first) / step <= _MOST_TICKS), _MONTHS[-1])
    for month in range(-(-first // step) * step, last + 1, step):
        time = datetime(max(1, month // 12), month % 12 + 1, 1, tzinfo=UTC)
        if low <= time <= high:
            yield time


def _tick_words(times: Sequence[datetime]) -> Iterator[str]:
    before: datetime | None = None
    years = len({time.year for time in times}) > 1
    timed = any((b - a).total_seconds() < _DAY for a, b in pairwise(times))
    for time in times:
        month = MONTHS[time.month - 1]
        year = f" {time.year}" if years and (before is None or before.year != time.year) else ""
        if timed and before is not None and before.date() == time.date():
            yield f"{time:%H:%M}"
        elif timed:
            yield f"{time.day} {month[:3]}, {time:%H:%M}"
        elif all(one.day == 1 for one in times):
            yield f"{month if len(times) < 5 else month[:3]}{year}"
        else:
            yield f"{time.day} {month}{year}"
        before = time
