"""`reconcile compare`: two texts, or a file of pairs, in; how they relate, fact by fact, out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reconcile.commands import options
from reconcile.commands.console import emit
from reconcile.commands.reading import name_problem, outcome, problems_of, read_one, rules
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from reconcile.compare import Comparison
    from reconcile.model import Article, Problem

_ONE_A_LINE = 'write one a line: {"id": "p1", "a": {"text": "..."}, "b": {"text": "..."}}'


def run(
    settings: Settings,
    a: options.Text = None,
    b: options.OtherText = None,
    pairs: options.Pairs = None,
    output: options.Answers = None,
) -> ExitCode:
    """Say how two texts about one event relate; you vouch that they speak of the same one.

    A line of --pairs is {"id": "…", "a": {"text": "…", "published": "…"}, "b": {…}}."""
    if pairs is not None and a is None:
        return _pairs(settings, pairs)
    if pairs is not None or a is None or b is None:
        raise UsageError("compare takes two articles, or --pairs FILE.jsonl")
    from reconcile.compare import compare_articles

    (first, one), (second, two) = read_one(settings, a), read_one(settings, b)
    found = compare_articles(first, second, one.book)
    as_text = output in (None, options.AnswerFormat.TEXT)
    emit(_text(found) if as_text else _line(f"{first.id} {second.id}", found))
    return outcome(settings, [*problems_of(a, one), *problems_of(b, two)])


def _pairs(settings: Settings, path: str) -> ExitCode:
    from reconcile.compare import compare_articles
    from reconcile.model import Problem

    book = rules(settings)
    answered, problems = 0, []
    for pair in _read_pairs(path, settings):
        if isinstance(pair, Problem):
            problems.append(pair)
            name_problem(settings, pair)
        else:
            identity, first, second = pair
            emit(_line(identity, compare_articles(first, second, book)))
            answered += 1
    if not answered:
        raise UsageError(f"no pair to compare in {path}")
    return outcome(settings, problems)


def _read_pairs(path: str, settings: Settings) -> Iterator[tuple[str, Article, Article] | Problem]:
    try:
        text = (sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}; give JSON Lines in UTF-8") from None
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _pair(line, f"{path}:{number}", settings)


def _what_is_wrong(error: Exception) -> str:
    match error:
        case json.JSONDecodeError():
            return f"column {error.colno}: {error.msg}"
        case KeyError():
            return f"there is no `{error.args[0]}`"
        case _:
            return "not every part of it is what it should be"


def _pair(line: str, where: str, settings: Settings) -> tuple[str, Article, Article] | Problem:
    from reconcile.model import Problem
    from reconcile.sources import from_text

    try:
        pair = json.loads(line)
        identity = pair["id"]
        sides = [pair[side] for side in "ab"]
        texts = [(side["text"], side.get("published") or settings.published, side.get("title") or "") for side in sides]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return Problem(where, f"is no pair ({_what_is_wrong(error)}); {_ONE_A_LINE}")
    if not all(isinstance(word, str) for word in (identity, *texts[0], *texts[1])):
        return Problem(where, "is no pair: id, text, published and title are strings")
    try:
        first, second = (
            from_text(text, id=side, published=published, title=title)
            for side, (text, published, title) in zip("ab", texts, strict=True)
        )
    except ValueError as error:
        return Problem(f"{where} ({identity})", str(error))
    return identity, first, second


def _line(identity: str, found: Comparison) -> str:
    from reconcile.report.safe import json_text

    facts: list[dict[str, Any]] = [
        {"fact": f.fact, "a": f.a, "b": f.b, "verdict": f.verdict, "say": f.say, "rule": f.rule} for f in found.facts
    ]
    answer = {"id": identity, "verdict": found.verdict, "facts": facts}
    return json_text(json.dumps(answer, ensure_ascii=False)) + "\n"


def _text(found: Comparison) -> str:
    from reconcile.report.safe import one_line

    lines = [f"{fact.fact}: {fact.a} and {fact.b}: {fact.verdict}: {fact.say}" for fact in found.facts]
    return "".join(one_line(line) + "\n" for line in (found.verdict, *lines))
