"""A sentence with its slots: what rules match on.

In: folded text and slots. Out: `Masked`, which leads every character back.

White space runs are one space, each slot is one character; words are as `fold` leaves them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconcile.extract.matching.slots import CHARS, Slot


@dataclass(frozen=True, slots=True)
class Masked:
    """`text[i]` stands for the article's `[starts[i], ends[i])`; `slots` holds the slot at each position that has
    one."""

    text: str
    starts: list[int]
    ends: list[int]
    slots: dict[int, Slot]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The article's span behind `text[start:end]`, without white space at its ends."""
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return self.starts[start], self.ends[end - 1]

    def at(self, start: int) -> int:
        """The first position whose stretch ends after the article's offset `start`; the length where none does."""
        return next((i for i, end in enumerate(self.ends) if end > start), len(self.ends))


def mask(folded: str, start: int, end: int, slots: Sequence[Slot]) -> Masked:
    """`folded[start:end]` with `slots` (sorted, not overlapping) put in."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    held: dict[int, Slot] = {}
    length, pos = 0, start
    for slot in slots:
        length += _words(folded, pos, slot.start, texts, starts, ends)
        held[length] = slot
        texts.append(CHARS[slot.sort])
        starts.append(slot.start)
        ends.append(slot.end)
        length += 1
        pos = slot.end
    _words(folded, pos, end, texts, starts, ends)
    return Masked("".join(texts), starts, ends, held)


def regroup(masked: Masked, groups: Iterable[tuple[int, int, Slot]]) -> Masked:
    """`masked` with each of `groups` (its positions, sorted, not overlapping) as one slot instead."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    held: dict[int, Slot] = {}
    pos = 0

    def keep(until: int) -> None:
        shift = len(starts) - pos
        held.update((at + shift, slot) for at, slot in masked.slots.items() if pos <= at < until)
        texts.append(masked.text[pos:until])
        starts.extend(masked.starts[pos:until])
        ends.extend(masked.ends[pos:until])

    for begin, finish, slot in groups:
        keep(begin)
        held[len(starts)] = slot
        texts.append(CHARS[slot.sort])
        starts.append(slot.start)
        ends.append(slot.end)
        pos = finish
    keep(len(masked.text))
    return Masked("".join(texts), starts, ends, held)


def _words(folded: str, pos: int, end: int, texts: list[str], starts: list[int], ends: list[int]) -> int:
    """Append the words of `folded[pos:end]` with white space runs as one space; how many characters that makes."""
    length = 0
    while pos < end:
        gap = folded.find("  ", pos, end)
        stop = end if gap < 0 else gap + 1
        texts.append(folded[pos:stop])
        starts.extend(range(pos, stop))
        ends.extend(range(pos + 1, stop + 1))
        length += stop - pos
        pos = stop
        while gap >= 0 and pos < end and folded[pos] == " ":
            pos += 1
    return length
