"""The report as schema.org: articles, what they claim, and what people ruled. In: a report. Out: JSON-LD.

Nothing here says what is true. A `Claim` is what articles say, with where it appears; a `ClaimReview` stands only where
a person's decision stands, is that person's, and its rating has the decision's words and no number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reconcile.kinds import date as dates
from reconcile.model import Article, Claim, Event, Finding, Reading, Report, speaking
from reconcile.report.linked.iris import address, article_urn, document, filled, urn
from reconcile.report.linked.statements import Statement, statements
from reconcile.report.view import View, view
from reconcile.report.words import fact_label, named_outlet, value_in_words
from reconcile.resolve.words import actor_in_words
from reconcile.rulebook import Rulebook

CONTEXT = "https://schema.org"
_SORTS = {
    "state": "GovernmentOrganization",
    "government": "GovernmentOrganization",
    "office": "GovernmentOrganization",
    "person": "Person",
    "agency": "NewsMediaOrganization",
    "armed-group": "Organization",
    "organisation": "Organization",
}
#: rulings that are about what articles say, with what they mean; the others are about our reading
_RATED = {
    "confirmed": ("conflict confirmed", "The reviewer confirms that the claims conflict. None of them is rated."),
    "update": ("update", "The reviewer finds that the later claim follows on the earlier. None of them is rated."),
    "scope": (
        "different scope",
        "The reviewer finds that the claims are about different things. None of them is rated.",
    ),
    "accept": ("accepted for use", "The reviewer chose this value for use. That does not say that others are false."),
    "unsure": ("unsure", "The reviewer cannot tell yet which of the claims holds."),
}


def write(report: Report, book: Rulebook) -> str:
    """`report` as one JSON-LD document: articles, events, claims, then reviews."""
    shown = view(report, book)
    said = list(statements(shown))
    events = {one.event.id: one.event for one in said}
    graph = [
        *(_article(reading, shown) for reading in report.articles),
        *(_event(event, shown) for event in events.values()),
        *(_claim(one, shown) for one in said),
        *_reviews(said, shown),
    ]
    return document({"@context": CONTEXT, "@graph": graph})


def _article(reading: Reading, shown: View) -> dict[str, Any]:
    article = reading.article
    outlet = named_outlet(article, shown.book)
    return filled(
        type="NewsArticle",
        id=article_urn(article),
        identifier=article.id,
        url=address(article.url),
        headline=article.title,
        datePublished=article.published,
        publisher=filled(type="Organization", name=outlet) if outlet else None,
        inLanguage=article.language,
        creativeWorkStatus="Superseded by a later version" if reading.superseded_by else "",
    )


def _event(event: Event, shown: View) -> dict[str, Any]:
    place = value_in_words(event.place, "place", shown.book) if event.place else ""
    return filled(
        type="Event",
        id=urn("event", event.id),
        identifier=event.id,
        name=shown.labels[event.id],
        startDate=_iso(event.date),
        location=filled(type="Place", name=place) if place else None,
    )


def _iso(spelling: str) -> str:
    """A date of EDTF where ISO 8601 spells it alike: no unknown part, no doubt, no span."""
    try:
        date = dates.parse(spelling)
    except ValueError:
        return ""
    plain = date.until is None and date.first is not None and not date.start.uncertain
    return spelling if plain else ""


def _claim(said: Statement, shown: View) -> dict[str, Any]:
    articles = {claim.article: shown.article(claim) for claim in said.claims}
    first = _first(list(articles.values()))
    speaker = said.claims[0].speaker
    return filled(
        type="Claim",
        id=said.id,
        name=fact_label(said.finding.fact, shown.book),
        text=said.words,
        about={"@id": urn("event", said.event.id)},
        author=_party(speaker, shown.book) if speaker else None,
        appearance=[{"@id": article_urn(article)} for article in articles.values()],
        firstAppearance={"@id": article_urn(first)} if first else None,
        isBasedOn=[_quotation(claim, shown) for claim in said.claims],
    )


def _first(articles: Sequence[Article]) -> Article | None:
    """The one that was published first, where the dates of all tell that."""
    days = sorted((article.published[:10], article.id) for article in articles)
    known = days[0][0] and (len(days) == 1 or days[0][0] < days[1][0])
    return next(article for article in articles if article.id == days[0][1]) if known else None


def _quotation(claim: Claim, shown: View) -> dict[str, Any]:
    return {
        "@type": "Quotation",
        "@id": urn("quotation", claim.id),
        "identifier": claim.id,
        "text": claim.quote,
        "isPartOf": {"@id": article_urn(shown.article(claim))},
    }


def _party(speaker: str, book: Rulebook) -> dict[str, Any]:
    """Who says so; of what sort is told only where the rules know the party."""
    spec = book.actors.get(speaker)
    sort = _SORTS.get(spec.kind, "") if spec else ""
    return filled(type=sort, id=urn("party", speaker) if spec else "", name=actor_in_words(speaker, book))


def _reviews(said: Sequence[Statement], shown: View) -> Iterator[dict[str, Any]]:
    by_finding: dict[str, list[Statement]] = {}
    for one in said:
        by_finding.setdefault(one.finding.id, []).append(one)
    for those in by_finding.values():
        finding = those[0].finding
        ruled = finding.decision
        if ruled is None or ruled.state != "standing" or ruled.kind not in _RATED:
            continue
        if reviewed := _reviewed(finding, those):
            yield _review(finding, reviewed)


def _reviewed(finding: Finding, said: Sequence[Statement]) -> list[Statement]:
    """What a ruling is about: the statements that decide its finding, of an accepted value those that give it."""
    heard = {claim.id for claim in speaking(claim for one in said for claim in one.claims)}
    deciding = [one for one in said if any(claim.id in heard for claim in one.claims)]
    if finding.decision is None or finding.decision.kind != "accept":
        return deciding
    given = [one for one in deciding if str(one.claims[0].value) == finding.decision.value]
    return [one for one in given if one.claims[0].stance != "denied"]


def _review(finding: Finding, reviewed: Sequence[Statement]) -> dict[str, Any]:
    ruled = finding.decision
    assert ruled is not None  # noqa: S101 - only findings with a ruling come here
    word, meaning = _RATED[ruled.kind]
    return filled(
        type="ClaimReview",
        id=urn("decision", ruled.decision),
        identifier=ruled.decision,
        author=filled(type="Person", name=ruled.by, id=urn("person", ruled.by)),
        datePublished=ruled.at,
        claimReviewed="; ".join(one.words for one in reviewed),
        itemReviewed=[{"@id": one.id} for one in reviewed],
        reviewRating={"@type": "Rating", "alternateName": word, "ratingExplanation": meaning},
        reviewBody=ruled.note,
    )
