"""The walk from a noun for people to its figure or article. In: a masked sentence and where a noun begins in it. Out:
how far left its group reaches, and what was met there."""

from __future__ import annotations

from typing import NamedTuple

from reconcile.extract.matching.mask import Masked
from reconcile.extract.matching.slots import CHARS, SORTS
from reconcile.extract.people.lexicon import Lexicon, Noun

_REACH = 6  # words between a figure and its noun, at the most
_STOPS = frozenset((*".,;:!?", *SORTS))
_OF_WHOM = ("'s", "s'")  # "the minister's driver" is one driver
_OPENERS = (": ", "; ", " - ", ", ", "| ")
_MARKS = "\"'([-"  # what may stand before the first word of a group: '"12 people'
_DATE = CHARS["date"]
_PASSED = {CHARS[sort] for sort in ("adjective", "place", "metonym", "actor", "notable", "name", "site", "date")}
_FIGURE = CHARS["count"]
_LONGEST = 40  # characters of a word that are looked at


class Walk(NamedTuple):
    """How far left of its noun a group reaches, and what it met there."""

    start: int  # where the figure, the article or the last passed word begins
    met: str  # "figure", "one", "the", or empty
    described: int  # where the words begin that may describe a group without a figure
    passed: frozenset[str]
    part: bool
    opens: bool = False  # whether nothing stands before what was passed: "Man shot"


def walk_left(masked: Masked, begin: int, noun: Noun, lexicon: Lexicon, floor: int) -> Walk:
    """How far the group of a noun at `begin` reaches, no further than `floor`, where the one before it ends."""
    text, at, described, inner = masked.text, begin, begin, -1
    passed: set[str] = set()
    for _ in range(_REACH):
        stop = at - 1
        if stop < floor or text[stop] != " ":
            break
        first = text.rfind(" ", floor, stop) + 1 or floor
        word = text[first:stop].lstrip(_MARKS)
        start = stop - len(word)
        if word in lexicon.none:  # but "no loss of life" is no figure on lives
            met = "none" if passed.isdisjoint(lexicon.of) else ""
            return Walk(start, met, described, frozenset(passed), inner >= 0)
        if word in lexicon.before_bare:
            return Walk(at, "", described, frozenset(passed), inner >= 0, opens=True)
        passed.add(word)
        if word == _FIGURE and not noun.plural and text.startswith(lexicon.behind_age, start + 1):
            passed.add(lexicon.years[0])  # "a 37 year old woman"
            at = start
            continue
        if word == _FIGURE or (word in lexicon.one and not noun.plural):
            met, none = "figure" if word == _FIGURE else "one", text.endswith(lexicon.not_one, 0, start)
            if none and not noun.plural:
                met, start = "none", text.rfind(" ", 0, start - 1) + 1
            return Walk(start, met, described, frozenset(passed), inner >= 0)
        if word in lexicon.this and noun.plural:  # "he said that rebels"
            break
        of = word in lexicon.the and text.endswith(lexicon.of_spaced, 0, start)
        inner = start if inner < 0 and (of or text.endswith(lexicon.some, 0, stop)) else inner
        if (word in lexicon.the and not of) or (not noun.plural and text.endswith(_OF_WHOM, first, stop)):
            return Walk(start if inner < 0 else inner, "the", described, frozenset(passed), part=False)  # "of her son"
        led_on = of or (word in lexicon.of and _of_a_whole(text, start, at, lexicon))
        if start > first or not (led_on or _may_stand_between(word, lexicon)):
            break
        if described == at and (word in lexicon.described or (word in _PASSED and word != _DATE)):
            described = start
        at = start
    # "the body of the driver"
    if inner >= 0 and not noun.plural and floor > 0 and at - floor <= max(map(len, lexicon.of_spaced)):
        return Walk(inner, "the", described, frozenset(passed), part=False)
    aged = not noun.plural and any(word.endswith(lexicon.years) for word in passed)  # "a man, 49-year-old woman and"
    opens = at == 0 or text[:at].endswith(_OPENERS)
    return Walk(at, "one" if aged else "", described, frozenset(passed), inner >= 0, opens)


def _may_stand_between(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand between a figure and its noun."""
    return bool(word) and word not in lexicon.breaks and (word[-1] not in _STOPS or word in _PASSED)


def _of_a_whole(text: str, start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether an "of" at `start` leads on to a figure: "two of the guards", "dozens of guards"."""
    return (
        text[max(0, start - 2) : start].startswith(_FIGURE) or text[at : at + _LONGEST].split(" ", 1)[0] in lexicon.the
    )
