"""Parties that are only pointed at: "the group", "the rebels", after the text has named one.

In: folded text and its names. Out: slots.

"The group" stands for the nearest armed group named before it, in its own paragraph or the one before; "the rebels" for
the one armed group that the text names at all, before it or behind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reconcile.extract.matching.slots import Slot
from reconcile.extract.names import NameMention
from reconcile.rulebook import Rulebook
from reconcile.text.pattern import Match, Pattern, compiled, one_of

_PARAGRAPHS = 1  # paragraph breaks between a reference and the name that it stands for, at the most


def references(text: str, folded: str, names: Sequence[NameMention], book: Rulebook, language: str) -> Iterator[Slot]:
    """The references of `text` as slots of the parties that they stand for; those that stand for nobody are left
    out."""
    groups = [n for n in names if n.actor is not None and _armed(str(n.actor), book)]
    if not groups:
        return
    ends, alone = [n.end for n in groups], len({n.actor for n in groups}) == 1
    found = _patterns(book, language)
    for match in found.group.finditer(folded):
        place = bisect_left(ends, match.start())
        if place and _near(text, groups[place - 1].end, match.start()):
            yield _slot(text, groups[place - 1], match, "named before it")
    for match in found.fighters.finditer(folded) if alone else ():
        if not found.of.match(folded, match.end()):
            yield _slot(text, groups[0], match, "the only group that the text names")


def _slot(text: str, name: NameMention, match: Match, why: str) -> Slot:
    step = f"{text[match.start() : match.end()]!r} stands for {text[name.start : name.end]!r}, {why}"
    return Slot("actor", match.start(), match.end(), party=name.actor, steps=(step,))


def with_pointing(names: Sequence[NameMention], pointing: Sequence[Slot]) -> Sequence[NameMention]:
    """`names` and what points back at them as mentions of the same parties, in text order."""
    if not pointing:
        return names
    pointed = [NameMention(slot.start, slot.end, "actor", slot.party) for slot in pointing]
    return sorted([*names, *pointed], key=lambda name: name.start)


class _Patterns(NamedTuple):
    """What points back at a group, what at its fighters, and what after the latter says that others are meant."""

    group: Pattern
    fighters: Pattern
    of: Pattern


@lru_cache(maxsize=8)
def _patterns(book: Rulebook, language: str) -> _Patterns:
    words = book.languages[language].people.references
    group, fighters = compiled(rf"\b{one_of(words.armed_group)}\b"), compiled(rf"\b{one_of(words.fighters)}\b")
    return _Patterns(group, fighters, compiled(rf"\s{one_of(words.others)}\b"))


def _near(text: str, start: int, end: int) -> bool:
    return text.count("\n", start, end) == 0 or _paragraphs(text, start, end) <= _PARAGRAPHS


def _armed(actor: str, book: Rulebook) -> bool:
    spec = book.actors.get(actor)
    return spec is not None and spec.kind == "armed-group"


def _paragraphs(text: str, start: int, end: int) -> int:
    """How many paragraphs further on `end` stands than `start`; empty lines are none."""
    lines = text[start:end].split("\n")
    return (len(lines) > 1) + sum(1 for line in lines[1:-1] if line.strip())
