"""What is said of many articles together: events, verdicts, findings. In: nothing. Out: frozen dataclasses."""

from __future__ import annotations

from dataclasses import dataclass, field

from reconcile.model.claims import Article, Claim, Problem


@dataclass(frozen=True, slots=True)
class Member:
    """A happening as one article tells it: `happening` is the id of the event that it would be alone, made from the
    article's text; `main` whether it is the one that the article is about."""

    article: str
    happening: str
    main: bool


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's word that the happenings of two sides are one event (`merge`) or that none of one side is of the event
    of any of the other. `say` tells whose word, when and why."""

    decision: str
    merge: bool
    first: tuple[Member, ...]
    second: tuple[Member, ...]
    say: str


@dataclass(frozen=True, slots=True)
class Misreading:
    """A person's word, in `decision`, that what was read at `quote` of an article as `value` of `fact` is not said
    there. `text` is the sha256 of the article's text then, in which the quote began at `start`."""

    decision: str
    article: str
    text: str
    fact: str
    value: str
    quote: str
    start: int


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person ruled on a finding: `kind` and `value` as the journal spells them. It is `standing`, or `reopened`
    where the evidence has changed since; `new` says in sentences what is new."""

    decision: str
    kind: str
    value: str
    note: str
    by: str
    at: str
    state: str = "standing"
    new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One happening that one or more articles speak of. `date` is EDTF, `place` as spelled; either may be empty."""

    id: str
    label: str
    type: str
    date: str
    place: str
    articles: tuple[str, ...]
    because: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """How claim `a` and claim `b` (ids; `a` is the earlier where an order is known) of one fact of one event relate."""

    a: str
    b: str
    verdict: str
    say: str
    rule: str
    severity: str = "none"


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value of a finding with everyone who gives it; `first` and `last` are as-of times."""

    value: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    origins: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A value that a policy does not print, and the step that says why; it stays in the finding all the same."""

    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Headline:
    """The value that a named policy would print, with the steps that led to it."""

    value: str
    policy: str
    steps: tuple[str, ...]
    set_aside: tuple[SetAside, ...] = ()
    by: tuple[str, ...] = ()  # who gives it, in words, where the policy attributes what it prints


@dataclass(frozen=True, slots=True)
class TimelineMove:
    """A value as of one time: `move` is `first`, `repeats`, `undated` or the verdict against the values `before`."""

    value: str
    move: str
    before: tuple[str, ...]
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    say: str


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """The values of a figure for one time, `as_of` to `until`, and on what they disagree at that time."""

    as_of: str
    until: str
    moves: tuple[TimelineMove, ...]
    disagreement: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What cannot be as `articles` tell it, in a sentence: a day after its own report, an interval that fits no day. Of
    severity `none` it is only worth saying."""

    articles: tuple[str, ...]
    say: str
    severity: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact of one event after reconciling. It is a conflict where `status` is `conflict`."""

    id: str
    event: str
    fact: str
    status: str
    severity: str
    values: tuple[ValueRow, ...]
    verdicts: tuple[Verdict, ...]
    range: str
    headline: Headline
    wording: str
    notes: tuple[str, ...] = ()  # sentences about the finding as a whole, such as a possible update
    timeline: tuple[TimelineStep, ...] = ()  # of figures
    faults: tuple[Fault, ...] = ()  # those that make it a conflict without two claims that differ
    decision: Decided | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is a conflict on which nobody has ruled, or not since its evidence changed."""
        return self.status == "conflict" and (self.decision is None or self.decision.state == "reopened")


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's place in a report: its events, its origin, `because` of which it is that, and its problems;
    `superseded_by` is the later version of the article, where there is one."""

    article: Article
    main_event: str
    events: tuple[str, ...]
    origin: str
    problems: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    superseded_by: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a run found out. Sorted, so that equal input gives equal bytes."""

    articles: tuple[Reading, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
