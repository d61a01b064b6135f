"""What people's rulings say of the rules. In: labels of one rule. Out: lines of text, or one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from reconcile.decisions import Misread, RuleLabels
from reconcile.report.safe import json_text
from reconcile.report.words import number_of


def label_lines(labels: RuleLabels) -> Iterator[str]:
    """The rule with its precision, and what it misread."""
    low, high = labels.interval
    looked_at = number_of(labels.right + len(labels.wrong), "claim")
    share = f"{labels.precision:.0%} right of {looked_at} (95 %: {low:.0%} to {high:.0%})"
    yield f"{labels.rule}: {share}"
    yield from (f"    misread: {_misread(one)}" for one in labels.wrong)


def _misread(one: Misread) -> str:
    quote = " ".join(one.quote.split())
    said = f"{one.article}: “{quote}” is no {one.fact} {one.value}, by the word of {one.by} ({one.decision})"
    return f"{said}: {one.note}" if one.note else said


def label_line(labels: RuleLabels) -> str:
    """The same as one line of JSON; shares to three decimals."""
    low, high = labels.interval
    line = {
        "rule": labels.rule,
        "right": labels.right,
        "wrong": len(labels.wrong),
        "precision": round(labels.precision, 3),
        "interval": [round(low, 3), round(high, 3)],
        "misread": [asdict(one) for one in labels.wrong],
    }
    return json_text(json.dumps(line, ensure_ascii=False))
