"""A run of the gate as SARIF 2.1.0, for code scanning. In: a run of the gate. Out: one JSON document.

Each fact is a rule. Conflicts that were reviewed, or accepted in a baseline, are results with a suppression. The
standard: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from reconcile.check import Checked, NewConflict
from reconcile.check.checked import fingerprints
from reconcile.errors import ExitCode
from reconcile.model import Decided
from reconcile.report.check.located import Located, Places, places
from reconcile.report.safe import json_text, one_line
from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import Fact

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"high": "error", "medium": "warning", "low": "note", "none": "note"}
FINGERPRINT = "reconcileConflict/v1"
_MOST_OTHERS = 100  # related locations; code scanning shows no more
_HELP = (
    "Articles give answers to this question that cannot all be true, or of which nobody can tell which is later. "
    "Compare the related locations; correct the article, or rule on the conflict with `reconcile decisions add`."
)


def write(found: Checked, book: Rulebook, /) -> str:
    """The run as a JSON document that ends in a line break."""
    tree = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(found, book)]}
    return json_text(json.dumps(tree, ensure_ascii=False, indent=1) + "\n")


def _run(found: Checked, book: Rulebook) -> dict[str, Any]:
    return {
        "tool": {"driver": _driver(found, book)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(found)],
        "results": list(_results(found, book)),
    }


def _driver(found: Checked, book: Rulebook) -> dict[str, Any]:
    release = version("claim-reconcile")
    rules = [_rule(book.facts[fact]) for fact in found.facts]
    return {"name": "reconcile", "version": release, "semanticVersion": release, "rules": rules}


def _rule(fact: Fact) -> dict[str, Any]:
    label = fact.label[:1].upper() + fact.label[1:]
    return {
        "id": fact.id,
        "name": "".join(word.capitalize() for word in fact.id.replace("-", "_").split("_")) + "Conflict",
        "shortDescription": {"text": f"{label}: sources contradict each other."},
        "fullDescription": {"text": f"{fact.question} Articles about one event answer differently."},
        "help": {"text": f"{fact.question} {_HELP}"},
        "defaultConfiguration": {"level": "warning"},
    }


def _invocation(found: Checked) -> dict[str, Any]:
    """Whether all was read, and what was not."""
    notes = [
        {"level": "error", "message": {"text": one_line(f"{one.article}: {one.problem}")}} for one in found.problems
    ]
    stale = [{"level": "note", "message": {"text": one_line(f"stale in the baseline: {one}")}} for one in found.stale]
    code = ExitCode.BAD_INPUT if notes else ExitCode.CONFLICTS if found.failing else ExitCode.OK
    return {"executionSuccessful": not notes, "exitCode": int(code), "toolExecutionNotifications": [*notes, *stale]}


def _results(found: Checked, book: Rulebook) -> Iterator[dict[str, Any]]:
    where, marks = places(found, book), fingerprints(found)
    index = {fact: number for number, fact in enumerate(found.facts)}
    reviewed, accepted = frozenset(found.reviewed), frozenset(found.accepted)
    for conflict in sorted((*found.new, *reviewed, *accepted)):
        result = _result(conflict, where, index[conflict.fact])
        result["partialFingerprints"] = {FINGERPRINT: marks[conflict]}
        if conflict in reviewed:
            result["suppressions"] = [_ruled(where.findings[conflict.finding].decision)]
        elif conflict in accepted:
            result["suppressions"] = [_suppression("It stands in the baseline.")]
        yield result


def _result(conflict: NewConflict, where: Places, rule: int) -> dict[str, Any]:
    others = where.others(conflict)
    since = f" Reopened: {'; '.join(conflict.reopened)}." if conflict.reopened else ""
    more = f" {len(others) - _MOST_OTHERS} more places say so." if len(others) > _MOST_OTHERS else ""
    result: dict[str, Any] = {
        "ruleId": conflict.fact,
        "ruleIndex": rule,
        "level": LEVELS[conflict.severity],
        "message": {"text": one_line(f"{conflict.say}{since}{more}")},
        "locations": [_location(where.ours(conflict))],
        "relatedLocations": [
            {"id": number, **_location(other), "message": {"text": one_line(f"“{other.quote}” ({other.source})")}}
            for number, other in enumerate(others[:_MOST_OTHERS], 1)
        ],
    }
    finding = where.findings[conflict.finding]
    result["properties"] = {"severity": conflict.severity, "event": finding.event, "finding": finding.id}
    return result


def _location(place: Located) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(place.file)}, "region": _region(place)}
    logical = {"fullyQualifiedName": one_line(place.name), "kind": "record"}
    return {"physicalLocation": physical} | ({"logicalLocations": [logical]} if place.record else {})


def _region(place: Located) -> dict[str, Any]:
    """The words; of a record of a .jsonl file its whole line, as places in its text are none of the file."""
    if place.record:
        return {"startLine": place.record}
    ends = {"endLine": place.end_line, "endColumn": place.end_column}
    return {"startLine": place.line, "startColumn": place.column, **ends, "snippet": {"text": place.quote}}


def uri(path: str) -> str:
    """The path of a file as a URI, percent-encoded: relative to the root, or whole where it lies outside.

    >>> uri("news/50 %:a.txt"), uri("/tmp/ü.txt"), uri("a:b.txt")
    ('news/50%20%25:a.txt', 'file:///tmp/%C3%BC.txt', './a:b.txt')
    """
    encoded = quote(path, safe="/:@!$&'()*+,;=~", errors="replace")
    if encoded.startswith("/"):
        return f"file://{encoded}"
    return f"./{encoded}" if ":" in encoded.partition("/")[0] else encoded


def _ruled(decision: Decided | None) -> dict[str, Any]:
    if decision is None:
        return _suppression("reviewed")
    why = f": {decision.note}" if decision.note else ""
    return _suppression(f"{decision.by} ruled {decision.kind} on {decision.at[:10]}{why}")


def _suppression(why: str) -> dict[str, Any]:
    return {"kind": "external", "status": "accepted", "justification": one_line(why)}
