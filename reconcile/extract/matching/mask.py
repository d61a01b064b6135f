"""A sentence with its slots: what rules match on.

In: folded text and slots. Out: `Masked`, which leads every character back.

White space runs are one space, each slot is one character; words are as `fold` leaves them. A sentence is held as a few
stretches in which one character of the article follows the other; that is all that leading back needs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reconcile.extract.matching.candidates import tokens_of, words_of
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
    _tokens: list[str] | None = None
    _words: frozenset[str] | None = None
    _words_said: frozenset[str] | None = None

    @property
    def tokens(self) -> list[str]:
        """The words and the characters of slots, in order."""
        if self._tokens is None:
            self._tokens = tokens_of(self.text)
        return self._tokens

    @property
    def words(self) -> frozenset[str]:
        """The words between the slots, and the characters of these."""
        if self._words is None:
            self._words = frozenset(self.tokens)
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


_Part = tuple[int, str, Slot | None]  # offset in the article, what stands in the masked text, the slot if it is one


def mask(folded: str, start: int, end: int, slots: Sequence[Slot], words_said: frozenset[str] | None = None) -> Masked:
    """`folded[start:end]` with `slots` (sorted, not overlapping) put in; its `words_said`, where they are known."""
    parts: list[_Part] = []
    pos, said = start, folded[start:end]
    runs = "  " in said
    for slot in slots:
        if runs:
            parts += _words(folded, pos, slot.start)
        elif pos < slot.start:
            parts.append((pos, folded[pos : slot.start], None))
        parts.append((slot.start, CHARS[slot.sort], slot))
        pos = slot.end
    parts += _words(folded, pos, end)
    return _joined(parts, said, words_said)


def regroup(masked: Masked, groups: Iterable[tuple[int, int, Slot]]) -> Masked:
    """`masked` with each of `groups` (its positions, sorted, not overlapping) as one slot instead."""
    parts: list[_Part] = []
    pos = 0
    for begin, finish, slot in groups:
        parts += _kept(masked, pos, begin)
        parts.append((slot.start, CHARS[slot.sort], slot))
        pos = finish
    parts += _kept(masked, pos, len(masked.text))
    return _joined(parts, masked.said, masked._words_said)


def _joined(parts: list[_Part], said: str, words_said: frozenset[str] | None) -> Masked:
    offsets, texts, slots = map(list, zip(*parts, strict=True)) if parts else ([], [], [])
    places = list(accumulate(map(len, texts), initial=0))[:-1]
    held = {place: slot for place, slot in zip(places, slots, strict=True) if slot is not None}
    return Masked("".join(texts), held, places, offsets, said, _words_said=words_said)


def _words(folded: str, pos: int, end: int) -> list[_Part]:
    """`folded[pos:end]` with white space runs as one space."""
    if pos >= end:
        return []
    parts: list[_Part] = []
    while (gap := folded.find("  ", pos, end)) >= 0:
        parts.append((pos, folded[pos : gap + 1], None))
        pos = gap + 1
        while pos < end and folded[pos] == " ":
            pos += 1
    if pos < end:
        parts.append((pos, folded[pos:end], None))
    return parts


def _kept(masked: Masked, pos: int, until: int) -> list[_Part]:
    """`masked.text[pos:until]` as it is, stretch by stretch."""
    text, places, offsets, slots = masked.text, masked.places, masked.offsets, masked.slots
    parts: list[_Part] = []
    number = bisect_right(places, pos) - 1
    while pos < until:
        stop = min(places[number + 1], until) if number + 1 < len(places) else until
        parts.append((offsets[number] + pos - places[number], text[pos:stop], slots.get(pos)))
        number += 1
        pos = stop
    return parts
