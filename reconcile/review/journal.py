"""The journal as one editor follows it, while others may write to it too. In: its path. Out: its decisions, kept up."""

from __future__ import annotations

from pathlib import Path

from reconcile.decisions import Decision, append, read

_Stamp = tuple[int, int, int]


class Journal:
    """The decisions of a file, as of the last time that it was looked at."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamp = self._look()
        self.decisions = read(path)

    def news(self) -> tuple[Decision, ...]:
        """What somebody else has decided since; the file is only read where it has changed. Raises JournalError."""
        stamp = self._look()
        if stamp == self._stamp:
            return ()
        known = {decision.id for decision in self.decisions}
        decisions = read(self.path)
        self._stamp, self.decisions = stamp, decisions
        return tuple(decision for decision in decisions if decision.id not in known)

    def add(self, decision: Decision) -> None:
        """Have a decision on the disk; what others added between is left for `news`. Raises JournalError."""
        before = self._look()
        append(self.path, decision)
        self.decisions = (*self.decisions, decision)
        if before == self._stamp:
            after = self._look()
            written = after[1] - before[1] - len(decision.line().encode())
            self._stamp = after if written in (1, 2) else before  # its line break, and one that was left out before it

    def _look(self) -> _Stamp:
        try:
            seen = self.path.stat()
        except OSError:
            return (0, 0, 0)
        return (seen.st_ino, seen.st_size, seen.st_mtime_ns)
