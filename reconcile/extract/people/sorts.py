"""Which sorts of people and figures a sentence can have at all.

In: its words, and the slots of its names, dates and happenings. Out: sorts of slots, of which none is missing.

A sentence without a number has no count, one without a noun for people no attackers; only the others are searched."""

from __future__ import annotations

from functools import lru_cache

from reconcile.extract.matching.candidates import longest_words
from reconcile.extract.people.lexicon import lexicon_of
from reconcile.rulebook.language import Language
from reconcile.rulebook.language.numbers import NumberWords

_NUMBER, _NOUN, _NATIONALS = frozenset({"count", "people", "things"}), frozenset({"people"}), "adjective"
_NONE, _ATTACKERS = frozenset[str](), frozenset({"people", "attackers"})


def counted_sorts(here: frozenset[str], sorts: set[str], words: Language) -> frozenset[str]:
    """The sorts of people and figures that a sentence of the words `here`, with slots of `sorts`, can have."""
    number = not here.isdisjoint(_number_words(words.numbers)) or not _all_letters(here)
    lexicon = lexicon_of(words.people)
    figures = _NUMBER if number else _NONE
    if not here.isdisjoint(lexicon.words):
        return figures | (_NOUN if here.isdisjoint(lexicon.attackers) else _ATTACKERS)
    return figures or (_NOUN if _NATIONALS in sorts else _NONE)


def _all_letters(words: frozenset[str]) -> bool:
    """Whether no word has a digit: letters of all scripts are alphabetic, and so is nothing else in a word."""
    return not words or "".join(words).isalpha()


@lru_cache(maxsize=8)
def _number_words(words: NumberWords) -> frozenset[str]:
    """Of each number in words the longest word."""
    phrases = [*words.units, *words.tens, *words.scales, *words.groups, *(vague.word for vague in words.vague)]
    return longest_words(phrases)
