"""Texts in which the words of harm are none: "the Hawks slaughtered the visitors", "the drill left 30 dead".

In: the words of each sentence, and the `[[figurative]]` sorts of text of the rules. Out: yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reconcile.rulebook import Rulebook

LEDE = 5  # sentences with which an article begins, its title among them


class _Sort(NamedTuple):
    words: frozenset[str]
    enough: int  # different words by which a text is told to be of this sort
    unless: frozenset[str]  # words of a text that tells of harm in earnest
    opens: frozenset[str]  # words of which the first sentences have one, if there are any


def figurative(said: Sequence[frozenset[str]], book: Rulebook, language: str) -> bool:
    """Whether nobody is hurt in a text whose sentences have the words `said`, whatever it says."""
    words, first = frozenset[str]().union(*said), frozenset[str]().union(*said[:LEDE])
    return any(
        len(sort.words & words) >= sort.enough
        and sort.unless.isdisjoint(words)
        and not (sort.opens and sort.opens.isdisjoint(first))
        for sort in _sorts(book, language)
    )


@lru_cache(maxsize=8)
def _sorts(book: Rulebook, language: str) -> tuple[_Sort, ...]:
    return tuple(
        _Sort(frozenset(spec.words), spec.enough, frozenset(spec.unless), frozenset(spec.opens))
        for spec in book.events[language].figurative
    )
