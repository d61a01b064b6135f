"""Days counted from one that is named behind them: "ten days after May 1", "a week before the vote of May 4".

In: folded text, a date in it, and the words of its language. Out: the day that is meant, and where its words begin."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from typing import NamedTuple

from reconcile.extract.dates.shift import LONG, about, moved
from reconcile.kinds.date import Date
from reconcile.rulebook.language.dates import DateWords
from reconcile.text.pattern import Match, Pattern, compiled, one_of

_REACH = 96  # characters before a date in which it may be counted from


class Counted(NamedTuple):
    """A day, where its words begin, and how it was counted."""

    date: Date
    start: int
    step: str
    about: Date | None


def counted_from(folded: str, start: int, base: Date, words: DateWords, happenings: Container[str]) -> Counted | None:
    """The day that is counted from `base`, whose words begin at `start`; None where none is. Behind a word of
    `happenings` a date is that of the happening: "three days after the attack of May 1" tells when that was."""
    reach = max(0, start - _REACH)
    match = _pattern(words).search(folded[reach:start])
    if match is None or not base.is_day:
        return None
    if any(word in happenings for word in str(match.groupdict()["what"] or "").split()):
        return None
    shift, unit = so_many(match, words)
    date = moved(base, shift, unit) if shift else None
    if date is None:
        return None
    step = f"{shift:+d} {unit}{'' if abs(shift) == 1 else 's'} from {base}"
    return Counted(date, reach + match.start(), step, about(base.first, shift, unit) if base.first else None)


def so_many(match: Match, words: DateWords) -> tuple[int, str]:
    """How many units a match of `so_many_pattern` tells, less than 0 for before, and which."""
    said = match.groupdict()
    number = str(said["n"])
    n = int(number) if number.isdigit() else words.numbers[number]
    unit = next(unit for unit, names in words.units.items() if said["unit"] in names)
    return (n if said["after"] else -n), unit


def so_many_pattern(words: DateWords) -> str:
    """RE2 source of "about two weeks before", with the groups n, unit and after."""
    counted = words.counted
    unit = one_of(name for unit in LONG for name in words.units[unit])
    n = rf"(?P<n>[0-9]{{1,3}}|{one_of(words.numbers)}) (?P<unit>{unit})"
    return rf"\b(?:{one_of(counted.about)} )?{n} (?:(?P<after>{one_of(counted.after)})|{one_of(counted.before)})"


@lru_cache(maxsize=8)
def _pattern(words: DateWords) -> Pattern:
    counted = words.counted
    what = rf"(?:{one_of(counted.the)}(?P<what>(?: [a-z'-]+){{1,4}}) {one_of(counted.of)} )?"
    return compiled(rf"{so_many_pattern(words)} {what}$")
