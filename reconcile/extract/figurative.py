"""Texts in which the words of harm are figures of speech: "the Hawks slaughtered the visitors".

In: the words of each sentence, and the `[[figurative]]` sorts of text of the rules. Out: yes or no."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from reconcile.rulebook import Rulebook


class _Sort(NamedTuple):
    words: frozenset[str]
    enough: int  # different words by which a text is told to be of this sort
    unless: frozenset[str]  # words of a text that tells of harm in earnest


def figurative(said: Iterable[frozenset[str]], book: Rulebook, language: str) -> bool:
    """Whether nobody is hurt in a text whose sentences have the words `said`, whatever it says."""
    words = frozenset[str]().union(*said)
    return any(
        len(sort.words & words) >= sort.enough and sort.unless.isdisjoint(words) for sort in _sorts(book, language)
    )


@lru_cache(maxsize=8)
def _sorts(book: Rulebook, language: str) -> tuple[_Sort, ...]:
    return tuple(
        _Sort(frozenset(spec.words), spec.enough, frozenset(spec.unless)) for spec in book.events[language].figurative
    )
