"""What a reader hands over: one article as its file gives it. In: nothing. Out: `Record`, `Limits` and `Reader`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from typing import Protocol

from reconcile.model import Problem, Span


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read at most, in bytes. A line may be longer than its article: it holds escapes and other keys."""

    article: int = 1 << 20
    line: int = 8 << 20
    recoded: int = 256 << 20  # a .jsonl file in UTF-16 or UTF-32 is recoded as a whole
    articles: int = 1_000_000


NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Record:
    """One article as its file gives it: characters already neutralised, `published` and `language` not yet judged."""

    id: str
    text: str
    path: str
    title: str = ""
    title_span: Span = NOWHERE
    body_start: int = 0
    outlet: str = ""
    published: str = ""
    published_from: str = "header"
    url: str = ""
    language: str = ""
    record_line: int = 0
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()  # what is wrong although the article can be read


class Reader(Protocol):
    """One input format. A reader never raises on what is in the file; OSError is its caller's business."""

    def __call__(self, stream: BufferedReader, shown: str, limits: Limits, /) -> Iterator[Record | Problem]:
        """The articles of `stream`; `shown` is the file's name in ids and problems."""
