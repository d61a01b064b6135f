"""How sure the article's own words are of a claim.

In: a wording in its masked sentence. Out: a stance, empty where plain.

A figure that "an earlier version of this article" gave is `denied`: the article takes it back.
"Feared dead" is `possible`; "reportedly killed" is `reported`: the article only hands it on."""

from __future__ import annotations

from functools import lru_cache

from reconcile.extract.matching.cues import Cues
from reconcile.extract.matching.mask import Masked
from reconcile.rulebook import Rulebook
from reconcile.text.pattern import one_of

STANCES = ("denied", "possible", "reported")
_BEFORE = {"denied": 90}  # characters before a wording in which such words may stand; of others `_NEAR`
_NEAR = 30


def doubt_of(masked: Masked, start: int, end: int, book: Rulebook, language: str) -> str:
    """The stance that words of doubt in or just before the wording `[start, end)` give it."""
    text = masked.text
    clause = max(text.rfind(", ", 0, start), text.rfind("; ", 0, start), text.rfind(". ", 0, start))
    for stance, cues in _cues(book, language):
        if cues.search(masked, max(start - _BEFORE.get(stance, _NEAR), clause + 1, 0), end):
            return stance
    return ""


@lru_cache(maxsize=8)
def _cues(book: Rulebook, language: str) -> tuple[tuple[str, Cues], ...]:
    cues = book.events[language].cues
    return tuple((stance, Cues(rf"\b{one_of(cues[stance])}\b", cues[stance])) for stance in STANCES if cues.get(stance))
