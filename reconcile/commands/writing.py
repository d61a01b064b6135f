"""What `check` writes: stdout, files, and the summary of a job. In: a run of the gate. Out: its formats."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.commands.console import emit, note
from reconcile.commands.options import CheckFormat
from reconcile.errors import UsageError

if TYPE_CHECKING:
    from reconcile.check import Checked
    from reconcile.rulebook import Rulebook

_SUMMARY = "GITHUB_STEP_SUMMARY"  # GitHub Actions: the file that a step adds its summary to


def files_of(outputs: Sequence[str]) -> Mapping[Path, str]:
    """The files that `--output FORMAT=FILE` names, with their formats. Raises UsageError."""
    formats = [one.value for one in CheckFormat]
    files: dict[Path, str] = {}
    for given in outputs:
        name, _, path = given.partition("=")
        if name not in formats or not path:
            close = get_close_matches(name, formats, 1)
            meant = f"; did you mean {close[0]}={path or 'FILE'}?" if close else ""
            raise UsageError(f"--output {given}: write FORMAT=FILE with one of {', '.join(formats)}{meant}")
        if path == "-":
            raise UsageError(f"--output {given}: stdout is what --format {name} is for; name a file")
        if Path(path) in files:
            raise UsageError(f"--output {given}: {path} is named twice")
        files[Path(path)] = name
    return files


def write_all(found: Checked, book: Rulebook, *, shown: str, files: Mapping[Path, str]) -> list[str]:
    """Print `found` as `shown` and write the `files`; with the format github also the summary of the job, if there is
    one. Out comes which file could not be written; that costs the others nothing."""
    from reconcile.report.check import WRITERS
    from reconcile.report.files import replace_file

    emit(WRITERS[shown](found, book))
    unwritten = []
    for path, name in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, WRITERS[name](found, book))
        except OSError as error:
            unwritten.append(f"--output {name}={path}: cannot be written: {error.strerror}")
    if CheckFormat.GITHUB in (shown, *files.values()) and os.environ.get(_SUMMARY):
        _summarise(found, book, Path(os.environ[_SUMMARY]))
    return unwritten


def _summarise(found: Checked, book: Rulebook, path: Path) -> None:
    """Add to the summary of the job what still has room there. That it cannot be written costs the run nothing else."""
    from reconcile.report.check.markdown import SUMMARY_LIMIT, within

    try:
        taken = path.stat().st_size if path.exists() else 0
        with path.open("a", encoding="utf-8", newline="\n") as summary:
            summary.write(within(found, book, bytes_left=SUMMARY_LIMIT - taken))
    except OSError as error:
        note(f"warning: the summary of the job cannot be written: {error.strerror}")
