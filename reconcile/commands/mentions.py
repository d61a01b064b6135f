"""`reconcile mentions`: articles in, one recognised count, date, actor, place or attribution a line out."""

from __future__ import annotations

from reconcile.commands import options
from reconcile.commands.console import emit
from reconcile.commands.reading import outcome, read
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode


def run(
    settings: Settings,
    paths: options.Paths,
    output: options.Records = options.RecordFormat.JSONL,
) -> ExitCode:
    """Print what is recognised before any rule about facts, for people who write rules."""
    from reconcile import pipeline
    from reconcile.report.jsonl import mention_lines

    given = read(settings, paths)
    for article in given.articles:
        for line in mention_lines(article, pipeline.mentions(article, given.book)):
            emit(line + "\n")
    return outcome(settings, given.problems)
