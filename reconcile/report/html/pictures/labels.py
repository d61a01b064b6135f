"""Labels that lie on nothing. In: what is to be named, and what is there already. Out: a place for each label.

A label is tried on each side of its mark and then farther off; one for which there is no room is left out, as the table
behind a picture names everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.report.html.pictures.canvas import width_of

_HEIGHT = 15.0


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Rect) -> bool:
        """Whether the two have a point in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, other: Rect) -> bool:
        """Whether it lies in `other`."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """`text` for the mark at x, y that is `reach` pixels wide to either side."""

    text: str
    x: float
    y: float
    reach: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a label's text begins and its base line; `away` where a thin line should lead to it."""

    label: Label
    x: float
    y: float
    away: bool


def placed(labels: Sequence[Label], taken: Sequence[Rect], crossed: Sequence[Rect], room: Rect) -> Iterator[Placed]:
    """A place within `room` for each of `labels` that meets neither `taken` nor another label, and what is `crossed` by
    lines only where there is no better one."""
    there = list(taken)
    for label in labels:
        wide = width_of(label.text)
        best: tuple[int, Rect, Placed] | None = None
        for left, middle, away in _candidates(label, wide):
            rect = Rect(left, middle - _HEIGHT / 2, left + wide, middle + _HEIGHT / 2)
            if rect.within(room) and not any(rect.meets(other) for other in there):
                over = sum(rect.meets(other) for other in crossed)
                if best is None or over < best[0]:
                    best = (over, rect, Placed(label, left, middle + 4.5, away))
                if over == 0:
                    break
        if best:
            there.append(best[1])
            yield best[2]


def along(start: tuple[float, float], end: tuple[float, float]) -> Iterator[Rect]:
    """Small rectangles along a straight line."""
    (x1, y1), (x2, y2) = start, end
    many = int(max(abs(x2 - x1), abs(y2 - y1)) // 10) + 1
    for at in range(many + 1):
        x, y = x1 + (x2 - x1) * at / many, y1 + (y2 - y1) * at / many
        yield Rect(x - 2, y - 2, x + 2, y + 2)


def _candidates(label: Label, wide: float) -> Iterator[tuple[float, float, bool]]:
    right, left = label.x + label.reach + 5, label.x - label.reach - 5 - wide
    for off in (0.0, -16.0, 16.0, -32.0, 32.0, -48.0, 48.0, -64.0, 64.0, -80.0, 80.0):
        yield right, label.y + off, abs(off) > 20
        yield left, label.y + off, abs(off) > 20
    for off in (-18.0, 18.0, -34.0, 34.0):
        yield label.x - wide / 2, label.y + off, abs(off) > 20
