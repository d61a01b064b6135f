"""Groups of what is alike on the whole. In: how alike pairs are. Out: groups of numbers.

Average linkage (Sokal and Michener 1958): the two groups join that are the most alike on the average of all pairs, as
long as that is enough, their strongest pair counting for a little more. So what is like one member of a group and
unlike the others stays out, and nothing is chained by a third. Pairs that nothing has compared count as strangers,
unless each of both has so many that are like it that not all of them were compared."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import inf
from typing import NamedTuple


class _Pairs(NamedTuple):
    """The points of the pairs of two groups that were compared: all together, how many pairs, and the most."""

    total: float
    seen: int
    most: float


_NONE = _Pairs(0.0, 0, -inf)


@dataclass(slots=True)
class _Group:
    """Members, how many of them have more like them than were compared, and the pairs with each other group."""

    members: list[int]
    crowded: int
    others: dict[int, _Pairs]


class Scored:
    """Pairs of numbers with their points, in little memory; of a pair that comes twice the last counts."""

    def __init__(self) -> None:
        self.first, self.second, self.points = array("L"), array("L"), array("d")

    def add(self, one: int, other: int, points: float) -> None:
        """Take note of a pair."""
        self.first.append(one)
        self.second.append(other)
        self.points.append(points)

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        """All pairs, in the order in which they came."""
        return zip(self.first, self.second, self.points, strict=True)


def linked(
    nodes: int,
    pairs: Iterable[tuple[int, int, float]],
    crowd: int,
    *,
    enough: float,
    strangers: float,
    strongest: float = 0.0,
) -> list[list[int]]:
    """The numbers below `nodes` in groups, both in order, by the points of `pairs`, which are gone through several
    times. From `crowd` like ones on a number may have more of them than were compared; `strongest` is the share that
    the strongest pair of two groups has, beside the average.

    >>> linked(3, [(0, 1, 5.0), (1, 2, 4.0), (0, 2, -9.0)], 9, enough=1.0, strangers=-6.0)
    [[0, 1], [2]]
    """
    alike = Counter(n for a, b, given in pairs if given > 0 for n in (a, b))
    connected = _connected(nodes, ((a, b) for a, b, given in pairs if given >= enough))
    inside: dict[int, dict[tuple[int, int], float]] = {}
    for a, b, given in pairs:
        if connected[a] == connected[b]:
            inside.setdefault(connected[a], {})[min(a, b), max(a, b)] = given
    found = [[n] for n in range(nodes) if connected[n] not in inside]
    for points in inside.values():
        crowded = {n for pair in points for n in pair if alike[n] >= crowd}
        found += _joined(points, crowded, enough=enough, strangers=strangers, strongest=strongest)
    return sorted(found)


def _connected(nodes: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """For each number one of those that it is connected with by `pairs`, the same for all of them."""
    above = list(range(nodes))

    def top(n: int) -> int:
        while above[n] != n:
            above[n] = n = above[above[n]]
        return n

    for a, b in pairs:
        above[top(a)] = top(b)
    return [top(n) for n in range(nodes)]


def _joined(
    points: Mapping[tuple[int, int], float],
    crowded: Collection[int],
    *,
    enough: float,
    strangers: float,
    strongest: float,
) -> list[list[int]]:
    """The numbers of which `points` tell, in groups."""
    groups = {n: _Group([n], int(n in crowded), {}) for n in sorted({n for pair in points for n in pair})}
    for (a, b), given in sorted(points.items()):
        groups[a].others[b] = groups[b].others[a] = _Pairs(given, 1, given)

    def likeness(a: int, b: int) -> float:
        one, other = groups[a], groups[b]
        total, seen, most = one.others[b]
        pairs = len(one.members) * len(other.members)
        unknown = min(pairs - seen, max(0, one.crowded * other.crowded - seen))
        mean = (total + strangers * (pairs - seen - unknown)) / (pairs - unknown)
        return (1 - strongest) * mean + strongest * most

    queue = [(-given, *pair) for pair, given in points.items() if given >= enough]
    heapify(queue)
    while queue:
        expected, a, b = heappop(queue)
        if a not in groups or b not in groups or b not in groups[a].others:
            continue
        now = likeness(a, b)
        if -now > expected + 1e-9:  # one of them has grown since, by what is less like the other
            if now >= enough:
                heappush(queue, (-now, a, b))
            continue
        for c in _merged(groups, a, b):
            if (near := likeness(a, c)) >= enough:
                heappush(queue, (-near, min(a, c), max(a, c)))
    return [sorted(group.members) for group in groups.values()]


def _merged(groups: dict[int, _Group], a: int, b: int) -> list[int]:
    """Makes one group of two, under the name `a`; the others to which that may have brought it nearer."""
    one, other = groups[a], groups.pop(b)
    del one.others[b]
    del other.others[a]
    one.members += other.members
    one.crowded += other.crowded
    for c, pairs in other.others.items():
        before = one.others.get(c, _NONE)
        both = _Pairs(before.total + pairs.total, before.seen + pairs.seen, max(before.most, pairs.most))
        one.others[c] = groups[c].others[a] = both
        del groups[c].others[b]
    return list(other.others)
