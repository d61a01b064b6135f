"""A finding as a page shows it. In: a finding and a linked view. Out: a `Fact` with its table, cards and sentences.

The table goes value by value. A sentence on how two values relate stands before the later of the two; what does not
bear on the finding's status, and what is too much, stands below the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reconcile.model import Claim, Finding
from reconcile.report import claim_words, timeline
from reconcile.report.html.linked import Linked, anchor
from reconcile.report.html.pictures import Picture, blame, figure
from reconcile.report.rows import Relation, Row, chosen_among, likewise, relations, rows
from reconcile.report.ruling import ruling_words
from reconcile.report.summary import answers
from reconcile.report.words import (
    fact_label,
    headline_in_words,
    number_of,
    outlet_in_words,
    published_in_words,
    status_in_words,
    value_in_words,
    worked_out,
)

_MOST_BETWEEN = 12  # sentences among the rows of a table; more stand below it
_MOST_NAMED = 3  # sources on a card
_OPEN_QUESTIONS = ("conflict", "updated", "compatible")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: a claim in words. `again` are the other places where its article says so, with anchors."""

    claim: Claim
    anchor: str
    article: str
    outlet: str
    chain: tuple[str, ...]
    sentence: tuple[str, str, str]
    place: str
    marked: bool  # whether its words are marked in a text to lead to
    again: tuple[tuple[str, str, bool], ...]
    speaker: str
    stance: str
    role: str
    aside: bool
    published: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict as a sentence, with the anchors of the two claims that it is first of all about; `of` names the two
    values where it stands away from the row of one."""

    verdict: str
    severity: str
    say: str
    a: str
    b: str
    rule: str
    marked: bool  # whether the first of them is marked in a text to lead to
    of: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A value, the rows of those who give it, and the sentences on it and values above it."""

    words: str
    spelling: str
    notes: tuple[str, ...]
    voiced: bool
    said: tuple[Said, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A value that bears on the status, at a glance: `sources` are the first who give it, `more` how many others."""

    words: str
    sources: tuple[str, ...]
    more: int
    at_odds: bool  # whether another article says what cannot be true beside it


@dataclass(frozen=True, slots=True)
class Fact:
    """A finding in words, as the page's templates take it."""

    finding: Finding
    anchor: str
    label: str
    status: str
    cards: tuple[Card, ...]
    blocks: tuple[Block, ...]
    others: tuple[Said, ...]
    pictures: tuple[Picture, ...]
    ruling: str  # what a person decided on it, in words
    news: tuple[str, ...]  # what is new since, where that reopens it
    notes: tuple[str, ...]
    over_time: tuple[str, ...]
    range: str
    headline: str


def fact(finding: Finding, page: Linked) -> Fact:
    """`finding` as the page shows it."""
    shown, kind = page.shown, page.shown.kind(finding.fact)
    found = relations(finding, shown)
    between = [relation for relation in found if relation.decides][:_MOST_BETWEEN]
    several = len(finding.values) > 1
    return Fact(
        finding=finding,
        anchor=anchor(finding.id),
        label=fact_label(finding.fact, shown.book),
        status=status_in_words(finding.status, finding.severity),
        cards=cards(finding, page) if finding.status in _OPEN_QUESTIONS else (),
        blocks=_blocks(finding, between, page),
        others=tuple(_said(relation, page) for relation in found if relation not in between),
        pictures=_pictures(finding, page),
        ruling=ruling_words(finding, shown),
        news=finding.decision.new if finding.decision else (),
        notes=tuple(dict.fromkeys((*finding.notes, *(fault.say for fault in finding.faults)))),
        over_time=tuple(timeline.lines(finding, shown)),
        range=value_in_words(finding.range, kind, shown.book) if finding.range and several else "",
        headline=headline_in_words(finding.headline, kind, shown.book) if chosen_among(finding) else "",
    )


def _pictures(finding: Finding, page: Linked) -> tuple[Picture, ...]:
    spec = page.shown.book.facts.get(finding.fact)
    if spec is None or finding.status not in _OPEN_QUESTIONS:
        return ()
    drawn = figure.picture(finding, page.shown) if spec.kind == "count" else None
    if spec.by_speaker:
        drawn = blame.picture(finding, page.shown)
    return (drawn,) if drawn else ()


def _blocks(finding: Finding, between: Sequence[Relation], page: Linked) -> tuple[Block, ...]:
    groups: dict[str, list[Row]] = {}
    for row in rows(finding, page.shown):
        groups.setdefault(row.value.value, []).append(row)
    order = {value: place for place, value in enumerate(groups)}
    placed: dict[int, list[Said]] = {}
    for relation in between:
        first, last = sorted(order.get(value, 0) for value in relation.values)
        words = (value_in_words(value, page.shown.kind(finding.fact), page.shown.book) for value in relation.values)
        of = " and ".join(words) if last - first > 1 else ""
        placed.setdefault(last, []).append(replace(_said(relation, page), of=of))
    return tuple(_block(those, placed.get(at, ()), finding, page) for at, those in enumerate(groups.values()))


def _block(group: Sequence[Row], said: Sequence[Said], finding: Finding, page: Linked) -> Block:
    first, value = group[0], group[0].value
    kind = page.shown.kind(finding.fact)
    notes = list(dict.fromkeys(filter(None, (worked_out(row.claim) for row in group))))
    if len(value.articles) > 1:
        notes.append(f"{number_of(len(value.articles), 'article')}, {number_of(value.origins, 'origin')}")
    bounded = kind == "count" and not value.value.isdecimal()
    return Block(
        words=value_in_words(value.value, kind, page.shown.book, first.claim.quote),
        spelling=value.value if bounded else "",
        notes=tuple(notes),
        voiced=any(row.claim.says for row in group),
        said=tuple(said),
        lines=tuple(_line(row, page) for row in group),
    )


def _line(row: Row, page: Linked) -> Line:
    claim, shown = row.claim, page.shown
    article = shown.article(claim)
    return Line(
        claim=claim,
        anchor=anchor(claim.id),
        article=page.articles[article.id],
        outlet=outlet_in_words(article, shown.book),
        chain=_chain(claim, page),
        sentence=page.sentence(claim),
        place=f"{claim.line}:{claim.column}",
        marked=page.has_mark(claim),
        again=tuple((anchor(again.id), f"{again.line}:{again.column}", page.has_mark(again)) for again in row.also),
        speaker=claim_words.speaker_words(claim, shown),
        stance=claim_words.stance_words(claim),
        role=claim_words.role_words(row) + (f", set aside as misread ({claim.misread})" if claim.misread else ""),
        aside=row.aside or claim.superseded or bool(claim.misread),
        published=published_in_words(article),
        as_of=claim.as_of.replace("T", " ") if claim.as_of[:10] != article.published[:10] else "",
    )


def _chain(claim: Claim, page: Linked) -> tuple[str, ...]:
    """Through whom it came, from its outlet's source to who said it first; empty where the outlet says it itself."""
    return tuple(claim_words.origin_words(one, page.shown) for one in claim.chain[1:])


def _said(relation: Relation, page: Linked) -> Said:
    a, b = (anchor(claim) for claim in relation.claims)
    marked = page.has_mark(page.shown.claims[relation.claims[0]])
    severity = "" if relation.severity == "none" else relation.severity
    return Said(relation.verdict, severity, relation.say + likewise(relation), a, b, relation.rule, marked)


def cards(finding: Finding, page: Linked) -> tuple[Card, ...]:
    """The values that bear on the status of `finding`, at a glance."""
    return tuple(
        Card(
            words=answer.words,
            sources=answer.givers[:_MOST_NAMED],
            more=max(0, len(answer.givers) - _MOST_NAMED),
            at_odds=page.odd(answer.claims),
        )
        for answer in answers(finding, page.shown)
    )
