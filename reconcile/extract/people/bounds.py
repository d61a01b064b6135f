"""Words that bound a number: "at least 12", "12 or more". In: folded text and where a number stands. Out: its bound.

Most numbers have none, which the one word beside them tells; only where that may be of a bound is a pattern asked."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reconcile.rulebook.language.numbers import NumberWords
from reconcile.text.pattern import Pattern, compiled, one_of

REACH = 32  # characters before and after a number in which a bound may stand
_ARTICLES = ("the", "a")  # may stand between a bound and its number


class Bound(NamedTuple):
    """A bound of the form `form` (of `kinds.count`) whose words begin or end at `edge`."""

    form: str
    edge: int


class _Bounds(NamedTuple):
    before: Pattern
    after: Pattern
    forms_before: dict[str, str]
    forms_after: dict[str, str]
    lasts: frozenset[str]  # the last words of what stands before
    firsts: tuple[str, ...]  # the first words of what stands after


@lru_cache(maxsize=8)
def _bounds(words: NumberWords) -> _Bounds:
    before, after = words.before.forms(), words.after.forms()
    return _Bounds(
        compiled(rf"\b({one_of(before)}) ((?:{'|'.join(_ARTICLES)}) )?$"),
        compiled(rf"(\+)|[- ]({one_of(after)})\b"),
        before,
        after,
        frozenset(phrase.rpartition(" ")[2] for phrase in before),
        tuple({phrase.partition(" ")[0]: None for phrase in after}),
    )


def bound_before(text: str, start: int, floor: int, words: NumberWords) -> Bound | None:
    """The bound whose words, none of them before `floor`, end where a number begins at `start`."""
    known, reach = _bounds(words), max(floor, start - REACH)
    before = text[reach:start]
    last = before[:-1].rpartition(" ")[2]
    if last in _ARTICLES:
        last = before[: -len(last) - 2].rpartition(" ")[2]
    if before[-1:] != " " or (last.isalpha() and last not in known.lasts):
        return None
    match = known.before.search(before)
    return Bound(known.forms_before[str(match.group(1))], reach + match.start()) if match else None


def bound_after(text: str, end: int, words: NumberWords) -> Bound | None:
    """The bound whose words begin where a number ends."""
    known = _bounds(words)
    sign = text[end : end + 1]
    if sign != "+" and not (sign in ("-", " ") and text.startswith(known.firsts, end + 1)):
        return None
    match = known.after.match(text[end : end + REACH])
    if match is None:
        return None
    return Bound("least" if match.group(1) else known.forms_after[str(match.group(2))], end + match.end())
