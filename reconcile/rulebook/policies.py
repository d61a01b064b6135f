"""Policies as rule files: ladders that compare two claims (`rules/policies/`), and what to print (`rules/headlines/`).

In: nothing. Out: the specs, `read_ladder`, which also checks what one file can be checked for, and `check_facts`."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter

from reconcile.rulebook.decode import decode, rule_error
from reconcile.rulebook.spec import KIND_NAMES, ROLES, STANCES, Fact

VERDICTS = ("contradiction", "correction", "update", "scope", "narrower", "agree")  # the most serious first
SEVERITIES = ("none", "low", "medium", "high")

#: what a level may ask of any two claims, and what only of claims of one kind; `resolve.conditions` has the predicates
GENERAL_CONDITIONS = (
    *("ordered", "equally_recent", "one_article", "same_source", "same_speaker", "two_speakers"),
    *("same_value", "same_counted", "one_group", "two_groups", "one_background", "part_and_whole", "one_increment"),
    *("two_parts", "one_denied", "both_denied", "one_possible"),
)
KIND_CONDITIONS = {
    "count": (
        *("higher", "lower", "same_number", "round_number", "possible_together", "one_approximate", "one_exact"),
        *(
            "two_lower_bounds",
            "rounded_below",
            "earlier_lower_bound",
            "group_above_whole",
            "part_above_whole",
            "fall_explained",
        ),
    ),
    "date": (
        *("covers", "overlap", "weekday_only", "weekdays_fit", "two_readings", "adjacent_days"),
        *("same_day_of_year", "years_differ"),
    ),
    "actor": (
        *("parent_and_branch", "branches_of_one", "one_described", "name_in_name", "stage_later", "rival_claims"),
        *("claim_against_blame", "denied_by_the_named"),
    ),
    "place": ("place_in_place", "name_in_name", "unknown_place"),
    "term": ("term_in_term", "excluded"),
}
CONDITION_NAMES = (*GENERAL_CONDITIONS, *dict.fromkeys(name for names in KIND_CONDITIONS.values() for name in names))

#: what a sentence of a verdict may name: of each of the two claims, and of the fact
SIDE_FIELDS = ("", "_outlet", "_quote", "_speaker", "_counted", "_stance", "_as_of", "_weekday")
SAY_FIELDS = (*(side + name for side in "ab" for name in SIDE_FIELDS), "label", "other")
WORDING_FIELDS = ("headline", "low", "high", "values", "sources", "label")

KEEPS = ("most_specific", "best_supported", "latest", "firmest", "lowest", "all")


@dataclass(frozen=True, slots=True)
class Level:
    """`[[level]]`: what must hold of a pair, and the verdict if it does. `say` is a sentence without full stop."""

    name: str
    verdict: str = field(metadata={"words": VERDICTS})
    say: str
    when: tuple[str, ...] = field(default=(), metadata={"words": CONDITION_NAMES})
    severity: str = field(default="none", metadata={"words": (*SEVERITIES, "by_difference")})


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two claims of an `[[example]]`."""

    value: str
    as_of: str = ""
    role: str = field(default="total", metadata={"words": ROLES})
    stance: str = field(default="asserted", metadata={"words": STANCES})
    speaker: str = ""
    counted: str = ""
    quote: str = ""
    outlet: str = ""
    article: str = ""  # the same name on both sides: two claims of one article
    falls_with: str = ""  # what its article says of the fact that this one falls with


@dataclass(frozen=True, slots=True)
class LadderExample:
    """`[[example]]`: two claims and the level that they reach."""

    a: Side
    b: Side
    level: str


@dataclass(frozen=True, slots=True)
class Limits:
    """`[limits]`: the numbers that decide. Each ladder states those that its conditions use."""

    equally_recent_minutes: int = 0  # figures less than this far apart are equally recent
    rounded_to: int = 0  # a lower bound that is a multiple of it is taken as rounded
    rounding_share: float = 0.0  # an approximate figure reaches this share of the step it is rounded to either way
    rounding_least: int = 0  # but at least this far
    rounding_most_share: float = 0.0  # and at most this share of itself
    adjacent_days: int = 0
    long_before_days: int = 0  # an event dated this long before its own report is remarked on


@dataclass(frozen=True, slots=True)
class Ladder:
    """`rules/policies/<name>.toml`: the first level whose conditions all hold gives the verdict; the last has none."""

    kind: str = field(metadata={"words": KIND_NAMES})
    why: str  # what it is for, and on whose word
    level: tuple[Level, ...]
    limits: Limits
    example: tuple[LadderExample, ...]
    recent: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by language: words that say "not long ago"

    name: str = field(default="", init=False)  # the file's

    __hash__ = object.__hash__

    def rule(self, number: int) -> str:
        """What a verdict by level `number` (from 1) gives as its rule."""
        return f"policies/{self.name}.toml#{number}"


@dataclass(frozen=True, slots=True)
class Choice:
    """`[[step]]`: which of the values that are left to keep."""

    keep: str = field(metadata={"words": KEEPS})
    say: str  # said in the headline's steps where it set something aside: {kept} {aside}


@dataclass(frozen=True, slots=True)
class HeadlinePolicy:
    """`rules/headlines/<name>.toml`: steps, each of which sets values aside for the headline, never from the report."""

    source: str
    step: tuple[Choice, ...]
    name: str = field(default="", init=False)  # the file's


def read_ladder(path: Path, shown: str) -> Ladder:
    """The ladder in `path`; `shown` is its name in messages. Raises RuleError."""
    ladder = decode(Ladder, path, shown)
    for where, what in _ladder_faults(ladder):
        raise rule_error(shown, path.read_text(encoding="utf-8-sig"), where, what)
    object.__setattr__(ladder, "name", path.stem)
    return ladder


def read_headline(path: Path, shown: str) -> HeadlinePolicy:
    """The headline policy in `path`. Raises RuleError."""
    policy = decode(HeadlinePolicy, path, shown)
    for number, step in enumerate(policy.step):
        for unknown in _unknown_fields(step.say, ("kept", "aside")):
            where = ("step", number, "say")
            raise rule_error(shown, path.read_text(encoding="utf-8-sig"), where, unknown)
    object.__setattr__(policy, "name", path.stem)
    return policy


def check_facts(facts: Mapping[str, Fact], paths: Mapping[str, Path], book: PolicyTables) -> None:
    """That each fact's ladder, headline, terms and fields exist and fit. `paths` are by name under rules. Raises
    RuleError."""
    for fact in facts.values():
        for where, what in _fact_faults(fact, facts, book):
            name = f"facts/{fact.id}/fact.toml"
            raise rule_error(f"rules/{name}", paths[name].read_text(encoding="utf-8-sig"), where, what)


@dataclass(frozen=True, slots=True)
class PolicyTables:
    """Ladders and headline policies by name."""

    ladders: Mapping[str, Ladder]
    headlines: Mapping[str, HeadlinePolicy]


Fault = tuple[tuple[str | int, ...], str]


def _ladder_faults(ladder: Ladder) -> Iterator[Fault]:
    names = [level.name for level in ladder.level]
    allowed = (*GENERAL_CONDITIONS, *KIND_CONDITIONS[ladder.kind])
    for number, level in enumerate(ladder.level):
        if names.index(level.name) != number:
            yield ("level", number, "name"), f"a second level {level.name!r}"
        if not level.when and number + 1 < len(names):
            yield ("level", number), f"{level.name!r} has no conditions, so no level after it is ever reached"
        if level.when and number + 1 == len(names):
            yield ("level", number, "when"), "the last level takes whatever is left: it has no conditions"
        for name in level.when:
            if name not in allowed:
                yield (
                    ("level", number, "when"),
                    f"{name!r} asks nothing of a {ladder.kind}; allowed: {', '.join(allowed)}",
                )
        for unknown in _unknown_fields(level.say, SAY_FIELDS):
            yield ("level", number, "say"), unknown
    reached = {example.level for example in ladder.example}
    for number, example in enumerate(ladder.example):
        if example.level not in names:
            yield ("example", number, "level"), f"no level is called {example.level!r}{_close(example.level, names)}"
    for number, name in enumerate(names):
        if name not in reached:
            yield ("level", number, "name"), f"no example reaches level {name!r}; write one"


def _fact_faults(fact: Fact, facts: Mapping[str, Fact], book: PolicyTables) -> Iterator[Fault]:
    for key, name, table in (("ladder", fact.ladder, book.ladders), ("headline", fact.headline, book.headlines)):
        if name not in table:
            yield (key,), f"{key} {name!r} does not exist{_close(name, list(table))}"
    if fact.ladder in book.ladders and (kind := book.ladders[fact.ladder].kind) != fact.kind:
        yield (
            ("ladder",),
            f"policies/{fact.ladder}.toml compares values of kind {kind}, this fact's are of kind {fact.kind}",
        )
    if fact.falls_with and fact.falls_with not in facts:
        yield ("falls_with",), f"no fact is called {fact.falls_with!r}{_close(fact.falls_with, list(facts))}"
    if fact.kind == "count" and fact.materiality is None:
        yield (), "a count says which differences matter: [materiality] is missing"
    terms = [term.id for term in fact.term]
    for number, term in enumerate(fact.term):
        for key, names in (("excludes", term.excludes), ("within", (term.within,) if term.within else ())):
            for name in names:
                if name not in terms:
                    yield ("term", number, key), f"no term is called {name!r}{_close(name, terms)}"
    for key in ("agreed", "single", "compatible", "updated", "conflict"):
        for unknown in _unknown_fields(getattr(fact.wording, key), WORDING_FIELDS):
            yield ("wording", key), unknown


def _unknown_fields(template: str, allowed: tuple[str, ...]) -> Iterator[str]:
    try:
        fields = [name for _, name, _, _ in Formatter().parse(template) if name is not None]
    except ValueError as error:
        yield f"not a template: {error}"
        return
    for name in fields:
        if name not in allowed:
            yield f"unknown field {{{name}}}{_close(name, list(allowed))}; known: {', '.join(allowed)}"


def _close(word: str, known: list[str]) -> str:
    close = difflib.get_close_matches(word, known, 1)
    return f"; did you mean {close[0]!r}?" if close else ""
