"""How alike the words of articles are. In: the stories of a batch. Out: shares of common words, and who may be one.

Words weigh by how few articles have them (inverse document frequency, K. Spärck Jones 1972), in this batch and in news
at large; how alike two articles are is the cosine of their weighted words (G. Salton 1975), once for all words and once
for those in names. What one outlet prints week after week ("More on this story", its own name) is worth little between
its own articles. Sums are taken in the order of the words, so that they are the same everywhere."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Day
from itertools import chain
from math import log, sqrt
from operator import mul

from reconcile.model import Article, Story
from reconcile.rulebook.joining import Telling


@dataclass(frozen=True, slots=True)
class Share:
    """How alike two stories are."""

    words: float  # the cosine of all their words
    names: float  # by how much the words in names that both have are rarer than names commonly are, all together
    said: float  # 1 where both have enough words for their likeness to mean anything, else less


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of words beyond the articles of a run, where those are some of very many: how many articles there
    are in all, how many of them have each word, and by outlet its weeks and in how many of them each word stands that
    it prints weekly. A word that is not there is as rare as in the run."""

    articles: int
    having: Mapping[str, int]
    weekly: Mapping[str, tuple[int, Mapping[str, int]]] = field(default_factory=dict)


def seen_in(articles: Sequence[Article], stories: Sequence[Story], weighing: Telling) -> Seen:
    """What these articles tell of words, for a run over some of them."""
    having = Counter(word for story in stories for word in story.words)
    return Seen(len(stories), having, _Weekly.counted(articles, stories, weighing).known)


class Stories:
    """The words of the articles of one run, by the number of the article in order of publication."""

    def __init__(
        self,
        articles: Sequence[Article],
        stories: Sequence[Story],
        common: Mapping[str, float],
        weighing: Telling,
        seen: Seen | None = None,
    ) -> None:
        self._weighing = weighing
        self._articles = max(len(stories), seen.articles if seen else 0)
        self.found = Counter(chain.from_iterable(story.words for story in stories))
        if seen:
            elsewhere = seen.having.get
            self.found = Counter({word: max(here, elsewhere(word, 0)) for word, here in self.found.items()})
        self._common = common
        weekly = _Weekly(seen.weekly) if seen else _Weekly.counted(articles, stories, weighing)
        words = sorted(self.found)
        self.words, number = words, {word: n for n, word in enumerate(words)}
        self.weights = [self.weight(word) for word in words]
        self._ours, self._rare = [0.0] * len(words), [0.0] * len(words)  # by number of a word, what one story has of it
        self._terms: list[array[int]] = []  # of each story the numbers of its words, heaviest first
        self._worth: list[array[float]] = []  # and what each weighs, so that their squares add up to one
        self._named: list[array[int]] = []  # those of them that stand in names
        for article, story in zip(articles, stories, strict=True):
            numbers = [number[word] for word in story.words]
            worths = [self.weights[n] for n in numbers]
            weekly.lower(article, story, worths)
            times = story.words.values()
            weighed = sorted(  # the heaviest first
                (-worth if often == 1 else -worth * (1 + log(often)), n)
                for worth, often, n in zip(worths, times, numbers, strict=True)
            )[: weighing.words_kept]
            kept = [(-minus, n) for minus, n in weighed if minus < 0]
            length = sqrt(sum(worth * worth for worth, _ in kept)) or 1.0
            self._terms.append(array("L", [n for _, n in kept]))
            self._worth.append(array("d", [worth / length for worth, _ in kept]))
            self._named.append(array("L", [n for _, n in kept if words[n] in story.names]))

    def weight(self, word: str) -> float:
        """How much a word tells, by how few articles have it."""
        seen = self._weighing.seen_before
        having = self.found[word] + seen * self._common.get(word, 0.0) + 1
        return max(0.0, log((self._articles + seen) / having))

    def shares(self, one: int, others: Sequence[int]) -> list[Share]:
        """How alike the story `one` is to each of `others`."""
        telling, ours, rare = self._weighing, self._ours, self._rare
        for n, worth in zip(self._terms[one], self._worth[one], strict=True):
            ours[n] = worth
        for n in self._named[one]:
            rare[n] = max(0.0, min(self.weights[n], telling.rarest) - telling.common)
        found = []
        for other in others:
            terms = self._terms[other]
            words = sum(map(mul, map(ours.__getitem__, terms), self._worth[other]))
            names = sum(map(rare.__getitem__, self._named[other]))
            said = min(len(self._terms[one]), len(terms)) / telling.words_enough
            found.append(Share(words, names, min(1.0, said)))
        for n in self._terms[one]:
            ours[n] = rare[n] = 0.0
        return found

    def share(self, one: int, other: int) -> Share:
        """How alike two stories are."""
        return self.shares(one, [other])[0]

    def alike(self) -> Iterator[list[int]]:
        """For each story those before it that share its most telling words: the likeliest ones.

        Of each word only the latest stories that have it are looked at, so that the time is linear in the stories."""
        having: dict[int, list[int]] = defaultdict(list)
        for one, (terms, worth) in enumerate(zip(self._terms, self._worth, strict=True)):
            met: dict[int, float] = defaultdict(float)
            for n, weight in zip(terms[: self._weighing.words_tried], worth, strict=False):
                for other in having[n][-self._weighing.stories_tried :]:
                    met[other] += weight * weight
                having[n].append(one)
            likely = sorted((-share, other) for other, share in met.items() if share >= self._weighing.least)
            yield [other for _, other in likely[: self._weighing.stories_kept]]


class _Weekly:
    """What outlets print week after week: by outlet its weeks, and in how many of them each such word stands."""

    def __init__(self, known: Mapping[str, tuple[int, Mapping[str, int]]]) -> None:
        self.known = known

    @classmethod
    def counted(cls, articles: Sequence[Article], stories: Sequence[Story], weighing: Telling) -> _Weekly:
        """As the articles of a run tell it."""
        dated = [(a.outlet, week(a), s.words) for a, s in zip(articles, stories, strict=True) if week(a) and a.outlet]
        weeks = Counter(outlet for outlet, _ in {(outlet, number) for outlet, number, _ in dated})
        enough = {outlet for outlet, number in weeks.items() if number >= weighing.weeks}
        last: dict[str, dict[str, int]] = {outlet: {} for outlet in enough}
        often: dict[str, Counter[str]] = {outlet: Counter() for outlet in enough}
        for outlet, number, words in sorted(dated, key=lambda one: one[1]):
            if outlet not in last:
                continue
            seen, counted = last[outlet], often[outlet]
            for word in words:
                if seen.get(word) != number:
                    seen[word] = number
                    counted[word] += 1
        least = {outlet: weighing.weekly * weeks[outlet] for outlet in enough}
        return cls(
            {
                outlet: (weeks[outlet], {word: times for word, times in counted.items() if times >= least[outlet]})
                for outlet, counted in often.items()
            }
        )

    def lower(self, article: Article, story: Story, worths: list[float]) -> None:
        """Lower what the words of an article are worth, in their order, where its outlet prints them weekly."""
        weeks, words = self.known.get(article.outlet, (0, {}))
        for at, word in enumerate(story.words) if words else ():
            if word in words:
                worths[at] = min(worths[at], log((weeks + 1) / (words[word] + 1)))


def week(article: Article) -> int:
    """The week of its publication, 0 where that is unknown."""
    return Day.fromisoformat(article.published[:10]).toordinal() // 7 if article.published else 0
