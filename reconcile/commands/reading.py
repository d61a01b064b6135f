"""What commands that read articles do first and last. In: settings and paths. Out: articles and rules, an exit code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.commands.console import note
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode, UsageError
from reconcile.model import Article, Problem
from reconcile.rulebook import Rulebook, load


@dataclass(frozen=True, slots=True)
class Input:
    """What was read, and what could not be."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    book: Rulebook


def read(settings: Settings, paths: Sequence[str]) -> Input:
    """The articles at `paths`, and the rules. Problems are named on stderr; UsageError where no article is left."""
    from reconcile import sources

    book = load(settings.rules)
    languages, skip = sorted(book.languages), settings.skip_language
    found = sources.read(paths, published=settings.published, skip_language=skip, languages=languages)
    for problem in found.problems:
        note(f"{'warning' if settings.on_problem == 'warn' else 'problem'}: {problem.article}: {problem.problem}")
    for passed in found.passed:
        note(f"passed over: {passed.article}: {passed.problem}")
    if not found.articles:
        raise UsageError(
            f"no article to read in {', '.join(paths)}; give .txt, .md or .jsonl files, or folders of them"
        )
    if not settings.quiet:
        for article in found.articles:
            for words in article.notes:
                note(f"note: {article.id}: {words}")
    return Input(found.articles, found.problems, book)


def outcome(settings: Settings, problems: Sequence[Problem]) -> ExitCode:
    """What the command exits with once it has printed its result."""
    return ExitCode.BAD_INPUT if problems and settings.on_problem == "error" else ExitCode.OK
