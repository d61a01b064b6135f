"""The area all over which a figure is counted.

In: a wording in its masked sentence. Out: a place as spelled, empty where none is said.

"20 people died across England": what a figure for one town of it counts is less. That it is told "in England" says only
where it happened."""

from __future__ import annotations

from functools import lru_cache

from reconcile.extract.matching.cues import Cues
from reconcile.extract.matching.mask import Masked
from reconcile.extract.matching.slots import CHARS
from reconcile.rulebook import Rulebook
from reconcile.text.pattern import one_of

_BEHIND = 40  # characters behind a wording in which the area may stand


def area_of(masked: Masked, start: int, end: int, book: Rulebook, language: str) -> str:
    """The place behind words like "across" in the wording `[start, end)` or close behind it."""
    clause = masked.text[end : end + _BEHIND]
    reach = end + min((place for stop in ".;:!?" if (place := clause.find(stop)) >= 0), default=len(clause))
    match = _cues(book, language).search(masked, start, reach)
    area = masked.slots[start + match.end() - 1].place if match else None
    return str(area) if area is not None else ""


@lru_cache(maxsize=8)
def _cues(book: Rulebook, language: str) -> Cues:
    phrases = book.events[language].cues.get("across", ())
    return Cues(rf"\b{one_of(phrases)}(?: the)?(?: [a-z-]+){{0,2}}? [{CHARS['place']}{CHARS['metonym']}]", phrases)
