"""What people ruled on events, as it binds the happenings at hand. In: rulings and happenings. Out: `Bound`.

A happening is the one that was ruled on if it would found the same event; where its article's text has changed since,
if it is its article's main one. A later ruling goes before an earlier one that it contradicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import NamedTuple

from reconcile.model import Member, Ruling


class Words(NamedTuple):
    """A ruling that binds, and its two sides, as far as they are bound."""

    ruling: Ruling
    first: frozenset[int]
    second: frozenset[int]


@dataclass(slots=True)
class Bound:
    """By index of a happening: whom it is one event with, and of which events it is none; and the words on it."""

    together: list[list[int]] = field(default_factory=list)
    apart: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    words: list[Words] = field(default_factory=list)


FREE = Bound()


def bound(rulings: Sequence[Ruling], members: Sequence[Member]) -> Bound:
    """How `rulings`, oldest first, bind happenings that are known as `members`."""
    if not rulings:
        return FREE
    found = Bound()
    which, groups = _Which(members), _Groups(len(members))
    for ruling in reversed(rulings):
        first, second = (list(which.are(side)) for side in (ruling.first, ruling.second))
        if not first or not second:
            continue  # not among the articles of this run
        pairs = pairwise([*first, *second]) if ruling.merge else product(first, second)
        bind = groups.join if ruling.merge else groups.part
        binds = frozenset(n for a, b in pairs if bind(a, b) for n in (a, b))
        if binds:
            found.words.append(Words(ruling, binds.intersection(first), binds.intersection(second)))
    found.words.reverse()
    found.together = groups.together()
    for a, b in groups.apart:
        found.apart[a].add(b)
        found.apart[b].add(a)
    return found


class _Which:
    """Happenings by what rulings call them."""

    def __init__(self, members: Sequence[Member]) -> None:
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._main: dict[str, int] = {}
        for n, member in enumerate(members):
            self._exact[member.happening].append(n)
            if member.main:
                self._main[member.article] = n

    def are(self, side: Iterable[Member]) -> Iterator[int]:
        """The indexes of a side's happenings, as far as they are there."""
        for member in side:
            exact = self._exact.get(member.happening)
            if exact:
                yield from exact
            elif member.main and member.article in self._main:
                yield self._main[member.article]


class _Groups:
    """Happenings joined and parted, never both."""

    def __init__(self, number: int) -> None:
        self._group = [{n} for n in range(number)]
        self.apart: set[tuple[int, int]] = set()

    def join(self, a: int, b: int) -> bool:
        """Join the groups of both, unless they were parted; whether they are one now."""
        one, other = self._group[a], self._group[b]
        if one is other:
            return True
        if any((min(x, y), max(x, y)) in self.apart for x in one for y in other):
            return False
        one |= other
        for n in other:
            self._group[n] = one
        return True

    def part(self, a: int, b: int) -> bool:
        """Part the two, unless they were joined; whether they are."""
        if self._group[a] is self._group[b]:
            return False
        self.apart.update((min(x, y), max(x, y)) for x in self._group[a] for y in self._group[b])
        return True

    def together(self) -> list[list[int]]:
        """The groups of more than one."""
        groups = {id(group): sorted(group) for group in self._group if len(group) > 1}
        return sorted(groups.values())
