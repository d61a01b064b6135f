"""Figures that a wording only implies: what is left of a whole, and the place in a row.

In: a slot, and the key `takes` of a rule. Out: the slot with the figure that the rule takes, None where it has none.

"Only three of the 40 passengers survived" tells of 37 dead, "a fifth victim has died" of five."""

from __future__ import annotations

from reconcile.extract.matching.slots import Slot, replace
from reconcile.kinds import count
from reconcile.kinds.count import Count

_LEFT = {"exact": "exact", "about": "about", "least": "most", "most": "least"}  # form of some -> form of the others


def taken(slot: Slot, takes: str, whole: Count | None) -> Slot | None:
    """`slot` with what a rule `takes` of it; `whole` is that of another slot, which goes before its own."""
    if takes == "ordinal":
        return replace(slot, count=count.exactly(slot.nth), steps=(f"it is number {slot.nth}",)) if slot.nth else None
    whole = whole or slot.whole
    if whole is None or slot.count is None or whole.form != "exact" or slot.count.form not in _LEFT:
        return None
    left = whole.n - slot.count.n
    if left < 0 or ((form := _LEFT[slot.count.form]) == "most" and not left):
        return None
    rest = count.bounded(form, left)
    return replace(slot, count=rest, more=False, part=False, steps=(f"{whole} less {slot.count} is {rest}",))
