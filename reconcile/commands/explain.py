"""`reconcile explain`: an id of a report in, its derivation as a tree out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from reconcile.commands import options
from reconcile.commands.console import emit
from reconcile.commands.reading import article_path, made, outcome, read
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
    given = read(settings, [path for name in named for path in _paths(name)])
    found = made(settings, given)
    emit("".join(escaped(line) + "\n" for line in tree_lines(explain(identity, found, given.book))))
    return outcome(settings, found.problems, named=given.problems)


def _paths(name: str) -> Sequence[str]:
    """`name` itself, or the files of the articles that the saved report `name` speaks of."""
    if not name.endswith(".json"):
        return [name]
    try:
        saved = json.loads(Path(name).read_text(encoding="utf-8"))
        ids = [article["id"] for article in saved["articles"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{name} is no saved report ({error}); make one with reconcile report PATH... --format json"
        ) from None
    return list(dict.fromkeys(article_path(str(article)) for article in ids))
