"""Which rules can match a sentence at all. In: what each rule needs, and word lists. Out: the rules worth trying.

A rule whose needs are not all there is ruled out hundreds of times quicker than by its pattern. What a rule needs are
clauses, of each of which a sentence must have one token, a word or the character of a slot. All clauses of all rules
are the bits of one number: the first of each rule, then the second of each, and so on, so that one step serves all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set

from reconcile.extract.matching.required import Clauses
from reconcile.extract.matching.slots import ASKED, CHARS

_WORD = re.compile(r"[^\W\d_]+|\d+")
_TOKEN = re.compile(rf"{_WORD.pattern}|[{''.join(CHARS.values())}]")
_ONE = re.compile("1")
Lists = Mapping[str, Sequence[str]]


class Candidates:
    """Rules by what they need, in whatever order: for sentences of which not all slots are known yet."""

    def __init__(self, needs: Sequence[Clauses], lists: Lists) -> None:
        """`needs` holds for each rule the names of slots (`{count}`), lists and words."""
        told = [_told(clauses, lists) for clauses in needs]
        self._shifts = [place * len(told) for place in range(max(map(len, told), default=0))]
        self._always = 0
        self._bits: dict[str, int] = {}
        for rule, clauses in enumerate(told):
            for place, shift in enumerate(self._shifts):
                bit = 1 << (shift + rule)
                if place >= len(clauses):
                    self._always |= bit
                else:
                    _set(self._bits, clauses[place], bit)

    def any(self, tokens: Set[str], among: int) -> bool:
        """Whether any of the rules `among` (a bit for each) may match a sentence that has no other tokens."""
        bits, met, known = self._always, among, self._bits
        for token in known.keys() & tokens:
            bits |= known[token]
        for shift in self._shifts:
            met &= bits >> shift
            if not met:
                break
        return met != 0


class InOrder:
    """Rules by what they need in the order in which they need it: for sentences with all their slots."""

    def __init__(self, needs: Sequence[Clauses], lists: Lists) -> None:
        """The same needs; the last clauses of all rules stand together, at the end."""
        told = [_told(clauses, lists) for clauses in needs]
        self._count, most = len(told), max(map(len, told), default=0)
        self._last = max(most - 1, 0) * self._count
        self._begin = self._always = 0
        self._bits: dict[str, int] = {}
        for rule, clauses in enumerate(told):
            first = most - len(clauses)
            self._begin |= 1 << (first * self._count + rule) if clauses else 0
            self._always |= 0 if clauses else 1 << rule
            for place, tokens in enumerate(clauses, first):
                _set(self._bits, tokens, 1 << (place * self._count + rule))

    def among(self, tokens: Iterable[str], allowed: int = -1) -> list[int]:
        """The rules, of those `allowed` (a bit for each), that may match a sentence of `tokens`: each token meets a
        clause of a rule that begins with it, or whose clauses before are met by those before it."""
        met, begin, count = 0, self._begin, self._count
        for bits in filter(None, map(self._bits.get, tokens)):
            met |= (met << count | begin) & bits
        found = (met >> self._last | self._always) & allowed
        return [one.start() for one in _ONE.finditer(bin(found)[:1:-1])] if found else []


def _told(clauses: Clauses, lists: Lists) -> list[frozenset[str]]:
    """The tokens that meet each clause, without clauses of which some phrase has no word."""
    return [tokens for clause in clauses if "" not in (tokens := _tokens(clause, lists))]


def _tokens(clause: Iterable[str], lists: Lists) -> frozenset[str]:
    """The tokens that meet a clause: characters of slots, of each phrase of a list the longest word, words."""
    tokens: set[str] = set()
    for member in clause:
        if member in lists:
            tokens |= longest_words(lists[member])
        elif member[0] == "{":
            tokens.update(CHARS[sort] for sort in ASKED.get(member[1:-1], ()))
        else:
            tokens.add(member)
    return frozenset(tokens)


def _set(bits: dict[str, int], tokens: Iterable[str], bit: int) -> None:
    for token in tokens:
        bits[token] = bits.get(token, 0) | bit


def words_of(text: str) -> frozenset[str]:
    """The words of folded `text`, as rules are ruled out by them; letters and digits that touch are two words.

    >>> sorted(words_of("12 shot dead; 3 hurt"))
    ['12', '3', 'dead', 'hurt', 'shot']
    """
    return frozenset(_WORD.findall(text))


def tokens_of(text: str) -> list[str]:
    """The words of a masked `text` and the characters of its slots, in order."""
    return _TOKEN.findall(text)


def longest_words(phrases: Iterable[str]) -> frozenset[str]:
    """Of each phrase the longest word, the one that the fewest texts have; empty of a phrase without words."""
    return frozenset(max(sorted(words_of(phrase)), key=len, default="") for phrase in phrases)
