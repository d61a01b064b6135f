"""Events as lists. In: an event and the report that has it. Out: lines of text, or one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterator

from reconcile.events.why import Likeness
from reconcile.model import Event, Report
from reconcile.report.json import event_tree
from reconcile.report.safe import json_text


def text_lines(event: Event, report: Report) -> Iterator[str]:
    """The event with its id, its articles, and why they were put together."""
    main = {reading.article.id: reading.main_event for reading in report.articles}
    yield f"{event.id}  {event.label}"
    for article in event.articles:
        yield f"    {article}{'' if main.get(article) == event.id else ' (beside its main event)'}"
    if len(event.articles) > 1 or event.because[0:1] != ("only one article speaks of it",):
        yield from (f"    because {reason}" for reason in event.because)


def likeness_lines(first: str, second: str, likeness: Likeness, report: Report) -> Iterator[str]:
    """Whether two articles are about one event, and each reason with its points."""
    of = {reading.article.id: reading.main_event for reading in report.articles}
    events = {event.id: event for event in report.events}
    one, other = events[of[first]], events[of[second]]
    if one is other:
        yield f"{first} and {second} are about one event: {one.id}  {one.label}"
    else:
        yield f"{first} and {second} are about two events:"
        yield from (f"    {event.id}  {event.label}" for event in (one, other))
    yield from (f"    {reason}" for reason in one.because if "(d-" in reason)
    yield f"likeness {likeness.points:.1f}; two articles that stand alone need {likeness.enough:g}"
    yield from (f"    {reason.points:+.1f}  they {reason.say}" for reason in likeness.reasons)
    yield "Of more than two, it is the average likeness of all that decides."


def json_line(event: Event) -> str:
    """The event as a report has it, on one line."""
    return json_text(json.dumps(event_tree(event), ensure_ascii=False))
