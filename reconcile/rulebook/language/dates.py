"""`rules/languages/<language>/dates.toml`: months, weekdays, relative days. In: nothing. Out: the spec."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateWords:
    """Months, weekdays, relative days."""
