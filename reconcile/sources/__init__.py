"""Input formats. In: files, folders and standard input. Out: articles, and a problem for whatever is none.

`READERS` is the table of formats: a suffix and the module that reads it. Nothing is skipped silently."""

from __future__ import annotations

import io
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO

from reconcile.errors import UsageError
from reconcile.model import Article, Problem
from reconcile.sources import lines, page, plain
from reconcile.sources.characters import neutralised
from reconcile.sources.found import File, files, wont_open
from reconcile.sources.published import ALLOWED, parse
from reconcile.sources.record import Limits, Reader, Record
from reconcile.sources.settle import settle

READERS: dict[str, Reader] = {".txt": plain.read, ".md": page.read, ".jsonl": lines.read}
LANGUAGES = ("en",)
LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Input:
    """Everything that was read. `passed` names articles in other languages that may pass; they count as no problem."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    passed: tuple[Problem, ...] = ()


def read_articles(
    paths: Sequence[str],
    *,
    published: str = "",
    skip_language: bool = False,
    stdin: BinaryIO | None = None,
    limits: Limits = LIMITS,
) -> tuple[list[Article], list[Problem]]:
    """`read` for callers that do not tell problems from articles let pass; those are among the problems."""
    found = read(paths, published=published, skip_language=skip_language, stdin=stdin, limits=limits)
    return list(found.articles), [*found.problems, *found.passed]


def read(
    paths: Sequence[str],
    *,
    published: str = "",
    skip_language: bool = False,
    stdin: BinaryIO | None = None,
    limits: Limits = LIMITS,
    languages: Collection[str] = LANGUAGES,
) -> Input:
    """The articles that `paths` hold, in that order; `published` is for those that do not say.

    Raises UsageError where `published` is no day or time."""
    option = _option(published)
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    passed: list[Problem] = []
    for record in _records(paths, stdin, limits):
        if isinstance(record, Problem):
            problems.append(record)
            continue
        if len(articles) >= limits.articles:
            problems.append(
                Problem(record.id, f"is one of more than {limits.articles:,} articles; this and the rest are not read")
            )
            break
        settled = settle(record, option, languages)
        (passed if settled.foreign and skip_language else problems).extend(settled.problems)
        if settled.article:
            _keep(settled.article, articles, problems)
    return Input(tuple(articles.values()), tuple(problems), tuple(passed))


def from_text(text: str, *, id: str, published: str = "", title: str = "") -> Article:  # noqa: A002 - the field's name
    """An article that stands in no file of its own, such as a pair's; taken for English.

    Raises ValueError where it has no text, or a publication time that cannot be read."""
    shown, title, span, body = lines.joined(title, neutralised(text))
    record = Record(
        id, shown, id, title, span, body, published=published, published_from="record", language="en", record_line=1
    )
    settled = settle(record, "", LANGUAGES)
    if not settled.article or settled.problems:
        raise ValueError(settled.problems[0].problem)
    return settled.article


def _option(given: str) -> str:
    try:
        return parse(given) if given else ""
    except ValueError as error:
        raise UsageError(f"--published {given!r}: {error}; {ALLOWED}") from None


def _keep(article: Article, articles: dict[str, Article], problems: list[Problem]) -> None:
    """Put `article` among `articles`; of two with one id, the one whose sha256 sorts later is a problem."""
    other = articles.get(article.id)
    if other is None:
        articles[article.id] = article
        return
    first, later = sorted((other, article), key=lambda each: (each.sha256, each.record_line))
    articles[article.id] = first
    same = "the same text" if first.sha256 == later.sha256 else "another text"
    what = f"line {later.record_line} has the id of line {first.record_line} and {same}"
    problems.append(Problem(later.id, f"{what}; give each article an id of its own"))


def _records(paths: Sequence[str], stdin: BinaryIO | None, limits: Limits) -> Iterator[Record | Problem]:
    for found in files(paths, READERS):
        if isinstance(found, Problem):
            yield found
            continue
        try:
            with _opened(found, stdin) as stream:
                yield from _reader(found, stream)(stream, found.shown, limits)
        except OSError as error:
            yield wont_open(found.shown, error)


def _opened(file: File, stdin: BinaryIO | None) -> BufferedReader:
    if file.path != "-":
        return Path(file.path).open("rb")
    given = stdin or (sys.stdin.buffer if sys.stdin else io.BytesIO())
    return BufferedReader(_Borrowed(given))


def _reader(file: File, stream: BufferedReader) -> Reader:
    """By suffix; without one (standard input, a pipe) by whether the first character opens a JSON object."""
    if file.suffix:
        return READERS[file.suffix]
    head = stream.peek(256).removeprefix(b"\xef\xbb\xbf")
    return READERS[".jsonl" if head.lstrip()[:1] == b"{" else ".txt"]


class _Borrowed(io.RawIOBase):
    """A stream that is somebody else's: read here, closed there."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """As many bytes of the stream as `buffer` takes, fewer at its end."""
        room = memoryview(buffer)
        piece = self._stream.read(len(room))
        room[: len(piece)] = piece
        return len(piece)
