"""Policies as rule files: ladders that compare two claims (`rules/policies/`), and what to print (`rules/headlines/`).

In: nothing. Out: the specs, and the closed lists of words that they take."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct, field

from reconcile.rulebook.allowed import NOT_IN_FILE, Words
from reconcile.rulebook.spec import ACTOR_KINDS, KIND_NAMES, ROLES, STANCES

VERDICTS = ("contradiction", "correction", "update", "scope", "narrower", "agree")  # the most serious first
SEVERITIES = ("none", "low", "medium", "high")

#: what a level may ask of any two claims, and what only of claims of one kind; `resolve.conditions` has the predicates
GENERAL_CONDITIONS = (
    *("ordered", "equally_recent", "one_article", "same_source", "same_speaker", "two_speakers"),
    *("same_value", "same_counted", "one_group", "two_groups", "one_background", "part_and_whole", "one_increment"),
    *("two_parts", "one_denied", "both_denied", "one_possible", "both_possible", "named_together"),
    "loosely_tied",
)
KIND_CONDITIONS = {
    "count": (
        *("higher", "lower", "same_number", "round_number", "possible_together", "one_approximate", "one_exact"),
        *(
            "two_lower_bounds",
            "rounded_below",
            "earlier_lower_bound",
            "with_and_without_attackers",
            "group_above_whole",
            "part_above_whole",
            "wider_area",
            "fall_explained",
            "moved_together",
        ),
    ),
    "date": (
        *("covers", "overlap", "weekday_only", "weekdays_fit", "two_readings", "adjacent_days"),
        *("same_day_of_year", "years_differ"),
    ),
    "actor": (
        *(
            "parent_and_branch",
            "branches_of_one",
            "both_described",
            "one_described",
            "name_in_name",
            "spelled_alike",
            "stage_later",
            "rival_claims",
        ),
        *("claim_against_blame", "denied_by_the_named", "person_and_group"),
    ),
    "place": ("place_in_place", "name_in_name", "spelled_alike", "unknown_place"),
    "term": ("term_in_term", "excluded"),
}
CONDITION_NAMES = (*GENERAL_CONDITIONS, *dict.fromkeys(name for names in KIND_CONDITIONS.values() for name in names))

#: what a sentence of a verdict may name: of each of the two claims, and of the fact
SIDE_FIELDS = ("", "_outlet", "_quote", "_speaker", "_counted", "_stance", "_as_of", "_weekday")
SAY_FIELDS = (*(side + name for side in "ab" for name in SIDE_FIELDS), "label", "other")
WORDING_FIELDS = ("headline", "low", "high", "values", "sources", "label")

#: what a step of a headline policy may keep; `resolve.keeps` has the functions
KEEPS = (
    *("most_specific", "best_supported", "unfallen", "latest", "firmest", "lowest", "tightest", "all"),
    *("certain", "impartial", "current", "with_attackers", "without_attackers", "authoritative"),
)
FORMS = ("each", "low-to-high", "best-low-high")  # how a headline is spelled: docs/contract.md


class Level(Struct, frozen=True):
    """`[[level]]`: what must hold of a pair, and the verdict if it does. `say` is a sentence without full stop."""

    name: str
    verdict: Annotated[str, Words(VERDICTS)]
    say: str
    when: Annotated[tuple[str, ...], Words(CONDITION_NAMES)] = ()
    severity: Annotated[str, Words((*SEVERITIES, "by_difference"))] = "none"


class Side(Struct, frozen=True):
    """One of the two claims of an `[[example]]`."""

    value: str
    as_of: str = ""
    role: Annotated[str, Words(ROLES)] = "total"
    stance: Annotated[str, Words(STANCES)] = "asserted"
    speaker: str = ""
    counted: str = ""
    area: str = ""  # all over which it counts
    places: tuple[str, ...] = ()  # where its article says that it happened
    quote: str = ""
    outlet: str = ""
    rule: str = ""  # the wording that it comes from
    article: str = ""  # the same name on both sides: two claims of one article
    falls_with: str = ""  # what its article says of the fact that this one falls with
    falls_too: tuple[str, ...] = ()  # and of the other facts
    beside: tuple[str, ...] = ()  # what else its article, or in it the same speaker, answers


class LadderExample(Struct, frozen=True):
    """`[[example]]`: two claims and the level that they reach."""

    a: Side
    b: Side
    level: str
    fact: str = ""  # whose claims they are; the first fact that uses the ladder where empty
    severity: Annotated[str, Words(("", *SEVERITIES))] = ""  # the one they come to, where it is stated


class Limits(Struct, frozen=True):
    """`[limits]`: the numbers that decide. Each ladder states those that its conditions use."""

    equally_recent_minutes: int = 0  # figures less than this far apart are equally recent
    rounded_to: int = 0  # a lower bound that is a multiple of it is taken as rounded
    rounding_share: float = 0.0  # an approximate figure reaches this share of the step it is rounded to either way
    rounding_least: int = 0  # but at least this far
    rounding_most_share: float = 0.0  # and at most this share of itself
    adjacent_days: int = 0
    long_before_days: int = 0  # an event dated this long before its own report is remarked on


class Ladder(Struct, frozen=True):
    """`rules/policies/<name>.toml`: the first level whose conditions all hold gives the verdict; the last has none."""

    kind: Annotated[str, Words(KIND_NAMES)]
    why: str  # what it is for, and on whose word
    level: tuple[Level, ...]
    limits: Limits
    example: tuple[LadderExample, ...]
    recent: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by language: words that say "not long ago"

    name: Annotated[str, NOT_IN_FILE] = ""  # the file's

    __hash__ = object.__hash__

    def rule(self, number: int) -> str:
        """What a verdict by level `number` (from 1) gives as its rule."""
        return f"policies/{self.name}.toml#{number}"


class Choice(Struct, frozen=True):
    """`[[step]]`: which of the values that are left to keep."""

    keep: Annotated[str, Words(KEEPS)]
    say: str  # said in the headline's steps where it set something aside: {kept} {aside}


class Rank(Struct, frozen=True):
    """`[[rank]]`: speakers of one authority: parties of these kinds, and whoever is described by one of these words."""

    kinds: Annotated[tuple[str, ...], Words(ACTOR_KINDS)] = ()
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by language
    unnamed: bool = False  # the article's own voice


class HeadlineExample(Struct, frozen=True):
    """`[[example]]`: the answers of articles, and the headline that the policy makes of them."""

    answers: tuple[Side, ...]
    headline: str
    fact: str = ""  # whose answers they are; the first fact of a kind that the policy suits where empty
    culprits: tuple[str, ...] = ()  # the parties held responsible


class HeadlinePolicy(Struct, frozen=True):
    """`rules/headlines/<name>.toml`: steps, each of which sets values aside for the headline, never from the report."""

    source: str
    kinds: Annotated[tuple[str, ...], Words(KIND_NAMES)]  # the kinds of value that it suits
    step: tuple[Choice, ...]
    example: tuple[HeadlineExample, ...]
    print: Annotated[str, Words(FORMS)] = "each"
    best: tuple[Choice, ...] = ()  # the steps that choose the best of what is left between low and high
    rank: tuple[Rank, ...] = ()  # who has authority, the greatest first
    attribute: bool = False  # where sources differ, the headline is worded with whoever gives it
    reads: dict[str, dict[str, str]] = field(default_factory=dict)  # by language: what vague words are taken to be
    origins: int = 0  # a headline that fewer origins give is remarked on
    fewer: str = ""  # in these words: {kept}
    name: Annotated[str, NOT_IN_FILE] = ""  # the file's

    __hash__ = object.__hash__
