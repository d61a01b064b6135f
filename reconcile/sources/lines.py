"""JSON Lines: one article a line. In: a .jsonl file. Out: its records, and a problem for each line that is none.

A line is read in bounded pieces, so that a file of one endless line costs neither memory nor time."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader
from typing import Any

from reconcile.model import Problem, Span
from reconcile.sources.characters import neutralised, one_line
from reconcile.sources.decoding import from_utf8, mark_of, no_text
from reconcile.sources.plain import marker
from reconcile.sources.record import Limits, Record

_OPTIONAL = ("title", "published", "outlet", "url", "language")
_LONGEST = 4096  # characters of what is not the text
_ONE_A_LINE = 'write one object a line, such as {"id": "a1", "title": "...", "text": "...", "published": "2024-03-24"}'


def read(stream: BufferedReader, shown: str, limits: Limits) -> Iterator[Record | Problem]:
    """The articles of a JSON Lines file, in the order of its lines."""
    head = stream.peek(256)
    mark, encoding = mark_of(head)
    if refusal := no_text(head):
        yield Problem(shown, refusal)
    elif not head:
        yield Problem(shown, f"is empty; {_ONE_A_LINE}")
    elif encoding == "utf-8":
        stream.read(len(mark))
        yield from _records(stream, shown, limits)
    else:
        raw = stream.read(limits.recoded + 1)
        if len(raw) > limits.recoded:
            yield Problem(
                shown, f"is {encoding[:6].upper()} and larger than {limits.recoded:,} bytes; save it as UTF-8"
            )
            return
        recoded = raw[len(mark) :].decode(encoding, "replace").encode()
        yield from _records(BufferedReader(io.BytesIO(recoded)), shown, limits)


def _records(stream: BufferedReader, shown: str, limits: Limits) -> Iterator[Record | Problem]:
    found = False
    for number, raw in _lines(stream, limits.line):
        if raw is None:
            yield Problem(f"{shown}:{number}", f"is longer than {limits.line:,} bytes, the most that one line may have")
        elif raw.strip(b" \t\r\n"):
            if not found and raw.strip(b" \t\r\n") in (b"[", b"{"):
                yield Problem(shown, f"is JSON over several lines, not JSON Lines; {_ONE_A_LINE}")
                return
            yield _record(raw, shown, number, limits)
        else:
            continue
        found = True
    if not found:
        yield Problem(shown, f"holds no article; {_ONE_A_LINE}")


def _lines(stream: BufferedReader, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number from 1; None in place of one longer than `limit`, which is passed over in pieces."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, line
            continue
        yield number, None
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)


def _record(raw: bytes, shown: str, number: int, limits: Limits) -> Record | Problem:
    line, note = from_utf8(raw)
    try:
        tree = _object(line)
    except ValueError as error:
        return Problem(f"{shown}:{number}", str(error))
    name = f"{shown}#{one_line(tree['id'])}"
    given: dict[str, Any]
    try:
        text, given = _text(tree, limits), {key: _optional(tree, key) for key in _OPTIONAL}
    except ValueError as error:
        return Problem(name, f"line {number}: {error}")
    text, title, span, body = joined(given.pop("title"), text)
    record = Record(name, text, shown, title, span, body, record_line=number, notes=(note,) if note else (), **given)
    return replace(record, published_from="record") if record.published else marker(record)


def _object(line: str) -> dict[str, Any]:
    """The JSON object of a line, with an id. Raises ValueError with what to do."""
    try:
        tree = json.loads(line.rstrip("\r\n"))  # what ends too early does so in this line, not in column 1 of the next
    except RecursionError:
        raise ValueError(f"is nested too deeply; {_ONE_A_LINE}") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"is not JSON (column {error.colno}: {error.msg}); {_ONE_A_LINE}") from None
    except ValueError as error:
        raise ValueError(f"holds a number that is too long ({error})") from None
    if not isinstance(tree, dict):
        raise ValueError(f"is no JSON object; {_ONE_A_LINE}")
    if not isinstance(tree.get("id"), str) or not one_line(tree["id"]):
        raise ValueError("has no id; give each article an `id` of its own, a string")
    return tree


def _text(tree: dict[str, Any], limits: Limits) -> str:
    text = tree.get("text")
    if not isinstance(text, str):
        raise ValueError("there is no `text`" if text is None else "`text` must be a string")
    if len(text) > limits.article or len(text.encode(errors="replace")) > limits.article:
        raise ValueError(f"the text is larger than {limits.article:,} bytes, the most that one article may have")
    return neutralised(text)


def _optional(tree: dict[str, Any], key: str) -> str:
    value = tree.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"`{key}` must be a string or null")
    if len(value) > _LONGEST:
        raise ValueError(f"`{key}` is longer than {_LONGEST:,} characters")
    return one_line(value)


def joined(title: str, text: str) -> tuple[str, str, Span, int]:
    """The text as it is shown, its title, the title's span and where the body begins.

    A text that begins with its title is shown as it is, unless there the title runs on into a sentence."""
    if not title:
        return text, "", Span(0, 0), 0
    start = len(text) - len(text.lstrip())
    end = start + len(title)
    if text.startswith(title, start):
        body = len(text) - len(text[end:].lstrip())
        following = text[body : body + 1]
        if "\n" in text[end:body] or not following or (body > end and not following.islower()):
            return text, title, Span(start, end), body
    shown = f"{title}\n\n{text}"
    return shown, title, Span(0, len(title)), len(title) + 2
