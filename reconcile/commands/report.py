"""`reconcile report`: articles in; findings on stdout, or as files in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reconcile.commands import options
from reconcile.commands.console import emit, note
from reconcile.commands.reading import Input, made, outcome, read
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
    since: options.Since = None,
) -> ExitCode:
    """Show, event by event and fact by fact, what the articles say and how it fits together.

    With --out the files are written and the terminal report is printed as well, unless --quiet. With --since what is
    printed is which articles changed the picture since an earlier run."""
    names = [name.value for name in formats or ()] or [settings.format] * bool(settings.format)
    if len(names) > 1 and out is None:
        raise UsageError("several --format need --out DIR: stdout takes one")
    given = read(settings, paths)
    before = _earlier(since, given.book)
    found = made(settings, given)
    if out is not None:
        _write(settings, found, given.book, Path(out), names)
    if out is None or not settings.quiet:
        shown = names[0] if names and out is None else "terminal"
        if before is None:
            emit(_written(shown, found, given.book, settings))
        else:
            emit(_since(shown, before, found, given, since or ""))
    return outcome(settings, found.problems, named=given.problems)


def _write(settings: Settings, found: Report, book: Rulebook, folder: Path, names: Sequence[str]) -> None:
    from reconcile.report import write_files

    for path in write_files(found, book, folder, names or ("markdown", "json", "html")):
        if not settings.quiet:
            note(f"wrote {path}")


def _earlier(since: str | None, book: Rulebook) -> Report | None:
    """The earlier run, read before anything is written: its place may be that of the new one."""
    from reconcile.report import saved

    return saved.read(since, book) if since is not None else None


def _since(name: str, before: Report, found: Report, given: Input, since: str) -> str:
    from reconcile.batch import batch
    from reconcile.report import since as written

    told = batch(before, found)
    if name == "terminal":
        return written.text(told, given.book, since)
    if name == "markdown":
        return written.markdown(told, given.book, since)
    if name == "json":
        return written.json_document(told, since)
    raise UsageError(f"--since is told as terminal, markdown or json, not as {name}; write the report with --out")


def _written(name: str, found: Report, book: Rulebook, settings: Settings) -> str:
    from reconcile.report import WRITERS, terminal

    if name == "terminal":
        return terminal.write(found, book, color=settings.color)
    if name not in WRITERS:
        raise UsageError(f"format {name!r} of the configuration is not one of {', '.join(WRITERS)}")
    return WRITERS[name](found, book)
