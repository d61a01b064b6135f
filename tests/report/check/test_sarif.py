"""SARIF: by the schema of the standard, stable fingerprints, places that a reader of the file can follow."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from reconcile.check import Checked
from reconcile.model import Problem
from reconcile.report.check import sarif
from tests.report.check.runs import HOSTILE, accepted, hostile, one_conflict, ruled, run, told
from tests.written import BOOK

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.validators.validator_for(SCHEMA)(SCHEMA, format_checker=jsonschema.FormatChecker())


def run_of(found: Checked) -> dict[str, Any]:
    tree = json.loads(sarif.write(found, BOOK))
    VALIDATOR.validate(tree)
    (one,) = tree["runs"]
    assert isinstance(one, dict)
    return one


def results(found: Checked) -> list[dict[str, Any]]:
    given: list[dict[str, Any]] = run_of(found)["results"]
    return given


RUNS = {
    "nothing": lambda: run([told("b.txt", "Twelve")], [told("a.txt", "Twelve")]),
    "a conflict": one_conflict,
    "unread": lambda: one_conflict(problems=[Problem("c.txt", "is empty")]),
    "reviewed": lambda: ruled(one_conflict()),
    "accepted": lambda: accepted(one_conflict()),
    "a record": lambda: run([told("b.jsonl#7", "Nine", record_line=3)], [told("a.jsonl#1", "Twelve", record_line=2)]),
    "hostile": hostile,
}


@pytest.mark.parametrize("name", RUNS)
def test_it_is_valid_by_the_schema_of_the_standard(name: str) -> None:
    one = run_of(RUNS[name]())
    assert one["columnKind"] == "unicodeCodePoints"


def test_the_schema_would_notice() -> None:
    tree = json.loads(sarif.write(one_conflict(), BOOK))
    tree["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(tree)


def test_every_fact_is_a_rule_with_help_and_each_result_points_at_its_own() -> None:
    one = run_of(one_conflict())
    rules = one["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(BOOK.facts)
    assert all(
        rule["help"]["text"] and rule["shortDescription"]["text"] and rule["name"] != rule["id"] for rule in rules
    )
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_result_stands_at_the_words_of_the_new_article_and_names_the_older_source() -> None:
    (result,) = results(one_conflict())
    assert (result["ruleId"], result["level"]) == ("death_toll", "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "new/b.txt"
    assert place["region"] == {
        "startLine": 1,
        "startColumn": 1,
        "endLine": 1,
        "endColumn": len("Nine people were killed") + 1,
        "snippet": {"text": "Nine people were killed"},
    }
    (other,) = result["relatedLocations"]
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "a.txt"
    assert other["message"]["text"] == "“Twelve people were killed” (The Weir Herald)"


def test_columns_count_code_points() -> None:
    new = told("b.txt", "\U0001f525🏴 Nine", outlet="The Northport Daily")
    (result,) = results(run([new], [told("a.txt", "Twelve")]))
    region = result["locations"][0]["physicalLocation"]["region"]
    line = new.text.splitlines()[region["startLine"] - 1]
    assert (
        line[region["startColumn"] - 1 : region["endColumn"] - 1]
        == region["snippet"]["text"]
        == "Nine people were killed"
    )


def test_words_over_two_lines_end_on_the_second() -> None:
    text = (
        "A fire broke out at a market in Leeds on Tuesday, May 2, 2023.\nIn all Nine\npeople were killed, police said."
    )
    new = replace(told("b.txt", "Nine", outlet="The Northport Daily"), text=text)
    (result,) = results(run([new], [told("a.txt", "Twelve")]))
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endLine"]) == (2, 3)
    assert text.splitlines()[2][: region["endColumn"] - 1] == region["snippet"]["text"].split("\n")[1]


def test_a_record_is_a_line_of_its_file() -> None:
    (result,) = results(RUNS["a record"]())
    place = result["locations"][0]
    assert place["physicalLocation"]["region"] == {"startLine": 3}
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "b.jsonl"
    assert place["logicalLocations"] == [{"fullyQualifiedName": "b.jsonl#7", "kind": "record"}]


def test_fingerprints_stay_when_lines_move_and_differ_between_conflicts() -> None:
    new = told("new/b.txt", "Nine", outlet="The Northport Daily")
    moved = replace(new, text=f"Leeds, a town in England.\n\n{new.text}")
    old = [told("a.txt", "Twelve"), told("c.txt", "Fifteen", outlet="Outlet C")]
    at = [results(run([article], old)) for article in (new, moved)]
    marks = [[one["partialFingerprints"][sarif.FINGERPRINT] for one in those] for those in at]
    assert len(set(marks[0])) == 2
    assert marks[0] == marks[1]
    lines = [those[0]["locations"][0]["physicalLocation"]["region"]["startLine"] for those in at]
    assert lines == [1, 3]


def test_what_was_reviewed_or_accepted_is_suppressed_with_the_reason() -> None:
    (reviewed,), (old,), (new,) = (
        results(one) for one in (ruled(one_conflict()), accepted(one_conflict()), one_conflict())
    )
    assert reviewed["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "Ann ruled confirmed on 2024-05-14: as the police say",
        }
    ]
    assert old["suppressions"][0]["justification"] == "It stands in the baseline."
    assert "suppressions" not in new


def test_what_could_not_be_read_is_a_notification_of_a_run_that_did_not_succeed() -> None:
    (invocation,) = run_of(RUNS["unread"]())["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    assert [one["message"]["text"] for one in invocation["toolExecutionNotifications"]] == ["c.txt: is empty"]
    (done,) = run_of(one_conflict())["invocations"]
    assert (done["executionSuccessful"], done["exitCode"]) == (True, 1)


def test_paths_are_percent_encoded_and_relative() -> None:
    (result,) = results(hostile())
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert not set(uri) & set(' <>|`[]"\\^{}')
    assert unquote(uri).startswith("./%0A::error::x ##[add-mask]y")
    assert sarif.uri("/etc/x y.txt") == "file:///etc/x%20y.txt"


def test_nothing_unseen_is_left_in_messages() -> None:
    text = sarif.write(hostile(), BOOK)
    assert not {"\u202e", "\x1b", "\x00", "\ud800"} & set(text)
    assert "\u202e" in HOSTILE
