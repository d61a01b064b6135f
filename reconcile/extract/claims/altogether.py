"""Whether a figure is given as that of all: "68 people were killed in all", "a total of 68".

In: a wording in its masked sentence. Out: whether such words stand in it or beside it."""

from __future__ import annotations

from functools import lru_cache

from reconcile.extract.matching.cues import Cues
from reconcile.extract.matching.mask import Masked
from reconcile.rulebook import Rulebook
from reconcile.text.pattern import one_of

_BESIDE = 14  # characters before and behind a wording in which they may stand


def is_of_all(masked: Masked, start: int, end: int, book: Rulebook, language: str) -> bool:
    """Whether the wording `[start, end)` says that nobody else is to be counted."""
    text = masked.text
    first = text.rfind(" ", 0, max(start - _BESIDE, 0)) + 1
    last = text.find(" ", min(end + _BESIDE, len(text)))
    return _cues(book, language).search(masked, first, len(text) if last < 0 else last) is not None


@lru_cache(maxsize=8)
def _cues(book: Rulebook, language: str) -> Cues:
    phrases = book.events[language].cues.get("in_all", ())
    return Cues(rf"\b{one_of(phrases)}\b", phrases)
