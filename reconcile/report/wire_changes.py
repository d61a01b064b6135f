"""What changed between two runs (`reconcile-diff/1`, `reconcile-since/1`) as types: every key and what it may hold.

In: nothing. Out: structs, of which docs/schema/ is made; tests hold `report.changes` and `report.since` against it."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Struct

from reconcile.report.wire import Decided, Severity, Status, Texts, says

Change = Literal["new", "gone", "changed"]
What = Literal["status", "severity", "values", "headline", "decision"]
Brought = Literal["conflict", "reopened", "update", "value", "withdrawn", "status", "headline", "decision"]


class Articles(Struct, frozen=True, forbid_unknown_fields=True):
    """Ids of articles, by what became of them."""

    new: Annotated[Texts, says("Those that only the later report has.")]
    gone: Annotated[Texts, says("Those that only the earlier report has.")]
    edited: Annotated[Texts, says("Those whose text is another one under the same id.")]


class EventChange(Struct, frozen=True, forbid_unknown_fields=True):
    """An event that is told of anew or no more, or that is another one than before."""

    change: Annotated[Change, says("What happened to it.")]
    event: Annotated[str, says("Its id, as the later report has it where it does: ev-…")]
    label: Annotated[str, says("What it is called: type, place, date.")]
    before: Annotated[Texts, says("The ids of the events that it was; several where they became one.")]
    after: Annotated[Texts, says("The ids of the events that it is; several where it was parted.")]


class Ended(Struct, frozen=True, forbid_unknown_fields=True):
    """A finding as one of the two reports has it."""

    id: Annotated[str, says("Its id: f-…")]
    event: Annotated[str, says("The id of its event there.")]
    status: Annotated[Status, says("What the claims that have a voice come to.")]
    severity: Annotated[Severity, says("Of a conflict, how much it matters.")]
    values: Annotated[Texts, says("Every value that is given.")]
    headline: Annotated[str, says("What the chosen policy would print.")]
    decision: Annotated[Decided | None, says("What a person ruled about it, null where nobody did.")]


class FindingChange(Struct, frozen=True, forbid_unknown_fields=True):
    """One fact of one event that is new, gone or changed."""

    change: Annotated[Change, says("What happened to it.")]
    event: Annotated[str, says("The id of its event, as the later report has it where it does.")]
    label: Annotated[str, says("What the event is called.")]
    fact: Annotated[str, says("The question, such as death_toll.")]
    what: Annotated[tuple[What, ...], says("What of it changed; empty where it is new or gone.")]
    before: Annotated[Ended | None, says("As the earlier report has it, null where it is new.")]
    after: Annotated[Ended | None, says("As the later report has it, null where it is gone.")]
    came: Annotated[Texts, says("Values that only the later report has.")]
    went: Annotated[Texts, says("Values that only the earlier report has.")]
    articles: Annotated[Texts, says("The ids of new or edited articles that speak of it now.")]


class Diff(Struct, frozen=True, forbid_unknown_fields=True):
    """What two saved reports disagree on."""

    schema: Annotated[Literal["reconcile-diff/1"], says("The name and version of this format.")]
    articles: Annotated[Articles, says("What became of the articles.")]
    events: Annotated[tuple[EventChange, ...], says("Events that are new, gone or others, by label.")]
    findings: Annotated[tuple[FindingChange, ...], says("Findings that changed, the most severe first.")]


class Standing(Struct, frozen=True, forbid_unknown_fields=True):
    """A finding in short."""

    status: Annotated[Status, says("What the claims that have a voice come to.")]
    severity: Annotated[Severity, says("Of a conflict, how much it matters.")]
    headline: Annotated[str, says("What the chosen policy would print.")]


class Effect(Struct, frozen=True, forbid_unknown_fields=True):
    """What one article did to one finding."""

    event: Annotated[str, says("The id of the event.")]
    label: Annotated[str, says("What the event is called.")]
    fact: Annotated[str, says("The question.")]
    finding: Annotated[str, says("The finding's id, the later one where there are two.")]
    brings: Annotated[tuple[Brought, ...], says("What it brings, the most serious first.")]
    values: Annotated[Texts, says("Values that only it or other new articles give.")]
    before: Annotated[Standing | None, says("The finding in the earlier run, null where there was none.")]
    after: Annotated[Standing | None, says("The finding in this run, null where there is none.")]
    say: Annotated[Texts, says("The sentences of the verdicts that it brings, the most serious first.")]


class ArticleChange(Struct, frozen=True, forbid_unknown_fields=True):
    """An article that changed the picture."""

    article: Annotated[str, says("Its id.")]
    outlet: Annotated[str, says("Its outlet, empty where none is known.")]
    published: Annotated[str, says("A day or a time; empty where none is known.")]
    change: Annotated[Literal["new", "edited", "version"], says("What it is; a version has the place of `earlier`.")]
    earlier: Annotated[Texts, says("The ids of the articles whose later version it is.")]
    events: Annotated[Texts, says("The ids of events of which nobody told before.")]
    effects: Annotated[tuple[Effect, ...], says("What it did, finding by finding.")]


class Since(Struct, frozen=True, forbid_unknown_fields=True):
    """Which articles changed the picture since an earlier run."""

    schema: Annotated[Literal["reconcile-since/1"], says("The name and version of this format.")]
    since: Annotated[str, says("The earlier report, as it was named.")]
    articles: Annotated[tuple[ArticleChange, ...], says("Those that changed something, the most serious first.")]
    unchanged: Annotated[Texts, says("The ids of new articles that changed nothing.")]
    gone: Annotated[Texts, says("The ids of articles that are no more among them.")]
    events: Annotated[tuple[EventChange, ...], says("Events that changed without a new article.")]
    findings: Annotated[tuple[FindingChange, ...], says("Findings that changed without a new article.")]
