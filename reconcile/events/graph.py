"""Happenings of many articles joined into events.

In: happenings. Out: groups of them, each with why. The home of networkx, which one article alone does without.

Happenings are the nodes of a graph, likenesses its edges. The strongest edge joins first; two groups that hold a pair
which cannot be one event stay apart, however many others would chain them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from reconcile.events.apart import Apart
from reconcile.events.frames import Frames
from reconcile.events.happenings import Happening
from reconcile.events.pairs import Likeness, likeness
from reconcile.events.rulings import FREE, Bound
from reconcile.events.vocabulary import Vocabulary

Reasons = dict[str, set[int]]  # why, and the happenings of which it is true

_CROWDED = 400  # happenings that share a key beyond which not all of them are compared
_NEIGHBOURS = 40  # those that each is compared with then: the next ones in the order of publication


def joined(happenings: Sequence[Happening], frames: Frames, bound: Bound = FREE) -> list[tuple[list[int], Reasons]]:
    """Groups of indexes into `happenings`, in the order of their first; with why, and which of them each reason is
    about. What people ruled goes before all likeness."""
    words = Vocabulary((h.words for h in happenings if h.main), frames.book.joining.words)
    apart = Apart(happenings, frames)
    edges = list(_edges(happenings, apart, frames, words))
    group = apart.groups
    links: list[tuple[int, int]] = []
    apart.bar(bound.apart)
    for a, b, _ in sorted(edges, key=lambda e: (-e[2].score, e[0], e[1])):
        if group[a] is not group[b] and apart.may_join(group[a], group[b]):
            apart.join(group[a], group[b])
            links.append((a, b))
    for first, *others in bound.together:  # last, so that what is ruled one does not keep from each what is like it
        for other in others:
            if group[first] is not group[other] and group[first].barred.isdisjoint(group[other].members):
                apart.join(group[first], group[other])
                links.append((first, other))
    reasons: dict[int, Reasons] = defaultdict(lambda: defaultdict(set))
    for a, b, like in edges:
        if group[a] is group[b]:
            for reason in like.reasons:
                reasons[id(group[a])][reason].update((a, b))
    return [(nodes, reasons[id(group[nodes[0]])]) for nodes in _components(len(happenings), links)]


def _components(nodes: int, links: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The connected nodes of a graph, each group and the groups in their order."""
    if not links:
        return [[node] for node in range(nodes)]
    import networkx as nx  # takes a tenth of a second: not at the start, and not for one article

    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(links)
    return sorted(sorted(component) for component in nx.connected_components(graph))


def _edges(
    happenings: Sequence[Happening], apart: Apart, frames: Frames, words: Vocabulary
) -> Iterator[tuple[int, int, Likeness]]:
    """The likenesses that are enough."""
    joining = frames.book.joining
    for a, b in _candidates(happenings, frames, words):
        one, other = happenings[a], happenings[b]
        if one.article.id == other.article.id:
            continue
        like = likeness(one, other, apart.told(a, b), words, joining)
        enough = joining.enough.main if one.main and other.main else joining.enough.aside
        if like is not None and like.score >= enough:
            yield a, b, like


def _candidates(happenings: Sequence[Happening], frames: Frames, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """Pairs that share a place (or what contains it), a venue, a name or rare words; and those of one article."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for n, happening in enumerate(happenings):
        for key in sorted(_keys(happening, frames)):
            buckets[key].append(n)
    pairs = {pair for bucket in buckets.values() for pair in _within(bucket)}
    pairs.update(words.pairs([happening.words for happening in happenings]))
    return iter(sorted(pairs))


def _within(bucket: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(bucket) <= _CROWDED:
        return combinations(bucket, 2)
    return ((a, b) for n, a in enumerate(bucket) for b in bucket[n + 1 : n + 1 + _NEIGHBOURS])


def _keys(happening: Happening, frames: Frames) -> set[str]:
    frame = happening.frame
    keys = {f"article {happening.article.id}"} | {f"venue {venue.lower()}" for venue in frame.venues}
    for place in frame.places:
        keys |= {f"place {place}", *(f"place {outer}" for outer in frames.gazetteer.parents(place)[:2])}
    if happening.main:
        keys |= {f"name {name}" for name in happening.names}
        places = frame.places or happening.mentioned
        keys |= {f"day {d} {place}" for d in frame.dates if d.first is not None and d.is_day for place in places}
    return keys
