"""How much the words of two articles have in common.

In: the words of all articles. Out: a share. Sums are exact, as sets have no order.

Words weigh by how few articles have them (inverse document frequency, K. Spärck Jones 1972); the share is the weight
of the common words over the geometric mean of both articles' weights, as the cosine of binary vectors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import fsum, log, sqrt

from reconcile.rulebook.joining import SharedWords


class Vocabulary:
    """The words of the articles of one run."""

    def __init__(self, articles: Iterable[frozenset[str]], weighing: SharedWords) -> None:
        self._weighing = weighing
        self._articles = tuple(articles)
        self._counts = Counter(word for words in self._articles for word in words)
        self._weights = {word: self._weight(times) for word, times in self._counts.items()}
        self._squares = {word: weight**2 for word, weight in self._weights.items()}
        self._lengths = {id(words): self._length(words) for words in self._articles}  # these outlive their ids

    def share(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The share of the words that both have, from 0 to 1; both are of the articles themselves."""
        both = a & b
        if not both:
            return 0.0
        return fsum(map(self._squares.__getitem__, both)) / (self._lengths[id(a)] * self._lengths[id(b)])

    def pairs(self, groups: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
        """The pairs of `groups` (by index) that share several rare words."""
        having: dict[str, list[int]] = {}
        for n, words in enumerate(groups):
            for word in words:
                if 1 < self._counts[word] <= self._weighing.rare:
                    having.setdefault(word, []).append(n)
        shared: Counter[tuple[int, int]] = Counter()
        for indexes in having.values():
            shared.update((a, b) for i, a in enumerate(indexes) for b in indexes[i + 1 :])
        return (pair for pair, times in shared.items() if times >= self._weighing.rare_shared)

    def _weight(self, times: int) -> float:
        return log((len(self._articles) + self._weighing.seen_before) / (times + 1))

    def _length(self, words: frozenset[str]) -> float:
        return sqrt(fsum(map(self._squares.__getitem__, words))) or 1.0
