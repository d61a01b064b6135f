"""`reconcile decisions log|undo|redo`: the journal in; what was decided, or a decision taken back or restored, out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from reconcile.commands import options
from reconcile.commands.console import emit, note
from reconcile.commands.deciding import decisions, keep, now, who
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from reconcile.decisions import Decision


def log(settings: Settings, output: options.Lines = options.AnswerFormat.TEXT) -> ExitCode:
    """List every decision of the journal, oldest first, and which of them stand."""
    from reconcile.decisions import standing
    from reconcile.report.decisions import log_line
    from reconcile.report.safe import escaped

    all_ = decisions(settings)
    stand = {decision.id for decision in standing(all_)}
    for decision in sorted({d.id: d for d in all_}.values(), key=lambda d: (d.at, d.id)):
        plain = output is options.AnswerFormat.JSONL
        emit((decision.line() if plain else escaped(log_line(decision, stands=decision.id in stand))) + "\n")
    return ExitCode.OK


def undo(
    settings: Settings, decision: options.DecisionName = None, note_: options.Note = "", by: options.By = ""
) -> ExitCode:
    """Take back a decision: the one named, whoever made it, or the last of your own. It stays in the journal, and can
    be restored."""
    from reconcile.decisions import last_standing, standing

    return _about("undo", settings, decision, standing, last_standing, note_, by)


def redo(
    settings: Settings, decision: options.DecisionName = None, note_: options.Note = "", by: options.By = ""
) -> ExitCode:
    """Restore a decision that was taken back: the one named, or the last that you took back yourself."""
    from reconcile.decisions import last_withdrawn, withdrawn

    return _about("redo", settings, decision, withdrawn, last_withdrawn, note_, by)


def _about(
    kind: str,
    settings: Settings,
    named: str | None,
    may: Callable[[Iterable[Decision]], tuple[Decision, ...]],
    last: Callable[[Iterable[Decision], str], Decision | None],
    why: str,
    by: str,
) -> ExitCode:
    from reconcile.decisions import decide

    all_, own = decisions(settings), who(by)
    allowed = may(all_)
    which = last(all_, own) if named is None else next((d for d in allowed if d.id == named), None)
    if which is None:
        what = "there is no decision" if named is None else f"{named} is no decision"
        state = "stands" if kind == "undo" else "was taken back"
        if named is None and allowed:
            newest = allowed[-1]
            did = f"{own} has no decision that stands" if kind == "undo" else f"{own} took none back"
            raise UsageError(f"{did}; the last is {newest.id}, {newest.kind} by {newest.by}: name it to {kind} it")
        raise UsageError(f"{what} that {state}; reconcile decisions log lists them")
    made = decide(kind, {"decision": which.id}, at=now(), by=own, note=" ".join(why.split()))
    keep(settings, made)
    emit(f"{made.id}\n")
    if not settings.quiet:
        note(f"{kind}: {which.id}, {which.kind} by {which.by}")
    return ExitCode.OK
