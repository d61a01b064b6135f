"""Persons by name, counted. In: a masked sentence. Out: the same, in which each name knows how many its list has.

"John Roe, 24, and Jane Poe, 31, were killed" speaks of two. An age behind a name is no figure on people. A name of
several words that no rule knows, and one with an age, may be a person's: what is said of it, "died", decides."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache

from reconcile.extract.matching.mask import Masked, regroup
from reconcile.extract.matching.slots import CHARS, Slot, replace
from reconcile.extract.people.lexicon import Lexicon
from reconcile.extract.people.lists import add
from reconcile.kinds import count
from reconcile.text.pattern import Pattern, compiled, one_of

_AGED = ("-year-old ", "-year old ")
_PERSONS, _PERHAPS = ("person", "notable"), ("name", "site")
_TITLES = 4  # words of a title before a name
_OLDEST = 115  # years of age
_COUNTED = (CHARS["count"], CHARS["things"], CHARS["people"])
_PLACES = "".join(CHARS[sort] for sort in ("place", "metonym", "name", "site"))
_ENDS = (",", ".", ";", ")", " ", "")


def persons_counted(masked: Masked, lexicon: Lexicon) -> Masked:
    """`masked` with a count on each person's slot, that of its list, groups in it included."""
    ages = [at for at, slot in masked.slots.items() if slot.sort == "count" and _is_age(masked, at, slot)]
    if ages:
        masked = regroup(masked, [(at, at + 1, replace(masked.slots[at], sort="things")) for at in ages])
    persons = {
        at
        for at, slot in masked.slots.items()
        if slot.sort in _PERSONS or (slot.sort in _PERHAPS and _may_be_person(masked, at, slot))
    }
    if not persons:
        return masked
    run: list[int] = []
    for at in sorted(persons.union(at for at, slot in masked.slots.items() if _addable(slot))):
        if run and not _goes_on(masked, run[-1], at, persons, lexicon):
            if _says_who(masked, run[-1], at, persons):
                continue
            _count(masked.slots, run, persons)
            run = []
        run.append(at)
    _count(masked.slots, run, persons)
    return masked


def _addable(slot: Slot) -> bool:
    """Whether a group may stand in a list of names."""
    return slot.sort == "people" and slot.count is not None and not slot.more


def _says_who(masked: Masked, last: int, at: int, persons: Container[int]) -> bool:
    """Whether the one at `at` is the person at `last` in other words: "John Roe, a judge"."""
    alone = masked.text[last + 1 : at] == ", " and masked.slots[at].count == count.exactly(1)
    return alone and last in persons and at not in persons


def _goes_on(masked: Masked, last: int, at: int, persons: Container[int], lexicon: Lexicon) -> bool:
    """Whether what stands at `at` is in one list with the person or group at `last`. Behind a comma alone a group only
    says who the persons are ("John Roe, a farmer"), unless it is a list itself, or of others."""
    match = _between(lexicon.joins).fullmatch(masked.text[last + 1 : at])
    if match is None:
        return False
    named = {name: (words or "").split() for name, words in match.groupdict().items()}
    if not _is_title(named["titles"], lexicon) or not lexicon.finite.isdisjoint(named["aside"]):
        return False
    if last in persons and at in persons:
        return True
    group = masked.slots[at]
    goes_on = bool(named["join"]) or any(p.other or p.plural for p in (*group.parts, group) if group.parts)
    return goes_on and (last in persons or at in persons) and not (group.part and last not in persons)


def _is_title(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether `words` before a name say what the one is: "opposition leader"."""
    if all(word in lexicon.nouns or word == CHARS["adjective"] for word in words):
        return True
    return words[-1] in lexicon.nouns and lexicon.breaks.isdisjoint(words) and lexicon.finite.isdisjoint(words)


def _may_be_person(masked: Masked, at: int, slot: Slot) -> bool:
    """Whether a name that no rule knows may be a person's: by an age beside it, or as it has several words."""
    aged = masked.text.endswith(_AGED, 0, at) or masked.text[at + 1 : at + 4] == f", {CHARS['things']}"
    return aged or (slot.party is not None and " " in slot.party.words)


def _is_age(masked: Masked, at: int, slot: Slot) -> bool:
    """Whether the figure at `at` is put behind a name as an age: "John Roe, 24, of Leeds", "Roe (24)"."""
    before, after = masked.text[max(0, at - 3) : at], masked.text[at + 1 : at + 2]
    if slot.count is None or slot.count.form != "exact" or slot.count.n > _OLDEST or len(before) < 3:
        return False
    if before[0] in (CHARS["person"], CHARS["notable"], CHARS["name"], CHARS["site"]):
        return before[1:] in (", ", " (") and after in _ENDS
    return (before[1:] == ", " and before[0] not in _COUNTED and after == ",") or (before[1:] == " (" and after == ")")


@lru_cache(maxsize=8)
def _between(joins: tuple[str, ...]) -> Pattern:
    """What may stand between two of one list: an age, where one is from, a comma, "and", a title."""
    age, home = r"(?:,? [(]?[\x01\x04][)]?)?", rf"(?:, of [{_PLACES}](?:, [{_PLACES}])?)?"
    said_of = r"(?:,(?P<aside>(?: [^ ,.;:!?\"]+){1,12}),)?"
    titles = rf"(?P<titles>(?: [a-z]+| {CHARS['adjective']}){{0,{_TITLES}}})"
    return compiled(rf"{age}{home}(?:{said_of}[,;]?(?P<join> {one_of(joins)})|[,;]){titles} ")


def _count(slots: dict[int, Slot], run: list[int], persons: Container[int]) -> None:
    """Give those of a list their sum; a group in it keeps its own figure as a part."""
    if len(run) == 1 and run[0] not in persons:
        return
    figures = [count.exactly(1) if at in persons else slots[at].count for at in run]
    total = add([figure for figure in figures if figure is not None])
    several = (f"{len(run)} are named in one list",) if len(run) > 1 else ()
    for at in run:
        slot = slots[at]
        parts = () if at in persons or not several else slot.parts or (slot,)
        counted = slot.counted if not several else ""
        slots[at] = replace(slot, count=total, counted=counted, parts=parts, steps=(*slot.steps, *several))
