"""`reconcile explain`: an id of a report in, its derivation as a tree out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reconcile.commands import options
from reconcile.commands.console import emit
from reconcile.commands.reading import made, outcome, read, read_saved
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from reconcile.model import Report
    from reconcile.rulebook import Rulebook


def run(
    settings: Settings, identity: options.Identity, paths: options.MaybePaths = None, on: options.On = None
) -> ExitCode:
    """Show where a claim, a finding or an event comes from: article, sentence, rule, reading, event, verdicts.

    After --on stand the articles, or a JSON report saved before, whose articles are read again for what they say."""
    named = [*(on or ()), *(paths or ())]
    if not named:
        raise UsageError(f"say in which articles {identity} was found: reconcile explain {identity} --on PATH...")
    if any(name.endswith(".json") for name in named):
        if len(named) > 1:
            raise UsageError("a saved report stands alone: reconcile explain ID --on REPORT.json")
        saved, book = read_saved(settings, named[0])
        _show(identity, saved, book)
        return ExitCode.OK
    given = read(settings, named)
    found = made(settings, given)
    _show(identity, found, given.book)
    return outcome(settings, found.problems, named=given.problems)


def _show(identity: str, found: Report, book: Rulebook) -> None:
    from reconcile.provenance import explain, tree_lines
    from reconcile.report.safe import escaped

    emit("".join(escaped(line) + "\n" for line in tree_lines(explain(identity, found, book))))
