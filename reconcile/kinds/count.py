"""Counts: whole numbers with the bounds that the text puts on them. In: a spelling. Out: a `Count`."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: form -> how it is spelled around its number
FORMS = {"exact": "{}", "least": "{}+", "over": ">{}", "most": "<={}", "under": "<{}", "about": "~{}", "range": "{}..{}"}

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
        """The largest whole number that the words allow, None where there is no upper bound; for `~30` the number itself."""
        return {"least": None, "over": None, "under": self.n - 1}.get(self.form, self.m)

    @property
    def granule(self) -> int:
        """The power of ten to which the number is rounded: 10 for 130, 100 for 200, 1 for 137 and for 0."""
        step = 1
        while self.n and self.n % (step * 10) == 0:
            step *= 10
        return step


def exactly(n: int) -> Count:
    """The count of just `n`."""
    return Count("exact", n, n)


def bounded(form: str, n: int, m: int | None = None) -> Count:
    """A count of `form`; `m` only for a range. Raises ValueError where a range has no width or a bound allows nothing."""
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
