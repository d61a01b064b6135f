"""The PROV export, read by rdflib and by the library `prov`, which knows the data model."""

from __future__ import annotations

import json
import socket
from collections import Counter
from typing import Any

import pytest
from prov.model import ProvDocument
from rdflib import Graph, URIRef
from rdflib.namespace import PROV, RDF

from reconcile.model import Report
from reconcile.report.linked import prov
from reconcile.report.writers import WRITERS
from reconcile.rulebook import Rulebook
from tests.report.linked.made import EXAMPLES, nquads, read, ruled, tree
from tests.report.sample import book
from tests.report.test_markdown import HOSTILE, reported_everywhere
from tests.written import BOOK

DERIVED = (PROV.wasQuotedFrom, PROV.wasRevisionOf)  # PROV-O: properties below wasDerivedFrom
STARTS = {  # PROV-O: what a property may start from and lead to
    PROV.wasDerivedFrom: (PROV.Entity, PROV.Entity),
    PROV.wasQuotedFrom: (PROV.Entity, PROV.Entity),
    PROV.wasRevisionOf: (PROV.Entity, PROV.Entity),
    PROV.alternateOf: (PROV.Entity, PROV.Entity),
    PROV.wasAttributedTo: (PROV.Entity, PROV.Agent),
    PROV.wasInfluencedBy: (PROV.Entity, PROV.Agent),
    PROV.wasGeneratedBy: (PROV.Entity, PROV.Activity),
    PROV.wasInvalidatedBy: (PROV.Entity, PROV.Activity),
    PROV.used: (PROV.Activity, PROV.Entity),
    PROV.wasAssociatedWith: (PROV.Activity, PROV.Agent),
}


def graph(made: Report, rules: Rulebook) -> Graph:
    return Graph().parse(data=nquads(tree("prov", made, rules)), format="nt")


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_term_is_one_of_prov_and_joins_what_it_may_join(number: int) -> None:
    found = graph(*EXAMPLES[number])
    known = {URIRef(name) for name in dir(PROV)}
    for start, name, end in found:
        if str(name).startswith(str(PROV)):
            assert name in known
        if name in STARTS:
            first, last = STARTS[name]
            assert (start, RDF.type, first) in found, f"{start} is no {first}"
            assert (end, RDF.type, last) in found, f"{end} is no {last}"
        if name == RDF.type and str(end).startswith(str(PROV)):
            assert end in known


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_the_library_prov_reads_every_record(number: int) -> None:
    found = graph(*EXAMPLES[number])
    for name in DERIVED:
        for start, _, end in list(found.triples((None, name, None))):
            found.add((start, PROV.wasDerivedFrom, end))
    document = ProvDocument.deserialize(content=found.serialize(format="turtle"), format="rdf", rdf_format="turtle")
    records = Counter(type(one).__name__ for one in document.get_records())
    counted = {
        "ProvDerivation": PROV.wasDerivedFrom,
        "ProvAttribution": PROV.wasAttributedTo,
        "ProvGeneration": PROV.wasGeneratedBy,
        "ProvInvalidation": PROV.wasInvalidatedBy,
        "ProvUsage": PROV.used,
        "ProvAssociation": PROV.wasAssociatedWith,
        "ProvAlternate": PROV.alternateOf,
    }
    assert {name: records[name] for name in counted} == {
        name: len(list(found.triples((None, term, None)))) for name, term in counted.items()
    }
    for name, sort in (("ProvEntity", PROV.Entity), ("ProvAgent", PROV.Agent), ("ProvActivity", PROV.Activity)):
        assert records[name] == len(list(found.subjects(RDF.type, sort)))
    assert document.unified().get_provn().count("wasDerivedFrom(") == records["ProvDerivation"]


def test_it_is_read_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert tree("prov", read())["@context"] == prov.CONTEXT
    assert len(graph(read(), BOOK)) > 100


def linked(made: Report, rules: Rulebook, term: URIRef) -> set[tuple[str, str]]:
    """What a term joins, by identifiers where there are, else by labels."""
    nodes = {one["@id"]: one for one in tree("prov", made, rules)["@graph"]}
    key = str(term).removeprefix(str(PROV))
    found = set()
    for one in nodes.values():
        ends = one.get(key, [])
        for end in [ends] if isinstance(ends, str) else ends:
            found.add((shown(one), shown(nodes[end])))
    return found


def shown(node: dict[str, Any]) -> str:
    return str(node.get("identifier", node["label"]))


def test_a_later_version_is_a_revision_and_one_that_nothing_orders_is_an_alternate() -> None:
    assert linked(read(), BOOK, PROV.wasRevisionOf) == {("a2.txt", "a1.txt")}
    assert linked(read(), BOOK, PROV.alternateOf) == {("b1.txt", "b2.txt"), ("b2.txt", "b1.txt")}


def test_what_an_agency_wrote_is_a_text_of_its_own_that_was_not_read() -> None:
    derived = {pair for pair in linked(read(), BOOK, PROV.wasDerivedFrom) if pair[0].startswith("c")}
    articles = {start for start, end in derived if end.startswith("What Associated Press reported: ")}
    assert {"c1.txt", "c2.txt"} <= articles
    attributed = linked(read(), BOOK, PROV.wasAttributedTo)
    assert {agent for start, agent in attributed if start.startswith("What ")} >= {"Associated Press", "Reuters"}


def test_every_claim_is_quoted_from_its_article_and_attributed_to_its_speaker() -> None:
    quoted, attributed = linked(read(), BOOK, PROV.wasQuotedFrom), linked(read(), BOOK, PROV.wasAttributedTo)
    assert quoted == {(claim.id, claim.article) for claim in read().claims}
    spoken = {claim.id for claim in read().claims if claim.speaker}
    assert {start for start, _ in attributed if start.startswith("c-")} == spoken != set()


def test_who_is_only_described_is_somebody_else_in_each_article() -> None:
    nodes = tree("prov", read())["@graph"]
    claims = {claim.id: claim for claim in read().claims}
    agents: dict[str, set[str]] = {}
    for node in nodes:
        claim = claims.get(node.get("identifier", ""))
        if claim and claim.speaker:
            agents.setdefault(node["wasAttributedTo"], set()).add(f"{claim.speaker} in {claim.article}")
    police = [those for those in agents.values() if any(one.startswith("name:police") for one in those)]
    assert all(len(those) == 1 for those in police)
    assert len(police) == len({one.article for one in read().claims if one.speaker == "name:police"}) > 1
    named = [those for those in agents.values() if any(one.startswith("name:Harbour Front") for one in those)]
    assert len(named) == 1


def test_a_ruling_is_an_activity_of_a_person_that_used_the_claims_and_silenced_what_was_misread() -> None:
    assert linked(ruled(), book(), PROV.wasAssociatedWith) == {("d-1", "Ann")}
    deaths = {claim.id for claim in ruled().claims if claim.fact == "death_toll" and claim.event == "ev-1"}
    assert linked(ruled(), book(), PROV.used) == {("d-1", claim) for claim in deaths}
    weapons = {(claim.id, "d-2") for claim in ruled().claims if claim.fact == "weapon"}
    assert linked(ruled(), book(), PROV.wasInvalidatedBy) == weapons
    (generated,) = linked(ruled(), book(), PROV.wasGeneratedBy)
    assert generated == ("Death toll (Fire, Northport market, 2024-03-22): accept 15, standing", "d-1")


def test_nothing_is_called_a_primary_source() -> None:
    for made, rules in EXAMPLES:
        assert "PrimarySource" not in WRITERS["prov"](made, rules)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_articles_change_no_structure(words: str) -> None:
    document = json.loads(WRITERS["prov"](reported_everywhere(words), book()))
    known = set(prov.CONTEXT) | {"@id", "@type"}
    assert all(set(node) <= known for node in document["@graph"])
    assert all(node["@id"].startswith("urn:uuid:") for node in document["@graph"])
