"""Which decisions stand. In: all of a journal. Out: those not undone, in their order, and what they rule on events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.decisions.decision import ABOUT_DECISIONS, Decision
from reconcile.model import Member, Ruling


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that nobody has undone, or that were redone since, oldest first."""
    gone = _withdrawn(in_order := _ordered(decisions))
    return tuple(d for d in in_order if d.kind not in ABOUT_DECISIONS and d.id not in gone)


def withdrawn(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that were undone and not redone since, in the order in which they were undone."""
    by_id = {d.id: d for d in decisions}
    return tuple(by_id[one] for one in _withdrawn(_ordered(by_id.values())) if one in by_id)


def last_standing(decisions: Iterable[Decision], by: str) -> Decision | None:
    """The newest decision of `by` that stands."""
    return next((one for one in reversed(standing(decisions)) if one.by == by), None)


def last_withdrawn(decisions: Iterable[Decision], by: str) -> Decision | None:
    """The decision that `by` undid last, of those that are still undone."""
    by_id = {one.id: one for one in decisions}
    gone = _withdrawn(_ordered(by_id.values()))
    return next((by_id[one] for one, who in reversed(gone.items()) if who == by and one in by_id), None)


def rulings(decisions: Iterable[Decision]) -> tuple[Ruling, ...]:
    """What the standing ones say on which happenings are one event, oldest first."""
    return tuple(_ruling(decision) for decision in standing(decisions) if "sides" in decision.on)


def _ordered(decisions: Iterable[Decision]) -> Sequence[Decision]:
    """Each decision once, however often its line was copied, by time."""
    return sorted({d.id: d for d in decisions}.values(), key=lambda d: (d.at, d.id))


def _withdrawn(in_order: Sequence[Decision]) -> dict[str, str]:
    """The ids of those undone, in the order in which that was done, and who did it."""
    gone: dict[str, str] = {}
    for decision in in_order:
        if decision.kind in ABOUT_DECISIONS:
            gone.pop(str(decision.on["decision"]), None)
        if decision.kind == "undo":
            gone[str(decision.on["decision"])] = decision.by
    return gone


def _ruling(decision: Decision) -> Ruling:
    first, second = (tuple(Member(**member) for member in side) for side in decision.on["sides"])
    why = f": {decision.note}" if decision.note else ""
    say = f"{decision.by} on {decision.at[:10]}{why}"
    return Ruling(decision.id, decision.kind == "merge", first, second, say)
