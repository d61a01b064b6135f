"""Findings -> output formats. In: a report and the rulebook it was made with. Out: text, or files in a folder.

WRITERS is the one table: a format's name and the function that writes a whole report in it. FILES are the fixed names
that `--out` uses; nothing that an article says becomes part of a path."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from reconcile.errors import UsageError
from reconcile.model import Report
from reconcile.report import csv, json, markdown
from reconcile.report.files import replace_file
from reconcile.rulebook import Rulebook


class Writer(Protocol):
    """A whole report as text; `color` is auto, always or never and matters only on a screen."""

    def __call__(self, report: Report, book: Rulebook, /, *, color: str = "auto") -> str: ...  # noqa: D102


def _terminal(report: Report, book: Rulebook, /, *, color: str = "auto") -> str:
    from reconcile.report import terminal

    return terminal.write(report, book, color=color)


def _html(report: Report, book: Rulebook, /, *, color: str = "auto") -> str:
    from reconcile.report import html

    return html.write(report, book)


def _linked(name: str) -> Writer:
    def write(report: Report, book: Rulebook, /, *, color: str = "auto") -> str:
        from importlib import import_module

        written: str = import_module(f"reconcile.report.linked.{name}").write(report, book)
        return written

    return write


def _for_files(write: Callable[[Report, Rulebook], str]) -> Writer:
    def colorless(report: Report, book: Rulebook, /, *, color: str = "auto") -> str:
        return write(report, book)

    return colorless


WRITERS: dict[str, Writer] = {
    "terminal": _terminal,
    "markdown": _for_files(markdown.write),
    "json": _for_files(json.write),
    "csv": _for_files(csv.write),
    "html": _html,
    "claimreview": _linked("claimreview"),
    "annotations": _linked("annotations"),
    "prov": _linked("prov"),
}

FILES = {
    "markdown": "report.md",
    "json": "report.json",
    "csv": "report.csv",
    "html": "report.html",
    "claimreview": "claimreview.jsonld",
    "annotations": "annotations.jsonld",
    "prov": "prov.jsonld",
}


def write_files(
    report: Report, book: Rulebook, folder: Path, formats: Sequence[str] = tuple(FILES)
) -> tuple[Path, ...]:
    """Write `report` into `folder`, one file for each of `formats`, and return the paths. Raises UsageError.

    A file appears whole or not at all; one that is there is replaced."""
    for name in formats:
        if name not in FILES:
            raise UsageError(f"{name!r} is not written to files; --out takes {', '.join(FILES)}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(replace_file(folder / FILES[name], WRITERS[name](report, book)) for name in formats)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written to: {error.strerror}; name another folder with --out") from None
