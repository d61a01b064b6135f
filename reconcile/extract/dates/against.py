"""What dates are read against, and what comes out of it. In: nothing. Out: the two nouns of resolving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Day

from reconcile.kinds.date import Date, Point
from reconcile.rulebook.language.dates import Reach

#: a date whose words point somewhere, with nothing known to point from
UNRESOLVED = Date(Point(0, 0, 0))


@dataclass(frozen=True, slots=True)
class Against:
    """The publication's day, the dates named before (the last first), the tense, the order of 03/04/2024, the reach."""

    published: Day | None
    named: tuple[Date, ...]
    tense: Callable[[], str]
    day_first: bool
    reach: Reach


@dataclass(frozen=True, slots=True)
class Reading:
    """The date, the parts of it that the text states, and how it was read, in words."""

    date: Date
    stated: tuple[str, ...]
    steps: tuple[str, ...] = ()
    about: Date | None = None  # where it was counted in weeks or more, all that it may be
