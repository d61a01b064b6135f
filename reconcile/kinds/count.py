"""Counts: whole numbers with the bounds that the text puts on them. In: a spelling. Out: a `Count`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor, inf

#: form -> how it is spelled around its number
FORMS = {
    "exact": "{}",
    "least": "{}+",
    "over": ">{}",
    "most": "<={}",
    "under": "<{}",
    "about": "~{}",
    "range": "{}..{}",
}

_SPELLINGS = {form: re.compile(re.escape(s).replace(r"\{\}", r"(0|[1-9]\d*)")) for form, s in FORMS.items()}


@dataclass(frozen=True, slots=True, order=True)
class Count:
    """`form` is a key of FORMS; `n` its number, `m` the upper end of a range and else equal to `n`."""

    form: str
    n: int
    m: int

    def __str__(self) -> str:
        return FORMS[self.form].format(self.n, self.m)

    @property
    def low(self) -> int:
        """The smallest whole number that the words allow; for `~30` the number itself."""
        return {"over": self.n + 1, "most": 0, "under": 0}.get(self.form, self.n)

    @property
    def high(self) -> int | None:
        """The largest whole number that the words allow, None where there is no upper bound; for `~30` the number
        itself."""
        return {"least": None, "over": None, "under": self.n - 1}.get(self.form, self.m)

    @property
    def granule(self) -> int:
        """The power of ten to which the number is rounded: 10 for 130, 100 for 200, 1 for 137 and for 0."""
        step = 1
        while self.n and self.n % (step * 10) == 0:
            step *= 10
        return step

    @property
    def rounded(self) -> bool:
        """Whether the number is one of those that are said loosely: whole tens, and dozens from two on."""
        return self.n >= 20 and (self.n % 10 == 0 or self.n % 12 == 0)

    @property
    def point(self) -> float:
        """The number to order it by: its own, the middle of a range, one beyond where the number itself is left out."""
        return self.n + {"over": 1, "under": -1}.get(self.form, 0) if self.form != "range" else (self.n + self.m) / 2


@dataclass(frozen=True, slots=True)
class Rounding:
    """How far `~n` reaches either way: `share` of the step it is rounded to, at least `least`, at most `most_share` of
    `n`."""

    share: float
    least: int
    most_share: float

    def reach(self, count: Count) -> float:
        """The distance either way; 0 for a count that is not approximate."""
        if count.form != "about":
            return 0
        return max(min(self.share * count.granule, self.most_share * count.n), self.least)


def interval(count: Count, rounding: Rounding) -> tuple[int, float]:
    """The smallest and largest whole number that `count` can stand for; the largest is infinite where nothing bounds
    it."""
    reach = rounding.reach(count)
    return max(ceil(count.low - reach), 0), inf if count.high is None else floor(count.high + reach)


def possible_together(a: Count, b: Count, rounding: Rounding) -> bool:
    """Whether one number satisfies both, taken literally."""
    (a_low, a_high), (b_low, b_high) = interval(a, rounding), interval(b, rounding)
    return a_low <= b_high and b_low <= a_high


def covers(wide: Count, narrow: Count, rounding: Rounding) -> bool:
    """Whether `wide` allows every number that `narrow` allows, and is not the same value."""
    (wide_low, wide_high), (low, high) = interval(wide, rounding), interval(narrow, rounding)
    return wide != narrow and wide_low <= low and high <= wide_high


@lru_cache(maxsize=1024)
def exactly(n: int) -> Count:
    """The count of just `n`."""
    return Count("exact", n, n)


def bounded(form: str, n: int, m: int | None = None) -> Count:
    """A count of `form`; `m` only for a range. Raises ValueError where it allows no number."""
    upper = n if m is None else m
    if form not in FORMS or (form == "range") != (upper > n) or n < 0 or (form == "under" and n == 0):
        raise ValueError(f"no count: {form} {n} {upper}")
    return Count(form, n, upper)


def parse(text: str) -> Count:
    """The count that `text` spells. Raises ValueError.

    >>> str(parse("133+")), parse(">130").low, parse("20..25").high
    ('133+', 131, 25)
    """
    for form, spelling in _SPELLINGS.items():
        if match := spelling.fullmatch(text):
            return bounded(form, *(int(number) for number in match.groups()))
    raise ValueError(f"{text!r} is no count: 12, 12+, >12, <=12, <12, 20..25 or ~30")
