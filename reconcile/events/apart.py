"""What speaks for and against two happenings by their sorts, and which groups cannot be one event for it.

In: happenings. Out: `Told`, `Group`s, and whether two of them may join.

Very many articles of one event tell of few sorts of happening: each pair of sorts is compared once, however many
happenings are of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from reconcile.events.frames import Frame, Frames
from reconcile.events.happenings import Happening
from reconcile.events.pairs import Told, told

_Sort = tuple[Frame, bool, str]  # all that can rule out a pair: what it tells of, whether as the main one, and when


@dataclass(slots=True, eq=False)
class Group:
    """Happenings by index, their articles, and their sorts by number."""

    members: set[int]
    articles: set[str]
    sorts: set[int] = field(default_factory=set)
    barred: set[int] = field(default_factory=set)  # happenings that a person ruled to be none of its event


class Apart:
    """Compares groups of `happenings`."""

    def __init__(self, happenings: Sequence[Happening], frames: Frames) -> None:
        self._frames = frames
        self._first: list[Happening] = []  # of each sort
        self._known: dict[tuple[int, int], Told] = {}
        numbers: dict[_Sort, int] = {}
        self._sorts: list[int] = []
        self.groups: list[Group] = []
        for n, happening in enumerate(happenings):
            sort = (happening.frame, happening.main, happening.article.published[:10])
            number = numbers.setdefault(sort, len(numbers))
            if number == len(self._first):
                self._first.append(happening)
            self._sorts.append(number)
            self.groups.append(Group({n}, {happening.article.id}, {number}))

    def may_join(self, one: Group, other: Group) -> bool:
        """Whether no article is in both, and no pair of their happenings is ruled out."""
        if not one.articles.isdisjoint(other.articles) or not one.barred.isdisjoint(other.members):
            return False
        return not any(self._told(x, y).apart for x in one.sorts for y in other.sorts)

    def bar(self, apart: Mapping[int, Collection[int]]) -> None:
        """Keep each happening out of the groups of the others."""
        for n, others in apart.items():
            self.groups[n].barred.update(others)

    def join(self, one: Group, other: Group) -> None:
        """Make one group of two."""
        one.members |= other.members
        one.articles |= other.articles
        one.sorts |= other.sorts
        one.barred |= other.barred
        for n in other.members:
            self.groups[n] = one

    def told(self, a: int, b: int) -> Told:
        """What the frames of the happenings `a` and `b` say."""
        return self._told(self._sorts[a], self._sorts[b])

    def _told(self, x: int, y: int) -> Told:
        known = self._known.get((x, y))
        if known is None:
            known = self._known[x, y] = told(self._first[x], self._first[y], self._frames)
        return known
