"""Parts of a figure that stand with it.

In: a total and the masked sentence behind it. Out: claims with the role `part`.

"Two men and a woman" is a total of 3 with parts of 2 and 1; "12 people, including three children" a total of 12 with
one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reconcile.extract.claims.revised import revised
from reconcile.extract.matching.cues import Cues
from reconcile.extract.matching.mask import Masked
from reconcile.extract.matching.slots import CHARS, Slot
from reconcile.kinds.count import Count
from reconcile.model import Claim
from reconcile.rulebook import Rulebook
from reconcile.text.pattern import Pattern, compiled, one_of

_BEHIND = 60  # characters behind a wording in which "including" may stand
LISTED = "part: one of a list that is summed"
DIVIDED = "part: one of those into whom the figure is divided"


def listed(claim: Claim, slot: Slot, text: str) -> Iterator[Claim]:
    """The members of a list that was summed."""
    for part in slot.parts:
        yield from _part(claim, part, LISTED, text)


def may_include(masked: Masked, at: int, end: int) -> bool:
    """Whether any figure stands where one that is some of the figure at `at` would."""
    reach = _reach(masked.text, end)
    return any(slot.count is not None and at < place < reach for place, slot in masked.slots.items())


def included(
    claim: Claim, masked: Masked, at: int, end: int, text: str, book: Rulebook, language: str
) -> Iterator[Claim]:
    """What is said to be some of the figure at `at`, in its wording or right behind it, where that ends at `end`:
    "12 people, three of them children, were killed", "killing 12 people, including three children"."""
    words = _patterns(book, language)
    reach = _reach(masked.text, end)
    state = bool(book.facts[claim.fact].falls_with)  # of those who may yet die it is told how they are
    for place, slot in masked.slots.items():
        if not at < place < reach or slot.count is None or slot.sort == "attackers" or not _some(slot, claim):
            continue
        behind = masked.text[place + 1 : place + _BEHIND]
        if cue := words.cue.search(masked, at + 1, place):
            why = f"part: it follows {str(cue.group(1))!r}"
        elif (slot.part and not words.befell.match(behind)) or (state and place > end and words.state.match(behind)):
            why = "part: it counts some of them"
        else:
            continue
        for part in slot.parts or (slot,):
            yield from _part(claim, part, why, text)


def _reach(text: str, end: int) -> int:
    """Where the clause ends that begins behind position `end`, `_BEHIND` characters on at the most."""
    clause = text[end : end + _BEHIND]
    return end + min((place for stop in ".;:!?" if (place := clause.find(stop)) >= 0), default=len(clause))


def _some(slot: Slot, claim: Claim) -> bool:
    """Whether the figure of `slot` can be some of the claim's."""
    return isinstance(claim.value, Count) and slot.count is not None and slot.count.n < claim.value.n


def may_divide(masked: Masked, end: int) -> bool:
    """Whether a figure on people stands where those would into whom a figure is divided."""
    return any(place > end and masked.text[place] == CHARS["people"] for place in masked.slots)


def divided(claim: Claim, masked: Masked, end: int, text: str) -> Iterator[Claim]:
    """Those into whom the figure is divided whose wording ends at `end`: "ten were held: three men and seven women"."""
    if match := _division().match(masked.text, end):
        places = (place for place in masked.slots if match.start(1) <= place < match.end(1))
        slots = [one for place in places for one in masked.slots[place].parts or (masked.slots[place],)]
        if len(slots) > 1:
            for slot in slots:
                yield from (revised(part, divides=True) for part in _part(claim, slot, DIVIDED, text))


@lru_cache(maxsize=1)
def _division() -> Pattern:
    people, figures = CHARS["people"], CHARS["people"] + CHARS["count"] + CHARS["attackers"]
    return compiled(rf"[^.;:!?{figures}]*(?::| --?) ((?:{people}(?:,? and |, )?)+)(?:[.;]| --? |$)")


def with_attackers(masked: Masked, start: int, end: int, book: Rulebook, language: str) -> bool:
    """Whether the wording `[start, end)`, or "including" right behind it, brings the attackers in: "9 people,
    including the gunman"."""
    return _attackers(book, language).search(masked, start, end + _BEHIND) is not None


@lru_cache(maxsize=8)
def _attackers(book: Rulebook, language: str) -> Cues:
    phrases = book.languages[language].people.around.part_before
    return Cues(rf"\b{one_of(phrases)} {CHARS['attackers']}", phrases)


class _Words(NamedTuple):
    cue: Cues  # what ends a text so that what follows is some of it
    state: Pattern  # what begins a text that tells how some of them are
    befell: Pattern  # what begins a text that tells what some of them met, which makes them no part


@lru_cache(maxsize=8)
def _patterns(book: Rulebook, language: str) -> _Words:
    around, cues = book.languages[language].people.around, book.events[language].cues
    return _Words(
        Cues(rf"\b({one_of(around.part_before)})(?: [^ .,;:!?]+)?(?: the| were| at least)? $", around.part_before),
        compiled(rf"(?: {one_of(around.some)})?,? {one_of(around.in_state)}\b"),
        compiled(rf"(?: {one_of(around.some)})?(?: [^ .,;:!?()-]+){{0,2}}? {one_of(cues.get('befell', ()))}\b"),
    )


def _part(claim: Claim, part: Slot, why: str, text: str) -> Iterator[Claim]:
    if part.count is not None:
        yield revised(
            claim,
            value=part.count,
            quote=text[part.start : part.end],
            start=part.start,
            end=part.end,
            role="part",
            counted=part.counted,
            steps=(*part.steps, why),
        )
