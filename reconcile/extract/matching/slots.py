"""Slots: what was recognised in a sentence, each standing in the masked sentence as one character of its own.

In: nothing. Out: `Slot`, and the characters. They are control characters, which no article contains (the sources take
them out), so that a pattern can name them and nothing in a text can pretend to be one."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from reconcile.kinds.count import Count
from reconcile.kinds.date import Date
from reconcile.kinds.named import Named

#: sort of slot -> its character
CHARS = {
    "count": "\x01",  # a figure without a noun: "12"
    "people": "\x02",  # people with a figure: "12 civilians", "a couple and their son"
    "attackers": "\x03",  # those who do it, with or without a figure: "two gunmen", "the rebels"
    "things": "\x04",  # a figure on anything else: "12 cars"
    "date": "\x05",
    "actor": "\x06",  # a party that the rules know
    "place": "\x07",
    "metonym": "\x08",  # a place that also speaks for a party: "Moscow"
    "name": "\x0e",  # a name that no rule knows
    "site": "\x12",  # a name that no rule knows, where places stand
    "person": "\x0f",  # a person's name
    "adjective": "\x10",  # "Russian" where it names no party by itself
    "notable": "\x13",  # a person that the rules know
    "event": "\x11",  # the noun of a happening: "attack"
}
SORTS = {char: sort for sort, char in CHARS.items()}
#: nouns of slots that stand for those of the text: of several in one list, and of a nation's people
UNSAID = frozenset({"people", "nationals"})

#: what a pattern may ask for -> the sorts that it takes
ASKED = {
    "count": ("count", "people"),
    "people": ("people",),
    "victim": (
        "count",
        "people",
        "person",
        "name",
        "site",
        "notable",
    ),  # of names those that may be persons count
    "number": ("count",),
    "group": ("count", "people", "attackers"),
    "attackers": ("attackers",),
    "things": ("things",),
    "date": ("date",),
    "actor": ("actor", "metonym", "notable"),
    "place": ("place", "metonym"),
    "spot": ("site", "place", "metonym"),
    "venue": ("name", "site", "place", "metonym"),
    "name": ("name", "site", "person"),
    "person": ("person",),
    "who": ("actor", "metonym", "notable", "name", "site", "person", "adjective"),
    "party": ("actor", "metonym", "notable", "name", "site", "person", "attackers", "adjective"),
    "culprit": ("actor", "notable"),
    "doer": ("actor", "metonym", "notable", "name", "person", "attackers"),
    "nation": ("adjective",),
    "event": ("event",),
    "any": tuple(CHARS),
}

_PARTIES = "".join(CHARS[sort] for sort in ASKED["who"])
_FIGURES = CHARS["count"] + CHARS["people"]
#: gaps that a pattern may leave -> what they pass
GAPS = {
    "gap": r"(?: [^ .,;:!?()\"]+){0,8}?",  # words of one clause
    "far": r"(?: [^ .;:!?\"]+){0,14}?",  # words of one sentence
    "within": rf"(?: [^ .,;:!?()\"{_FIGURES}]+){{0,8}}?",  # words of one clause among which no figure stands
    "aside": r"(?: \([^()]+\)|(?:, [^,.;:!?\"]+){1,3},| --? [^.;:!?\"]+ --?)?",  # what is put in between
    "plain": rf"(?:'s)?(?:,? [^ .,;:!?\"{_PARTIES}]+){{0,12}}?,?",  # words of one sentence among which no party stands
}


@dataclass(slots=True)  # not frozen, as that trebles the time to make one; nothing changes them all the same
class Slot:
    """One recognised stretch of an article; which fields are set depends on `sort`."""

    sort: str
    start: int
    end: int
    count: Count | None = None
    date: Date | None = None
    party: Named | None = None
    place: Named | None = None
    event: str = ""  # the type of happening
    counted: str = ""  # the group that is counted, empty for everybody
    noun: str = ""
    more: bool = False  # "another 12", "12 more"
    other: bool = False  # "12 others"
    part: bool = False  # "12 of them"
    plural: bool = False
    figure: bool = False  # whether a number is said: "one man", not "a man"
    whole: Count | None = None  # of how many they are some: "three of the 40 passengers"
    nth: int = 0  # their place in a row: 3 in "a third victim"
    ages: tuple[int, ...] = ()  # of people, one for each: "two men, 24 and 31"
    stated: tuple[str, ...] = ()
    parts: tuple[Slot, ...] = ()
    steps: tuple[str, ...] = ()


_values = attrgetter(*(field.name for field in fields(Slot)))


def replace(slot: Slot, **changes: Any) -> Slot:
    """A copy of `slot` with `changes`: what the function of that name in dataclasses makes, in half the time."""
    copy = Slot(*_values(slot))
    for name, value in changes.items():
        setattr(copy, name, value)
    return copy
