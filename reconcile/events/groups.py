"""Groups of happenings that are one event, and which of them may become one. In: happenings. Out: `Group`s."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reconcile.events.frames import Frame, Frames
from reconcile.events.happenings import Happening
from reconcile.events.pairs import apart

_Sort = tuple[Frame, bool, str]  # all that can rule out a pair: what it tells of, whether as the main one, and when


@dataclass(slots=True, eq=False)
class Group:
    """Happenings by index, their articles, and their sorts by number."""

    members: set[int]
    articles: set[str]
    main: bool = False
    sorts: set[int] = field(default_factory=set)
    barred: set[int] = field(default_factory=set)  # happenings that a person ruled to be none of its event


class Groups:
    """Groups of `happenings`, each alone at first. Very many happenings are of few sorts: each pair of sorts is
    compared once."""

    def __init__(self, happenings: Sequence[Happening], frames: Frames) -> None:
        self._frames = frames
        self._first: list[Happening] = []  # of each sort
        self._known: dict[tuple[int, int], bool] = {}
        numbers: dict[_Sort, int] = {}
        self.of: list[Group] = []
        for n, happening in enumerate(happenings):
            sort = (happening.frame, happening.main, happening.article.published[:10])
            number = numbers.setdefault(sort, len(numbers))
            if number == len(self._first):
                self._first.append(happening)
            self.of.append(Group({n}, {happening.article.id}, happening.main, {number}))

    def bar(self, apart: Mapping[int, Collection[int]]) -> None:
        """Keep each happening out of the groups of the others."""
        for n, others in apart.items():
            self.of[n].barred.update(others)

    def barred(self, a: int, b: int) -> bool:
        """Whether a person ruled that the groups of the happenings `a` and `b` are not one event."""
        return not self.of[a].barred.isdisjoint(self.of[b].members)

    def may_join(self, a: int, b: int) -> bool:
        """Whether the groups of the happenings `a` and `b` share no article, are not both what articles are about, and
        hold no pair that cannot be one."""
        one, other = self.of[a], self.of[b]
        if one is other or (one.main and other.main) or not one.articles.isdisjoint(other.articles):
            return False
        if self.barred(a, b):
            return False
        return not any(self._apart(x, y) for x in one.sorts for y in other.sorts)

    def join(self, happenings: Sequence[int]) -> None:
        """Make one group of those of all `happenings`."""
        one = max((self.of[n] for n in happenings), key=lambda group: len(group.members))
        for n in happenings:
            other = self.of[n]
            if other is not one:
                one.members |= other.members
                one.articles |= other.articles
                one.main |= other.main
                one.sorts |= other.sorts
                one.barred |= other.barred
                for member in other.members:
                    self.of[member] = one

    def all(self) -> Iterator[Group]:
        """The groups, in the order of their first members."""
        yield from {id(group): group for group in self.of}.values()

    def _apart(self, x: int, y: int) -> bool:
        known = self._known.get((x, y))
        if known is None:
            known = self._known[x, y] = apart(self._first[x], self._first[y], self._frames)
        return known
