"""How alike two names are, for names and outlets that differ by a letter or two. In: names. Out: a share, or a choice.

The home of rapidfuzz. Words are alike where they share most letters and all consonants, which is how the spellings
of foreign names differ ("Khartum", "Khartoum"). Acronyms differ by a letter ("ISIS", "ISIL") and so do surnames
("Johnson", "Johnston"): those are never alike. Figures, dates and terms are no names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from reconcile.text.fold import fold

_SHORTEST = 4  # letters; a shorter word is alike only to itself
_ALIKE = 0.85  # of the letters of each word, in order
_SOUND = str.maketrans("qc", "kk", "aeiouyhw'")  # what spellings of one sound vary


def likeness(a: str, b: str) -> float:
    """How alike two names are, from 0 to 1: the least alike of their words, in order; 0 where one has more words.

    >>> likeness("Khartum", "Khartoum") > 0.9, likeness("North Korea", "South Korea"), likeness("IRA", "ISA")
    (True, 0.0, 0.0)
    """
    ours, theirs = _words(a), _words(b)
    if len(ours) != len(theirs) or not ours:
        return 0.0
    return min(_word_likeness(x, y) for x, y in zip(ours, theirs, strict=True))


def are_alike(a: str, b: str) -> bool:
    """Whether two names are spellings of one.

    >>> are_alike("Syed Farook", "Sayed Farook"), are_alike("San Miguel", "San Manuel")
    (True, False)
    """
    return likeness(a, b) >= _ALIKE


def closest(name: str, known: Iterable[str]) -> str:
    """The one of `known` that `name` is most likely a spelling of; empty where none is alike."""
    ranked = sorted((-likeness(name, other), other) for other in known)
    return ranked[0][1] if ranked and -ranked[0][0] >= _ALIKE else ""


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    """The folded words of a name; the names that rules know are asked for again and again."""
    return tuple("".join(char if char.isalnum() else " " for char in fold(name).replace("'", "")).split())


def _word_likeness(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if min(len(a), len(b)) < _SHORTEST or _sound(a) != _sound(b) or not (a + b).isalpha():
        return 0.0
    from rapidfuzz.distance import Indel  # loaded where it is needed

    return float(Indel.normalized_similarity(a, b))


@lru_cache(maxsize=8192)
def _sound(word: str) -> str:
    """The consonants of a word, each run of one once."""
    return "".join(char for char, _ in groupby(word.translate(_SOUND)))
