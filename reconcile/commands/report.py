"""`reconcile report`: articles in; findings on stdout, or as files in a folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.commands import options
from reconcile.commands.console import emit, note
from reconcile.commands.reading import made, outcome, read
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from reconcile.model import Report
    from reconcile.rulebook import Rulebook

_WRITTEN = ("markdown", "json", "html")  # with --out, unless --format says otherwise


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
    shown = names[0] if names and out is None else "terminal"
    if since is not None and shown not in ("terminal", "markdown", "json"):
        raise UsageError(f"--since is told as terminal, markdown or json, not as {shown}; write the report with --out")
    given = read(settings, paths)
    before = _earlier(since, given.book)
    found = made(settings, given)
    told = _told(before, found, given.book, since or "") if before else {}
    if out is not None:
        _write(settings, found, given.book, Path(out), names or _WRITTEN)
        _write_since(settings, told, Path(out), names or _WRITTEN)
    if out is None or not settings.quiet:
        emit(told[shown]() if told else _written(shown, found, given.book, settings))
    return outcome(settings, found.problems, named=given.problems)


def _write(settings: Settings, found: Report, book: Rulebook, folder: Path, names: Sequence[str]) -> None:
    from reconcile.report.writers import write_files

    for path in write_files(found, book, folder, names):
        if not settings.quiet:
            note(f"wrote {path}")


def _write_since(settings: Settings, told: Mapping[str, Callable[[], str]], folder: Path, names: Sequence[str]) -> None:
    """What changed, beside the report: `since.md` and `since.json`, of those that are asked for."""
    from reconcile.report.files import replace_file

    for name, file in (("markdown", "since.md"), ("json", "since.json")):
        if told and name in names:
            try:
                path = replace_file(folder / file, told[name]())
            except OSError as error:
                raise UsageError(f"{folder / file}: cannot be written: {error.strerror}; name another --out") from None
            if not settings.quiet:
                note(f"wrote {path}")


def _earlier(since: str | None, book: Rulebook) -> Report | None:
    """The earlier run, read before anything is written: its place may be that of the new one."""
    from reconcile.report import saved

    return saved.read(since, book) if since is not None else None


def _told(before: Report, found: Report, book: Rulebook, since: str) -> Mapping[str, Callable[[], str]]:
    """Which articles changed the picture, by format."""
    from reconcile.batch import batch
    from reconcile.report import since as written

    told = batch(before, found)
    return {
        "terminal": lambda: written.text(told, book, since),
        "markdown": lambda: written.markdown(told, book, since),
        "json": lambda: written.json_document(told, since),
    }


def _written(name: str, found: Report, book: Rulebook, settings: Settings) -> str:
    from reconcile.report import terminal
    from reconcile.report.writers import WRITERS

    if name == "terminal":
        return terminal.write(found, book, color=settings.color)
    if name not in WRITERS:
        raise UsageError(f"format {name!r} of the configuration is not one of {', '.join(WRITERS)}")
    return WRITERS[name](found, book)
