"""Which happenings of an article a further sighting may go on with. In: frames by number. Out: numbers, in order.

Two frames go on with each other only if they share a day, a venue or a place, or a place of one lies in a place of the
other (`Frames.joins`): so only those are compared, however many an article tells of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date as Day

from reconcile.events.frames import Frame
from reconcile.rulebook.gazetteer import Gazetteer


class Met:
    """The happenings met so far, by what they could be met by again."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._by: dict[tuple[str, str | Day], set[int]] = defaultdict(set)

    def add(self, number: int, frame: Frame) -> None:
        """Take note of what is known of the happening `number` now."""
        for key in self._keys(frame):
            self._by[key].add(number)
        for place in frame.places:
            for outer in self._gazetteer.parents(place):
                self._by["within", outer].add(number)

    def candidates(self, frame: Frame) -> list[int]:
        """The happenings that `frame` may go on with, in order."""
        found: set[int] = set()
        for key in self._keys(frame):
            found |= self._by.get(key, set())
        for place in frame.places:
            found |= self._by.get(("within", place), set())
            for outer in self._gazetteer.parents(place):
                found |= self._by.get(("place", outer), set())
        return sorted(found)

    def _keys(self, frame: Frame) -> Iterator[tuple[str, str | Day]]:
        yield from (("place", place) for place in frame.places)
        yield from (("venue", venue) for venue in frame.venues)
        yield from (("day", day.first) for day in frame.dates if day.is_day and day.first is not None)
