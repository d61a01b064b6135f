"""What articles are about, put together across articles. In: happenings, in order of publication. Out: groups of the
main ones, and why two of them are one or are not.

Candidates are few for each article: those that share its most telling words, its venue, or its place and day. Each pair
is scored by all that is known of both, and groups are what is alike on the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date as Day
from datetime import timedelta
from math import inf

from reconcile.events.frames import Frames
from reconcile.events.happenings import Happening
from reconcile.events.linkage import Scored, linked
from reconcile.events.pairs import Reason, texts, told
from reconcile.events.stories import Seen, Share, Stories


class Mains:
    """Compares the main happenings of a batch, one of each article, by their numbers in it."""

    def __init__(self, happenings: Sequence[Happening], frames: Frames, seen: Seen | None = None) -> None:
        self.happenings, self._frames = happenings, frames
        self._joining = frames.book.joining
        common = {w: share for words in frames.book.languages.values() for w, share in words.telling.shares().items()}
        articles, stories = [h.article for h in happenings], [h.story for h in happenings]
        self.stories = Stories(articles, stories, common, self._joining.telling, seen)
        self.nearest: dict[int, tuple[float, int]] = {}  # by number the points of the one most like it, and its number

    def groups(self, barred: Collection[tuple[int, int]] = ()) -> list[list[int]]:
        """The numbers of happenings that are one event; those of no pair of `barred` (both ways) are."""
        enough = self._joining.enough
        pairs = Scored()
        for one, (alike, meeting) in enumerate(zip(self.stories.alike(), self._meeting(), strict=True)):
            others = sorted({*alike, *meeting})
            for other, share in zip(others, self.stories.shares(one, others), strict=True):
                if other not in meeting and share.names == 0 and share.words < self._joining.telling.hardly:
                    continue  # nothing that is told could make up for it
                points = sum(reason.points for reason in self._reasons(one, other, share))
                pairs.add(one, other, points)
                if points > enough.strangers / 2:
                    self._note(one, other, points)
        for one, other in sorted({(max(pair), min(pair)) for pair in barred}):
            pairs.add(one, other, -inf)
        return linked(
            len(self.happenings),
            pairs,
            self._joining.telling.crowded,
            enough=enough.main,
            strangers=enough.strangers,
            strongest=enough.strongest,
        )

    def _note(self, one: int, other: int, points: float) -> None:
        for ours, theirs in ((one, other), (other, one)):
            self.nearest[ours] = max(self.nearest.get(ours, (points, theirs)), (points, theirs))

    def reasons(self, one: int, other: int) -> list[Reason]:
        """What speaks for and against two of them being one."""
        return list(self._reasons(one, other, self.stories.share(one, other)))

    def points(self, one: int, others: Sequence[int]) -> list[float]:
        """How much speaks for one and each of the others being one, all together."""
        shares = self.stories.shares(one, others)
        return [
            sum(reason.points for reason in self._reasons(one, other, share))
            for other, share in zip(others, shares, strict=True)
        ]

    def _reasons(self, one: int, other: int, share: Share) -> Iterator[Reason]:
        a, b = self.happenings[one], self.happenings[other]
        worth = share.said + (1 - share.said) * self._joining.enough.brief
        found = list(told(a, b, self._frames))
        yield from (reason._replace(points=reason.points * worth) for reason in found)
        names = {reason.name for reason in found}
        lapse = 0.0 if "date" in names else 0.5 if "dates_meet" in names else 1.0
        yield from texts(a, b, share, self._joining, lapse)

    def _meeting(self) -> Iterator[set[int]]:
        """For each those of its venue, of its place, or in its region on its day: the latest before it."""
        having: dict[str, list[int]] = defaultdict(list)
        for number, happening in enumerate(self.happenings):
            met: set[int] = set()
            for key in meeting_keys(happening, self._frames):
                met.update(having[key][-self._joining.telling.stories_met :])
                having[key].append(number)
            yield met


def meeting_keys(happening: Happening, frames: Frames) -> set[str]:
    """What brings a happening together with others to be compared, words aside: its venues, its places, its region and
    day."""
    frame = happening.frame
    keys = {f"venue {venue.lower()}" for venue in frame.venues} | {f"place {place}" for place in frame.places}
    around = {outer for place in frame.places for outer in (place, *frames.gazetteer.parents(place)[:2])}
    days = [day.first for day in frame.dates if day.first is not None and day.is_day] or _published(happening)
    return keys | {f"day {day + timedelta(late)} {place}" for day in days for late in (0, 1) for place in around}


def _published(happening: Happening) -> list[Day]:
    published = happening.article.published[:10]
    return [Day.fromisoformat(published)] if published else []
