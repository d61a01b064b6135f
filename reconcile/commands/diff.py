"""`reconcile diff`: two saved JSON reports in, what they disagree on out."""

from __future__ import annotations

from reconcile.commands import options
from reconcile.commands.console import emit
from reconcile.commands.reading import rules
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode


def run(
    settings: Settings,
    run_a: options.EarlierRun,
    run_b: options.LaterRun,
    output: options.DiffFormats = options.DiffFormat.TEXT,
) -> ExitCode:
    """Show what two saved reports disagree on: findings that are new, gone or changed, by event and fact.

    Events are one where they share an id or an alias. Exits 0 whatever changed, 2 where a report cannot be read."""
    from reconcile.changes import changes
    from reconcile.report import saved
    from reconcile.report.changes import json_document, json_lines, text_lines

    book = rules(settings)
    found = changes(saved.read(run_a, book), saved.read(run_b, book))
    if output is options.DiffFormat.JSON:
        emit(json_document(found))
        return ExitCode.OK
    lines = text_lines(found) if output is options.DiffFormat.TEXT else json_lines(found)
    emit("".join(f"{line}\n" for line in lines))
    return ExitCode.OK
