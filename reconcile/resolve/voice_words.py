"""What one claim says, as a reader reads it.

In: a claim with what its article adds. Out: "at least 133", "\"dozens\" (more than 23)", "a Friday"."""

from __future__ import annotations

from reconcile.kinds.count import Count
from reconcile.kinds.date import WEEKDAYS, Date
from reconcile.resolve.conditions.counts import vague_word
from reconcile.resolve.conditions.dates import weekday
from reconcile.resolve.pair import Voice
from reconcile.resolve.words import in_words
from reconcile.rulebook import Rulebook


def voice_in_words(voice: Voice, book: Rulebook) -> str:
    """The value of a claim, with the weekday or the vague word that it names where it names no more."""
    value = voice.claim.value
    if isinstance(value, Count) and voice.claim.quote and (word := vague_word(voice, book)):
        return f'"{word}" ({in_words(value, book)})'
    if isinstance(value, Date) and value.is_weekday:
        day = weekday(voice, book)
        return "a day that is not named" if day is None else f"a {WEEKDAYS[day]}"
    return in_words(value, book)
