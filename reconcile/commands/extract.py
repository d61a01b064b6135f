"""`reconcile extract`: articles in, one claim a line out."""

from __future__ import annotations

from reconcile.commands import options
from reconcile.commands.console import emit
from reconcile.commands.reading import extracted, outcome, read
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode


def run(
    settings: Settings,
    paths: options.Paths,
    output: options.Records = options.RecordFormat.JSONL,
) -> ExitCode:
    """Print every claim of the articles: its value, quote, offsets, role, stance, speaker, rule and event."""
    from reconcile.report.jsonl import claim_lines

    given = read(settings, paths)
    found = extracted(settings, given)
    for line in claim_lines(found):
        emit(line + "\n")
    return outcome(settings, found.problems, named=given.problems)
