"""What two reports disagree on, as text and JSON. In: changes. Out: lines, or `reconcile-diff/1`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from reconcile.changes import Changes, EventChange, FindingChange
from reconcile.model import Decided, Finding
from reconcile.report.json import decision_tree
from reconcile.report.safe import for_log, json_text
from reconcile.report.words import number_of, status_in_words

SCHEMA = "reconcile-diff/1"


def text_lines(found: Changes) -> Iterator[str]:
    """What changed, by event, in words; the first line counts."""
    yield counted(found)
    for how, names in (("new", found.new), ("gone", found.gone), ("edited", found.edited)):
        yield from (for_log(f"{how} article {name}") for name in names)
    for one in found.events:
        yield for_log(_event_line(one))
    for event, those in groupby(found.findings, key=lambda one: one.event):
        yield from ("", for_log(f"{event.label} ({event.id})"))
        yield from (for_log(f"  {_finding_line(one)}") for one in those)


def counted(found: Changes) -> str:
    """`2 articles new, 0 gone, 1 edited; 3 findings new, 0 gone, 1 changed`."""
    of = {change: sum(one.change == change for one in found.findings) for change in ("new", "gone", "changed")}
    articles = f"{number_of(len(found.new), 'article')} new, {len(found.gone)} gone, {len(found.edited)} edited"
    return f"{articles}; {number_of(of['new'], 'finding')} new, {of['gone']} gone, {of['changed']} changed"


def json_document(found: Changes) -> str:
    """The changes as one JSON document that ends in a line break."""
    tree = {
        "schema": SCHEMA,
        "articles": {"new": list(found.new), "gone": list(found.gone), "edited": list(found.edited)},
        "events": [event_tree(one) for one in found.events],
        "findings": [finding_tree(one) for one in found.findings],
    }
    return json_text(json.dumps(tree, ensure_ascii=False, indent=1) + "\n")


def json_lines(found: Changes) -> Iterator[str]:
    """Each change of a finding as one JSON object on a line."""
    return (json_text(json.dumps(finding_tree(one), ensure_ascii=False)) for one in found.findings)


def _event_line(one: EventChange) -> str:
    named = f"{one.event.label} ({', '.join(one.after or one.before)})"
    return f"{one.change} event {named}" + (f", before {', '.join(one.before)}" if one.change == "changed" else "")


def _finding_line(one: FindingChange) -> str:
    ends = [_words(finding) for finding in (one.before, one.after) if finding]
    parts = [" → ".join(dict.fromkeys(ends))]
    parts += [f"{how} {', '.join(values)}" for how, values in (("came", one.came), ("went", one.went)) if values]
    if one.before and one.after and "headline" in one.what:
        parts.append(f"to print {one.before.headline.value or 'nothing'} → {one.after.headline.value or 'nothing'}")
    if one.before and one.after and "decision" in one.what:
        parts.append(f"ruling {_ruling(one.before.decision)} → {_ruling(one.after.decision)}")
    if one.articles:
        parts.append(f"by {', '.join(one.articles)}")
    return f"{one.change} {one.fact}: {'; '.join(parts)}"


def _words(finding: Finding) -> str:
    return status_in_words(finding.status, finding.severity)


def _ruling(decision: Decided | None) -> str:
    if decision is None:
        return "none"
    value = f" {decision.value}" if decision.value else ""
    return f"{decision.kind}{value} by {decision.by}, {decision.state}"


def event_tree(one: EventChange) -> dict[str, Any]:
    """What happened to an event, in the contract's words."""
    tree = {"change": one.change, "event": one.event.id, "label": one.event.label}
    return {**tree, "before": list(one.before), "after": list(one.after)}


def finding_tree(one: FindingChange) -> dict[str, Any]:
    """What happened to a finding, in the contract's words."""
    return {
        "change": one.change,
        "event": one.event.id,
        "label": one.event.label,
        "fact": one.fact,
        "what": list(one.what),
        "before": _finding(one.before),
        "after": _finding(one.after),
        "came": list(one.came),
        "went": list(one.went),
        "articles": list(one.articles),
    }


def _finding(finding: Finding | None) -> dict[str, Any] | None:
    if finding is None:
        return None
    return {
        "id": finding.id,
        "event": finding.event,
        "status": finding.status,
        "severity": finding.severity,
        "values": [row.value for row in finding.values],
        "headline": finding.headline.value,
        "decision": decision_tree(finding.decision),
    }
