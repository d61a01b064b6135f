"""What is printed is what docs/schema/ says, checked by a JSON Schema validator that is not ours."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from reconcile import batch
from reconcile.changes import changes
from reconcile.check.baseline import Entry
from reconcile.decisions import Decision, conflict_ruled_on, decide, decided_on
from reconcile.decisions.checked import what_is_wrong
from reconcile.decisions.decision import WORDS
from reconcile.decisions.evidence import Sources
from reconcile.model import Decided, Member, Problem, Report
from reconcile.report import since
from reconcile.report.changes import json_document
from reconcile.report.check import WRITERS as OF_THE_GATE
from reconcile.report.jsonl import claim_lines
from reconcile.report.schema import schemas
from reconcile.report.writers import WRITERS
from tests.report.check import runs
from tests.report.sample import book, sample
from tests.report.test_markdown import HOSTILE, reported_everywhere
from tests.test_cases import SETS, run
from tests.written import BOOK

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "schema"
AT = "2024-05-14T10:00:00.000000Z"


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((FOLDER / name).read_text(encoding="utf-8")))


REPORT = validator("reconcile-report-1.schema.json")
CLAIM = validator("reconcile-claim-1.schema.json")
DECISION = validator("reconcile-decision-1.schema.json")
CHECK = validator("reconcile-check-1.schema.json")
DIFF = validator("reconcile-diff-1.schema.json")
SINCE = validator("reconcile-since-1.schema.json")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.name)
def test_each_schema_is_one_and_says_what_every_key_means(path: Path) -> None:
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == path.name
    for part in objects(schema):
        if part.get("type") == "object" and "properties" in part:
            assert part["additionalProperties"] is False
            assert sorted(part["required"]) == sorted(part["properties"])
            assert all("description" in one or "$ref" in one for one in part["properties"].values())


def objects(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from objects(inner)


def test_what_is_published_is_what_the_types_say() -> None:
    for schema in schemas():
        kept = json.loads((FOLDER / schema["$id"]).read_text(encoding="utf-8"))
        assert kept == schema, "run python tools/schema.py"


def test_the_seeds_and_the_sample_are_valid() -> None:
    REPORT.validate(json.loads((ROOT / "reports/report.json").read_text(encoding="utf-8")))
    REPORT.validate(json.loads(WRITERS["json"](sample(), book())))
    REPORT.validate(json.loads(WRITERS["json"](Report(), book())))


@pytest.mark.parametrize("words", HOSTILE)
def test_a_report_on_hostile_articles_is_valid(words: str) -> None:
    REPORT.validate(json.loads(WRITERS["json"](reported_everywhere(words), book())))


@pytest.mark.parametrize("name", list(SETS)[::9])
def test_reports_and_claims_of_the_cases_are_valid(name: str) -> None:
    made = run(name)
    REPORT.validate(json.loads(WRITERS["json"](made, BOOK)))
    for line in claim_lines(made):
        CLAIM.validate(json.loads(line))


STALE = Entry("new/b.txt", "injured", ("1", "2"))
GATE = {
    "a conflict and a problem": runs.one_conflict(problems=[Problem("c.txt", "is empty")]),
    "reviewed": runs.ruled(runs.one_conflict()),
    "accepted and stale": runs.accepted(runs.one_conflict(), STALE),
    "hostile": runs.hostile(),
    "nothing": runs.run([runs.told("new/b.txt", "Nine")], []),
}


@pytest.mark.parametrize("name", GATE)
def test_what_the_gate_found_is_valid(name: str) -> None:
    CHECK.validate(json.loads(OF_THE_GATE["json"](GATE[name], BOOK)))


def test_what_the_gate_found_is_not_valid_with_a_key_less_or_more() -> None:
    found = [json.loads(OF_THE_GATE["json"](GATE[name], BOOK)) for name in ("reviewed", "accepted and stale")]
    trees = [*found, found[0]["reviewed"][0], found[0]["reviewed"][0]["against"][0], found[1]["stale"][0]]
    for tree in trees:
        tree["extra"] = 1
        assert not all(CHECK.is_valid(one) for one in found)
        del tree["extra"]
        for key in list(tree):
            value = tree.pop(key)
            assert not all(CHECK.is_valid(one) for one in found), key
            tree[key] = value
    assert all(CHECK.is_valid(one) for one in found)


NAMES = ("sample", *list(SETS)[::9])


@pytest.mark.parametrize("name", NAMES)
def test_what_changed_is_valid(name: str) -> None:
    made = sample() if name == "sample" else run(name)
    for before, after in ((Report(), made), (made, Report()), (made, ruled_on(made))):
        DIFF.validate(json.loads(json_document(changes(before, after))))
        SINCE.validate(json.loads(since.json_document(batch.batch(before, after), "before.json")))


def ruled_on(made: Report) -> Report:
    """`made` where somebody has ruled on every finding, and its last article is another text."""
    decided = Decided("d-1", "accept", "12", "as the police say", "Ann", AT, "reopened", ("8 has come to it",))
    last = made.articles[-1]
    edited = replace(last, article=replace(last.article, text=f"{last.article.text} More."))
    findings = tuple(replace(one, decision=decided) for one in made.findings)
    return replace(made, articles=(*made.articles[:-1], edited), findings=findings)


@pytest.mark.parametrize(
    "change",
    [
        lambda tree: tree.update(extra=1),
        lambda tree: tree.update(schema="reconcile-report/2"),
        lambda tree: tree.pop("problems"),
        lambda tree: tree["claims"][0].update(start="0"),
        lambda tree: tree["claims"][0].update(start=-1),
        lambda tree: tree["claims"][0].pop("misread"),
        lambda tree: tree["articles"][0].update(sha256="abc"),
        lambda tree: tree["findings"][0].update(status="true"),
        lambda tree: tree["findings"][0]["verdicts"][0].update(verdict="wrong"),
        lambda tree: tree["findings"][0].update(decision="accept"),
    ],
)
def test_what_the_contract_does_not_allow_is_not_valid(change: Callable[[Any], Any]) -> None:
    tree = json.loads(WRITERS["json"](sample(), book()))
    change(tree)
    with pytest.raises(ValidationError):
        REPORT.validate(tree)


def decisions() -> Iterator[Decision]:
    """One of every word, as the commands write them."""
    sides = [[Member("a.txt", "ev-1", True)], [Member("b.txt", "ev-2", False)]]
    for word in ("merge", "split"):
        yield decide(word, decided_on(sides, ["a fire", "another"]), at=AT, by="Ann", note="why")
    made = next(one for name in SETS for one in [run(name)] if any(f.status == "conflict" for f in one.findings))
    conflict = next(f for f in made.findings if f.status == "conflict" and f.verdicts)
    for word in ("confirmed", "update", "scope", "misread", "accept", "unsure", "other-event"):
        on = conflict_ruled_on(word, conflict, Sources(made), value=conflict.values[0].value)
        yield decide(word, on, at=AT, by="Ann")
    for word in ("undo", "redo"):
        yield decide(word, {"decision": "d-1"}, at=AT, by="Ann")


DECISIONS = [json.loads(one.line()) for one in decisions()]


def test_every_decision_that_is_written_is_valid() -> None:
    assert {one["as"] for one in DECISIONS} == set(WORDS)
    for one in DECISIONS:
        DECISION.validate(one)


@pytest.mark.parametrize("one", DECISIONS, ids=lambda one: one["as"])
def test_what_the_journal_does_not_take_is_not_valid(one: dict[str, Any]) -> None:
    for key in one:
        less = {name: value for name, value in one.items() if name != key}
        assert what_is_wrong(less)
        assert not DECISION.is_valid(less), key
    for key in set(one["on"]) - {"labels"}:
        less = copy.deepcopy(one)
        del less["on"][key]
        assert what_is_wrong(less)
        assert not DECISION.is_valid(less), key
