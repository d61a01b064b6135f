"""Who stands beside a group. In: groups with their places, in text order. Out: the same, with one who is named by a
pronoun in the figure, without children of whom the text only says whose they are."""

from __future__ import annotations

from reconcile.extract.matching.mask import Masked
from reconcile.extract.matching.slots import replace
from reconcile.extract.people.lexicon import Lexicon
from reconcile.extract.people.lists import Placed
from reconcile.kinds import count


def with_pronouns(masked: Masked, groups: list[Placed], lexicon: Lexicon) -> list[Placed]:
    """`groups`, "six others" with the one whom a pronoun names before them: "she and six others" are seven."""
    return [_with_pronoun(masked, group, lexicon) if group[2].other else group for group in groups]


def _with_pronoun(masked: Masked, group: Placed, lexicon: Lexicon) -> Placed:
    begin, end, slot = group
    before = f" {masked.text[:begin]}"
    cue = next((cue for cue in lexicon.and_others if before.endswith(f" {cue}")), "")
    if not cue or slot.sort != "people" or slot.count is None or slot.count.form != "exact":
        return group
    several = count.exactly(slot.count.n + 1)
    start = begin - len(cue)
    steps = (*slot.steps, f"{cue.strip()!r} adds one: {several}")
    return start, end, replace(slot, start=masked.span(start, end)[0], count=several, other=False, steps=steps)


def without_offspring(text: str, groups: list[Placed], lexicon: Lexicon) -> list[Placed]:
    """`groups` without those of whom the one before is the parent: "a mother of five" is one."""
    kept: list[Placed] = []
    for group in groups:
        before = kept[-1] if kept else None
        child = group[2].figure and before is not None and text[before[1] : group[0]] in lexicon.parent_of
        if before and child and before[2].noun in lexicon.parents:
            kept[-1] = (before[0], group[1], replace(before[2], end=group[2].end))
        else:
            kept.append(group)
    return kept
