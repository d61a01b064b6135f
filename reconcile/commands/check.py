"""`reconcile check`: new articles and an archive in, the conflicts that the new ones bring out."""

from __future__ import annotations

from reconcile.commands import options
from reconcile.commands.console import emit, note, progress
from reconcile.commands.reading import outcome, read
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode

EXAMPLE = "reconcile check seeds/004_099b2a307345b595.txt --against seeds"


def run(
    settings: Settings,
    batch: options.Batch,
    against: options.Archive,
    fail_on: options.Severity = None,
) -> ExitCode:
    """Print the conflicts that new articles bring, among themselves or with an archive.

    One a line: path:line:col: severity fact: sentence. Exits 0 where none is as severe as --fail-on, 1 where one is,
    2 where something could not be read."""
    from reconcile import pipeline
    from reconcile.check import at_least, new_conflicts

    new = read(settings, batch)
    old = read(settings, [against])
    brought = {article.sha256 for article in new.articles}
    articles = (*new.articles, *(article for article in old.articles if article.sha256 not in brought))
    problems = tuple(dict.fromkeys((*new.problems, *old.problems)))
    found = pipeline.report(
        articles, new.book, problems=problems, decisions=new.decisions, progress=progress(quiet=settings.quiet)
    )
    conflicts = new_conflicts(found, {article.id for article in new.articles}, new.book)
    for conflict in conflicts:
        emit(f"{conflict}\n")
    least = fail_on.value if fail_on else settings.fail_on
    failing = [conflict for conflict in conflicts if at_least(conflict.severity, least)]
    if not settings.quiet:
        note(f"{len(conflicts)} new conflicts, {len(failing)} of severity {least} or above")
    code = outcome(settings, found.problems, named=problems)
    return code if code or not failing else ExitCode.CONFLICTS
