"""What of a store may be of one event with a batch. In: the drafts of the batch. Out: the numbers of stored articles.

First come those that grouping would compare with the articles of the batch: of the most telling words of each those
next to it in order of publication that share them, and those of its venues, its places, or its region and day. Of these
stay those that are like it enough to be joined, scored as grouping scores them. Then their own events come along: in
turn what is like those that were found, until there is nothing more, or enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from sqlalchemy import Connection

from reconcile.archive.index import Index
from reconcile.archive.keys import Keys, filed, place_of, word_key
from reconcile.archive.load import profiles
from reconcile.archive.words import Words
from reconcile.events.frames import Frames
from reconcile.events.happenings import Happening
from reconcile.events.mains import Mains
from reconcile.model import Draft, Story


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far the look-up goes, in articles but where it says otherwise. What is cut off is cut off by likeness and
    then by number, so the same store and batch give the same."""

    few: int = 400  # that have a word: so many are read whole
    alike: int = 24  # compared with each of the batch for the words that they share
    met: int = 12  # for where and when they are, over those
    aside: int = 6  # taken along for what they tell of in passing
    own_words: int = 24  # words by which the events of those that were found are looked for
    own_alike: int = 12  # compared with each of those
    least: float = 0.02  # share of a story's weight in common below which those are not compared
    each: int = 8  # taken along for each article of the batch, all together
    floor: int = 160  # taken along for however small a batch


@dataclass(frozen=True, slots=True)
class Known:
    """A main happening with what it is looked up by."""

    happening: Happening
    place: int
    keys: Keys


def relevant(
    connection: Connection,
    batch: Sequence[Draft],
    words: Words,
    frames: Frames,
    *,
    without: Collection[int],
    merged: Sequence[Mapping[str, int | None]] = (),
    bounds: Bounds,
) -> list[int]:
    """The numbers of the stored articles that may be of one event with `batch`, those `without` left out. `merged` are
    articles that people ruled to be of one event: by id their numbers, None for what is not stored."""
    return _Search(connection, words, frames, set(without), bounds).around(batch, merged)


class _Search:
    def __init__(self, connection: Connection, words: Words, frames: Frames, without: set[int], bounds: Bounds) -> None:
        self.connection, self.words, self.frames, self.bounds = connection, words, frames, bounds
        self.index = Index(connection)
        self.joining = frames.book.joining
        self.passed = without  # those that need not be looked at any more
        self.known: dict[int, Happening] = {}

    def around(self, batch: Sequence[Draft], merged: Sequence[Mapping[str, int | None]]) -> list[int]:
        most = max(self.bounds.floor, self.bounds.each * len(batch))
        found: dict[int, None] = {}
        ours = [self._of_batch(draft) for draft in batch]
        self.words.having({word for one in ours for word in one.happening.story.words})
        near = [self._first(one) for one in ours]
        linked = self._linked([one.happening for one in ours], near)
        found.update(dict.fromkeys(linked[:most]))
        for one in ours:
            aside = self._aside(one, found)
            found.update(dict.fromkeys(aside[: most - len(found)] if len(found) < most else ()))
        present = {one.happening.article.id for one in ours}
        front = linked[:most]
        while len(found) < most:
            present |= {self.known[number].article.id for number in front}
            front += self._ruled(present, merged, found)[: most - len(found)]
            found.update(dict.fromkeys(front))
            if not front:
                break
            self.passed.update(found)
            happenings = [self.known[number] for number in front]
            self.words.having({word for one in happenings for word in one.story.words})
            near = self._further(happenings)
            front = self._linked(happenings, near)[: most - len(found)]
            found.update(dict.fromkeys(front))
        return sorted(found)

    def _ruled(
        self, present: Collection[str], merged: Sequence[Mapping[str, int | None]], found: Collection[int]
    ) -> list[int]:
        """Those that a person ruled to be of one event with what is `present`."""
        ruled = [those for those in merged if not those.keys().isdisjoint(present)]
        numbers = {number for those in ruled for number in those.values() if number is not None}
        new = sorted(numbers - set(found) - self.passed)
        self._learn(new)
        return new

    def _of_batch(self, draft: Draft) -> Known:
        profile, keys = filed(draft, self.frames)
        return Known(profile.happening(draft.article), place_of(draft.article), keys)

    def _first(self, one: Known) -> list[int]:
        """Those that grouping may compare with an article of the batch, the likeliest first."""
        telling, bounds = self.joining.telling, self.bounds
        shares = self._shares(one.happening.story, telling.words_tried)
        self.index.read(term for term, _, having in shares if having <= bounds.few)
        alike = self._alike(shares, one.place, telling.stories_tried)
        met: dict[int, int] = defaultdict(int)
        for term in one.keys.main:
            for number in self.index.around(term, one.place, telling.stories_met):
                met[number] += 1
        both = sorted((-share, number) for number, share in alike.items() if share >= telling.least)
        first = [number for _, number in both[: bounds.alike]]
        meeting = sorted(met.keys() - set(first), key=lambda n: (-alike.get(n, 0.0) - 0.01 * met[n], n))
        return [number for number in (*first, *meeting[: bounds.met]) if number not in self.passed]

    def _further(self, happenings: Sequence[Happening]) -> list[list[int]]:
        """For each those that share its rarest words and were not looked at before."""
        bounds = self.bounds
        shares = [
            [share for share in self._shares(one.story, bounds.own_words) if share[2] <= bounds.few]
            for one in happenings
        ]
        self.index.read(term for some in shares for term, _, _ in some)
        near = []
        for one, some in zip(happenings, shares, strict=True):
            alike = self._alike(some, place_of(one.article), self.joining.telling.stories_tried)
            likely = sorted((-share, number) for number, share in alike.items() if share >= bounds.least)
            near.append([number for _, number in likely if number not in self.passed][: bounds.own_alike])
        return near

    def _shares(self, story: Story, most: int) -> list[tuple[int, float, int]]:
        """The heaviest words of a story: key, share of its weight, and how many articles have it."""
        having = self.words.having(story.words)
        weighed = sorted(
            ((self.words.weight(word) * (1 + log(times)), word) for word, times in story.words.items()),
            key=lambda pair: (-pair[0], pair[1]),
        )[: self.joining.telling.words_kept]
        whole = sum(weight * weight for weight, _ in weighed) or 1.0
        return [(word_key(word), weight * weight / whole, having[word]) for weight, word in weighed[:most]]

    def _alike(self, shares: Iterable[tuple[int, float, int]], place: int, most: int) -> Mapping[int, float]:
        alike: dict[int, float] = defaultdict(float)
        for term, share, _ in shares:
            for number in self.index.around(term, place, most):
                alike[number] += share
        return alike

    def _linked(self, happenings: Sequence[Happening], near: Sequence[Sequence[int]]) -> list[int]:
        """Those of `near` that are enough like the happening for which they were found, the likest first."""
        self._learn({number for some in near for number in some})
        numbers = sorted({number for some in near for number in some})
        all_ = [*happenings, *(self.known[number] for number in numbers)]
        seen = self.words.seen([one.article for one in all_], [one.story for one in all_])
        mains = Mains(all_, self.frames, seen)
        at = {number: turn for turn, number in enumerate(numbers, len(happenings))}
        best: dict[int, float] = {}
        for turn, some in enumerate(near):
            for number, points in zip(some, mains.points(turn, [at[number] for number in some]), strict=True):
                if points >= self.joining.enough.main:
                    best[number] = max(points, best.get(number, points))
        return sorted(best, key=lambda number: (-best[number], number))

    def _learn(self, numbers: Iterable[int]) -> None:
        for number, article, profile in profiles(self.connection, sorted(set(numbers) - self.known.keys())):
            self.known[number] = profile.happening(article)

    def _aside(self, one: Known, found: Collection[int]) -> list[int]:
        """Those that share a venue, or a place and day, with what an article tells of."""
        near: dict[int, None] = {}
        for term in (*one.keys.main, *one.keys.aside):
            near.update(dict.fromkeys(self.index.around(term, one.place, self.bounds.aside)))
        return [number for number in near if number not in found and number not in self.passed][: self.bounds.aside]
