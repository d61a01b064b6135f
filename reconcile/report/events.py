"""Events as lists. In: an event and the report that has it. Out: lines of text, or one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterator

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


def json_line(event: Event) -> str:
    """The event as a report has it, on one line."""
    return json_text(json.dumps(event_tree(event), ensure_ascii=False))
