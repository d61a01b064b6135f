"""What the desk says of decisions. In: decisions and cases. Out: sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reconcile.decisions import Decision
from reconcile.report.words import number_of
from reconcile.review.cases import Case
from reconcile.review.material import ACTING

KINDS = {
    "confirmed": "a conflict, confirmed",
    "update": "an update",
    "scope": "of different scope",
    "other-event": "another event",
    "misread": "read wrongly",
    "accept": "accepted",
    "unsure": "in doubt",
    "merge": "one event",
    "split": "two events",
}


def about(case: Case) -> str:
    """Which conflict that is, in short."""
    return f"{case.fact}, {case.event.label}"


def kept_words(decision: Decision, case: Case, *, behind: bool, saved: bool) -> str:
    """That a ruling is kept, when it acts, and how to take it back."""
    value = f" {decision.on['value']}" if decision.on.get("value") else ""
    words = f"Kept: {KINDS[decision.kind]}{value}; {case.fact}."
    if decision.kind in ACTING and behind:
        return f"{words} It acts in the next report{'' if saved else ', or once you make it anew'}."
    return words


def turned_words(kind: str, decision: Decision, fact: str) -> str:
    """That a decision is taken back or restored."""
    what = KINDS.get(decision.kind, decision.kind) + (f"; {fact}" if fact else "")
    return f"{'Taken back' if kind == 'undo' else 'Restored'}: {what}, by {decision.by}."


def news_words(come: Sequence[Decision]) -> str:
    """What others have just decided: `Meanwhile Bob made 2 decisions.`; empty where they did nothing."""
    if not come:
        return ""
    counts = Counter(decision.by for decision in come)
    names = ", ".join(f"{by} made {number_of(count, 'decision')}" for by, count in counts.items())
    return f"Meanwhile {names}."
