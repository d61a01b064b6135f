"""The JSON Schemas (2020-12) of what commands print as JSON, for other programs. In: nothing. Out: schemas.

They are made from the types that saved reports are read with, so that what is published is what is checked, and from
types of the same sort for what no command reads back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from reconcile.report import wire, wire_changes
from reconcile.report.check import wire as wire_check

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WITH_ORIGINS = ("origin", "chain", "superseded", "misread")  # of claims, known only once articles are compared


def schemas() -> Sequence[dict[str, Any]]:
    """All that are published; `$id` is the name of the file."""
    return (report_schema(), claim_line_schema(), check_schema(), diff_schema(), since_schema())


def report_schema() -> dict[str, Any]:
    """The schema of `reconcile report --format json` and of what --out writes."""
    return _document(wire.Report, "report", "A report of reconcile, version 1")


def check_schema() -> dict[str, Any]:
    """The schema of `reconcile check --format json`."""
    return _document(wire_check.Check, "check", "What reconcile check found, version 1")


def diff_schema() -> dict[str, Any]:
    """The schema of `reconcile diff --format json`."""
    return _document(wire_changes.Diff, "diff", "What two reports of reconcile disagree on, version 1")


def since_schema() -> dict[str, Any]:
    """The schema of `reconcile report --since --format json`."""
    return _document(wire_changes.Since, "since", "Which articles changed a report of reconcile, version 1")


def claim_line_schema() -> dict[str, Any]:
    """The schema of one line of `reconcile extract --format jsonl`."""
    (_,), parts = msgspec.json.schema_components([wire.Claim], ref_template="#/$defs/{name}")
    claim = parts["Claim"]
    claim["properties"] = {key: one for key, one in claim["properties"].items() if key not in _WITH_ORIGINS}
    claim["required"] = [key for key in claim["required"] if key not in _WITH_ORIGINS]
    head = {"$schema": _DIALECT, "$id": "reconcile-claim-1.schema.json", "title": "A line of reconcile extract"}
    return {**claim, **head}


def _document(of: type[msgspec.Struct], name: str, title: str) -> dict[str, Any]:
    head = {"$schema": _DIALECT, "$id": f"reconcile-{name}-1.schema.json", "title": title}
    return head | msgspec.json.schema(of)
