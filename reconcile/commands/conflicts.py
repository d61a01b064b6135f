"""`reconcile decisions list|add`: articles in; the conflicts that are open, or a ruling on one that lasts, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reconcile.commands import options
from reconcile.commands.console import emit, note
from reconcile.commands.deciding import keep, now, undo_command, who
from reconcile.commands.reading import Input, articles_of, made, outcome, read
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from reconcile.model import Finding, Report

_ON_CONFLICTS = ("confirmed", "update", "scope", "unsure")  # what is said of a conflict as a whole
_OF_A_VALUE = ("accept", "misread", "other-event")  # what needs to be told which of its values is meant


def list_conflicts(
    settings: Settings,
    paths: options.Paths,
    every: options.Every = False,
    output: options.Lines = options.AnswerFormat.TEXT,
) -> ExitCode:
    """List the conflicts on which nobody has ruled, or not since their evidence changed; the most severe first."""
    from reconcile.report.decisions import conflict_line, conflict_lines
    from reconcile.report.safe import escaped
    from reconcile.report.view import view

    given, found = _found(settings, paths)
    shown = view(found, given.book)
    for finding in found.findings:
        if finding.is_open or (every and finding.decision is not None):
            if output is options.AnswerFormat.JSONL:
                emit(f"{conflict_line(finding, shown)}\n")
            else:
                emit("".join(f"{escaped(line)}\n" for line in conflict_lines(finding, shown)))
    if not settings.quiet:
        waiting = sum(finding.is_open for finding in found.findings)
        note("1 conflict is open" if waiting == 1 else f"{waiting} conflicts are open")
    return outcome(settings, found.problems, named=given.problems)


def add(  # noqa: PLR0913 - one for each part of a ruling
    settings: Settings,
    conflict: options.Conflict,
    paths: options.MaybePaths = None,
    *,
    on: options.Together,
    ruling: options.RulingKind,
    value: options.RuledValue = "",
    claim: options.RuledClaims = None,
    note_: options.Note = "",
    by: options.By = "",
) -> ExitCode:
    """Rule on a conflict. It holds for all later runs, until somebody gives a value that was not there then.

    confirmed: it is one. update: the later figure follows on the earlier. scope: they count different things.
    accept: --value is to be printed. misread: the articles do not say --value. other-event: those that give --value
    tell of another event. unsure: nobody can tell yet."""
    from reconcile.decisions import Sources, conflict_ruled_on, decide

    given, found = _found(settings, [*on, *(paths or ())], deciding=True)
    finding = _finding(conflict, found)
    kind = ruling.value
    if kind in _ON_CONFLICTS and finding.status != "conflict":
        raise UsageError(f"{finding.id} is no conflict ({finding.status}): it takes {', '.join(_OF_A_VALUE)}")
    sources = Sources(found)
    meant = _value(kind, value, claim or (), finding, given)
    about = conflict_ruled_on(kind, finding, sources, value=meant, claims=claim or ())
    decision = decide(kind, about, at=now(), by=who(by), note=" ".join(note_.split()))
    keep(settings, decision)
    emit(f"{decision.id}\n")
    if not settings.quiet:
        event = about["labels"][0]
        if kind == "accept" and meant not in {row.value for row in finding.values}:
            note(f"no article gives {meant}: it is printed by the word of {decision.by} alone")
        what = f"{kind} {meant}, {finding.fact}" if meant else f"{kind}, {finding.fact}"
        note(f"kept: {what} of {event}; {undo_command(settings, decision)} takes it back")
    return outcome(settings, found.problems, named=given.problems)


def _found(settings: Settings, paths: Sequence[str], *, deciding: bool = False) -> tuple[Input, Report]:
    given = read(settings, articles_of(settings, paths), deciding=deciding)
    return given, made(settings, given)


def _finding(identity: str, found: Report) -> Finding:
    """The finding of that id, or the only one whose id begins so; also by the ids that its event had before."""
    named = {finding.id: finding for name, finding in _names(found) if name == identity} or {
        finding.id: finding for name, finding in _names(found) if name.startswith(identity)
    }
    if len(named) != 1:
        what = f"begins {len(named)} ids; give more of it" if named else "is no finding of these articles"
        raise UsageError(f"{identity!r} {what}; reconcile decisions list PATH... has them")
    return next(iter(named.values()))


def _names(found: Report) -> Iterator[tuple[str, Finding]]:
    from reconcile.resolve.finding import finding_id

    aliases = {event.id: event.aliases for event in found.events}
    for finding in found.findings:
        yield finding.id, finding
        yield from ((finding_id(alias, finding.fact), finding) for alias in aliases[finding.event])


def _value(kind: str, value: str, claims: Sequence[str], finding: Finding, given: Input) -> str:
    """The value that a ruling names, spelled, or empty where single claims are named instead."""
    from reconcile.decisions import spelled

    if kind not in _OF_A_VALUE:
        if value or claims:
            raise UsageError(f"--as {kind} is said of the conflict as a whole: leave out --value and --claim")
        return ""
    if value:
        try:
            return spelled(value, given.book.facts[finding.fact], given.book)
        except UsageError as error:
            raise UsageError(f"{error}; here: {', '.join(row.value for row in finding.values)}") from None
    if kind == "accept" or not claims:
        raise UsageError(f"--as {kind} needs --value: {', '.join(row.value for row in finding.values)}")
    return ""
