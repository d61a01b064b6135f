"""From what a file says to an article that the rules can read. In: a record. Out: an `Article`, or why it is none."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePath

from reconcile.model import Article, Problem
from reconcile.sources import published
from reconcile.sources.characters import REPLACEMENT, one_line
from reconcile.sources.decoding import what_it_is
from reconcile.sources.record import Record
from reconcile.text import language

_LETTERS = re.compile(r"[^\W\d_]+")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff" + REPLACEMENT


@dataclass(frozen=True, slots=True)
class Settled:
    """An article, or None; what is wrong with it; and whether that is only a language that the rules do not read."""

    article: Article | None
    problems: tuple[Problem, ...] = ()
    foreign: bool = False


def settle(record: Record, option: str, languages: Collection[str]) -> Settled:
    """The article of `record`, published when it says so, else at `option`, else on the day its file's name gives."""
    guessed = language.guess(record.text[record.body_start :])
    if unreadable := _unreadable(record, is_language=bool(guessed)):
        return Settled(None, (Problem(record.id, unreadable),))
    spoken = language.stated(record.language) or guessed
    if spoken and spoken not in languages:
        return Settled(None, (Problem(record.id, _foreign(spoken, languages)),), foreign=True)
    when, whence, wrong = _published(record, option)
    article = Article(
        id=record.id,
        text=record.text,
        sha256=hashlib.sha256(record.text.encode()).hexdigest(),
        title=record.title,
        title_span=record.title_span,
        body_start=record.body_start,
        outlet=one_line(record.outlet),
        published=when,
        published_from=whence,
        url=one_line(record.url),
        language=spoken or ("en" if "en" in languages else min(languages)),
        path=record.path,
        record_line=record.record_line,
        notes=record.notes,
    )
    return Settled(article, tuple(Problem(record.id, problem) for problem in (*record.problems, *wrong)))


def _published(record: Record, option: str) -> tuple[str, str, tuple[str, ...]]:
    """When, where that is from, and what is wrong with what the file says."""
    wrong: tuple[str, ...] = ()
    if record.published:
        try:
            return published.parse(record.published), record.published_from, ()
        except ValueError as error:
            wrong = (f"its publication date {record.published[:80]!r} cannot be read: {error}; {published.ALLOWED}",)
    if option:
        return option, "option", wrong
    named = "" if record.record_line else published.in_name(PurePath(record.path).stem)
    return named, "filename" if named else "", wrong


def _unreadable(record: Record, *, is_language: bool) -> str:
    """Why the body of `record` cannot be read, or ""."""
    body = record.text[record.body_start :].strip()
    if not body.strip(_UNSEEN) and not record.title:
        return "has no text"
    if refusal := what_it_is(body[:200].encode()):
        return refusal
    sample = body[:4000]
    lost = sample.count(REPLACEMENT)
    if lost > max(2, len(sample) // 10):
        return f"is garbled: {lost} of its first {len(sample)} characters are unreadable; check how it was saved"
    return "" if is_language else _garbled(sample)


def _garbled(sample: str) -> str:
    """Why `sample` is no language at all, or "". Short texts are believed."""
    solid = len("".join(sample.split()))
    words = _LETTERS.findall(sample)
    letters = sum(map(len, words))
    if solid >= 20 and letters < solid // 3:
        return f"is garbled: only {letters} of its first {solid} characters are letters"
    if sample.isascii() and letters > 400 and letters > 40 * len(words):
        return "is garbled: its letters form no words"
    return ""


def _foreign(spoken: str, languages: Collection[str]) -> str:
    known = ", ".join(sorted(languages))
    return f"is in {language.named(spoken)}; rules exist for {known}; --skip-language lets it pass"
