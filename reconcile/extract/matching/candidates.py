"""Which rules can match a sentence at all. In: what each rule needs, and word lists. Out: the rules worth trying.

A rule whose needs are not all there is ruled out hundreds of times quicker than by its pattern. All needs of all rules
are the bits of one number: the first of each rule, then the second of each, and so on. What stands in a sentence sets
the bits of those that it meets; a rule whose bits are all set is worth trying."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from reconcile.extract.matching.required import Clauses
from reconcile.extract.matching.slots import ASKED, CHARS

_WORD = re.compile(r"[^\W\d_]+|\d+")


class Candidates:
    """Rules by what they need. `needs` holds for each rule the names of slots (`{count}`), lists and words."""

    def __init__(self, needs: Sequence[Clauses], lists: Mapping[str, Sequence[str]]) -> None:
        self._count, most = len(needs), max(map(len, needs), default=0)
        self._shifts = [place * self._count for place in range(most)]
        self._always = 0
        by_member: dict[str, int] = {}
        for rule, clauses in enumerate(needs):
            for place, shift in enumerate(self._shifts):
                bit = 1 << (shift + rule)
                if place >= len(clauses):
                    self._always |= bit
                for member in clauses[place] if place < len(clauses) else ():
                    by_member[member] = by_member.get(member, 0) | bit
        self._by_sort = {sort: _sum(by_member, sort) for sort in CHARS}
        self._by_word = {member: bits for member, bits in by_member.items() if member[0] != "{"}
        for name in sorted(by_member.keys() & lists.keys()):
            for longest in longest_words(lists[name]):
                self._by_word[longest] = self._by_word.get(longest, 0) | by_member[name]

    def among(self, words: frozenset[str], sorts: set[str]) -> list[int]:
        """The rules that may match a sentence that has `words`, and slots of `sorts`."""
        left = self._met(words, sorts)
        found: list[int] = []
        while left:
            lowest = left & -left
            found.append(lowest.bit_length() - 1)
            left ^= lowest
        return found

    def any(self, words: frozenset[str], sorts: set[str]) -> bool:
        """Whether any rule may match such a sentence."""
        return self._met(words, sorts) != 0

    def _met(self, words: frozenset[str], sorts: set[str]) -> int:
        """A bit for each rule all of whose needs are met."""
        bits, by_word = self._always, self._by_word
        for sort in sorts:
            bits |= self._by_sort[sort]
        for word in by_word.keys() & words:
            bits |= by_word[word]
        met = (1 << self._count) - 1
        for shift in self._shifts:
            met &= bits >> shift
            if not met:
                break
        return met


def words_of(text: str) -> frozenset[str]:
    """The words of folded `text`, as rules are ruled out by them; letters and digits that touch are two words.

    >>> sorted(words_of("12 shot dead; 3 hurt"))
    ['12', '3', 'dead', 'hurt', 'shot']
    """
    return frozenset(_WORD.findall(text))


def longest_words(phrases: Iterable[str]) -> frozenset[str]:
    """Of each phrase the longest word, the one that the fewest texts have; empty of a phrase without words."""
    return frozenset(max(sorted(words_of(phrase)), key=len, default="") for phrase in phrases)


def _sum(by_member: Mapping[str, int], sort: str) -> int:
    """The needs that a slot of `sort` meets."""
    bits = 0
    for asked, sorts in ASKED.items():
        bits |= by_member.get(f"{{{asked}}}", 0) if sort in sorts else 0
    return bits
