"""Persons by name, counted. In: a masked sentence. Out: the same, in which each name knows how many its list has.

"John Roe, 24, and Jane Poe, 31, were killed" speaks of two. An age behind a name is no figure on people. A name of
several words that no rule knows, and one with an age, may be a person's: what is said of it, "died", decides."""

from __future__ import annotations

from functools import lru_cache

from reconcile.extract.matching.mask import Masked, regroup
from reconcile.extract.matching.slots import CHARS, Slot, replace
from reconcile.kinds import count
from reconcile.text.pattern import Pattern, compiled, one_of

_AGED = ("-year-old ", "-year old ")
_OLDEST = 115  # years of age
_COUNTED = (CHARS["count"], CHARS["things"], CHARS["people"])
_PLACES = "".join(CHARS[sort] for sort in ("place", "metonym", "name", "site"))
_ENDS = (",", ".", ";", ")", " ", "")


def persons_counted(masked: Masked, joins: tuple[str, ...]) -> Masked:
    """`masked` with a count on each person's slot, that of its list; `joins` stand between the last two of a list."""
    ages = [at for at, slot in masked.slots.items() if slot.sort == "count" and _is_age(masked, at, slot)]
    if ages:
        masked = regroup(masked, [(at, at + 1, replace(masked.slots[at], sort="things")) for at in ages])
    people = [at for at, slot in masked.slots.items() if slot.sort == "person" or _may_be_person(masked, at, slot)]
    run: list[int] = []
    for at in people:
        if run and not _between(joins).fullmatch(masked.text[run[-1] + 1 : at]):
            _count(masked.slots, run)
            run = []
        run.append(at)
    _count(masked.slots, run)
    return masked


def _may_be_person(masked: Masked, at: int, slot: Slot) -> bool:
    if slot.sort not in ("name", "site"):
        return False
    aged = masked.text.endswith(_AGED, 0, at) or masked.text[at + 1 : at + 4] == f", {CHARS['things']}"
    return aged or (slot.party is not None and " " in slot.party.words)


def _is_age(masked: Masked, at: int, slot: Slot) -> bool:
    """Whether the figure at `at` is put behind a name as an age: "John Roe, 24, of Leeds", "Roe (24)"."""
    before, after = masked.text[max(0, at - 3) : at], masked.text[at + 1 : at + 2]
    if slot.count is None or slot.count.form != "exact" or slot.count.n > _OLDEST or len(before) < 3:
        return False
    if before[0] in (CHARS["person"], CHARS["name"], CHARS["site"]):
        return before[1:] in (", ", " (") and after in _ENDS
    return (before[1:] == ", " and before[0] not in _COUNTED and after == ",") or (before[1:] == " (" and after == ")")


@lru_cache(maxsize=8)
def _between(joins: tuple[str, ...]) -> Pattern:
    """What may stand between two names of one list: an age, where one is from, a comma, "and"."""
    age, home = r"(?:,? [(]?[\x01\x04][)]?)?", rf"(?:, of [{_PLACES}](?:, [{_PLACES}])?)?"
    return compiled(rf"{age}{home}(?:[,;]|[,;]? {one_of(joins)}) ")


def _count(slots: dict[int, Slot], run: list[int]) -> None:
    several = (f"{len(run)} persons are named in one list",) if len(run) > 1 else ()
    for at in run:
        slots[at] = replace(slots[at], count=count.exactly(len(run)), steps=(*slots[at].steps, *several))
