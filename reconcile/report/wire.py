"""The JSON report as types: every key, what it may hold, and what it means. In: nothing. Out: structs for decoding.

`report.json` writes this, `report.saved` reads it back, and docs/schema/ is made from it. Nothing is optional
and nothing else is allowed; tests hold it against `model` and against what `report.json` writes."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct


def says(words: str) -> Meta:
    """What a key means, for who reads the schema."""
    return Meta(description=words)


Whole = Annotated[int, Meta(ge=0)]
Text = str
Texts = tuple[str, ...]
Status = Literal["conflict", "updated", "compatible", "agreed", "single"]
Severity = Literal["none", "low", "medium", "high"]
Word = Literal["contradiction", "correction", "update", "scope", "narrower", "agree"]
Move = Literal["first", "repeats", "undated", "contradiction", "correction", "update", "scope", "narrower", "agree"]
Role = Literal["total", "part", "increment", "background"]
Stance = Literal[
    "asserted", "claimed", "accused", "suspected", "charged", "convicted", "denied", "possible", "reported"
]
Ruled = Literal["confirmed", "update", "scope", "other-event", "misread", "accept", "unsure"]
PublishedFrom = Literal["header", "record", "option", "filename", ""]


class Article(Struct, frozen=True, forbid_unknown_fields=True):
    """One text from one outlet at one time, and its place in the report."""

    id: Annotated[str, says("The path as given, or <file>#<id> for a record of a .jsonl file.")]
    title: Annotated[str, says("Its title, empty where none is known.")]
    outlet: Annotated[str, says("Its outlet as the article or its record names it, empty where none is known.")]
    published: Annotated[str, says("A day, or a time with its UTC offset as stated; empty where none is known.")]
    published_from: Annotated[PublishedFrom, says("Where `published` was found.")]
    language: Annotated[str, says("The language by whose rules it was read.")]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$"), says("Of its text as `reconcile show` prints it, in UTF-8.")]
    url: Annotated[str, says("Its address as its record or header gives it, empty where none is known.")]
    path: Annotated[str, says("The file that it was read from; - for standard input.")]
    record_line: Annotated[Whole, says("The line of its record in a .jsonl file, 0 where the file is the article.")]
    main_event: Annotated[str, says("The id of the event that it is about.")]
    events: Annotated[Texts, says("The ids of all events of which it tells.")]
    origin: Annotated[str, says("Whose text it is: its own id, another article's, or an agency's id.")]
    problems: Annotated[Texts, says("What is wrong inside it, in sentences.")]
    because: Annotated[Texts, says("Why that is its origin, in sentences.")]
    superseded_by: Annotated[str, says("The id of the later version that has its place, empty where there is none.")]


class Claim(Struct, frozen=True, forbid_unknown_fields=True):
    """One value for one fact as one article words it; text[start:end] is the quote."""

    article: Annotated[str, says("The id of its article.")]
    event: Annotated[str, says("The id of the event that it is about.")]
    fact: Annotated[str, says("The question that it answers, such as death_toll.")]
    value: Annotated[str, says("Its value in the one spelling of its kind: 133+, 2024-03-22, is-khorasan.")]
    quote: Annotated[str, says("The words of the article, exactly.")]
    start: Annotated[Whole, says("Where the quote begins, in Unicode code points of the article's text.")]
    end: Annotated[Whole, says("Where it ends, exclusive.")]
    role: Annotated[Role, says("What the figure is of, relative to its own event.")]
    stance: Annotated[Stance, says("How it is said.")]
    speaker: Annotated[str, says("Who says so: an actor's id or name:…; empty in the article's own voice.")]
    stated: Annotated[Texts, says("Which parts of a date the text states: year, month, day, weekday, relative.")]
    as_of: Annotated[str, says("The time or day for which it is valid, empty where none is known.")]
    rule: Annotated[str, says("The rule that made it: file#pattern.")]
    says: Annotated[bool, says("Whether it is what its article, taken alone, answers for its main event.")]
    id: Annotated[str, says("Its id: c-…")]
    line: Annotated[Whole, says("The line on which the quote begins, from 1.")]
    column: Annotated[Whole, says("The column there, from 1.")]
    via: Annotated[Texts, says("The channels between article and speaker, outermost first.")]
    counted: Annotated[str, says("What is counted, empty for everybody.")]
    steps: Annotated[Texts, says("How it was read, in sentences.")]
    origin: Annotated[str, says("Who it comes from: an article's id or an outlet's.")]
    chain: Annotated[Texts, says("The way it came: article, whose text that is, channels, speaker.")]
    superseded: Annotated[bool, says("Whether a later version of its article has its place.")]
    misread: Annotated[str, says("The id of the decision by which its article does not say so; empty for none.")]


class Member(Struct, frozen=True, forbid_unknown_fields=True):
    """A happening as one article tells it."""

    article: Annotated[str, says("The id of the article.")]
    happening: Annotated[str, says("The id of the event that it would be alone.")]
    main: Annotated[bool, says("Whether it is what the article is about.")]


class Event(Struct, frozen=True, forbid_unknown_fields=True):
    """One happening of which one or more articles speak."""

    id: Annotated[str, says("Its id: ev-…")]
    label: Annotated[str, says("What it is called: type, place, date.")]
    type: Annotated[str, says("The sort of happening, such as attack.")]
    date: Annotated[str, says("When, in EDTF; empty where unknown.")]
    place: Annotated[str, says("Where: a place's id or name:…; empty where unknown.")]
    articles: Annotated[Texts, says("The ids of the articles that tell of it.")]
    because: Annotated[Texts, says("Why these were put together, in sentences.")]
    aliases: Annotated[Texts, says("Other ids under which it is known.")]
    members: Annotated[tuple[Member, ...], says("The happenings of single articles that it is made of.")]


class Value(Struct, frozen=True, forbid_unknown_fields=True):
    """One value of a finding with everyone who gives it."""

    value: Annotated[str, says("The value.")]
    claims: Annotated[Texts, says("The ids of the claims that give it.")]
    articles: Annotated[Texts, says("The ids of their articles.")]
    origins: Annotated[Whole, says("From how many independent origins it comes.")]
    first: Annotated[str, says("The earliest time for which it is given.")]
    last: Annotated[str, says("The latest time for which it is given.")]


class Verdict(Struct, frozen=True, forbid_unknown_fields=True):
    """How two claims of one fact of one event relate."""

    a: Annotated[str, says("The id of one claim, the earlier where an order is known.")]
    b: Annotated[str, says("The id of the other.")]
    verdict: Annotated[Word, says("How they relate.")]
    say: Annotated[str, says("Why, in a sentence.")]
    rule: Annotated[str, says("The level of the policy that says so: file#level.")]
    severity: Annotated[Severity, says("How much the difference matters.")]


class SetAside(Struct, frozen=True, forbid_unknown_fields=True):
    """A value that a policy does not print."""

    value: Annotated[str, says("The value.")]
    why: Annotated[str, says("The step that set it aside, in words.")]


class Headline(Struct, frozen=True, forbid_unknown_fields=True):
    """What a named policy would print. It does not say what is true."""

    value: Annotated[str, says("A value, several separated by ' | ', 12..20, or 15 (12..20).")]
    policy: Annotated[str, says("The name of the policy.")]
    steps: Annotated[Texts, says("What it did, in order, in sentences.")]
    set_aside: Annotated[tuple[SetAside, ...], says("The values that it does not print.")]
    by: Annotated[Texts, says("Who gives it, in words, where the policy attributes what it prints.")]


class TimelineMove(Struct, frozen=True, forbid_unknown_fields=True):
    """One value as of one time."""

    value: Annotated[str, says("The value.")]
    move: Annotated[Move, says("first, repeats, undated, or the verdict against the values before.")]
    before: Annotated[Texts, says("The values that stood before.")]
    claims: Annotated[Texts, says("The ids of the claims that give it then.")]
    articles: Annotated[Texts, says("The ids of the articles that moved it.")]
    say: Annotated[str, says("The verdict's sentence, empty where there is none.")]


class TimelineStep(Struct, frozen=True, forbid_unknown_fields=True):
    """The values of a figure for one time."""

    as_of: Annotated[str, says("The time, or its beginning; empty for what has none.")]
    until: Annotated[str, says("Its end, where several times whose order nothing tells are one step.")]
    moves: Annotated[tuple[TimelineMove, ...], says("The values of that time.")]
    disagreement: Annotated[Texts, says("On what they disagree at that time, in sentences.")]


class Fault(Struct, frozen=True, forbid_unknown_fields=True):
    """What cannot be as it is told."""

    articles: Annotated[Texts, says("The ids of the articles whose statements they are.")]
    say: Annotated[str, says("What cannot be, in a sentence.")]
    severity: Annotated[Severity, says("How much it matters.")]


class Decided(Struct, frozen=True, forbid_unknown_fields=True, rename={"kind": "as", "decision": "id"}):
    """What a person ruled on a finding."""

    kind: Annotated[Ruled, says("What was ruled, as `decisions add` spells it.")]
    value: Annotated[str, says("The value that was accepted, or that of the claims it is about; may be empty.")]
    note: Annotated[str, says("Why, in the person's words.")]
    by: Annotated[str, says("Who ruled.")]
    at: Annotated[str, says("When, in UTC to the microsecond.")]
    state: Annotated[Literal["standing", "reopened"], says("Whether the evidence is still what was ruled on.")]
    new: Annotated[Texts, says("What has come to it since, in sentences, where it is reopened.")]
    decision: Annotated[str, says("The decision's id in the journal: d-…")]


class Finding(Struct, frozen=True, forbid_unknown_fields=True):
    """One fact of one event after reconciling."""

    id: Annotated[str, says("Its id: f-…")]
    event: Annotated[str, says("The id of its event.")]
    fact: Annotated[str, says("The question.")]
    status: Annotated[Status, says("What the claims that have a voice come to.")]
    severity: Annotated[Severity, says("Of a conflict, how much it matters.")]
    values: Annotated[tuple[Value, ...], says("Every value that is given.")]
    verdicts: Annotated[tuple[Verdict, ...], says("How the claims relate, pair by pair.")]
    range: Annotated[str, says("From the lowest to the highest value, where values have an order.")]
    headline: Annotated[Headline, says("What the chosen policy would print.")]
    wording: Annotated[str, says("A sentence to use; empty where there is none.")]
    notes: Annotated[Texts, says("What is to be said of the finding as a whole, in sentences.")]
    timeline: Annotated[tuple[TimelineStep, ...], says("Of counts, how the figure moved; else empty.")]
    faults: Annotated[tuple[Fault, ...], says("What makes it a conflict without two claims that differ.")]
    decision: Annotated[Decided | None, says("What a person ruled about it, null where nobody did.")]


class Problem(Struct, frozen=True, forbid_unknown_fields=True):
    """What could not be read as it should."""

    article: Annotated[str, says("The article, file, or <file>:<line>.")]
    problem: Annotated[str, says("What is wrong, in a sentence.")]


class Report(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole run: what was read, what it says, and how that fits together."""

    schema: Annotated[Literal["reconcile-report/1"], says("The name and version of this format.")]
    articles: Annotated[tuple[Article, ...], says("What was read, by id.")]
    claims: Annotated[tuple[Claim, ...], says("All claims, by article and place.")]
    events: Annotated[tuple[Event, ...], says("All events, by id.")]
    findings: Annotated[tuple[Finding, ...], says("All findings, by event and fact.")]
    problems: Annotated[tuple[Problem, ...], says("What could not be read, by article.")]
