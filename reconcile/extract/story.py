"""By which words an article tells its story. In: its folded text and its names. Out: a `Story`.

Words and names, not figures: a number is among them only where it names something ("Flight 370", "a 26-year-old"), so
that articles with different tolls are as alike as they would be with the same."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from sys import intern
from typing import NamedTuple, Protocol

from reconcile.model import Article, Story
from reconcile.rulebook.language import Language
from reconcile.rulebook.language.numbers import NumberWords
from reconcile.rulebook.language.telling import TellingWords
from reconcile.rulebook.ordinary import Ordinary

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
    title, lists = article.title_span, _lists(words.telling, words.numbers)
    spans = iter([*sorted((name.start, name.end) for name in names), (len(folded), len(folded) + 1)])
    behind = _WORD.finditer(folded, max(title.end, article.body_start))
    terms = list(_terms(chain(_WORD.finditer(folded, title.start, title.end), behind), lists))
    in_title = bisect_left([start for _, start in terms], title.end)
    told = Counter([word for word, _ in terms])
    told.update([word for word, _ in terms[:in_title]] * _IN_TITLE)
    told.update([word for word, _ in terms[:_LEAD]] * _LEADING)
    named: dict[str, int] = {}
    first, last = next(spans)
    for number, (word, start) in enumerate(terms):
        while last <= start:
            first, last = next(spans)
        if " " not in word and (first <= start or (article.text[start].isupper() and word not in ordinary)):
            times = 1 + _IN_TITLE * (number < in_title) + _LEADING * (number < _LEAD)
            named[word] = named.get(word, 0) + times
    return Story(dict(told), frozenset([word for word, times in named.items() if 2 * times >= told[word]]))


def _terms(matches: Iterable[re.Match[str]], lists: _Lists) -> Iterator[tuple[str, int]]:
    """Each word or named number, and where its last word begins."""
    silent, dull, behind = lists.silent, lists.dull, lists.behind
    last = ""
    for match in matches:
        word, before = match[0], last
        last = word
        if word in silent:  # as half of all words are
            continue
        if word.isdecimal():
            if before in lists.before:
                yield intern(f"{before} {word}"), match.start()
        elif word in behind and before.isdecimal():
            yield intern(f"{before} {word}"), match.start()
        elif len(word) >= _SHORTEST and word not in dull:
            yield intern(word), match.start()


class _Lists(NamedTuple):
    before: frozenset[str]  # words before which a number names something
    behind: frozenset[str]  # and words behind it
    dull: frozenset[str]  # words that tell nothing
    silent: frozenset[str]  # those of them that no number is named by


@lru_cache(maxsize=8)
def _lists(telling: TellingWords, numbers: NumberWords) -> _Lists:
    behind, dull = frozenset(telling.numbered_behind), _dull(telling, numbers)
    return _Lists(frozenset(telling.numbered_before), behind, dull, dull - behind)


def _dull(telling: TellingWords, numbers: NumberWords) -> frozenset[str]:
    """Words that tell nothing: those that are everywhere, and figures that are spelled out."""
    everywhere = (word for word, share in telling.shares().items() if share >= _EVERYWHERE)
    return frozenset((*everywhere, *numbers.units, *numbers.tens, *numbers.scales))
