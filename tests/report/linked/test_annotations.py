"""The Web Annotation export, read by a JSON-LD processor, held against the Recommendation's MUSTs by a SHACL engine."""

from __future__ import annotations

import hashlib
import json
import subprocess
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyshacl
import pytest
from rdflib import Graph

from reconcile.model import Report
from reconcile.report import saved
from reconcile.report.linked.iris import text_uri
from reconcile.report.writers import WRITERS
from reconcile.rulebook import Rulebook
from tests.report.linked.made import EXAMPLES, contexts, nquads, read, ruled, tree
from tests.report.sample import book
from tests.report.test_markdown import HOSTILE, reported_everywhere
from tests.written import BOOK

ANCHORING = Path(__file__).parent / "anchoring"  # .ci/run installs there what package.json names
SHAPES = Path(__file__).parent / "anno_shapes.ttl"


def problems(document: Any) -> str:
    """What the Recommendation does not allow, empty where nothing."""
    graph = Graph().parse(data=nquads(document), format="nt")
    conforms, _, said = pyshacl.validate(graph, shacl_graph=Graph().parse(SHAPES), advanced=True)
    return "" if conforms else str(said)


def annotations(made: Report, rules: Rulebook = BOOK) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = tree("annotations", made, rules)["first"]["items"]
    return items


@pytest.mark.parametrize("number", [0, 1, 5])
def test_the_document_has_what_the_recommendation_demands(number: int) -> None:
    assert problems(tree("annotations", *EXAMPLES[number])) == ""


def test_the_check_finds_what_is_missing() -> None:
    """The check can fail."""
    document = tree("annotations", read())
    first, second = document["first"]["items"][:2]
    del first["target"], second["target"]["selector"][0]["exact"]
    assert problems(document).count("Constraint Violation") == 2


def keys(part: Any) -> Iterator[str]:
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from keys(inner)
    if isinstance(part, dict):
        yield from part
        yield from (str(part[key]) for key in ("type", "motivation", "purpose") if key in part)


def test_every_term_is_one_of_the_vocabulary() -> None:
    document = tree("annotations", read())
    known = contexts()[document["@context"]]["@context"]
    assert set(keys(document)) - {"@context"} <= set(known)


def test_every_claim_is_annotated_once_in_text_order() -> None:
    made = read()
    found = annotations(made)
    assert len(found) == len(made.claims) == tree("annotations", made)["total"]
    assert len({one["id"] for one in found}) == len(found)


def test_both_selectors_lead_to_the_quote_in_the_text_as_shown() -> None:
    texts = {r.article.sha256: r.article.text for r in read().articles}
    seen = set()
    for one in annotations(read()):
        target = one["target"]
        source = target["state"]["cached"] if "state" in target else target["source"]["id"]
        text = texts[urlsafe_b64decode(source.removeprefix("ni:///sha-256;") + "=").hex()]
        assert hashlib.sha256(text.encode()).hexdigest() in texts
        quote, position = target["selector"]
        exact, start, end = quote["exact"], position["start"], position["end"]
        assert text[start:end] == exact
        assert (text[:start].endswith(quote["prefix"]), text[end:].startswith(quote["suffix"])) == (True, True)
        assert text.count(quote["prefix"] + exact + quote["suffix"]) == 1
        seen.add(len(text[:start].encode("utf-16-le")) // 2 != start)
    assert seen == {True, False}, "no quote stands behind a character outside the basic plane"


@pytest.mark.skipif(
    not (ANCHORING / "node_modules").is_dir(), reason="npm install in tests/report/linked/anchoring first"
)
def test_apache_annotator_finds_every_quote_by_either_selector_at_one_place() -> None:
    texts = {text_uri(r.article.sha256): r.article.text for r in read().articles}
    given = json.dumps({"texts": texts, "annotations": annotations(read())})
    ran = subprocess.run(["node", str(ANCHORING / "anchor.js")], input=given.encode(), capture_output=True, check=True)
    answers = json.loads(ran.stdout)
    assert len(answers) == len(read().claims)
    for one, found in zip(annotations(read()), answers, strict=True):
        assert found["quote"] == found["position"]
        assert [words for _, words in found["quote"]] == [one["target"]["selector"][0]["exact"]]


def test_an_article_with_an_address_is_annotated_there_in_the_state_in_which_it_was_read() -> None:
    by_source = {str(one["target"]["source"]): one["target"] for one in annotations(read())}
    assert by_source["https://weir.example/1"]["state"]["type"] == "TimeState"
    assert not any("javascript" in source or "<" in source for source in by_source)


def test_bodies_say_what_is_claimed_and_lead_to_the_statement_of_the_other_export() -> None:
    statements = {one["@id"]: one["text"] for one in tree("claimreview", read())["@graph"] if one["@type"] == "Claim"}
    for one in annotations(read()):
        says, *tags, link = one["body"]
        assert statements[link["source"]].endswith(says["value"])
        assert tags[0]["value"].startswith("c-")


def test_a_claim_found_to_be_misread_says_so() -> None:
    tags = [[b["value"] for b in one["body"] if b.get("purpose") == "tagging"] for one in annotations(ruled(), book())]
    assert [words for words in tags if "misread" in words] == [words for words in tags if "weapon" in words] != []


def test_a_saved_report_gives_the_same_annotations_but_for_what_stands_around_quotes() -> None:
    again = annotations(saved.decode(WRITERS["json"](read(), BOOK), BOOK))
    whole = annotations(read())
    for one in whole:
        for around in ("prefix", "suffix"):
            del one["target"]["selector"][0][around]
    assert again == whole


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_articles_change_no_structure(words: str) -> None:
    document = tree("annotations", reported_everywhere(words), book())
    assert [one["type"] for one in document["first"]["items"]] == ["Annotation", "Annotation"]
    assert set(keys(document)) - {"@context"} <= set(contexts()[document["@context"]]["@context"])
