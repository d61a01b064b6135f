"""Decisions as lists. In: a decision. Out: a line of text."""

from __future__ import annotations

from reconcile.decisions import Decision


def log_line(decision: Decision, *, stands: bool) -> str:
    """When, who, what, on what and why; one that was taken back says so."""
    labels = decision.on.get("labels")
    about = " | ".join(map(str, labels)) if isinstance(labels, list) else str(decision.on.get("decision", ""))
    said = f"{decision.id}  {decision.at[:19]}Z  {decision.by}  {decision.kind}  {about}"
    said += f"  ({decision.note})" if decision.note else ""
    return said if stands or "decision" in decision.on else f"{said}  [taken back]"
