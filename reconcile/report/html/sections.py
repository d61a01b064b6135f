"""The parts of a page. In: a linked view. Out: what the opening, the events, the texts and the filters show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.model import Claim, Event, Finding, Reading
from reconcile.report import claim_words, summary
from reconcile.report.html.facts import Card, Fact, cards, fact
from reconcile.report.html.linked import Linked, anchor, web_address
from reconcile.report.html.pictures import Picture, family
from reconcile.report.ruling import ruling_words
from reconcile.report.view import conflicts, told_once
from reconcile.report.words import (
    SEVERITIES,
    STATUSES,
    fact_label,
    named_outlet,
    outlet_in_words,
    published_in_words,
    value_in_words,
)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict in short: the values with who gives them, or a sentence `instead` of them."""

    finding: Finding
    anchor: str
    label: str
    event: str
    answers: tuple[Card, ...]
    instead: str
    ruling: str
    news: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Misread:
    """A claim that a person found its article not to make. `row` is whether it has none in a table."""

    claim: Claim
    anchor: str
    article: str
    name: str
    label: str
    words: str
    row: bool
    marked: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """What was read, and what came out. `severities` counts conflicts, `problems` are articles with sentences."""

    read: str
    articles: int
    outlets: int
    events: int
    severities: tuple[tuple[str, int], ...]
    conflicts: int
    troubled: int
    problems: tuple[tuple[str, str, str], ...]  # the article's anchor or nothing, its name, the sentence
    disputes: tuple[Dispute, ...]
    ruled: int  # conflicts on which people have ruled
    misread: tuple[Misread, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with the articles that tell it and its facts, those that one source alone gives apart."""

    event: Event
    anchor: str
    label: str
    told: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    singles: tuple[Fact, ...]
    disputed: int
    family: Picture | None
    kinship: str
    akin: bool  # whether a text is somebody else's or has a later version


@dataclass(frozen=True, slots=True)
class Text:
    """An article as the page shows it."""

    reading: Reading
    anchor: str
    name: str
    outlet: str
    number: int
    published: str
    origin: str
    url: str
    events: tuple[tuple[str, str], ...]
    later: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What may be chosen from: words of the contract with what a reader sees."""

    severities: tuple[str, ...]
    statuses: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    events: tuple[tuple[str, str], ...]
    outlets: tuple[tuple[int, str], ...]


def opening(page: Linked) -> Opening:
    """The head of the page."""
    shown = page.shown
    found, problems = conflicts(shown), summary.problems(shown)
    severities = Counter(finding.severity for finding in found)
    return Opening(
        read=summary.read(shown),
        articles=len(shown.report.articles),
        outlets=len({named_outlet(r.article, shown.book) for r in shown.report.articles} - {""}),
        events=len(shown.report.events),
        severities=tuple((word, severities[word]) for word in SEVERITIES if severities[word]),
        conflicts=len(found),
        troubled=len({article for article, _ in problems}),
        problems=tuple((page.articles.get(article, ""), article, what) for article, what in problems),
        disputes=tuple(_dispute(finding, page) for finding in found),
        ruled=sum(not finding.is_open for finding in found),
        misread=tuple(_misread(claim, page) for claim in shown.report.claims if claim.misread),
    )


def _dispute(finding: Finding, page: Linked) -> Dispute:
    shown = page.shown
    given = cards(finding, page)
    return Dispute(
        finding=finding,
        anchor=anchor(finding.id),
        label=fact_label(finding.fact, shown.book),
        event=shown.labels[finding.event],
        answers=given,
        instead="" if given else summary.instead(finding),
        ruling=ruling_words(finding, shown),
        news=finding.decision.new if finding.decision else (),
    )


def _misread(claim: Claim, page: Linked) -> Misread:
    shown = page.shown
    return Misread(
        claim=claim,
        anchor=anchor(claim.id),
        article=page.articles[claim.article],
        name=shown.sources[claim.article],
        label=fact_label(claim.fact, shown.book).lower(),
        words=value_in_words(str(claim.value), shown.kind(claim.fact), shown.book, claim.quote),
        row=claim.id not in page.tabled,
        marked=page.has_mark(claim),
    )


def happenings(events: Sequence[Event], page: Linked) -> list[Happening]:
    """`events` in the order given."""
    return [_happening(event, page) for event in events]


def _happening(event: Event, page: Linked) -> Happening:
    shown = page.shown
    found = shown.findings[event.id]
    alone = [finding for finding in found if told_once(finding)]
    return Happening(
        event=event,
        anchor=anchor(event.id),
        label=shown.labels[event.id],
        told=tuple((page.articles[article], shown.sources[article]) for article in event.articles),
        facts=tuple(fact(finding, page) for finding in found if finding not in alone),
        singles=tuple(fact(finding, page) for finding in alone),
        disputed=sum(finding.status == "conflict" for finding in found),
        family=family.picture(event, shown, page.told),
        kinship=family.caption(event, shown, page.told),
        akin=any(_akin(shown.readings[article]) for article in event.articles),
    )


def _akin(reading: Reading) -> bool:
    return bool(reading.superseded_by) or reading.origin not in ("", reading.article.id)


def article_texts(page: Linked) -> list[Text]:
    """All articles, by id."""
    numbers = {name: number for number, name in _outlets(page)}
    return [_text(reading, page, numbers) for reading in page.shown.report.articles]


def _text(reading: Reading, page: Linked, numbers: dict[str, int]) -> Text:
    shown, article = page.shown, reading.article
    outlet = outlet_in_words(article, shown.book)
    events = dict.fromkeys((reading.main_event, *reading.events))
    return Text(
        reading=reading,
        anchor=page.articles[article.id],
        name=shown.sources[article.id],
        outlet=outlet,
        number=numbers[outlet],
        published=published_in_words(article),
        origin="" if reading.origin in ("", article.id) else claim_words.origin_words(reading.origin, shown),
        url=web_address(article.url),
        events=tuple((anchor(event), shown.labels[event]) for event in events if event in shown.labels),
        later=page.articles.get(reading.superseded_by, ""),
    )


def filters(page: Linked) -> Filters:
    """What the page's findings can be chosen by."""
    shown = page.shown
    found = shown.report.findings
    facts = sorted({(fact_label(finding.fact, shown.book), finding.fact) for finding in found})
    events = {finding.event for finding in found}
    ordered = [event for event in (*shown.events, *shown.asides) if event.id in events]
    return Filters(
        severities=tuple(word for word in SEVERITIES if any(finding.severity == word for finding in found)),
        statuses=tuple(one for one in STATUSES.items() if any(finding.status == one[0] for finding in found)),
        facts=tuple((fact_id, label) for label, fact_id in facts),
        events=tuple((anchor(event.id), shown.labels[event.id]) for event in ordered),
        outlets=tuple(_outlets(page)),
    )


def _outlets(page: Linked) -> list[tuple[int, str]]:
    names = sorted({outlet_in_words(reading.article, page.shown.book) for reading in page.shown.report.articles})
    return list(enumerate(names, 1))
