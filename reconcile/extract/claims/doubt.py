"""How sure the article's own words are of a claim.

In: a wording in its masked sentence. Out: a stance, empty where plain.

A figure that "an earlier version of this article" gave is `denied`: the article takes it back.
"Feared dead" is `possible`; "reportedly killed" is `reported`: the article only hands it on."""

from __future__ import annotations

from functools import lru_cache

from reconcile.extract.matching.mask import Masked
from reconcile.rulebook import Rulebook
from reconcile.text.pattern import Pattern, compiled, one_of

STANCES = ("denied", "possible", "reported")
_BEFORE = {"denied": 90}  # characters before a wording in which such words may stand; of others `_NEAR`
_NEAR = 30


def doubt_of(masked: Masked, start: int, end: int, book: Rulebook, language: str) -> str:
    """The stance that words of doubt in or just before the wording `[start, end)` give it."""
    clause = max(masked.text.rfind(stop, 0, start) for stop in (", ", "; ", ". "))
    for stance, pattern in _patterns(book, language):
        if pattern.search(masked.text[max(start - _BEFORE.get(stance, _NEAR), clause + 1, 0) : end]):
            return stance
    return ""


@lru_cache(maxsize=8)
def _patterns(book: Rulebook, language: str) -> tuple[tuple[str, Pattern], ...]:
    cues = book.events[language].cues
    return tuple((stance, compiled(rf"\b{one_of(cues[stance])}\b")) for stance in STANCES if cues.get(stance))
