"""What can go wrong, as exceptions that carry what a person needs: the place, what is allowed, what to do.

In: nothing. Out: exception classes, the exit codes of the command line, words for what was expected."""

from __future__ import annotations

from enum import IntEnum

#: what a value of JSON is called, by the type that it is read as
SORTS = {str: "text", int: "a number", bool: "true or false", list: "a list", dict: "an object"}


class ExitCode(IntEnum):
    """Exit codes of every command: 0 done, 1 new conflicts (`check` only), 2 bad usage or input, 130 interrupted."""

    OK = 0
    CONFLICTS = 1
    BAD_INPUT = 2
    INTERRUPTED = 130


class ReconcileError(Exception):
    """An error that is shown to the user as it is, without a traceback; the process exits 2."""


class UsageError(ReconcileError):
    """The command line asks for something that does not exist or does not go together."""


class RuleError(ReconcileError):
    """A rule file that cannot be used. `str()` reads `path:line:col: what`, then the line and a caret below it."""

    def __init__(self, path: str, line: int, column: int, what: str, source: str = "") -> None:
        self.path, self.line, self.column, self.what, self.source = path, line, column, what, source
        shown = f"\n  {source}\n  {' ' * (column - 1)}^" if source.strip() else ""
        super().__init__(f"{path}:{line}:{column}: {what}{shown}")


class JournalError(ReconcileError):
    """A journal of decisions that cannot be read or written. `str()` reads `path:line:col: what`; line 0 is no line."""

    def __init__(self, path: str, line: int, column: int, what: str) -> None:
        self.path, self.line, self.column, self.what = path, line, column, what
        super().__init__(f"{path}:{line}:{column}: {what}" if line else f"{path}: {what}")


class BaselineError(ReconcileError):
    """A baseline that cannot be read. `str()` reads `path:line:col: what`; line 0 is no line."""

    def __init__(self, path: str, line: int, column: int, what: str) -> None:
        self.path, self.line, self.column, self.what = path, line, column, what
        super().__init__(f"{path}:{line}:{column}: {what}" if line else f"{path}: {what}")


class SavedError(ReconcileError):
    """A saved report that cannot be read. `str()` reads `path: place: what`; the place is a path of keys, or empty."""

    def __init__(self, path: str, place: str, what: str) -> None:
        self.path, self.place, self.what = path, place, what
        super().__init__(": ".join(part for part in (path, place, what) if part))


class StoreError(ReconcileError):
    """A store that cannot be opened, read or written, or that other rules made. `str()` reads `store: what`, and has no
    password in it."""

    def __init__(self, store: str, what: str) -> None:
        self.store, self.what = store, what
        super().__init__(f"{store}: {what}")
