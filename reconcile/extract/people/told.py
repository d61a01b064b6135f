"""Whom a figure tells of, where the text tells of them one by one. In: a slot in its masked sentence. Out: `Person`s.

"A 19-year-old man" is somebody aged 19, "Maria Lopez, 44," somebody of that name and age: enough to tell them apart."""

from __future__ import annotations

from functools import lru_cache

from reconcile.extract.matching.mask import Masked
from reconcile.extract.matching.slots import CHARS, Slot
from reconcile.model import Person
from reconcile.rulebook.language.people import PeopleWords
from reconcile.text.pattern import Pattern, compiled, one_of

_NAMES = (CHARS["person"], CHARS["name"])
_CLOSED = (", ", " (")  # what stands before an age or a name that is put behind
_MOST = 12  # members of a list that are told apart


def told(masked: Masked, at: int, slot: Slot, folded: str, words: PeopleWords) -> tuple[Person, ...]:
    """The persons of the slot at position `at`, as far as name or age tells who they are; `folded` is the article's
    text."""
    if slot.parts:
        members = [part for part in slot.parts[:_MOST] if part.count is not None and str(part.count) == "1"]
        return tuple(_person(part, "", 0, folded, words) for part in members) if len(members) == len(slot.parts) else ()
    if slot.sort not in ("person", "name", "people") or slot.count is None or str(slot.count) != "1":
        return ()
    behind = masked.slots.get(at + 3) if masked.text[at + 1 : at + 3] in _CLOSED else None
    name, age = "", 0
    if behind is not None and CHARS[behind.sort] in _NAMES and slot.sort == "people":
        name = folded[behind.start : behind.end]
    if behind is not None and behind.sort == "things" and behind.count is not None:
        age = behind.count.n
    return (_person(slot, name, age, folded, words),)


def _person(slot: Slot, name: str, age: int, folded: str, words: PeopleWords) -> Person:
    own = folded[slot.start : slot.end]
    if match := _aged(words).search(own):
        age = int(str(match.group(1)))
    if len(slot.ages) == 1:
        age = slot.ages[0]
    if slot.sort == "person" or (slot.sort == "name" and age):
        name = own
    new = slot.sort == "people" and own.startswith(tuple(f"{one} " for one in words.around.one))
    return Person(tuple(name.split()), age, new=new)


@lru_cache(maxsize=8)
def _aged(words: PeopleWords) -> Pattern:
    return compiled(rf"\b([0-9]{{1,3}}){one_of(words.around.years)}\b")
