"""The journal on disk: one decision a line, in a file that lives beside the articles. In: a path. Out: decisions.

Lines are only ever added, each with one write that reaches the disk before the call returns."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from reconcile.decisions.decision import ABOUT_DECISIONS, WORDS, Decision
from reconcile.errors import JournalError

_KEYS = {"id": str, "at": str, "by": str, "as": str, "on": dict, "note": str}
_MEMBER = {"article": str, "happening": str, "main": bool}


def read(path: Path, *, shown: str = "") -> tuple[Decision, ...]:
    """The decisions of a journal in the order of its lines; none where there is no such file.

    Raises JournalError where the file cannot be read or a line is no decision, with the line."""
    shown = shown or str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise JournalError(shown, 1, 1, f"cannot be read: {error}") from None
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
        raise JournalError(str(path), 0, 0, f"the decision was not kept: {error}") from None


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
        raise JournalError(shown, number, error.colno, f"no decision: {error.msg}") from None
    except (ValueError, RecursionError) as error:
        raise JournalError(shown, number, 1, f"no decision: {error}") from None
    if what := _wrong(record):
        raise JournalError(shown, number, 1, f"no decision: {what}")
    return Decision(record["id"], record["at"], record["by"], record["as"], record["on"], record["note"])


def _wrong(record: Any) -> str:
    """What keeps a record from being a decision, or empty."""
    if not isinstance(record, dict):
        return "a line is one JSON object"
    for key, sort in _KEYS.items():
        if not isinstance(record.get(key), sort):
            return f"{key!r} is missing or no {sort.__name__}"
    if record["as"] not in WORDS:
        return f"'as' is {record['as']!r}, not one of {', '.join(WORDS)}"
    if record["as"] in ABOUT_DECISIONS:
        return "" if isinstance(record["on"].get("decision"), str) else "'on' names no 'decision'"
    sides = record["on"].get("sides")
    if not isinstance(sides, list) or len(sides) != 2 or not all(isinstance(side, list) and side for side in sides):
        return "'on' has no two 'sides'"
    members = [member for side in sides for member in side]
    return "" if all(map(_is_member, members)) else f"a side has what is no {{{', '.join(_MEMBER)}}}"


def _is_member(member: Any) -> bool:
    known = isinstance(member, dict) and member.keys() == _MEMBER.keys()
    return known and all(isinstance(member[key], sort) for key, sort in _MEMBER.items())
