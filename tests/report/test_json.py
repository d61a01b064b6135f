from __future__ import annotations

import dataclasses
import json
from typing import Any

from reconcile.model import Report
from reconcile.report.writers import WRITERS
from reconcile.rulebook import Rulebook
from tests.factory import article, claim, finding, reading, report
from tests.report.sample import book, sample

KEYS = {
    "articles": "id title outlet published published_from language sha256 main_event events origin problems",
    "claims": "article event fact value quote start end role stance speaker stated as_of rule says id",
    "events": "id label type date place articles because",
    "findings": "id event fact status severity values verdicts range headline wording timeline decision",
    "problems": "article problem",
}


def written(one: Report) -> Any:
    return json.loads(WRITERS["json"](one, book()))


def test_the_document_has_the_keys_of_the_contract() -> None:
    document = written(sample())
    assert list(document) == ["schema", "articles", "claims", "events", "findings", "problems"]
    assert document["schema"] == "reconcile-report/1"
    for part, keys in KEYS.items():
        assert document[part]
        for one in document[part]:
            assert set(keys.split()) <= set(one), part
    for found in document["findings"]:
        assert all(set(row) == {"value", "claims", "articles", "origins", "first", "last"} for row in found["values"])
        assert all({"a", "b", "verdict", "say", "rule"} <= set(verdict) for verdict in found["verdicts"])
        assert set(found["headline"]) == {"value", "policy", "steps", "set_aside", "by"}
        assert found["decision"] is None


def test_ids_lead_from_findings_to_claims_articles_and_events() -> None:
    document = written(sample())
    claims, events = {c["id"]: c for c in document["claims"]}, {e["id"] for e in document["events"]}
    articles = {a["id"] for a in document["articles"]}
    for found in document["findings"]:
        assert found["event"] in events
        for value in found["values"]:
            assert set(value["articles"]) <= articles
            assert {claims[one]["value"] for one in value["claims"]} == {value["value"]}


def test_the_order_of_what_is_written_does_not_depend_on_the_order_it_was_found_in() -> None:
    one = sample()
    turned = Report(**{part.name: getattr(one, part.name)[::-1] for part in dataclasses.fields(Report)})
    assert WRITERS["json"](turned, book()) == WRITERS["json"](one, book())


def test_words_of_every_script_are_written_as_they_are_and_the_last_line_ends() -> None:
    said = claim(quote="„Größe“ моск")
    text = WRITERS["json"](report(finding(said), claims=(said,)), Rulebook())
    assert "„Größe“ моск" in text
    assert text.endswith("}\n")


def test_control_characters_of_a_file_name_are_escaped_and_read_back() -> None:
    name = "a\x9b\u202e\udcff.txt"
    one = report(articles=(reading(article(name)),))
    text = WRITERS["json"](one, Rulebook())
    assert not {"\x9b", "\u202e", "\udcff"} & set(text)
    assert json.loads(text)["articles"][0]["id"] == name


def test_an_empty_report_is_a_whole_document() -> None:
    assert written(Report()) == {
        "schema": "reconcile-report/1",
        **{part: [] for part in KEYS},
    }
