"""The JSON Schemas (2020-12) of what `report` and `extract` print, for other programs. In: nothing. Out: schemas.

They are made from the types that saved reports are read with, so that what is published is what is checked."""

from __future__ import annotations

from typing import Any

import msgspec

from reconcile.report import wire

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WITH_ORIGINS = ("origin", "chain", "superseded", "misread")  # of claims, known only once articles are compared


def report_schema() -> dict[str, Any]:
    """The schema of `reconcile report --format json` and of what --out writes."""
    made = msgspec.json.schema(wire.Report)
    head = {"$schema": _DIALECT, "$id": "reconcile-report-1.schema.json", "title": "A report of reconcile, version 1"}
    return head | made


def claim_line_schema() -> dict[str, Any]:
    """The schema of one line of `reconcile extract --format jsonl`."""
    (_,), parts = msgspec.json.schema_components([wire.Claim], ref_template="#/$defs/{name}")
    claim = parts["Claim"]
    claim["properties"] = {key: one for key, one in claim["properties"].items() if key not in _WITH_ORIGINS}
    claim["required"] = [key for key in claim["required"] if key not in _WITH_ORIGINS]
    head = {"$schema": _DIALECT, "$id": "reconcile-claim-1.schema.json", "title": "A line of reconcile extract"}
    return {**claim, **head}
