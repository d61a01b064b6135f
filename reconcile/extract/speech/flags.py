"""What each word of a text can be, looked up as it is written. In: a language's words. Out: bits and spellings.

Every word is judged once, by the lists it is in and by its shape, and remembered (a bounded number of them)."""

from __future__ import annotations

import re

from reconcile.rulebook.language.speech import SpeechWords
from reconcile.text.fold import fold

_MOST_WORDS = 50_000


class Is:
    """What a word can be, as bits (plain numbers: they are tested for every word). A word can be several things."""

    # fmt: off
    AUXILIARY, BE, ADVERB, PRONOUN, RELATIVE, DETERMINER, POSSESSIVE, PREPOSITION = (1 << bit for bit in range(8))
    SUBORDINATOR, COORDINATOR, ADDITIVE, DAY, FINITE, CAPITAL, STOP, COMMA = (1 << bit for bit in range(8, 16))
    MARK, END = (1 << bit for bit in range(16, 18))
    VERB, STATE, PASSIVE, NOUN, HEARSAY, ACCORDING, SPEAKS, ALSO_NOUN = (1 << bit for bit in range(18, 26))
    THAT, TO, BY, AS, MEDIUM, HEARER, SINGULAR, NOMINATIVE, PLURAL = (1 << bit for bit in range(26, 35))
    ENDS_GERUND, ENDS_PAST, ENDS_PLURAL, NUMBER, NEGATION = (1 << bit for bit in range(35, 40))
    # fmt: on
    CUE = VERB | NOUN | STATE | PASSIVE | HEARSAY | ACCORDING
    SHAPE = ENDS_GERUND | ENDS_PAST | ENDS_PLURAL


class Flags(dict[str, int]):
    """What each word, as it is written, can be; found out once for each."""

    def __init__(self, known: dict[str, int], words: SpeechWords) -> None:
        super().__init__()
        self._known, self._words, self._not_adverbs = known, words, frozenset(words.not_adverbs)

    def __missing__(self, written: str) -> int:
        word = spelling(written)
        flag = self._known.get(word, 0)
        if written[:1].isupper():
            flag = flag & ~Is.FINITE | Is.CAPITAL  # "Will", "Read" and "May" are names
        elif not flag and word.endswith(self._words.adverb_endings) and word not in self._not_adverbs:
            flag = Is.ADVERB
        flag |= self._shape(word, flag)
        if len(self) < _MOST_WORDS:
            self[written] = flag
        return flag

    def _shape(self, word: str, flag: int) -> int:
        if word.endswith(self._words.possessive_endings):
            return 0 if flag & Is.FINITE else Is.POSSESSIVE
        shape = Is.NUMBER if word[:1].isdigit() else 0
        for endings, bit in (
            (self._words.gerund_endings, Is.ENDS_GERUND),
            (self._words.past_endings, Is.ENDS_PAST),
            (self._words.plural_endings, Is.ENDS_PLURAL),
        ):
            shape |= bit if word.endswith(endings) else 0
        return shape


class Spellings(dict[str, str]):
    """Each word, as it is written, in the spelling that rules use; folded once for each."""

    def __missing__(self, written: str) -> str:
        word = spelling(written)
        if len(self) < _MOST_WORDS:
            self[written] = word
        return word


class CuesIn(dict[str, bool]):
    """Whether a stretch without white space holds a word that can be a cue; found out once for each."""

    def __init__(self, word: re.Pattern[str], flags: Flags) -> None:
        super().__init__()
        self._word, self._flags = word, flags

    def __missing__(self, stretch: str) -> bool:
        words = self._word.split(stretch)[1::2]
        found = any(self._flags[written] & Is.CUE for word in words for written in (word, word.lower()))
        if len(self) < _MOST_WORDS:
            self[stretch] = found
        return found


def spelling(written: str) -> str:
    """A word as rules spell it; two single quotes are one double one."""
    return fold(written) if written != "''" else '"'
