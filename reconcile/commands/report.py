"""`reconcile report`: articles in; findings on stdout, or as files in a folder."""

from __future__ import annotations

from pathlib import Path

from reconcile.commands import options
from reconcile.commands.console import emit, note
from reconcile.commands.reading import made, outcome, read
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode, UsageError
from reconcile.model import Report
from reconcile.rulebook import Rulebook

EXAMPLE = "reconcile report seeds --out reports"


def run(
    settings: Settings,
    paths: options.Paths,
    formats: options.Formats = None,
    out: options.Out = None,
) -> ExitCode:
    """Show, event by event and fact by fact, what the articles say and how it fits together.

    With --out the files are written and the terminal report is printed as well, unless --quiet."""
    from reconcile.report import write_files

    names = [name.value for name in formats or ()] or [settings.format] * bool(settings.format)
    if len(names) > 1 and out is None:
        raise UsageError("several --format need --out DIR: stdout takes one")
    given = read(settings, paths)
    found = made(settings, given)
    if out is not None:
        for path in write_files(found, given.book, Path(out), names or ("markdown", "json")):
            if not settings.quiet:
                note(f"wrote {path}")
    if out is None or not settings.quiet:
        shown = names[0] if names and out is None else "terminal"
        emit(_written(shown, found, given.book, settings))
    return outcome(settings, found.problems, named=given.problems)


def _written(name: str, found: Report, book: Rulebook, settings: Settings) -> str:
    from reconcile.report import WRITERS, terminal

    if name == "terminal":
        return terminal.write(found, book, color=settings.color)
    if name not in WRITERS:
        raise UsageError(f"format {name!r} of the configuration is not one of {', '.join(WRITERS)}")
    return WRITERS[name](found, book)
