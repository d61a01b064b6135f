"""The picture of a figure over time. In: a finding of counts. Out: a `Picture`, or None where there is nothing to see.

As-of time runs from left to right, to scale, the figure from bottom to top. Each source is a dot; what its words leave
open is a bar ("at least 12": open upwards), and so is a day of which nobody tells the hour, along the axis. Sources
without a time stand in a lane of their own. An update is an arrow,
a contradiction a dashed line with a crossed equals sign, a correction a dotted arrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby

from reconcile.model import Claim, Finding
from reconcile.report import claim_words
from reconcile.report.html.pictures import canvas
from reconcile.report.html.pictures.canvas import WIDTH, Picture, Shape
from reconcile.report.html.pictures.labels import Label, Rect, along, placed
from reconcile.report.html.pictures.marks import DOT, MOST_DOTS, RELATIONS, Link, Mark, links_of, marks_of
from reconcile.report.html.pictures.scale import Scale, number_ticks, time_ticks
from reconcile.report.view import View
from reconcile.report.words import fact_label, number_of, outlet_in_words
from reconcile.resolve.words import day_in_words, in_words

_TOP, _PLOT, _FOOT = 16, 250, 44
_MOST_LINES = 9
_CLOSE = 56.0  # pixels between marks of one value that share a label
_LANE = 84.0  # pixels for each figure without a time
_HEADER = ("Figure", "As of", "Source", "Said by", "Remarks")


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    lane: float  # where the lane of those without a time ends
    values: Scale
    times: Scale | None
    low: datetime
    high: datetime


def picture(finding: Finding, shown: View) -> Picture | None:
    """How the figure of `finding` moved and where it is disputed."""
    marks = marks_of(finding, shown)
    if len({mark.value for mark in marks}) < 2:
        return None
    frame = _frame(marks)
    marks = _set(marks, frame)
    links = links_of(finding, shown, marks)
    label = fact_label(finding.fact, shown.book)
    shapes = [
        *_axes(frame),
        *_drawn_links(links[:_MOST_LINES]),
        *_days(marks),
        *_bars(marks, frame),
        *_dots(marks),
        *_labels(marks, links[:_MOST_LINES], frame, shown),
    ]
    table = tuple(_row(claim, shown) for mark in marks for claim in mark.claims)
    title = f"{label} by the time that each figure is for: {_in_short(marks, shown)}"
    svg = canvas.drawing(f"p-{finding.id}", title, _TOP + _PLOT + _FOOT, shapes)
    return Picture(svg, "figure", _caption(marks, links), tuple(_legend(marks, links[:_MOST_LINES])), _HEADER, table)


def _frame(marks: Sequence[Mark]) -> _Frame:
    numbers = [number for mark in marks for number in (mark.value.n, mark.value.m)]
    pad = max((max(numbers) - min(numbers)) * 0.15, 1.0)
    low, high = max(0.0, min(numbers) - pad), max(numbers) + pad
    left = 14 + max(canvas.width_of(f"{tick:,}") for tick in (*number_ticks(low, high), round(high)))
    undated = sum(mark.time is None for mark in marks)
    times = [mark.time for mark in marks if mark.time]
    lane = left + max(_LANE * undated, 0.0)
    if times and undated:
        lane = min(lane, left + (WIDTH - left) * 0.5)
    if not times:
        return _Frame(left, WIDTH - 4, Scale(low, high, _TOP + _PLOT, _TOP), None, datetime.min, datetime.min)
    first, last = min(times), max(mark.until or mark.time for mark in marks if mark.time)
    around = max((last - first) * 0.12, timedelta(hours=8))
    first, last = first - around, last + around
    if last - first > timedelta(days=2):  # whole days, so that each day has its mark
        first, last = _midnight(first), _midnight(last) + timedelta(days=1)
    scale = Scale(first.timestamp(), last.timestamp(), lane + 8, WIDTH - 4)
    return _Frame(left, lane if undated else left, Scale(low, high, _TOP + _PLOT, _TOP), scale, first, last)


def _midnight(time: datetime) -> datetime:
    return time.replace(hour=0, minute=0, second=0, microsecond=0)


def _set(marks: Sequence[Mark], frame: _Frame) -> list[Mark]:
    """The marks at their places: those with a time to scale, the others side by side in their lane."""
    undated = [mark for mark in marks if mark.time is None]
    step = (frame.lane - frame.left) / max(len(undated), 1)
    found = []
    for mark in marks:
        if mark.time is None or frame.times is None:
            x = frame.left + step * (undated.index(mark) + 0.5)
            found.append(replace(mark, x=x, y=frame.values.at(mark.value.point)))
            continue
        begin, end = (frame.times.at(time.timestamp()) for time in (mark.time, mark.until or mark.time))
        y = frame.values.at(mark.value.point)
        found.append(replace(mark, x=(begin + end) / 2, y=y, half=(end - begin) / 2))
    return found


def _axes(frame: _Frame) -> Iterator[Shape]:
    bottom = _TOP + _PLOT
    if frame.lane > frame.left:
        yield canvas.box(frame.left, _TOP, frame.lane - frame.left, _PLOT, "lane")
        yield canvas.words("no time known", (frame.left + frame.lane) / 2, bottom + 18, "tk", anchor="middle")
    for tick in number_ticks(frame.values.low, frame.values.high):
        y = frame.values.at(tick)
        yield canvas.line([(frame.left, y), (WIDTH - 4, y)], "gr")
        yield canvas.words(f"{tick:,}", frame.left - 6, y + 4.5, "tk", anchor="end")
    yield canvas.line([(frame.left, bottom), (WIDTH - 4, bottom)], "ax")
    if frame.times is None:
        return
    written = frame.lane
    for time, text in time_ticks(frame.low, frame.high):
        x = frame.times.at(time.timestamp())
        yield canvas.line([(x, bottom), (x, bottom + 5)], "ax")
        half = canvas.width_of(text) / 2
        middle = min(max(x, frame.lane + half), WIDTH - half)
        if middle - half >= written:
            written = middle + half + 6
            yield canvas.words(text, middle, bottom + 18, "tk", anchor="middle")
    year = f" ({frame.low.year})" if frame.low.year == frame.high.year else ""
    yield canvas.words(f"as of, UTC{year}", WIDTH - 4, bottom + 36, "tk", anchor="end")


def _days(marks: Sequence[Mark]) -> Iterator[Shape]:
    """A bar over each day of which nobody tells the hour."""
    for mark in marks:
        if mark.half:
            name = "day off" if mark.hollow else "day"
            yield canvas.box(mark.x - mark.half, mark.y - DOT, 2 * mark.half, 2 * DOT, name)


def _bars(marks: Sequence[Mark], frame: _Frame) -> Iterator[Shape]:
    """What the words of each figure leave open."""
    for mark in marks:
        value, x, y = mark.value, mark.x, mark.y
        name = "bar off" if mark.hollow else "bar"
        top, bottom = frame.values.at(frame.values.high), frame.values.at(frame.values.low)
        if value.form in ("least", "over"):
            yield canvas.line([(x, y), (x, top + 6)], name)
            yield canvas.arrowhead(x, top, 0, -1, f"{name} head")
        elif value.form in ("most", "under"):
            yield canvas.line([(x, y), (x, bottom - 6)], name)
            yield canvas.arrowhead(x, bottom, 0, 1, f"{name} head")
        elif value.form == "range":
            low, high = frame.values.at(value.n), frame.values.at(value.m)
            yield canvas.line([(x, low), (x, high)], name)
            for end in (low, high):
                yield canvas.line([(x - 6, end), (x + 6, end)], name)
        elif value.form == "about":
            yield canvas.line([(x, y - 14), (x, y + 14)], f"{name} about")


def _dots(marks: Sequence[Mark]) -> Iterator[Shape]:
    for mark in marks:
        many = min(len(mark.claims), MOST_DOTS)
        for place, claim in enumerate(mark.claims[:many]):
            x = mark.x + (place - (many - 1) / 2) * DOT * 2
            yield canvas.dot(x, mark.y, DOT, "pt off" if claim.superseded else "pt")


def _drawn_links(links: Sequence[Link]) -> Iterator[Shape]:
    for word, a, b in links:
        (ax, bx), middle = _ends(a, b), _middle(a, b)
        path = [(ax, a.y), middle, (bx, b.y)]
        yield canvas.line(path, f"rel {word}")
        if word == "contradiction":
            yield canvas.dot(*middle, 9, "badge")
            yield canvas.words("≠", middle[0], middle[1] + 5, "badge-t", anchor="middle")
        else:
            dx, dy = bx - middle[0], b.y - middle[1]
            length = (dx * dx + dy * dy) ** 0.5 or 1.0
            tip = (bx - dx / length * ((DOT if b.half else b.reach) + 1), b.y - dy / length * (DOT + 2))
            yield canvas.arrowhead(*tip, dx, dy, f"rel-head {word}")


def _middle(a: Mark, b: Mark) -> tuple[float, float]:
    """Half way, aside where one lies above the other."""
    ax, bx = _ends(a, b)
    aside = 22 if abs(ax - bx) < 12 else 0
    return (ax + bx) / 2 - aside, (a.y + b.y) / 2


def _ends(a: Mark, b: Mark) -> tuple[float, float]:
    """Where a line between two marks begins and ends: where they are nearest; two bars of one day in their middle."""
    return (a.near(b), b.near(a)) if not (a.half and b.half and a.x == b.x) else (a.x, b.x)


def _labels(marks: Sequence[Mark], links: Sequence[Link], frame: _Frame, shown: View) -> Iterator[Shape]:
    taken = [Rect(m.x - m.reach, m.y - DOT, m.x + m.reach, m.y + DOT) for m in marks]
    ends = {"least": _TOP, "over": _TOP, "most": _TOP + _PLOT, "under": _TOP + _PLOT}
    crossed = [
        Rect(m.x - 2, min(m.y, ends[m.value.form]), m.x + 2, max(m.y, ends[m.value.form]))
        for m in marks
        if m.value.form in ends
    ]
    for word, a, b in links:
        x, y = _middle(a, b)
        if word == "contradiction":
            taken.append(Rect(x - 9, y - 9, x + 9, y + 9))
        ax, bx = _ends(a, b)
        crossed += [*along((ax, a.y), (x, y)), *along((x, y), (bx, b.y))]
    for one in placed(
        list(_wanted(marks, shown)), taken, crossed, Rect(frame.left + 2, 2, WIDTH - 2, _TOP + _PLOT - 2)
    ):
        if one.away:
            yield canvas.line([(one.label.x, one.label.y), (one.x + 2, one.y - 4)], "lead")
        yield canvas.words(one.label.text, one.x, one.y, "tx halo")


def _wanted(marks: Sequence[Mark], shown: View) -> Iterator[Label]:
    """A label for each mark, and one for those of one value that stand close together."""
    for _, those in groupby(sorted(marks, key=lambda m: (str(m.value), m.hollow)), key=lambda m: (m.value, m.hollow)):
        run: list[Mark] = []
        for mark in sorted(those, key=lambda m: m.x):
            if run and mark.x - run[-1].x > _CLOSE:
                yield _label(run, shown)
                run = []
            run.append(mark)
        yield _label(run, shown)


def _label(run: Sequence[Mark], shown: View) -> Label:
    words = in_words(run[0].value, shown.book)
    articles = [shown.article(claim) for mark in run for claim in mark.claims]
    names = list(dict.fromkeys(outlet_in_words(article, shown.book) for article in articles))
    by = f"{len(names)} sources" if len(names) > 1 else canvas.fitted(names[0], 210)
    left, right = run[0].x - run[0].reach, run[-1].x + run[-1].reach
    return Label(f"{words} · {by}", (left + right) / 2, run[0].y, (right - left) / 2)


def _in_short(marks: Sequence[Mark], shown: View) -> str:
    told = [f"{in_words(m.value, shown.book)} ({day_in_words(m.claims[0].as_of)})" for m in marks[:8]]
    return "; ".join(told) + (f"; and {len(marks) - 8} more" if len(marks) > 8 else "")


def _caption(marks: Sequence[Mark], links: Sequence[Link]) -> str:
    words = [word for word, _, _ in links]
    parts = [number_of(words.count(word), word) for word in RELATIONS if word in words]
    undated = sum(mark.time is None for mark in marks)
    times = len({mark.time for mark in marks if mark.time})
    where = (
        f"{number_of(len(marks), 'figure')} at {number_of(times, 'time')}" if times else number_of(len(marks), "figure")
    )
    without = f", {undated} without a time" if undated else ""
    drawn = f", of which {_MOST_LINES} are drawn" if len(links) > _MOST_LINES else ""
    return f"{where}{without}; {', '.join(parts) if parts else 'nothing among them that cannot all be true'}{drawn}."


def _legend(marks: Sequence[Mark], links: Sequence[Link]) -> Iterator[tuple[str, str]]:
    yield "dot", "a source"
    if any(mark.half for mark in marks):
        yield "day", "some time on that day"
    forms = {mark.value.form for mark in marks}
    if forms & {"least", "over", "most", "under"}:
        yield "open", "open: at least, more than, up to"
    if "range" in forms:
        yield "range", "a range"
    if "about" in forms:
        yield "about", "about"
    if any(mark.hollow for mark in marks):
        yield "hollow", "superseded by a later version"
    said = {"contradiction": "contradiction", "correction": "correction", "update": "update"}
    yield from ((word, text) for word, text in said.items() if any(link[0] == word for link in links))


def _row(claim: Claim, shown: View) -> tuple[str, ...]:
    return (
        in_words(claim.value, shown.book),
        day_in_words(claim.as_of) if claim.as_of else "no time known",
        shown.sources[claim.article],
        claim_words.speaker_words(claim, shown) or "—",
        claim_words.SUPERSEDED if claim.superseded else "—",
    )
