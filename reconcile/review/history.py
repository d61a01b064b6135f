"""What an editor can take back and restore. In: the decisions of a journal and a name. Out: two stacks of decisions.

Nothing is remembered beside the journal: that is why a decision of an earlier session can be taken back too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from reconcile.decisions import Decision

_ABOUT = ("undo", "redo")


@dataclass(slots=True)
class History:
    """`done` are the decisions that the editor made and that stand, `undone` those that the editor took back and can
    restore; the last is the next to go. A new decision ends what could be restored, as in any editor."""

    done: list[Decision] = field(default_factory=list)
    undone: list[Decision] = field(default_factory=list)


def history(decisions: Iterable[Decision], by: str) -> History:
    """What `by` can take back and restore. What others take back of it is gone from it too."""
    in_order = sorted({decision.id: decision for decision in decisions}.values(), key=lambda one: (one.at, one.id))
    by_id = {decision.id: decision for decision in in_order}
    found = History()
    for decision in in_order:
        own = decision.by == by
        if decision.kind not in _ABOUT:
            if own:
                found.done.append(decision)
                found.undone.clear()
            continue
        about = by_id.get(str(decision.on["decision"]))
        if about is not None and about.kind not in _ABOUT:
            _replay(found, decision.kind, about, own=own, restore=own or about.by == by)
    return found


def _replay(found: History, kind: str, about: Decision, *, own: bool, restore: bool) -> None:
    for stack in (found.done, found.undone):
        if about in stack:
            stack.remove(about)
    if kind == "undo" and own:
        found.undone.append(about)
    elif kind == "redo" and restore:
        found.done.append(about)


def later(now: str, than: Iterable[str]) -> str:
    """`now`, or a microsecond after the latest of `than` where a clock is behind: decisions are ordered by time.

    >>> later("2024-05-14T10:00:00.000000Z", ["2024-05-14T10:00:00.000000Z"])
    '2024-05-14T10:00:00.000001Z'
    """
    latest = max(than, default="")
    if now > latest:
        return now
    try:
        after = datetime.fromisoformat(latest) + timedelta(microseconds=1)
    except (ValueError, OverflowError):  # a journal that somebody wrote by hand
        return now
    return after.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
