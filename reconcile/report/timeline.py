"""How a figure moved, in words. In: a finding and the view that it is shown in. Out: lines, or one line.

Both are silent where nothing moved: where all values are of one time, or only repeat the first one."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import Finding, TimelineMove, TimelineStep
from reconcile.report.view import View
from reconcile.report.words import outlet_in_words, value_in_words
from reconcile.resolve.moves import FIRST, REPEATS, UNDATED
from reconcile.resolve.words import day_in_words, listed

_MOST_NAMED = 3
_MOST_STEPS = 8


def moved(finding: Finding) -> bool:
    """Whether there is anything to tell: several times, and more than one value."""
    dated = [step for step in finding.timeline if step.as_of]
    return len(dated) > 1 and any(move.move not in (FIRST, REPEATS) for step in dated for move in step.moves)


def lines(finding: Finding, shown: View) -> Iterator[str]:
    """A line for each time: what was given for it, by whom, and how that moved the figure."""
    for step in finding.timeline if moved(finding) else ():
        told = "; ".join(_told(move, finding, shown) for move in step.moves)
        against = f" At one time: {' '.join(step.disagreement)}" if step.disagreement else ""
        yield f"{_when(step)}: {told}.{against}"


def short(finding: Finding, shown: View) -> str:
    """The same in one line, without what only repeats: `11 (1 May 2024, A); update: 17 (2 May 2024, B)`."""
    if not moved(finding):
        return ""
    parts = []
    for step in finding.timeline:
        new = [move for move in step.moves if move.move not in (REPEATS, UNDATED)]
        for move in new:
            disputed = ", disputed" if step.disagreement else ""
            lead = f"{move.move}{disputed}: " if disputed or move.move != FIRST else ""
            parts.append(f"{lead}{_value(move, finding, shown)} ({_when(step)}, {_givers(move, shown)})")
    more = len(parts) - _MOST_STEPS
    return "; ".join(parts[:_MOST_STEPS]) + (f"; and {more} more" if more > 0 else "")


def _told(move: TimelineMove, finding: Finding, shown: View) -> str:
    words = f"{_value(move, finding, shown)} ({_givers(move, shown)})"
    if move.move in (FIRST, REPEATS, UNDATED):
        return f"{words}, {move.move}"
    before = listed([value_in_words(value, shown.kind(finding.fact), shown.book) for value in move.before])
    return f"{words}, {move.move} after {before}"


def _value(move: TimelineMove, finding: Finding, shown: View) -> str:
    return value_in_words(move.value, shown.kind(finding.fact), shown.book)


def _givers(move: TimelineMove, shown: View) -> str:
    articles = [shown.readings[article].article for article in move.articles]
    names = list(dict.fromkeys(outlet_in_words(article, shown.book) for article in articles))
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _when(step: TimelineStep) -> str:
    if not step.as_of:
        return "no date"
    first, last = day_in_words(step.as_of), day_in_words(step.until)
    day, _, time = last.partition(", ")
    return first if first == last else f"{first} to {time if first.startswith(day + ', ') and time else last}"
