"""`reconcile review`: articles or a saved report in; the editor's desk, and rulings in the journal, out."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.commands import options
from reconcile.commands.console import note, progress
from reconcile.commands.deciding import journal, now, who
from reconcile.commands.reading import article_path, articles_of, outcome, read, rules
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode, ReconcileError, UsageError

if TYPE_CHECKING:
    from reconcile.decisions import Decision
    from reconcile.model import Article, Problem, Report
    from reconcile.review.journal import Journal
    from reconcile.review.material import Material
    from reconcile.review.session import Session

_SAVED = ".json"


def run(settings: Settings, paths: options.Paths, by: options.By = "") -> ExitCode:
    """Go through the conflicts one by one, side by side, and rule on each with one key.

    PATH is articles, or one JSON report saved before. Every ruling is in the journal before the screen says so."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "review needs a terminal; without one, reconcile decisions list PATH... shows the conflicts and "
            "reconcile decisions add rules on them"
        )
    from reconcile.review.journal import Journal
    from reconcile.review.resume import left, state_file
    from reconcile.review.session import Session

    gc.disable()  # until the desk is open: what is read now stays
    by = who(by)
    kept = Journal(journal(settings))
    material, problems, took = _laid_out(settings, paths, kept)
    state = state_file(kept.path)
    session = Session(material, kept, by=by, clock=now, place=left(state), state=state, took=took)
    if not session.cases:
        note("there is no conflict to review")
        return outcome(settings, material.report.problems, named=problems)
    _show(settings, session)
    if waiting := len(session.comments):
        note(f"{waiting} comments wait for a ruling; they are here when you come back")
    return outcome(settings, material.report.problems, named=problems)


def _laid_out(settings: Settings, paths: Sequence[str], kept: Journal) -> tuple[Material, tuple[Problem, ...], float]:
    """What is to be reviewed, the problems that were named, and how many seconds it took to make the report."""
    if len(paths) == 1 and paths[0].endswith(_SAVED):
        return _saved(settings, paths[0]), (), 0.0
    from reconcile import pipeline
    from reconcile.review.material import Material, acting

    given = read(settings, articles_of(settings, paths), deciding=True)
    drafts, failed = pipeline.drafts(given.articles, given.book, progress(quiet=settings.quiet))
    problems = (*given.problems, *failed)

    def made(decisions: Sequence[Decision]) -> Report:
        return pipeline.reported(drafts, given.book, problems=problems, decisions=decisions)

    began = time.monotonic()
    report = made(acting(kept.decisions))
    took = time.monotonic() - began
    return Material(report, given.book, lambda article: article, made), given.problems, took


def _saved(settings: Settings, path: str) -> Material:
    from reconcile.report import saved
    from reconcile.review.material import Material

    book = rules(settings)
    return Material(saved.read(path, book), book, _read_again(settings, sorted(book.languages)))


def _read_again(settings: Settings, languages: Sequence[str]) -> Callable[[Article], Article]:
    """Reads the article of a saved report from its file, where that still has the text that was reported on."""

    @cache
    def by_text(path: str) -> Mapping[str, Article]:
        from reconcile import sources

        found = sources.read([path], published=settings.published, skip_language=True, languages=languages)
        return {article.sha256: article for article in found.articles}

    def again(article: Article) -> Article:
        path = article.path or article_path(article.id)
        try:
            there = by_text(path)
        except (OSError, ReconcileError):
            raise OSError(f"{path} cannot be read any more: only the quote is shown") from None
        if not Path(path).exists():
            raise OSError(f"{path} is not there any more: only the quote is shown")
        if article.sha256 not in there:
            raise OSError(f"{path} has changed since the report: only the quote is shown")
        found = there[article.sha256]
        return replace(article, text=found.text, body_start=found.body_start)

    return again


def _show(settings: Settings, session: Session) -> None:
    """Open the desk until the editor leaves it."""
    from reconcile.report.terminal import wants_color
    from reconcile.review.screen.app import Desk

    if wants_color(settings.color, sys.stdout):
        os.environ.pop("NO_COLOR", None)
    else:
        os.environ["NO_COLOR"] = "1"  # textual's own way of being told
    desk = Desk(session, settings.keys)
    gc.freeze()
    gc.enable()
    desk.run()
    if desk.return_code:
        raise UsageError("the desk has broken down, through a defect of reconcile; every decision is in the journal")
