"""Claims and mentions as JSON Lines, for `extract` and `mentions`.

In: a report with claims, or an article's mentions. Out: JSON objects, each one line without its line break."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from reconcile.model import Article, Attribution, Mention, Report, Span
from reconcile.report.json import claim_tree
from reconcile.report.safe import json_text


def claim_lines(report: Report) -> Iterator[str]:
    """Each claim as a line: articles in the report's order, claims in text order."""
    places = {reading.article.id: place for place, reading in enumerate(report.articles)}
    last = len(places)
    for claim in sorted(
        report.claims, key=lambda c: (places.get(c.article, last), c.article, c.start, c.end, c.fact, c.id)
    ):
        yield _line(claim_tree(claim))


def mention_lines(article: Article, found: Iterable[Mention | Attribution]) -> Iterator[str]:
    """Each mention and attribution of `article` as a line, in text order."""
    for one in sorted(found, key=_mention_order):
        yield _line({"article": article.id, **_mention(one)})


def _line(tree: dict[str, Any]) -> str:
    return json_text(json.dumps(tree, ensure_ascii=False))


def _mention_order(one: Mention | Attribution) -> tuple[int, int, str]:
    if isinstance(one, Mention):
        return (one.start, one.end, one.mention)
    spans = [span for span in (one.source, one.cue, one.content) if span]
    return (min(span.start for span in spans), max(span.end for span in spans), "attribution")


def _mention(one: Mention | Attribution) -> dict[str, Any]:
    if isinstance(one, Mention):
        place = {"start": one.start, "end": one.end, "stated": list(one.stated)}
        return {"mention": one.mention, "value": str(one.value), **place}
    spans = {"source": one.source and _span(one.source), "cue": _span(one.cue), "content": _span(one.content)}
    return {"mention": "attribution", **spans}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
