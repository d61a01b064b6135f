"""`reconcile explain`: an id of a report in, its derivation as a tree out."""

from __future__ import annotations

from reconcile.commands import options
from reconcile.commands.console import emit
from reconcile.commands.reading import articles_of, made, outcome, read
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode, UsageError

EXAMPLE = "reconcile explain f-0123456789 --on seeds"


def run(
    settings: Settings, identity: options.Identity, paths: options.MaybePaths = None, on: options.On = None
) -> ExitCode:
    """Show where a claim, a finding or an event comes from: article, sentence, rule, reading, event, verdicts.

    The articles are named after --on, or by a JSON report of them that was saved before: they are read again."""
    from reconcile.provenance import explain, tree_lines
    from reconcile.report.safe import escaped

    named = [*(on or ()), *(paths or ())]
    if not named:
        raise UsageError(f"say in which articles {identity} was found: reconcile explain {identity} --on PATH...")
    given = read(settings, [path for name in named for path in articles_of(name)])
    found = made(settings, given)
    emit("".join(escaped(line) + "\n" for line in tree_lines(explain(identity, found, given.book))))
    return outcome(settings, found.problems, named=given.problems)
