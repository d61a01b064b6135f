"""Where the report's claims come from, as W3C PROV-O (Recommendation of 30 April 2013). In: a report. Out: JSON-LD.

Articles are entities, with their versions and whose text they are; outlets, agencies and speakers agents; claims are
quoted from articles; what people ruled are activities that used them. Nothing is called a primary source: who has first
hand knowledge of a matter no article tells for certain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from reconcile.model import Article, Claim, Finding, Reading, Report
from reconcile.origins.versions import versions
from reconcile.report.linked.iris import address, article_urn, document, filled, text_uri, urn
from reconcile.report.linked.statements import claim_in_words
from reconcile.report.view import View, view
from reconcile.report.words import fact_label, named_outlet
from reconcile.resolve.words import actor_in_words
from reconcile.rulebook import Rulebook
from reconcile.rulebook.outlets import outlets

_LINKS: tuple[str, ...] = (
    "wasRevisionOf",
    "wasDerivedFrom",
    "alternateOf",
    "wasQuotedFrom",
    "wasAttributedTo",
    "wasInfluencedBy",
)
_LINKS += ("wasGeneratedBy", "wasInvalidatedBy", "wasAssociatedWith", "used")
_TIMES = ("generatedAtTime", "startedAtTime", "endedAtTime")
CONTEXT: dict[str, Any] = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "label": "rdfs:label",
    "value": "prov:value",
    "text": "schema:text",
    "identifier": "schema:identifier",
    "datePublished": "schema:datePublished",
    "url": {"@id": "schema:url", "@type": "@id"},
    "encoding": {"@id": "schema:encoding", "@type": "@id"},
    **{link: {"@id": f"prov:{link}", "@type": "@id"} for link in _LINKS},
    **{time: {"@id": f"prov:{time}", "@type": "xsd:dateTime"} for time in _TIMES},
}
_SORTS = {"person": "prov:Person", "people": "prov:Agent", "": "prov:Agent"}
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")


def write(report: Report, book: Rulebook) -> str:
    """`report` as one JSON-LD document with a context of its own: nothing has to be fetched to read it."""
    shown = view(report, book)
    nodes: dict[str, dict[str, Any]] = {}
    every = chain(_articles(shown), _rulings(shown), _claims(shown))
    for node in every:
        nodes.setdefault(node["@id"], node)
    return document({"@context": CONTEXT, "@graph": [nodes[identity] for identity in sorted(nodes)]})


def _articles(shown: View) -> Iterator[dict[str, Any]]:
    readings = shown.readings
    twins = {one.id: those for those in versions(r.article for r in readings.values()) for one in those}
    earlier: dict[str, list[str]] = {}
    for reading in readings.values():
        if reading.superseded_by:
            earlier.setdefault(reading.superseded_by, []).append(reading.article.id)
    for reading in readings.values():
        article = reading.article
        others = [one.id for one in twins.get(article.id, ()) if one.id != article.id]
        source, more = _source(reading, others, shown)
        publisher = _publisher(article, shown.book)
        yield from (*more, *publisher)
        yield _entity(
            article_urn(article),
            "schema:NewsArticle",
            identifier=article.id,
            label=article.title or article.id,
            url=address(article.url),
            encoding=text_uri(article.sha256),
            datePublished=article.published,
            generatedAtTime=article.published if _TIME.fullmatch(article.published) else "",
            wasAttributedTo=publisher[0]["@id"] if publisher else "",
            wasRevisionOf=[article_urn(readings[one].article) for one in sorted(earlier.get(article.id, ()))],
            alternateOf=[article_urn(readings[one].article) for one in _undecided(reading, others, shown)],
            wasDerivedFrom=source,
        )


def _undecided(reading: Reading, others: Iterable[str], shown: View) -> Iterator[str]:
    """The other versions of an article of which nothing tells whether they came before or after it."""
    if not reading.superseded_by:
        yield from (other for other in sorted(others) if not shown.readings[other].superseded_by)


def _source(reading: Reading, versions_of_it: Iterable[str], shown: View) -> tuple[str, list[dict[str, Any]]]:
    """The text that an article's is a copy of, and what has to be told of that: it may be one that was not read."""
    origin, article = reading.origin, reading.article
    if not origin or origin == article.id or origin in versions_of_it or origin == _own_id(article, shown.book):
        return "", []
    if origin in shown.readings:
        return article_urn(shown.readings[origin].article), []
    return _unread(origin, reading.main_event, shown)


def _unread(party: str, event: str, shown: View) -> tuple[str, list[dict[str, Any]]]:
    """A text by an agency or outlet on an event that articles draw on, and that is not among them."""
    identity, agent = urn("unread", party, event), _party(party, shown.book)
    about = f"What {agent['label']} reported: {shown.labels.get(event, event)} (not read)"
    return identity, [agent, _entity(identity, label=about, wasAttributedTo=agent["@id"])]


def _claims(shown: View) -> Iterator[dict[str, Any]]:
    for claim in shown.report.claims:
        reading = shown.readings[claim.article]
        heard = [_heard(one, claim, shown.book) for one in (*claim.via, claim.speaker) if one]
        passed = claim.origin not in ("", reading.origin, claim.article) and claim.origin not in shown.readings
        source, more = _unread(claim.origin, claim.event, shown) if passed else ("", [])
        ruled = [_activity(claim.misread, "misread")] if claim.misread else []
        yield from (*heard, *more, *ruled)
        yield _claim(claim, source, shown)


def _claim(claim: Claim, source: str, shown: View) -> dict[str, Any]:
    return _entity(
        urn("claim", claim.id),
        "schema:Claim",
        identifier=claim.id,
        label=claim_in_words(claim, shown),
        value=str(claim.value),
        text=claim.quote,
        wasQuotedFrom=article_urn(shown.article(claim)),
        wasDerivedFrom=source,
        wasAttributedTo=_heard(claim.speaker, claim, shown.book)["@id"] if claim.speaker else "",
        wasInfluencedBy=[_heard(one, claim, shown.book)["@id"] for one in claim.via],
        wasInvalidatedBy=urn("decision", claim.misread) if claim.misread else "",
    )


def _rulings(shown: View) -> Iterator[dict[str, Any]]:
    for finding in shown.report.findings:
        if finding.decision is not None:
            yield from _ruling(finding, shown)


def _ruling(finding: Finding, shown: View) -> Iterator[dict[str, Any]]:
    ruled = finding.decision
    assert ruled is not None  # noqa: S101 - only findings with a ruling come here
    used = [urn("claim", claim) for row in finding.values for claim in row.claims]
    words = f"{ruled.kind} {ruled.value}".strip()
    said = f"{fact_label(finding.fact, shown.book)} ({shown.labels[finding.event]}): {words}, {ruled.state}"
    activity, person = urn("decision", ruled.decision), urn("person", ruled.by)
    yield filled(id=person, type=["prov:Agent", "prov:Person"], label=ruled.by)
    yield filled(
        id=activity,
        type="prov:Activity",
        identifier=ruled.decision,
        label=words,
        startedAtTime=ruled.at,
        endedAtTime=ruled.at,
        wasAssociatedWith=person,
        used=used,
    )
    yield _entity(
        urn("ruling", ruled.decision, finding.id),
        label=said,
        text=ruled.note,
        wasGeneratedBy=activity,
        wasAttributedTo=person,
        wasDerivedFrom=used,
    )


def _activity(decision: str, word: str) -> dict[str, Any]:
    return filled(id=urn("decision", decision), type="prov:Activity", identifier=decision, label=word)


def _entity(identity: str, sort: str = "", **keys: Any) -> dict[str, Any]:
    return filled(id=identity, type=["prov:Entity", sort] if sort else "prov:Entity", **keys)


def _heard(identity: str, claim: Claim, book: Rulebook) -> dict[str, Any]:
    """Somebody whom an article quotes. A name that no rule has is one party within an event; who is only described
    ("police") is somebody else in each article."""
    agent = _party(identity, book)
    if identity not in book.actors and identity not in book.outlets:
        within = claim.event if identity == claim.vouched_by else claim.article
        agent["@id"] = urn("party", identity, within)
    return agent


def _party(identity: str, book: Rulebook) -> dict[str, Any]:
    """An outlet, an agency or a speaker; of what sort is told only where the rules know it."""
    spec, outlet = book.actors.get(identity), book.outlets.get(identity)
    sort = _SORTS.get(spec.kind, "prov:Organization") if spec else "prov:Organization" if outlet else "prov:Agent"
    name = actor_in_words(identity, book) if spec or not outlet else outlet.name
    return filled(id=urn("party", identity), type=list(dict.fromkeys(("prov:Agent", sort))), label=name)


def _publisher(article: Article, book: Rulebook) -> list[dict[str, Any]]:
    """The agent that stands for an article's outlet, where one is known."""
    name, known = named_outlet(article, book), _own_id(article, book)
    if not name:
        return []
    return [_party(known, book) if known else filled(id=urn("outlet", name), type="prov:Agent", label=name)]


def _own_id(article: Article, book: Rulebook) -> str:
    spec = outlets(book).find(article.outlet, article.url)
    return spec.id if spec else ""
