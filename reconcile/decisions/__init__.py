"""What people ruled, in a journal that outlives runs. In: `decisions.jsonl`. Out: decisions, and how they act.

A decision is never changed or removed: undoing one is a decision of its own. The order of the lines does not matter, so
that the journals of two people merge by putting one behind the other."""

from __future__ import annotations

from reconcile.decisions.accepted import spelled
from reconcile.decisions.decision import CONFLICT_RULINGS, Decision, decide, decided_on
from reconcile.decisions.evidence import Evidence, Sources, conflict_ruled_on
from reconcile.decisions.journal import append, read
from reconcile.decisions.labels import Misread, RuleLabels, rule_labels
from reconcile.decisions.ruled import decided, misreadings, newest_rulings, ruled_on
from reconcile.decisions.standing import last_standing, last_withdrawn, rulings, standing, withdrawn

__all__ = [
    "CONFLICT_RULINGS",
    "Decision",
    "Evidence",
    "Misread",
    "RuleLabels",
    "Sources",
    "append",
    "conflict_ruled_on",
    "decide",
    "decided",
    "decided_on",
    "last_standing",
    "last_withdrawn",
    "misreadings",
    "newest_rulings",
    "read",
    "rule_labels",
    "ruled_on",
    "rulings",
    "spelled",
    "standing",
    "withdrawn",
]
