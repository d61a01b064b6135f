"""The gate's JSON document (`reconcile-check/1`) as types: every key, what it may hold, and what it means.

In: nothing. Out: structs, of which docs/schema/ is made; tests hold `report.check.json` against them."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from reconcile.report.wire import Decided, Problem, Severity, Texts, Whole, says

Counted = Annotated[int, Meta(ge=1)]


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of an article, by file, line and column."""

    article: Annotated[str, says("The article's id, as in a report.")]
    file: Annotated[str, says("Its file, named from the root of the repository where it lies in it.")]
    record: Annotated[Whole, says("The line of its record in a .jsonl file, 0 where the file is the article.")]
    line: Annotated[Counted, says("The line of the shown text on which the words begin, from 1.")]
    column: Annotated[Counted, says("The column there in Unicode code points, from 1.")]
    end_line: Annotated[Counted, says("The line on which they end.")]
    end_column: Annotated[Counted, says("The column there, exclusive.")]
    quote: Annotated[str, says("The words of the article, exactly.")]


class Conflict(Place, frozen=True, forbid_unknown_fields=True):
    """A conflict at the new article that brings it."""

    severity: Annotated[Severity, says("How much it matters.")]
    fact: Annotated[str, says("The question, such as death_toll.")]
    say: Annotated[str, says("What stands against what, in a sentence.")]
    sides: Annotated[Texts, says("What stands against what, as a baseline names it.")]
    against: Annotated[tuple[Place, ...], says("The other articles' words.")]
    event: Annotated[str, says("The id of the event: ev-…")]
    finding: Annotated[str, says("The id of the finding, which `explain` takes: f-…")]
    decision: Annotated[Decided | None, says("What a person ruled about it, null where nobody did.")]
    fingerprint: Annotated[str, says("The same in every run while article, fact and sides are: it holds no lines.")]


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """A line of a baseline."""

    article: Annotated[str, says("The article's file, or <file>#<id>, from the root of the repository.")]
    fact: Annotated[str, says("The question.")]
    sides: Annotated[Texts, says("What stands against what.")]
    count: Annotated[Counted, says("How many conflicts of the article have these sides.")]


class Check(Struct, frozen=True, forbid_unknown_fields=True):
    """A run of the gate: what new articles bring to an archive."""

    schema: Annotated[Literal["reconcile-check/1"], says("The name and version of this format.")]
    fail_on: Annotated[Severity, says("The least severity that fails the run.")]
    facts: Annotated[Texts, says("The facts that were looked at.")]
    batch: Annotated[Texts, says("The ids of the new articles.")]
    failing: Annotated[Whole, says("How many of `new` fail the run.")]
    new: Annotated[tuple[Conflict, ...], says("New conflicts, by place.")]
    reviewed: Annotated[tuple[Conflict, ...], says("Those on which somebody ruled.")]
    accepted: Annotated[tuple[Conflict, ...], says("Those that the baseline accepts.")]
    stale: Annotated[tuple[Entry, ...], says("Entries of the baseline that nothing bears out any more.")]
    problems: Annotated[tuple[Problem, ...], says("What could not be read, by article.")]
