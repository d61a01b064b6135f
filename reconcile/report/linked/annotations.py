"""Every quote as a W3C Web Annotation (Recommendation of 23 February 2017). In: a report. Out: JSON-LD.

The selectors hold for the text as `reconcile show` prints it, in Unicode code points. That text is named by its
SHA-256: as the source, or where the article has an address, as the state (`cached`) in which that source was read."""

from __future__ import annotations

from typing import Any

from reconcile.model import Article, Claim, Report
from reconcile.report.linked.iris import address, document, text_uri, urn
from reconcile.report.linked.statements import claim_in_words, statements
from reconcile.report.view import View, view
from reconcile.rulebook import Rulebook

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # code points before and after a quote, as other annotation software keeps them


def write(report: Report, book: Rulebook) -> str:
    """`report` as an annotation collection with one page: the claims of all articles in text order."""
    shown = view(report, book)
    stated = {claim.id: said.id for said in statements(shown) for claim in said.claims}
    claims = sorted(report.claims, key=lambda claim: (claim.article, claim.start, claim.end, claim.fact, claim.id))
    items = [_annotation(claim, stated.get(claim.id, ""), shown) for claim in claims]
    identity = urn("annotations", *(claim.id for claim in claims))
    page: dict[str, Any] = {"id": urn("page", identity), "type": "AnnotationPage", "partOf": identity, "startIndex": 0}
    return document(
        {
            "@context": CONTEXT,
            "id": identity,
            "type": "AnnotationCollection",
            "label": "What the articles say, quote by quote",
            "total": len(items),
            "first": {**page, "items": items},
        }
    )


def _annotation(claim: Claim, statement: str, shown: View) -> dict[str, Any]:
    says = claim_in_words(claim, shown)
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en", "value": says},
        *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in _tags(claim)),
    ]
    if statement:
        bodies.append({"type": "SpecificResource", "purpose": "linking", "source": statement})
    return {
        "id": urn("annotation", claim.id),
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"id": urn("software", "reconcile"), "type": "Software", "name": "reconcile"},
        "body": bodies,
        "target": _target(claim, shown.article(claim)),
    }


def _tags(claim: Claim) -> list[str]:
    more = [word for word, holds in (("superseded", claim.superseded), ("misread", claim.misread)) if holds]
    return [claim.id, claim.fact, str(claim.value), claim.role, claim.stance, *more]


def _target(claim: Claim, article: Article) -> dict[str, Any]:
    text, page = text_uri(article.sha256), address(article.url)
    source: dict[str, Any] = {"source": page or _source(text, article)}
    if page:
        source["state"] = {"type": "TimeState", "cached": text}
    return {"type": "SpecificResource", **source, "selector": _selectors(claim, article)}


def _source(text: str, article: Article) -> dict[str, Any]:
    named = {"id": text, "type": "Text", "format": "text/plain"}
    return {**named, "language": article.language} if article.language else named


def _selectors(claim: Claim, article: Article) -> list[dict[str, Any]]:
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": claim.quote}
    if article.text[claim.start : claim.end] == claim.quote:
        quote["prefix"] = article.text[max(0, claim.start - _AROUND) : claim.start]
        quote["suffix"] = article.text[claim.end : claim.end + _AROUND]
    return [quote, {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}]
