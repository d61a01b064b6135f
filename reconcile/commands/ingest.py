"""`reconcile ingest`: articles in, and kept in a store; what became of each out, once it is on the disk."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reconcile.commands import options
from reconcile.commands.console import emit, finish_stdout, note, progress
from reconcile.commands.reading import outcome, read
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from reconcile.archive.write import Kept
    from reconcile.model import Problem


def run(
    settings: Settings,
    paths: options.MaybePaths = None,
    *,
    store: options.StoreAddress,
    rebuild: options.Rebuild = False,
    output: options.Lines = options.AnswerFormat.TEXT,
) -> ExitCode:
    """Keep articles in a store, for `reconcile check --against STORE`; it is made where there is none.

    An article that is there already is left alone; one with the id or the URL of another is a new version of it. A line
    is printed for each once it is kept. --rebuild first reads all that is kept again, by today's rules and code."""
    if not paths and not rebuild:
        raise UsageError("name articles to keep, or give --rebuild to read again what is kept")
    problems: list[Problem] = []
    if rebuild:
        problems += _rebuilt(settings, store)
    if not paths:
        return outcome(settings, problems, named=())
    from reconcile.archive.ingest import ingest
    from reconcile.archive.store import opened
    from reconcile.model import Problem

    given = read(settings, paths)
    problems += given.problems
    for one in ingest(opened(store), given.articles, given.book):
        if isinstance(one, Problem):
            problems.append(one)
            continue
        emit(_line(one, output))
        finish_stdout()  # whoever reads this may rely on it
    return outcome(settings, problems, named=given.problems)


def _line(kept: Kept, output: options.AnswerFormat) -> str:
    from reconcile.report.safe import escaped

    if output is options.AnswerFormat.JSONL:
        told = {"article": kept.article, "outcome": kept.outcome, "version": kept.version, "others": kept.others}
        return json.dumps(told, ensure_ascii=False) + "\n"
    others = ", ".join(kept.others)
    match kept.outcome:
        case "version":
            words = f"version {kept.version}: {kept.article}, in place of {others}"
        case "older":
            words = f"version {kept.version}: {kept.article}, published before {others}, which stays in place"
        case _:
            words = f"{kept.outcome}: {kept.article}"
    return escaped(words).replace("\n", " ") + "\n"


def _rebuilt(settings: Settings, store: str) -> list[Problem]:
    from reconcile.archive.rebuild import rebuild
    from reconcile.archive.store import opened
    from reconcile.rulebook import load

    done = rebuild(opened(store), load(settings.rules), progress(quiet=settings.quiet))
    if not settings.quiet:
        note(f"{done.articles} articles of {done.shown} read again")
    return list(done.problems)
