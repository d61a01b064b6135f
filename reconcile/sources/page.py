"""Markdown pages: one article in a file, with front matter. In: a .md file. Out: one `Record`. The home of PyYAML.

Front matter stands between `---` (YAML, every value a plain string, no aliases) or `+++` (TOML). A leading `# Heading`
is the title where the front matter gives none. The record's text is the whole file, so that places point into it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader

from reconcile.model import Problem, Span
from reconcile.sources.plain import KEYS, marker, whole_file
from reconcile.sources.record import Limits, Record

_LONGEST = 16_384  # characters of front matter; PyYAML is slow, and nobody writes more
_DEEPEST = 20  # tables and lists within each other
_FRONT = re.compile(r"\s{0,99}(---|\+\+\+)[ \t]*\n")
_HEADING = re.compile(r"\s{0,99}#[ \t]+([^\n]*)\n?")


def read(stream: BufferedReader, shown: str, limits: Limits) -> Iterator[Record | Problem]:
    """The one article of a Markdown file."""
    whole = whole_file(stream, shown, limits)
    yield whole if isinstance(whole, Problem) else _with_heading(_with_front(whole))


def _with_front(record: Record) -> Record:
    opening = _FRONT.match(record.text)
    if not opening:
        return record
    fence = opening[1]
    closing = re.compile(rf"^{re.escape(fence)}[ \t]*$", re.MULTILINE).search(
        record.text, opening.end(), opening.end() + _LONGEST
    )
    if not closing:
        if fence == "---":  # a rule across the page
            return record
        return replace(record, problems=(f"its front matter has no closing {fence}",))
    front = record.text[opening.end() : closing.start()]
    record = replace(record, body_start=min(closing.end() + 1, len(record.text)))
    try:
        fields = _fields(_yaml(front) if fence == "---" else tomllib.loads(front))
    except (ValueError, RecursionError) as error:
        return replace(record, problems=(f"its front matter cannot be read: {' '.join(str(error).split())}",))
    title = fields.get("title", "")
    start = record.text.find(title, opening.end(), closing.start()) if title else -1
    return replace(record, title_span=Span(start, start + len(title)) if start >= 0 else Span(0, 0), **fields)  # type: ignore[arg-type]


def _with_heading(record: Record) -> Record:
    heading = _HEADING.match(record.text, record.body_start)
    title = heading[1].rstrip(" \t#") if heading else ""
    if heading and title and record.title in ("", title):
        span = Span(heading.start(1), heading.start(1) + len(title))
        record = replace(record, title=title, title_span=span, body_start=heading.end())
    body = record.text[record.body_start :]
    return marker(replace(record, body_start=len(record.text) - len(body.lstrip("\n"))))


def _fields(tree: object) -> dict[str, str]:
    """The record's fields of front matter. Raises ValueError where one is no plain value."""
    if tree is None or tree == "":
        return {}
    if not isinstance(tree, dict):
        raise ValueError("it must be lines of the form `key: value`")
    fields: dict[str, str] = {}
    for name, key in KEYS.items():  # in the order of the table: `outlet` before `source`, `published` before `date`
        value = next((tree[given] for given in tree if str(given).lower() == name), None)
        if not key or value is None:
            continue
        if isinstance(value, dict | list):
            raise ValueError(f"`{name}` must be one plain value")
        fields.setdefault(key, " ".join(str(value).split()))
    return fields


def _yaml(front: str) -> object:
    import yaml  # here, as most runs read no page

    class Plain(yaml.BaseLoader):
        """Every scalar is a string; an alias, which can stand for a tree of any size, and deep nesting are refused."""

        depth = 0

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                raise ValueError("aliases (`*name`) are not read")
            if self.depth > _DEEPEST:
                raise ValueError(f"it is nested more than {_DEEPEST} deep")
            self.depth += 1
            node = super().compose_node(parent, index)
            self.depth -= 1
            return node

    try:
        return yaml.load(front, Loader=Plain)  # noqa: S506 - a BaseLoader, which makes strings, lists and tables only
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 2}: " if mark else ""
        raise ValueError(f"{place}{getattr(error, 'problem', None) or error}") from None
