"""Shapes and SVG. In: positions in pixels of a picture's own width, words, and class names. Out: a `Picture`.

The home of drawsvg. Colours and strokes are the page's style sheet's, by class: there is no style attribute for a
Content-Security-Policy to forbid, and light, dark and print each have their own. Words are made inert and escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import drawsvg

from reconcile.report.safe import one_line

Shape = Any  # an element of drawsvg, which ships no types
WIDTH = 760
BOLD = 14.5  # the size that a bold text is reckoned with, as it is wider
_SIZE = 13  # pixels of a text's height, as in the style sheet
_WIDE, _NARROW = frozenset("mwMWQOGD@%—…"), frozenset("iljtfr.,:;'|! ()[]I1")


@dataclass(frozen=True, slots=True)
class Picture:
    """`svg` is markup; `caption` says in words what is seen; `header` and `table` are every value behind it."""

    svg: str
    kind: str
    caption: str
    legend: tuple[tuple[str, str], ...]  # a class of the style sheet and what is drawn so
    header: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]


def drawing(identity: str, title: str, height: float, shapes: Iterable[Shape]) -> str:
    """`shapes` as one SVG element with `title` as its name for those who do not see it."""
    label = f"{identity}-t"
    attributes = {"role": "img", "class": "pic", "aria-labelledby": label}
    sheet = drawsvg.Drawing(WIDTH, round(height), **attributes)
    sheet.append(drawsvg.Title(one_line(title), id=label))
    sheet.extend(shapes)
    return str(sheet.as_svg(header="")).replace("<defs>\n</defs>\n", "")


def line(points: Sequence[tuple[float, float]], name: str) -> Shape:
    """A line through `points`."""
    (x, y), *rest = points
    path = drawsvg.Path(class_=name).M(_px(x), _px(y))
    for x, y in rest:
        path.L(_px(x), _px(y))
    return path


def curve(start: tuple[float, float], end: tuple[float, float], name: str) -> Shape:
    """A line from left to right that leaves and arrives level."""
    (x1, y1), (x2, y2) = start, end
    middle = _px((x1 + x2) / 2)
    return drawsvg.Path(class_=name).M(_px(x1), _px(y1)).C(middle, _px(y1), middle, _px(y2), _px(x2), _px(y2))


def area(points: Sequence[tuple[float, float]], name: str) -> Shape:
    """A closed shape with corners at `points`."""
    (x, y), *rest = points
    path = drawsvg.Path(class_=name).M(_px(x), _px(y))
    for x, y in rest:
        path.L(_px(x), _px(y))
    return path.Z()


def dot(x: float, y: float, radius: float, name: str) -> Shape:
    """A filled circle."""
    return drawsvg.Circle(_px(x), _px(y), radius, class_=name)


def box(x: float, y: float, width: float, height: float, name: str) -> Shape:
    """A rectangle with slightly round corners."""
    return drawsvg.Rectangle(_px(x), _px(y), _px(width), _px(height), rx=4, class_=name)


def words(text: str, x: float, y: float, name: str = "tx", *, anchor: str = "start") -> Shape:
    """A line of text on the base line `y`; `anchor` is start, middle or end."""
    return drawsvg.Text(one_line(text), _SIZE, _px(x), _px(y), class_=name, text_anchor=anchor)


def arrowhead(x: float, y: float, dx: float, dy: float, name: str) -> Shape:
    """The head of an arrow whose tip is at x, y and that points along dx, dy."""
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    ux, uy = dx / length * 8, dy / length * 8
    return area([(x, y), (x - ux - uy / 2, y - uy + ux / 2), (x - ux + uy / 2, y - uy - ux / 2)], name)


def width_of(text: str, size: float = _SIZE) -> float:
    """About how many pixels wide `text` is in a sans-serif face; rather more than less."""
    return sum(size * (0.95 if c in _WIDE else 0.36 if c in _NARROW else 0.61) for c in text)


def fitted(text: str, width: float, size: float = _SIZE) -> str:
    """`text`, cut with an ellipsis where it would be wider than `width` pixels."""
    text = one_line(text)
    if width_of(text, size) <= width:
        return text
    while text and width_of(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def _px(value: float) -> float | int:
    near = round(value, 1)
    return int(near) if near == int(near) else near
