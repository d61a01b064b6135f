"""How much the words of two articles have in common.

In: the words of all articles. Out: a share, and the tellingest words. Sums are exact, as sets have no order.

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
        self._lengths: dict[frozenset[str], float] = {}

    def common(self, a: frozenset[str], b: frozenset[str]) -> tuple[float, list[str]]:
        """The share of the words that both have, from 0 to 1, and the three of those that tell the most."""
        both = a & b
        if not both:
            return 0.0, []
        share = fsum(self._weight(word) ** 2 for word in both) / (self._length(a) * self._length(b))
        return share, sorted(both, key=lambda word: (-self._weight(word), word))[:3]

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

    def _weight(self, word: str) -> float:
        return log((len(self._articles) + self._weighing.seen_before) / (self._counts[word] + 1))

    def _length(self, words: frozenset[str]) -> float:
        if words not in self._lengths:
            self._lengths[words] = sqrt(fsum(self._weight(word) ** 2 for word in words)) or 1.0
        return self._lengths[words]
