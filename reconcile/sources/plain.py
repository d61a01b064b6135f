"""Plain text: one article in a file, with its headers if it has any. In: a .txt file. Out: one `Record`.

A header is lines `Title:`, `Outlet:`, `Published:`, `URL:` (any order and case) at the top, or the marker
`date 2024-03-28` right before the first sentence. The record's text is the whole file, so that places point into it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader

from reconcile.model import Problem, Span
from reconcile.sources.decoding import decode
from reconcile.sources.record import Limits, Record

KEYS = {
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "source": "outlet",
    "publisher": "outlet",
    "published": "published",
    "date": "published",
    "url": "url",
    "link": "url",
    "language": "language",
    "author": "",
    "byline": "",
}
_LINE = re.compile(rf"[ \t]*({'|'.join(KEYS)})[ \t]*:[ \t]*([^\n]*)\n?", re.IGNORECASE)
_MARKER = re.compile(
    r"\s{0,99}date:?[ \t]+([0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{4,16}(?:Z|[+-][0-9:]{4,6})?)?)(?![\w-])\s{0,99}", re.I
)


def read(stream: BufferedReader, shown: str, limits: Limits) -> Iterator[Record | Problem]:
    """The one article of a text file."""
    whole = whole_file(stream, shown, limits)
    yield whole if isinstance(whole, Problem) else _with_header(whole)


def whole_file(stream: BufferedReader, shown: str, limits: Limits) -> Record | Problem:
    """The file as a record that knows nothing but its text."""
    raw = stream.read(limits.article + 1)
    if len(raw) > limits.article:
        return Problem(shown, f"is larger than {limits.article:,} bytes, the most that one article may have; split it")
    if not raw:
        return Problem(shown, "is empty; an article needs a text")
    decoded = decode(raw)
    if decoded.refusal:
        return Problem(shown, decoded.refusal)
    return Record(id=shown, path=shown, text=decoded.text, notes=(decoded.note,) if decoded.note else ())


def marker(record: Record) -> Record:
    """`record` with the publication date that stands as a marker where its body begins."""
    found = _MARKER.match(record.text, record.body_start)
    if not found:
        return record
    return replace(record, published=record.published or found[1], body_start=found.end())


def _with_header(record: Record) -> Record:
    text, place, fields, span = record.text, 0, dict[str, str](), record.title_span
    while line := _LINE.match(text, place):
        key = KEYS[line[1].lower()]
        if key == "title" and "title" not in fields:
            span = Span(line.start(2), line.start(2) + len(line[2].rstrip()))
        fields.setdefault(key, line[2].rstrip())
        place = line.end()
    fields.pop("", None)
    if place:
        place = len(text) - len(text[place:].lstrip("\n"))
    return marker(replace(record, title_span=span, body_start=place, **fields))  # type: ignore[arg-type]
