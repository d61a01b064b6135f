"""The picture of how articles hang together by origin. In: an event. Out: a `Picture`, or None where each stands alone.

On the left is whose text or figures it is, on the right the articles. A full line leads to a text that is somebody
else's, a dashed one to an article that has single figures from there, an arrow from an article to its later version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.model import Claim, Event
from reconcile.report import claim_words
from reconcile.report.html.pictures import canvas
from reconcile.report.html.pictures.canvas import WIDTH, Picture, Shape
from reconcile.report.view import View
from reconcile.report.words import number_of, published_in_words

_ROW, _HEAD, _BOX = 36.0, 26.0, 26.0
_LEFT, _ARTICLE, _MARGIN = 230.0, 330.0, 60.0
_MOST = 40  # articles; the table has the rest
_HEADER = ("Article", "Origin of its text", "Why", "Single figures from", "Later version")


Told = Mapping[str, tuple[Claim, ...]]  # the claims of each article


@dataclass(frozen=True, slots=True)
class Kin:
    """An article with whose text it is (empty for its own), whom it has single figures from, and its later version."""

    article: str
    origin: str
    heard: tuple[str, ...]
    later: str


def picture(event: Event, shown: View, told: Told) -> Picture | None:
    """How the articles of `event` hang together."""
    kin = _kin(event, shown, told)
    if not any(one.origin or one.heard or one.later for one in kin):
        return None
    sizes = _sizes(kin)
    akin = [one for one in kin if one.origin or one.heard or one.later or sizes[one.article] > 1]
    drawn, alone = akin[:_MOST], len(kin) - len(akin[:_MOST])
    rows = {one.article: _HEAD + _ROW * (at + 0.5) for at, one in enumerate(drawn)}
    origins = _origins(drawn, rows)
    height = _HEAD + _ROW * max(len(drawn), len(origins)) + 6
    shapes = [*_lines(drawn, rows, origins), *_boxes(drawn, rows, origins, shown), *_later(drawn, rows)]
    heads = (("whose text or figures", 0.0), ("articles", WIDTH - _ARTICLE - _MARGIN))
    shapes += [canvas.words(text, x, 14, "tk") for text, x in heads]
    if alone:
        more = f"and {number_of(alone, 'more article')}" + (
            "" if len(akin) > _MOST else ", each with a text of its own"
        )
        shapes.append(canvas.words(more, WIDTH - _ARTICLE - _MARGIN, height + 8, "tk"))
        height += 16
    title = f"How {number_of(len(kin), 'article')} hang together by origin: {caption(event, shown, told)}"
    svg = canvas.drawing(f"p-{event.id}", title, height, shapes)
    table = tuple(_row(one, shown) for one in kin)
    return Picture(svg, "family", "", tuple(_legend(drawn)), _HEADER, table)


def caption(event: Event, shown: View, told: Told) -> str:
    """How many articles and origins there are, in a sentence."""
    kin = _kin(event, shown, told)
    origins = {one.origin or one.article for one in kin}
    parts = [f"{number_of(len(kin), 'article')}, {number_of(len(origins), 'origin')}"]
    if later := sum(bool(one.later) for one in kin):
        parts.append(f"{later} superseded by a later version")
    if heard := sum(bool(one.heard) for one in kin):
        parts.append(f"{number_of(heard, 'article')} with single figures from another outlet")
    if len(kin) > 1 and len(origins) == len(kin):
        parts.append("none credits an agency with its text, copies another or is a version of one")
    return "; ".join(parts) + "."


def _kin(event: Event, shown: View, told: Told) -> list[Kin]:
    found = []
    for name in event.articles:
        reading = shown.readings[name]
        origin = reading.origin if reading.origin != name else ""
        heard = {claim.origin for claim in told[name] if claim.event == event.id and claim.origin}
        outlets = sorted(heard - {name, reading.origin})
        found.append(Kin(name, origin, tuple(outlets), reading.superseded_by))
    sizes = _sizes(found)
    published = {name: shown.readings[name].article.published or "9" for name in event.articles}
    return sorted(found, key=lambda k: _order(k, sizes, published))


def _sizes(kin: Sequence[Kin]) -> Counter[str]:
    """How many articles have each origin."""
    return Counter(one.origin or one.article for one in kin)


def _order(one: Kin, sizes: Mapping[str, int], published: Mapping[str, str]) -> tuple[int, str, str, str]:
    family = one.origin or one.article
    return (-sizes[family], family if sizes[family] > 1 else "", published[one.article], one.article)


def _origins(kin: Sequence[Kin], rows: Mapping[str, float]) -> dict[str, float]:
    """The middle of each origin's box, near the articles that it leads to."""
    levels: dict[str, list[float]] = {}
    for one in kin:
        for origin in (one.origin, *one.heard):
            if origin:
                levels.setdefault(origin, []).append(rows[one.article])
    places: dict[str, float] = {}
    lowest = _HEAD - _ROW / 2
    for origin in sorted(levels, key=lambda o: (sum(levels[o]) / len(levels[o]), o)):
        lowest = max(lowest + _ROW, sum(levels[origin]) / len(levels[origin]))
        places[origin] = lowest
    return places


def _lines(kin: Sequence[Kin], rows: Mapping[str, float], origins: Mapping[str, float]) -> Iterator[Shape]:
    for one in kin:
        end = (WIDTH - _ARTICLE - _MARGIN - 2, rows[one.article])
        for origin, name in ((one.origin, "whose"), *((heard, "heard") for heard in one.heard)):
            if origin:
                yield canvas.curve((_LEFT, origins[origin]), (end[0] - 7, end[1]), f"kin {name}")
                yield canvas.arrowhead(*end, 1, 0, f"kin-head {name}")


def _boxes(kin: Sequence[Kin], rows: Mapping[str, float], origins: Mapping[str, float], shown: View) -> Iterator[Shape]:
    for origin, y in origins.items():
        yield canvas.box(0.5, y - _BOX / 2, _LEFT, _BOX, "node")
        named = canvas.fitted(claim_words.origin_words(origin, shown), _LEFT - 18, canvas.BOLD)
        yield canvas.words(named, 9, y + 4.5, "tx strong")
    for one in kin:
        x, y = WIDTH - _ARTICLE - _MARGIN, rows[one.article]
        yield canvas.box(x, y - _BOX / 2, _ARTICLE, _BOX, "node off" if one.later else "node party")
        yield canvas.words(canvas.fitted(shown.sources[one.article], _ARTICLE - 18), x + 9, y + 4.5, "tx")


def _later(kin: Sequence[Kin], rows: Mapping[str, float]) -> Iterator[Shape]:
    """Arrows on the right from each article to its later version."""
    right, outside = WIDTH - _MARGIN, 0
    for one in kin:
        if one.later in rows:
            x = right + 14 + 9 * (outside % 4)
            outside += 1
            yield canvas.line([(right, rows[one.article]), (x, rows[one.article]), (x, rows[one.later])], "kin later")
            yield canvas.line([(x, rows[one.later]), (right + 8, rows[one.later])], "kin later")
            yield canvas.arrowhead(right + 2, rows[one.later], -1, 0, "kin-head later")


def _row(one: Kin, shown: View) -> tuple[str, ...]:
    reading, later = shown.readings[one.article], shown.readings.get(one.later)
    return (
        shown.sources[one.article],
        claim_words.origin_words(one.origin, shown) if one.origin else "its own",
        "; ".join(reading.because) or "—",
        "; ".join(claim_words.origin_words(heard, shown) for heard in one.heard) or "—",
        f"{shown.sources[one.later]} ({published_in_words(later.article)})" if later else "—",
    )


def _legend(kin: Sequence[Kin]) -> Iterator[tuple[str, str]]:
    if any(one.origin for one in kin):
        yield "whose", "the text is from there"
    if any(one.heard for one in kin):
        yield "heard", "single figures are from there"
    if any(one.later for one in kin):
        yield "later", "has a later version"
