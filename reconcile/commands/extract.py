"""`reconcile extract`: articles in, one claim a line out."""

from __future__ import annotations

from reconcile.commands import options
from reconcile.commands.console import emit, progress
from reconcile.commands.reading import outcome, read
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode

EXAMPLE = "reconcile extract seeds --format jsonl"


def run(
    settings: Settings,
    paths: options.Paths,
    output: options.Records = options.RecordFormat.JSONL,
) -> ExitCode:
    """Print every claim of the articles: its value, quote, offsets, role, stance, speaker, rule and event."""
    from reconcile import pipeline
    from reconcile.report.jsonl import claim_lines

    given = read(settings, paths)
    bar = progress(quiet=settings.quiet)
    found = pipeline.extract(given.articles, given.book, problems=given.problems, rulings=given.rulings, progress=bar)
    for line in claim_lines(found):
        emit(line + "\n")
    return outcome(settings, found.problems, named=given.problems)
