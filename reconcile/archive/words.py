"""How rare words are among all articles of a store. In: stories. Out: `Seen`, by which grouping weighs the words of a
few articles as if all were there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

from sqlalchemy import Connection, func, select

from reconcile.archive.fetch import Fetch
from reconcile.archive.keys import common_words, word_key
from reconcile.archive.tables import ARTICLE, WORD
from reconcile.archive.weeks import weekly
from reconcile.events import Seen
from reconcile.model import Article, Story
from reconcile.rulebook import Rulebook

_ASKED = 900  # values of one IN


class Words:
    """The words of a store together with a batch that is not in it. What the batch takes the place of does not
    count."""

    def __init__(
        self, connection: Connection, book: Rulebook, batch: Sequence[Story], replaced: Sequence[Story]
    ) -> None:
        self._connection, self._telling, self._common = connection, book.joining.telling, common_words(book)
        current = select(func.count()).select_from(ARTICLE).where(ARTICLE.c.superseded_by.is_(None))
        self._articles = (connection.scalar(current) or 0) + len(batch) - len(replaced)
        self._change = Counter(word for story in batch for word in story.words)
        self._change.subtract(word for story in replaced for word in story.words)
        self._asked = Fetch(connection, select(WORD.c.term, WORD.c.articles), " WHERE term IN ({among})")
        self._having: dict[str, int] = {}
        self._weekly: dict[str, tuple[int, dict[int, int]]] = {}

    def seen(self, articles: Sequence[Article], stories: Sequence[Story]) -> Seen:
        """What the store tells of the words of `stories`, and of the outlets of `articles`."""
        self._learn(set().union(*(story.words for story in stories)))
        telling, outlets = self._telling, sorted({article.outlet for article in articles} - {""})
        new = [outlet for outlet in outlets if outlet not in self._weekly]
        self._weekly |= weekly(self._connection, new, least=telling.weekly, weeks=telling.weeks)
        words = {word_key(word): word for word in set().union(*(story.words for story in stories))}
        found = {}
        for outlet in outlets:
            weeks, often = self._weekly[outlet]
            found[outlet] = weeks, {words[term]: often[term] for term in often.keys() & words.keys()}
        return Seen(self._articles, self._having, found)

    def having(self, words: Iterable[str]) -> Mapping[str, int]:
        """How many articles have each of `words`."""
        self._learn(words)
        return self._having

    def weight(self, word: str) -> float:
        """How much a word tells among all these articles and in news at large, as `events.stories` has it; how many
        have it was asked before."""
        seen = self._telling.seen_before
        having = self._having[word] + seen * self._common.get(word, 0.0) + 1
        return max(0.0, log((self._articles + seen) / having))

    def _learn(self, words: Iterable[str]) -> None:
        new = [word for word in words if word not in self._having]
        keys = sorted(map(word_key, new))
        known: dict[int, int] = {}
        for first in range(0, len(keys), _ASKED):
            known.update(self._asked.rows(among=keys[first : first + _ASKED]))
        for word in new:
            self._having[word] = max(0, known.get(word_key(word), 0) + self._change.get(word, 0))
