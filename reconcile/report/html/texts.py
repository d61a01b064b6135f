"""An article's text cut at the ends of its claims. In: a text and claims, which may overlap. Out: pieces.

The pieces together are the text, and each knows the claims that cover it. Offsets are code points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reconcile.model import Claim


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in which no claim begins or ends. `covering` are its claims, the narrowest last."""

    text: str
    covering: tuple[Claim, ...] = ()
    begins: tuple[Claim, ...] = ()
    ends: tuple[Claim, ...] = ()


def pieces(text: str, claims: Sequence[Claim]) -> Iterator[Piece]:
    """`text` in pieces. Claims that lie outside it, or are empty, are left out."""
    known = sorted((c for c in claims if 0 <= c.start < c.end <= len(text)), key=_widest_first)
    cuts = sorted({0, len(text), *(cut for claim in known for cut in (claim.start, claim.end))})
    waiting = sorted(known, key=lambda claim: claim.start, reverse=True)
    open_now: list[Claim] = []
    for start, end in pairwise(cuts):
        open_now = [claim for claim in open_now if claim.end > start]
        while waiting and waiting[-1].start <= start:
            open_now.append(waiting.pop())
        covering = tuple(sorted(open_now, key=_widest_first))
        begins = tuple(claim for claim in covering if claim.start == start)
        ends = tuple(claim for claim in covering if claim.end == end)
        yield Piece(text[start:end], covering, begins, ends)


def _widest_first(claim: Claim) -> tuple[int, int, str, str]:
    return (claim.start - claim.end, claim.start, claim.fact, claim.id)
