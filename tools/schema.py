"""Writes docs/schema/ anew from the types of reconcile/report/schema.py. Run it as `python tools/schema.py`.

The schema of the journal of decisions is written by hand and stays as it is."""

from __future__ import annotations

import json
from pathlib import Path

from reconcile.report.schema import schemas

FOLDER = Path(__file__).parent.parent / "docs" / "schema"

if __name__ == "__main__":
    for schema in schemas():
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        (FOLDER / schema["$id"]).write_text(text, encoding="utf-8")
