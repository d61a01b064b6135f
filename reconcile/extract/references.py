"""Parties that are only pointed at: "the group", after the text has named one.

In: folded text and its names. Out: slots.

A reference stands for the nearest armed group named before it, in its own paragraph or the one before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reconcile.extract.matching.slots import Slot
from reconcile.extract.names import NameMention
from reconcile.rulebook import Rulebook
from reconcile.text.pattern import Pattern, compiled, one_of

_PARAGRAPHS = 1  # paragraph breaks between a reference and the name that it stands for, at the most


def references(text: str, folded: str, names: Sequence[NameMention], book: Rulebook, language: str) -> Iterator[Slot]:
    """The references of `text` as slots of the parties that they stand for; those that stand for nobody are left
    out."""
    groups = [n for n in names if n.actor is not None and _armed(str(n.actor), book)]
    ends = [n.end for n in groups]
    for match in _pattern(book, language).finditer(folded):
        place = bisect_left(ends, match.start())
        if not place:
            continue
        name = groups[place - 1]
        if text.count("\n", name.end, match.start()) and _paragraphs(text, name.end, match.start()) > _PARAGRAPHS:
            continue
        step = f"{text[match.start() : match.end()]!r} stands for {text[name.start : name.end]!r}, named before it"
        yield Slot("actor", match.start(), match.end(), party=name.actor, steps=(step,))


@lru_cache(maxsize=8)
def _pattern(book: Rulebook, language: str) -> Pattern:
    return compiled(rf"\b{one_of(book.languages[language].people.references.armed_group)}\b")


def _armed(actor: str, book: Rulebook) -> bool:
    spec = book.actors.get(actor)
    return spec is not None and spec.kind == "armed-group"


def _paragraphs(text: str, start: int, end: int) -> int:
    """How many paragraphs further on `end` stands than `start`; empty lines are none."""
    lines = text[start:end].split("\n")
    return (len(lines) > 1) + sum(1 for line in lines[1:-1] if line.strip())
