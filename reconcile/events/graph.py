"""Happenings of many articles joined into events. In: happenings. Out: groups of them, each with why.

First what articles are about is put together; then what they tell of in passing joins that, or others told of in
passing: the strongest likeness first, and never where it would bring together what cannot be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reconcile.events.frames import Frames
from reconcile.events.groups import Groups
from reconcile.events.happenings import Happening
from reconcile.events.mains import Mains
from reconcile.events.pairs import Reason, told
from reconcile.events.rulings import FREE, Bound
from reconcile.events.stories import Seen

Reasons = dict[str, set[int]]  # why, and the happenings of which it is true

_NEIGHBOURS = 40  # happenings that share a key with which each is compared: the next ones in order of publication


class Joined(NamedTuple):
    """Happenings by index that are one event; why, and which of them each reason is about; and why what is most like
    one of them, by its index, is not of the event."""

    members: list[int]
    reasons: Reasons
    apart: list[tuple[int, int, list[str]]]


def joined(
    happenings: Sequence[Happening], frames: Frames, bound: Bound = FREE, seen: Seen | None = None
) -> list[Joined]:
    """Groups of `happenings`, in the order of their first. What people ruled goes before all likeness."""
    numbers = [n for n, happening in enumerate(happenings) if happening.main]
    mains = Mains([happenings[n] for n in numbers], frames, seen)
    groups = Groups(happenings, frames)
    number = {n: place for place, n in enumerate(numbers)}
    barred = {(number[a], number[b]) for a, others in bound.apart.items() for b in others if {a, b} <= number.keys()}
    together = [[numbers[n] for n in group] for group in mains.groups(barred)]
    groups.bar(bound.apart)
    for members in together:
        groups.join(members)
    edges = sorted(_edges(happenings, frames), key=lambda edge: (-edge[0], edge[1], edge[2]))
    reasons: dict[int, Reasons] = defaultdict(lambda: defaultdict(set))
    for _, a, b, _ in edges:
        if groups.may_join(a, b):
            groups.join([a, b])
    for first, *others in bound.together:  # last, so that what is ruled one does not keep from each what is like it
        for other in others:
            if not groups.barred(first, other):
                groups.join([first, other])
    for _, a, b, why in edges:
        if groups.of[a] is groups.of[b]:
            _note(reasons[id(groups.of[a])], why, a, b)
    for members in together:
        for a, b in _shown(members):
            _note(reasons[id(groups.of[a])], mains.reasons(number[a], number[b]), a, b)
    apart: dict[int, list[tuple[int, int, list[str]]]] = defaultdict(list)
    for n, (_, other) in sorted(mains.nearest.items()):
        if groups.of[numbers[n]] is not groups.of[numbers[other]]:
            against = [reason.say for reason in mains.reasons(n, other) if reason.points < 0]
            apart[id(groups.of[numbers[n]])].append((numbers[n], numbers[other], against))
    return [Joined(sorted(group.members), reasons[id(group)], apart[id(group)]) for group in groups.all()]


def _shown(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each member with the first one and with the one before it: enough to say why they are together."""
    for place, member in enumerate(members[1:], 1):
        yield from {(members[0], member): None, (members[place - 1], member): None}


def _note(reasons: Reasons, why: Sequence[Reason], a: int, b: int) -> None:
    for reason in why:
        if reason.points > 0:
            reasons[reason.say].update((a, b))


def _edges(happenings: Sequence[Happening], frames: Frames) -> Iterator[tuple[float, int, int, list[Reason]]]:
    """The likenesses that are enough of happenings that are not both the main ones."""
    enough = frames.book.joining.enough
    for a, b in sorted(_candidates(happenings, frames)):
        one, other = happenings[a], happenings[b]
        if one.article.id != other.article.id and not (one.main and other.main):
            why = list(told(one, other, frames))
            points = sum(reason.points for reason in why) * enough.brief
            if points >= enough.aside:
                yield points, a, b, why


def _candidates(happenings: Sequence[Happening], frames: Frames) -> set[tuple[int, int]]:
    """Pairs that share a place (or what contains it) or a venue."""
    having: dict[str, list[int]] = defaultdict(list)
    pairs: set[tuple[int, int]] = set()
    for n, happening in enumerate(happenings):
        for key in _keys(happening, frames):
            pairs.update((other, n) for other in having[key][-_NEIGHBOURS:])
            having[key].append(n)
    return pairs


def _keys(happening: Happening, frames: Frames) -> set[str]:
    frame = happening.frame
    keys = {f"venue {venue.lower()}" for venue in frame.venues}
    for place in frame.places:
        keys |= {f"place {place}", *(f"place {outer}" for outer in frames.gazetteer.parents(place)[:2])}
    return keys
