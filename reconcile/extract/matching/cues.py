"""Phrases that tell something about what a rule matched beside them.

In: a pattern and the phrases without which it cannot match. Out: its first match in a part of a masked sentence.

Most sentences have no word of any such phrase, which is found out many times quicker than by the pattern."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.extract.matching.candidates import longest_words
from reconcile.extract.matching.mask import Masked
from reconcile.text.pattern import Match, compiled


class Cues:
    """`pattern` needs one phrase of each of `lists`, as whole words."""

    __slots__ = ("_lists", "_pattern")

    def __init__(self, pattern: str, *lists: Iterable[str]) -> None:
        self._pattern = compiled(pattern)
        needed = [longest_words(phrases) for phrases in lists]
        self._lists = [words for words in needed if words and "" not in words]

    def search(self, masked: Masked, start: int, end: int) -> Match | None:
        """The first match in `masked.text[start:end]`; `end` is no place within a word, or no match can end there."""
        for words in self._lists:
            if words.isdisjoint(masked.words) and _begins_apart(masked.text, start):
                return None
        return self._pattern.search(masked.text[start:end])

    def match(self, masked: Masked, start: int) -> Match | None:
        """The match that begins at `start`, counted from there."""
        for words in self._lists:
            if words.isdisjoint(masked.words) and _begins_apart(masked.text, start):
                return None
        return self._pattern.match(masked.text[start:])

    def search_said(self, masked: Masked, folded: str, start: int, end: int) -> Match | None:
        """The first match in the sentence's own words `folded[start:end]`, before slots took their place."""
        for words in self._lists:
            if words.isdisjoint(masked.words_said) and masked.said.isascii():
                return None
        return self._pattern.search(" ".join(folded[start:end].split()))


def _begins_apart(text: str, start: int) -> bool:
    """Whether no phrase can match behind `start` whose words are missing: in a sentence of ASCII, as RE2 takes other
    letters for the end of a word, and not within a word, as what begins there may match whatever the words."""
    within = start and text[start - 1].isalnum() and text[start : start + 1].isalnum()
    return not within and text.isascii()
