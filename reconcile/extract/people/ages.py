"""Ages behind a group of people. In: groups with their places. Out: the same with the ages that follow them.

"Two men, 24 and 31, were hurt" speaks of two; the ages are no figures on people."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from reconcile.extract.matching.mask import Masked
from reconcile.extract.matching.slots import CHARS, replace
from reconcile.extract.people.lists import Placed
from reconcile.rulebook.language.people import Around
from reconcile.text.pattern import Pattern, compiled, one_of

_FIGURE = CHARS["count"]
_OLDEST = 115  # years of age


def with_ages(masked: Masked, groups: list[Placed], around: Around) -> list[Placed]:
    """`groups`, in text order, with the ages that follow one at once, one for each of it: "two men, 24 and 31,"."""
    behind, kept = _behind(around), list[Placed]()
    headed = {start for start, _, slot in groups if slot.noun}
    for group in groups:
        if not kept or group[0] >= kept[-1][1]:  # ages are no groups
            kept.append(_with_ages(masked, group, behind, headed))
    return kept


def _with_ages(masked: Masked, group: Placed, behind: Pattern, headed: Container[int]) -> Placed:
    begin, end, slot = group
    many = slot.count.n if slot.count is not None and slot.count.form == "exact" and slot.sort == "people" else 0
    if masked.text[end : end + 1] not in (",", " "):
        return group
    match = behind.match(masked.text[end:])
    if match is None:
        return group
    figures = [at for at in range(end, end + match.end()) if masked.text[at] == _FIGURE]
    if any(at in headed for at in figures):  # "a woman, three swimmers and a guard"
        return group
    counts = [masked.slots[at].count for at in figures]
    ages = tuple(c.n for c in counts if c is not None and c.form == "exact" and c.n <= _OLDEST)
    if not len(ages) == len(counts) == many and match.start(2) < 0:
        return group
    stop = end + match.end(1)
    stop += masked.text.startswith(", ", stop)
    return begin, stop, replace(slot, end=masked.span(begin, stop)[1], ages=ages)


@lru_cache(maxsize=8)
def _behind(around: Around) -> Pattern:
    """What a group's ages look like behind it."""
    ages = rf"{_FIGURE}(?:, {_FIGURE})*(?:,? {one_of(around.joins)} {_FIGURE})?"
    return compiled(rf"((?:({one_of(around.aged)})|, ){ages})(?:[,.;) ]|$)")
