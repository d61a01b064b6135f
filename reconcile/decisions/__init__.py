"""What people ruled, in a journal that outlives runs. In: `decisions.jsonl`. Out: decisions, and the rulings on events.

A decision is never changed or removed: undoing one is a decision of its own. The order of the lines does not matter, so
that the journals of two people merge by putting one behind the other."""

from __future__ import annotations

from reconcile.decisions.decision import Decision, decide, decided_on
from reconcile.decisions.journal import append, read
from reconcile.decisions.standing import last_standing, last_withdrawn, rulings, standing, withdrawn

__all__ = [
    "Decision",
    "append",
    "decide",
    "decided_on",
    "last_standing",
    "last_withdrawn",
    "read",
    "rulings",
    "standing",
    "withdrawn",
]
