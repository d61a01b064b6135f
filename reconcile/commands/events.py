"""`reconcile events list|why|merge|split`: articles in; their events and why, or a ruling on them that lasts, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reconcile.commands import options
from reconcile.commands.console import emit, note, progress
from reconcile.commands.deciding import keep, now, undo_command, who
from reconcile.commands.reading import Input, extracted, outcome, read
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from reconcile.model import Event, Member, Report


def list_events(
    settings: Settings, paths: options.Paths, output: options.Lines = options.AnswerFormat.TEXT
) -> ExitCode:
    """List the events of the articles, which articles tell of each, and why these were put together."""
    from reconcile.report.events import json_line, text_lines
    from reconcile.report.safe import escaped

    given, found = _found(settings, paths)
    for event in sorted(found.events, key=lambda e: (-len(e.articles), e.label, e.id)):
        lines = [json_line(event)] if output is options.AnswerFormat.JSONL else text_lines(event, found)
        emit("".join(f"{line if output is options.AnswerFormat.JSONL else escaped(line)}\n" for line in lines))
    return outcome(settings, found.problems, named=given.problems)


def why(
    settings: Settings,
    first: options.OneOfTwo,
    second: options.OtherOfTwo,
    paths: options.MaybePaths = None,
    *,
    on: options.Together,
) -> ExitCode:
    """Say why two articles are about one event, or are not: what speaks for it and against it, and how much."""
    from reconcile import pipeline
    from reconcile.events.why import likeness
    from reconcile.report.events import likeness_lines
    from reconcile.report.safe import escaped

    together = [*on, *(paths or ())]
    given = read(settings, together)
    known = {article.id for article in given.articles}
    for name in (first, second):
        if name not in known:
            raise UsageError(f"{name} is not among the articles of {', '.join(together)}")
    if first == second:
        raise UsageError(f"{first} is one article; name two")
    read_, failed = pipeline.drafts(given.articles, given.book, progress(quiet=settings.quiet))
    problems = (*given.problems, *failed)
    found = pipeline.extracted(read_, given.book, problems=problems, decisions=given.decisions)
    lines = likeness_lines(first, second, likeness(read_, given.book, first, second), found)
    emit("".join(f"{escaped(line)}\n" for line in lines))
    return outcome(settings, found.problems, named=given.problems)


def merge(
    settings: Settings,
    first: options.Event,
    second: options.OtherEvent,
    paths: options.MaybePaths = None,
    *,
    on: options.Together,
    note_: options.Note = "",
    by: options.By = "",
) -> ExitCode:
    """Rule that two events are one. It holds for all later runs, whatever articles are added."""
    given, found = _found(settings, [*on, *(paths or ())], deciding=True)
    one, other = _event(first, found), _event(second, found)
    if one is other:
        raise UsageError(f"{first} and {second} are one event already: {one.label}")
    _rule(settings, "merge", [one.members, other.members], [one.label, other.label], note_, by)
    return outcome(settings, found.problems, named=given.problems)


def split(
    settings: Settings,
    event: options.Event,
    article: options.OneArticle,
    paths: options.MaybePaths = None,
    *,
    on: options.Together,
    note_: options.Note = "",
    by: options.By = "",
) -> ExitCode:
    """Rule that an article tells of another event than the others of an event do. It holds for all later runs."""
    given, found = _found(settings, [*on, *(paths or ())], deciding=True)
    whole = _event(event, found)
    own = [member for member in whole.members if member.article == article]
    others = [member for member in whole.members if member.article != article]
    if not own:
        raise UsageError(f"{article} is not among the articles of {whole.id}: {', '.join(whole.articles)}")
    if not others:
        raise UsageError(f"{article} is the only article of {whole.id}: there is nothing to split it from")
    _rule(settings, "split", [own, others], [article, whole.label], note_, by)
    return outcome(settings, found.problems, named=given.problems)


def _found(settings: Settings, paths: Sequence[str], *, deciding: bool = False) -> tuple[Input, Report]:
    given = read(settings, paths, deciding=deciding)
    return given, extracted(settings, given)


def _event(identity: str, found: Report) -> Event:
    """The event of that id, or the only one whose id begins so."""
    named = list(_named(identity, found.events))
    if len(named) != 1:
        what = f"begins the ids of {len(named)} events; give more of it" if named else "is no event of these articles"
        raise UsageError(f"{identity!r} {what}; reconcile events list PATH... has them")
    return named[0]


def _named(identity: str, events: Sequence[Event]) -> Iterator[Event]:
    exact = [event for event in events if identity in (event.id, *event.aliases)]
    yield from exact or (event for event in events if any(i.startswith(identity) for i in (event.id, *event.aliases)))


def _rule(
    settings: Settings, kind: str, sides: Sequence[Sequence[Member]], labels: Sequence[str], why: str, by: str
) -> None:
    from reconcile.decisions import decide, decided_on

    decision = decide(kind, decided_on(sides, labels), at=now(), by=who(by), note=" ".join(why.split()))
    keep(settings, decision)
    emit(f"{decision.id}\n")
    if not settings.quiet:
        note(f"kept: {kind} {' | '.join(labels)}; {undo_command(settings, decision)} takes it back")
