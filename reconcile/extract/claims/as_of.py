"""The time for which a sentence gives its figures.

In: a masked sentence. Out: a day as ISO 8601, empty where none is stated.

"By noon on Monday the toll had reached 14" counts as of that Monday, whenever the article was printed."""

from __future__ import annotations

from functools import lru_cache

from reconcile.extract.matching.cues import Cues
from reconcile.extract.matching.mask import Masked
from reconcile.extract.matching.slots import CHARS
from reconcile.rulebook import Rulebook
from reconcile.text.pattern import one_of


def stated_as_of(masked: Masked, book: Rulebook, language: str) -> str:
    """The day that stands behind a cue such as "as of" or "by noon on"."""
    match = _cues(book, language).search(masked, 0, len(masked.text))
    if match is None:
        return ""
    date = masked.slots[match.end() - 1].date
    return date.first.isoformat() if date is not None and date.is_day and date.first is not None else ""


@lru_cache(maxsize=8)
def _cues(book: Rulebook, language: str) -> Cues:
    phrases = book.events[language].cues.get("as_of", ())
    return Cues(rf"\b{one_of(phrases)} {CHARS['date']}", phrases)
