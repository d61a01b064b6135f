"""From the claims of an event to findings.

In: events, claims, articles and the rulebook. Out: findings, conflicts first.

Two claims are put side by side (`pair`) and judged by the first level of a ladder that holds (`ladder`, `conditions`);
what the judgements come to is the finding (`finding`). No value is dropped: policies choose only what to print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from reconcile.model import UNSURE, Article, Claim, Event, Finding, Interval, Value
from reconcile.resolve.calendar import calendar_faults
from reconcile.resolve.conditions.parties import responsible
from reconcile.resolve.finding import finding
from reconcile.resolve.pair import Voice
from reconcile.rulebook import Rulebook
from reconcile.rulebook.outlets import outlet_name
from reconcile.rulebook.policies import SEVERITIES
from reconcile.rulebook.spec import Fact

_FIRM = ("claimed", "charged", "convicted")  # stances that hold a party responsible, whoever takes them
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Around:
    """What the other claims of an event add to those of one fact: by article the values that it falls with, and of what
    else, the parties held responsible, and by article where it happened."""

    falls_with: Mapping[str, Value] = field(default_factory=dict)
    falls_too: Sequence[Mapping[str, Value]] = ()
    culprits: Collection[str] = ()
    places: Mapping[str, Collection[str]] = field(default_factory=dict)


NOTHING = Around()


def resolve(
    events: Sequence[Event],
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    book: Rulebook,
    *,
    origins: Mapping[str, str] = _NONE,
    intervals: Sequence[Interval] = (),
    only: Collection[str] = (),
) -> tuple[Finding, ...]:
    """One finding for each fact (of those in `only`, where some are) of each event: conflicts by severity, then by size
    of the event and order of facts.

    `origins` maps an article's id to where its text comes from; an article that is not in it is its own origin, and a
    claim that has an origin keeps it. `intervals` are between days and events, or two events."""
    lasting = [claim for claim in claims if not claim.superseded]
    calendar = calendar_faults(intervals, lasting, events, articles, book)
    grouped: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        grouped[claim.event, claim.fact].append(claim)
    found = []
    culprits, of_event = _culprits(claims, book), defaultdict[str, list[Claim]](list)
    for claim in claims:
        of_event[claim.event].append(claim)
    for (event, fact_id), given in grouped.items():
        if only and fact_id not in only:
            continue
        fact = book.facts[fact_id]
        beside = _answers(grouped.get((event, fact.falls_with), []))
        too = [_answers(grouped.get((event, other), [])) for other in fact.falls_too]
        around = Around(beside, too, culprits[event], _places(of_event[event], book))
        heard = voices(given, fact, articles, book, origins=origins, around=around)
        days = calendar.get(event, ()) if fact.kind == "date" else ()
        own = [claim for claim in of_event[event] if not claim.superseded]
        found.append(finding(event, fact, heard, articles, book, own=own, calendar=days))
    size = {event.id: len(event.articles) for event in events}
    return tuple(sorted(found, key=lambda one: _place(one, size.get(one.event, 0), book.facts[one.fact])))


def _place(one: Finding, size: int, fact: Fact) -> tuple[object, ...]:
    return one.status != "conflict", -SEVERITIES.index(one.severity), -size, one.event, fact.order, fact.id


def _answers(claims: Sequence[Claim]) -> dict[str, Value]:
    """What each article answers; of several answers the first by spelling, so that the order of claims does not
    matter."""
    said = sorted((claim for claim in claims if claim.says), key=lambda claim: str(claim.value), reverse=True)
    return {claim.article: claim.value for claim in said}


def _culprits(claims: Sequence[Claim], book: Rulebook) -> defaultdict[str, set[str]]:
    """By event the parties that are held responsible for it: not those that are only accused or suspected."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        firm = claim.stance in _FIRM or (claim.says and claim.stance not in UNSURE)
        if book.facts[claim.fact].culprits and firm:
            found[claim.event].add(str(claim.value))
    return found


def _places(claims: Sequence[Claim], book: Rulebook) -> dict[str, set[str]]:
    """Where each article says that an event happened."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.says and book.facts[claim.fact].kind == "place":
            found[claim.article].add(str(claim.value))
    return found


def voices(
    claims: Sequence[Claim],
    fact: Fact,
    articles: Mapping[str, Article],
    book: Rulebook,
    *,
    origins: Mapping[str, str] = _NONE,
    around: Around = NOTHING,
) -> list[Voice]:
    """The claims of one fact with what their articles, and those `around` them, add."""
    beside: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.says and claim.stance != "denied":
            beside[_answering(claim, fact)].add(str(claim.value))
    unknown = Article("", "", "")
    given = [(claim, articles.get(claim.article, unknown)) for claim in claims]
    return [
        Voice(
            _dated(claim, article),
            outlet=outlet_name(article.outlet, article.url, book),
            origin=claim.origin or origins.get(claim.article, claim.article),
            language=article.language or "en",
            falls_with=around.falls_with.get(claim.article),
            falls_too=tuple(other.get(claim.article) for other in around.falls_too),
            beside=frozenset(beside[_answering(claim, fact)]),
            places=frozenset(around.places.get(claim.article, ())),
            culprit=responsible(claim.speaker, around.culprits, book),
        )
        for claim, article in given
    ]


def _answering(claim: Claim, fact: Fact) -> tuple[str, str]:
    """Who answers: the article, or where each speaker answers for itself the speaker in it."""
    return claim.article, claim.speaker if fact.by_speaker else ""


def _dated(claim: Claim, article: Article) -> Claim:
    """`claim` as of its article's publication where it has no time of its own."""
    return replace(claim, as_of=article.published) if article.published and not claim.as_of else claim
