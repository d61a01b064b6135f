"""By which words an article tells its story. In: its folded text and its names. Out: a `Story`.

Words and names, not figures: a number is among them only where it names something ("Flight 370", "a 26-year-old"), so
that articles with different tolls are as alike as they would be with the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from sys import intern
from typing import Protocol

from reconcile.model import Article
from reconcile.rulebook.language import Language
from reconcile.rulebook.language.numbers import NumberWords
from reconcile.rulebook.language.telling import TellingWords
from reconcile.rulebook.ordinary import Ordinary
from reconcile.story import Story

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SHORTEST = 3  # letters of a word that can tell one story from another
_EVERYWHERE = 0.35  # of all articles have a word that is not worth keeping
_LEAD = 60  # words with which an article begins: what it is about
_LEADING, _IN_TITLE = 1, 2  # times that a word counts more there, and in the title


class Named(Protocol):
    """A name by where it stands."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """Behind its last one."""


def story(folded: str, article: Article, names: Iterable[Named], words: Language, ordinary: Ordinary) -> Story:
    """The words of `article` but for the most common ones, with how often they stand there. Those with a capital that
    are no `ordinary` words count as names, too: in a headline every word may have one."""
    told: dict[str, int] = {}
    named: dict[str, int] = {}
    for number, (word, in_name, in_title) in enumerate(_terms(folded, article, names, words, ordinary)):
        times = 1 + _IN_TITLE * in_title + _LEADING * (number < _LEAD)
        told[word] = told.get(word, 0) + times
        named[word] = named.get(word, 0) + (times if in_name else -times)
    return Story(told, frozenset(word for word, times in named.items() if times >= 0))


def _terms(
    folded: str, article: Article, names: Iterable[Named], words: Language, ordinary: Ordinary
) -> Iterator[tuple[str, bool, bool]]:
    """Each word or named number, whether it stands in a name, and whether in the title."""
    title, body = article.title_span, article.body_start
    dull = _dull(words.telling, words.numbers)
    behind, before = frozenset(words.telling.numbered_behind), frozenset(words.telling.numbered_before)
    spans: Sequence[Named] = sorted(names, key=lambda name: name.start)
    place, last = 0, ""
    for match in _WORD.finditer(folded, title.start if title.end else body):
        start, word = match.start(), match[0]
        in_title = start < title.end
        if not in_title and start < body:
            continue
        while place < len(spans) and spans[place].end <= start:
            place += 1
        if word.isdecimal():
            if last in before:
                yield intern(f"{last} {word}"), False, in_title
        elif last.isdecimal() and word in behind:
            yield intern(f"{last} {word}"), False, in_title
        elif len(word) >= _SHORTEST and word not in dull:
            in_name = place < len(spans) and spans[place].start <= start
            yield intern(word), in_name or (article.text[start].isupper() and word not in ordinary), in_title
        last = word


@lru_cache(maxsize=8)
def _dull(telling: TellingWords, numbers: NumberWords) -> frozenset[str]:
    """Words that tell nothing: those that are everywhere, and figures that are spelled out."""
    everywhere = (word for word, share in telling.shares().items() if share >= _EVERYWHERE)
    return frozenset((*everywhere, *numbers.units, *numbers.tens, *numbers.scales))
