"""What commands that read or write decisions share. In: settings. Out: the journal's path, and what stands in it."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from reconcile.commands.settings import Settings
from reconcile.errors import UsageError

if TYPE_CHECKING:
    from reconcile.decisions import Decision

JOURNAL = "decisions.jsonl"


def journal(settings: Settings) -> Path:
    """Where the decisions are kept."""
    return Path(settings.decisions or JOURNAL)


def decisions(settings: Settings, *, writing: bool = False) -> tuple[Decision, ...]:
    """All decisions of the journal. Raises UsageError where one was named and is not there, unless for `writing`."""
    from reconcile.decisions import read

    path = journal(settings)
    if settings.decisions and not writing and not path.exists():
        raise UsageError(f"{path} is not there; the first decision makes it, or leave out --decisions")
    return read(path)


def keep(settings: Settings, decision: Decision) -> None:
    """Add a decision to the journal."""
    from reconcile.decisions import append

    append(journal(settings), decision)


def undo_command(settings: Settings, decision: Decision) -> str:
    """The command that takes `decision` back, in the journal in which it is."""
    elsewhere = f" --decisions {quote(settings.decisions)}" if settings.decisions else ""
    return f"reconcile decisions undo {decision.id}{elsewhere}"


def now() -> str:
    """The time as decisions carry it: UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def who(by: str) -> str:
    """Who decides: `by`, else the name of the login. Raises UsageError where there is none."""
    try:
        return " ".join((by or getpass.getuser()).split())
    except (KeyError, OSError):
        raise UsageError("say who decides: --by NAME") from None
