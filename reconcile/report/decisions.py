"""Decisions, and the conflicts that wait for one, as lists. In: a decision or a finding. Out: lines, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from reconcile.decisions import Decision
from reconcile.model import Finding
from reconcile.report.json import decision_tree
from reconcile.report.rows import voices
from reconcile.report.ruling import news_words, ruling_words
from reconcile.report.safe import json_text
from reconcile.report.summary import in_short
from reconcile.report.view import View


def conflict_lines(finding: Finding, shown: View) -> Iterator[str]:
    """A conflict in short, with the ruling on it and what is new since."""
    yield f"{finding.id}  {finding.severity:<6}  {shown.labels[finding.event]}"
    yield f"    {in_short(finding, shown)}"
    if words := ruling_words(finding, shown):
        yield f"    {words}"
    if news := news_words(finding):
        yield f"    updated: {news}"


def conflict_line(finding: Finding, shown: View) -> str:
    """The same as one line of JSON."""
    heard = voices(finding, shown)
    rows = [row for row in finding.values if heard.intersection(row.claims)]
    line = {
        "conflict": finding.id,
        "event": finding.event,
        "label": shown.labels[finding.event],
        "fact": finding.fact,
        "severity": finding.severity,
        "state": "decided" if not finding.is_open else "updated" if finding.decision else "open",
        "values": [{"value": row.value, "articles": list(row.articles), "origins": row.origins} for row in rows],
        "say": in_short(finding, shown),
        "decision": decision_tree(finding.decision),
    }
    return json_text(json.dumps(line, ensure_ascii=False))


def log_line(decision: Decision, *, stands: bool) -> str:
    """When, who, what, on what and why; one that was taken back says so."""
    labels = decision.on.get("labels")
    about = " | ".join(map(str, labels)) if isinstance(labels, list) else str(decision.on.get("decision", ""))
    fact, value = decision.on.get("fact"), decision.on.get("value")
    what = f"{decision.kind} {value}" if value else decision.kind
    about = f"{fact} of {about}" if fact else about
    said = f"{decision.id}  {decision.at[:19]}Z  {decision.by}  {what}  {about}"
    said += f"  ({decision.note})" if decision.note else ""
    return said if stands or "decision" in decision.on else f"{said}  [taken back]"
