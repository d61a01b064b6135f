"""A sentence with its slots: what rules match on.

In: folded text and slots. Out: `Masked`, which leads every character back.

White space runs are one space, each slot is one character; words are as `fold` leaves them. A sentence is held as a few
stretches in which one character of the article follows the other; that is all that leading back needs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconcile.extract.matching.candidates import words_of
from reconcile.extract.matching.slots import CHARS, Slot


@dataclass(slots=True)  # not frozen, as that trebles the time to make one; nothing changes them all the same
class Masked:
    """`slots` holds the slot at each position of `text` that has one, from left to right. The stretch that begins at
    `places[k]` stands for the article's from `offsets[k]` on."""

    text: str
    slots: dict[int, Slot]
    places: list[int]
    offsets: list[int]
    said: str  # the same before slots took the place of words
    _words: frozenset[str] | None = None
    _words_said: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """The words between the slots."""
        if self._words is None:
            self._words = words_of(self.text)
        return self._words

    @property
    def words_said(self) -> frozenset[str]:
        """All words, those of the slots too."""
        if self._words_said is None:
            self._words_said = words_of(self.said)
        return self._words_said

    def stretch(self, at: int) -> tuple[int, int]:
        """The article's span behind the character at position `at`."""
        slot = self.slots.get(at)
        if slot is not None:
            return slot.start, slot.end
        number = bisect_right(self.places, at) - 1
        start = self.offsets[number] + at - self.places[number]
        return start, start + 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The article's span behind `text[start:end]`, without white space at its ends."""
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return self.stretch(start)[0], self.stretch(end - 1)[1]

    def at(self, start: int) -> int:
        """The first position whose stretch ends after the article's offset `start`; the length where none does."""
        number = bisect_right(self.offsets, start) - 1
        if number < 0:
            return 0
        place = self.places[number]
        after = self.places[number + 1] if number + 1 < len(self.places) else len(self.text)
        if place in self.slots:
            return place if self.slots[place].end > start else after
        return min(place + start - self.offsets[number], after)


class _Masking:
    """A masked sentence while it is put together, from left to right."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._slots: dict[int, Slot] = {}
        self._places: list[int] = []
        self._offsets: list[int] = []
        self.length = 0

    def words(self, text: str, offset: int) -> None:
        """Add `text` without runs of white space, which stands at the article's `offset`."""
        self._texts.append(text)
        self._places.append(self.length)
        self._offsets.append(offset)
        self.length += len(text)

    def slot(self, slot: Slot) -> None:
        """Add a slot."""
        self._slots[self.length] = slot
        self.words(CHARS[slot.sort], slot.start)

    def done(self, said: str) -> Masked:
        """The sentence, whose words were `said`."""
        return Masked("".join(self._texts), self._slots, self._places, self._offsets, said)


def mask(folded: str, start: int, end: int, slots: Sequence[Slot]) -> Masked:
    """`folded[start:end]` with `slots` (sorted, not overlapping) put in."""
    making = _Masking()
    pos = start
    for slot in slots:
        _words(making, folded, pos, slot.start)
        making.slot(slot)
        pos = slot.end
    _words(making, folded, pos, end)
    return making.done(folded[start:end])


def regroup(masked: Masked, groups: Iterable[tuple[int, int, Slot]]) -> Masked:
    """`masked` with each of `groups` (its positions, sorted, not overlapping) as one slot instead."""
    making = _Masking()
    pos = 0
    for begin, finish, slot in groups:
        _kept(making, masked, pos, begin)
        making.slot(slot)
        pos = finish
    _kept(making, masked, pos, len(masked.text))
    return making.done(masked.said)


def _words(making: _Masking, folded: str, pos: int, end: int) -> None:
    """Add `folded[pos:end]` with white space runs as one space."""
    while pos < end:
        gap = folded.find("  ", pos, end)
        stop = end if gap < 0 else gap + 1
        making.words(folded[pos:stop], pos)
        pos = stop
        while gap >= 0 and pos < end and folded[pos] == " ":
            pos += 1


def _kept(making: _Masking, masked: Masked, pos: int, until: int) -> None:
    """Add `masked.text[pos:until]` as it is, stretch by stretch."""
    text, places, slots = masked.text, masked.places, masked.slots
    number = bisect_right(places, pos) - 1
    last = bisect_left(places, until)
    while pos < until:
        number += 1
        stop = places[number] if number < last else until
        if pos in slots:
            making.slot(slots[pos])
        else:
            making.words(text[pos:stop], masked.offsets[number - 1] + pos - places[number - 1])
        pos = stop
