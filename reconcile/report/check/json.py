"""A run of the gate as JSON (`reconcile-check/1`), the form that other programs read. In: a run. Out: one document."""

from __future__ import annotations

import json
from typing import Any

from reconcile.check import Checked, NewConflict
from reconcile.check.checked import fingerprints
from reconcile.report.check.located import Located, Places, places
from reconcile.report.json import decision_tree
from reconcile.report.safe import json_text
from reconcile.rulebook import Rulebook

SCHEMA = "reconcile-check/1"


def write(found: Checked, book: Rulebook, /) -> str:
    """The run as a JSON document that ends in a line break."""
    where, marks = places(found, book), fingerprints(found)
    tree: dict[str, Any] = {
        "schema": SCHEMA,
        "fail_on": found.fail_on,
        "facts": list(found.facts),
        "batch": list(found.batch),
        "failing": len(found.failing),
    }
    for name, conflicts in (("new", found.new), ("reviewed", found.reviewed), ("accepted", found.accepted)):
        tree[name] = [_conflict(conflict, where, marks[conflict]) for conflict in conflicts]
    tree["stale"] = [json.loads(entry.line()) for entry in found.stale]
    tree["problems"] = [{"article": one.article, "problem": one.problem} for one in found.problems]
    return json_text(json.dumps(tree, ensure_ascii=False, indent=1) + "\n")


def _conflict(conflict: NewConflict, where: Places, mark: str) -> dict[str, Any]:
    finding = where.findings[conflict.finding]
    return {
        **_place(where.ours(conflict)),
        "severity": conflict.severity,
        "fact": conflict.fact,
        "say": conflict.say,
        "sides": list(conflict.sides),
        "against": [_place(other) for other in where.others(conflict)],
        "event": finding.event,
        "finding": finding.id,
        "decision": decision_tree(finding.decision),
        "fingerprint": mark,
    }


def _place(place: Located) -> dict[str, Any]:
    """`record` is the line of the record in a .jsonl file, 0 where the file is the article."""
    return {
        "article": place.article,
        "file": place.file,
        "record": place.record,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "quote": place.quote,
    }
