"""What was accepted before, for `check`. In: the options on a baseline. Out: which conflicts do not count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.commands.settings import Settings
from reconcile.errors import UsageError

if TYPE_CHECKING:
    from reconcile.check import Checked
    from reconcile.check.baseline import Entry
    from reconcile.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Accepted:
    """The baseline at `path` (None where there is none) with its `entries`, and whether to `write` it anew; `grows` if
    new conflicts may come in, as they do where it is the `first` one."""

    path: Path | None
    entries: Sequence[Entry] = ()
    write: bool = False
    grows: bool = False
    first: bool = False

    def applied(self, found: Checked, book: Rulebook, *, whole: bool) -> tuple[Checked, str]:
        """`found` by the baseline, which is written anew if that is asked for, nothing new would come in unasked, and
        all was read (`whole`): else what stands in it could be lost. With it, why it could not be written, or empty."""
        from reconcile.check import baseline_for, with_baseline
        from reconcile.check.baseline import text_of
        from reconcile.report.files import replace_file

        found = with_baseline(found, self.entries, book)
        if self.path is None or not self.write or not whole or (found.new and not self.grows):
            return found, ""
        entries = baseline_for(found)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self.path, text_of(entries))
        except OSError as error:
            return found, f"{self.path} cannot be written: {error.strerror}"
        return with_baseline(found, entries, book), ""

    def refuses(self, found: Checked) -> bool:
        """Whether what was `applied` would have made it grow unasked."""
        return self.write and bool(found.new)

    def told(self, found: Checked, *, whole: bool) -> str:
        """What became of it, in words; empty where it was not to be written."""
        from reconcile.check import baseline_for
        from reconcile.check.baseline import merged
        from reconcile.report.words import number_of

        if not self.write:
            return ""
        if not whole:
            return f"{self.path} stays as it is: not everything could be read"
        if self.refuses(found):
            return f"{self.path} stays as it is: it would grow by {len(found.new)}; --accept-new lets it"
        now, before = set(baseline_for(found)), set(merged(self.entries))
        entries = number_of(len(now), "entry", "entries")
        if self.first:
            return f"{self.path} is new: {entries}, all that there is today"
        return f"{self.path} is written: {entries}; {len(now - before)} came in, {len(before - now)} went"


def baseline_of(settings: Settings, path: str | None, *, write: bool, accept_new: bool) -> Accepted:
    """The baseline that the options name, or the configuration. The first one accepts all that there is.

    Raises UsageError where the options do not go together, BaselineError where it cannot be read."""
    from reconcile.check.baseline import read

    named = Path(path or settings.baseline) if path or settings.baseline else None
    if write and named is None:
        raise UsageError("--write-baseline needs --baseline FILE")
    if accept_new and not write:
        raise UsageError("--accept-new is for --write-baseline")
    if named is None:
        return Accepted(None)
    first = write and not named.exists()
    return Accepted(named, () if first else read(named), write, grows=accept_new or first, first=first)
