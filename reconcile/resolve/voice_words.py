"""What one claim says, as a reader reads it.

In: a claim with what its article adds. Out: "at least 133", "\"dozens\" (more than 23)", "a Friday"."""

from __future__ import annotations

from reconcile.kinds.count import Count
from reconcile.kinds.date import WEEKDAYS, Date
from reconcile.kinds.named import Named
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


def both_in_words(a: Voice, b: Voice, book: Rulebook) -> tuple[str, str]:
    """The values of two claims that stand in one sentence. Two names that differ and read the same, as where a rule
    knows one and not the other, are given with their spellings."""
    words, other = voice_in_words(a, book), voice_in_words(b, book)
    one, two = a.claim.value, b.claim.value
    if words == other and one != two and isinstance(one, Named) and isinstance(two, Named):
        return f"{words} ({one})", f"{other} ({two})"
    return words, other
