"""The journal on disk: one decision a line, in a file that lives beside the articles. In: a path. Out: decisions.

Lines are only ever added, each with one write that reaches the disk before the call returns."""

from __future__ import annotations

import json
import os
from pathlib import Path

from reconcile.decisions.checked import what_is_wrong
from reconcile.decisions.decision import Decision
from reconcile.errors import JournalError

_BEGIN = 65_536  # bytes; what is no text shows by then, and some devices never end
_MEND = "mend the line, put back the one of an older copy, or take it out; the other lines hold without it"
_BINARY = "is no journal: it looks like a binary file, not UTF-8 text; name another one with --decisions"


def read(path: Path, *, shown: str = "") -> tuple[Decision, ...]:
    """The decisions of a journal in the order of its lines; none where there is no such file.

    Raises JournalError where the file cannot be read or a line is no decision, with the line."""
    shown = shown or str(path)
    try:
        with path.open("rb") as file:
            begin = file.read(_BEGIN)
            text = "" if b"\0" in begin else (begin + file.read()).decode("utf-8-sig")
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise JournalError(shown, 0, 0, f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise JournalError(shown, 0, 0, _BINARY) from None
    if b"\0" in begin:
        raise JournalError(shown, 0, 0, _BINARY)
    lines = enumerate(text.split("\n"), 1)  # splitlines() would also break at what JSON keeps within a string
    return tuple(_decision(line, shown, number) for number, line in lines if line.strip())


def append(path: Path, decision: Decision) -> None:
    """Add a decision. Raises JournalError where it cannot be written; the journal then is as it was."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
        try:
            _write(handle, decision.line())
        finally:
            os.close(handle)
        _sync_folder(path.parent)
    except OSError as error:
        raise JournalError(str(path), 0, 0, f"the decision was not kept: {error.strerror or error}") from None


def _write(handle: int, line: str) -> None:
    size = os.fstat(handle).st_size
    open_end = size > 0 and os.pread(handle, 1, size - 1) != b"\n"  # somebody's editor left out the last line break
    data = ("\n" * open_end + line + "\n").encode()
    try:
        if os.write(handle, data) < len(data):
            raise OSError("no room for the whole line")
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, size)
        raise


def _sync_folder(folder: Path) -> None:
    """Have a new file's name reach the disk too, where the system can."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # some file systems do not sync folders
        pass
    finally:
        os.close(handle)


def _decision(line: str, shown: str, number: int) -> Decision:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise JournalError(shown, number, error.colno, f"no decision: {error.msg}; {_MEND}") from None
    except (ValueError, RecursionError) as error:
        raise JournalError(shown, number, 1, f"no decision: {error}; {_MEND}") from None
    if what := what_is_wrong(record):
        raise JournalError(shown, number, 1, f"no decision: {what}; {_MEND}")
    return Decision(record["id"], record["at"], record["by"], record["as"], record["on"], record["note"])
