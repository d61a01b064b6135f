"""What commands that read articles do first and last. In: settings and paths. Out: articles and rules, an exit code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reconcile.commands.console import note, progress
from reconcile.commands.deciding import decisions
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from reconcile.decisions import Decision
    from reconcile.model import Article, Problem, Report
    from reconcile.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Input:
    """What was read, what could not be, the rules, and what people ruled."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    book: Rulebook
    decisions: tuple[Decision, ...] = ()


def rules(settings: Settings) -> Rulebook:
    """The rules of this run, with the policies that were chosen. Raises RuleError, UsageError."""
    from reconcile.rulebook import load
    from reconcile.rulebook.selected import select_policies

    return select_policies(load(settings.rules), settings.policy)


def read(settings: Settings, paths: Sequence[str], *, deciding: bool = False, given_as: str = "") -> Input:
    """The articles at `paths`, the rules, and the decisions of the journal, which may be yet to come for who decides.
    Problems are named on stderr; UsageError where no article is left, with what the paths were `given_as`, such as
    "--against", where that may not be clear."""
    from reconcile import sources

    ruled = decisions(settings, writing=deciding)
    book = rules(settings)
    languages, skip = sorted(book.languages), settings.skip_language
    found = sources.read(paths, published=settings.published, skip_language=skip, languages=languages)
    where = f"{given_as}: " if given_as else ""
    if not found.articles and len(found.problems) == 1 and not found.passed:
        only = found.problems[0]
        raise UsageError(f"{where}{only.article}: {only.problem}")
    for problem in found.problems:
        name_problem(settings, problem)
    for passed in found.passed:
        note(f"passed over: {passed.article}: {passed.problem}")
    if not found.articles:
        raise UsageError(f"{where}no article is left to read in {', '.join(paths)}")
    if not settings.quiet:
        for article in found.articles:
            for words in article.notes:
                note(f"note: {article.id}: {words}")
    return Input(found.articles, found.problems, book, ruled)


def made(settings: Settings, given: Input) -> Report:
    """The report on what was read."""
    from reconcile import pipeline

    bar = progress(quiet=settings.quiet)
    problems, decided = given.problems, given.decisions
    return pipeline.report(given.articles, given.book, problems=problems, decisions=decided, progress=bar)


def extracted(settings: Settings, given: Input) -> Report:
    """The claims and events of what was read, without findings."""
    from reconcile import pipeline

    bar = progress(quiet=settings.quiet)
    problems, decided = given.problems, given.decisions
    return pipeline.extract(given.articles, given.book, problems=problems, decisions=decided, progress=bar)


def read_saved(settings: Settings, name: str) -> tuple[Report, Rulebook]:
    """The JSON report saved at `name`, and the rules. Its articles are read again from where they were; one that is
    gone or has changed is named on stderr, and stays without text. Raises SavedError."""
    from reconcile import sources
    from reconcile.report import saved

    book = rules(settings)
    report = saved.read(name, book)
    found = sources.read([path for path in saved.paths(report) if path != "-"], languages=sorted(book.languages))
    whole, without = saved.with_texts(report, found.articles)
    for article in without:
        note(f"note: {article} is not there any more as {name} reports on it; its text is not shown")
    return whole, book


def name_problem(settings: Settings, problem: Problem) -> None:
    """Say on stderr what could not be read."""
    word = "warning" if settings.on_problem == "warn" else "problem"
    note(f"{word}: {problem.article}: {problem.problem}")


def read_one(settings: Settings, name: str) -> tuple[Article, Input]:
    """The article whose id is `name` (or the only one in the file), and everything read with it. Raises UsageError."""
    given = read(settings, [article_path(name)])
    found = [article for article in given.articles if article.id == name]
    if article_path(name) == name:
        found = found or list(given.articles)
    if len(found) != 1:
        ids = ", ".join(article.id for article in given.articles[:5])
        raise UsageError(f"{name} is not one article; there are, for example, {ids}")
    return found[0], given


def problems_of(name: str, given: Input) -> list[Problem]:
    """The problems of what `read_one` was asked for by `name`: of a record its own, of a file all that are in it."""
    whole = article_path(name) == name
    return [problem for problem in given.problems if whole or problem.article == name]


def articles_of(settings: Settings, names: Sequence[str]) -> list[str]:
    """`names`, and instead of saved JSON reports the files of the articles that they speak of. Raises SavedError."""
    return [path for name in names for path in (_saved_paths(settings, name) if name.endswith(".json") else [name])]


def _saved_paths(settings: Settings, name: str) -> list[str]:
    from reconcile.report import saved

    return [path for path in saved.paths(saved.read(name, rules(settings))) if path != "-"]


def article_path(name: str) -> str:
    """The file in which the article of that id is: the id itself, or what stands before `#` of a record's."""
    path, mark, _ = name.partition(".jsonl#")
    return f"{path}.jsonl" if mark else name


def outcome(settings: Settings, problems: Sequence[Problem], *, named: Sequence[Problem] | None = None) -> ExitCode:
    """What the command exits with once it has printed its result.

    Where `named` is given, problems that are not among those are named on stderr: they came up after reading."""
    for problem in problems:
        if named is not None and problem not in named:
            name_problem(settings, problem)
    return ExitCode.BAD_INPUT if problems and settings.on_problem == "error" else ExitCode.OK
