"""Who stands beside a group. In: groups with their places, in text order. Out: the same, with one who is named by a
pronoun in the figure, with nouns that share it, without those who only say whose the others are."""

from __future__ import annotations

from reconcile.extract.matching.mask import Masked
from reconcile.extract.matching.slots import Slot, replace
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


def with_companions(masked: Masked, groups: list[Placed], lexicon: Lexicon) -> list[Placed]:
    """`groups`, a figure with both nouns that share it: "five men and women" are five."""
    return [_with_companion(masked, group, lexicon) if group[2].figure else group for group in groups]


def _with_companion(masked: Masked, group: Placed, lexicon: Lexicon) -> Placed:
    begin, end, slot = group
    if not slot.plural or masked.text[end : end + 1] not in (" ", ","):
        return group
    join = max((join for join in lexicon.on if masked.text.startswith(join, end)), key=len, default="")
    if not join:
        return group
    word = masked.text[end + len(join) :].split(" ", 1)[0].rstrip(".,;:")
    noun = lexicon.nouns.get(word)
    if noun is None or not noun.plural or (noun.sort, noun.counted) != (slot.sort, slot.counted):
        return group
    end += len(join) + len(word)
    return begin, end, replace(slot, end=masked.span(begin, end)[1])


def without_whose(text: str, groups: list[Placed], lexicon: Lexicon) -> list[Placed]:
    """`groups` without those that only say whose the one before is: "a mother of five" is one, "two sons of a farmer"
    are two; not so of "the body of a farmer"."""
    kept: list[Placed] = []
    for group in groups:
        before = kept[-1] if kept else None
        if before is not None and _says_whose(text[before[1] : group[0]], before[2], group[2], lexicon):
            kept[-1] = (before[0], group[1], replace(before[2], end=group[2].end))
        else:
            kept.append(group)
    return kept


def _says_whose(between: str, before: Slot, group: Slot, lexicon: Lexicon) -> bool:
    if between not in lexicon.parent_of:
        return False
    if group.figure and before.noun in lexicon.parents:
        return True
    counted = before.sort == group.sort == "people" and before.count is not None and before.noun in lexicon.nouns
    return (
        counted
        and between in lexicon.of_spaced
        and before.noun not in lexicon.theirs
        and not (group.figure or group.nth)
    )
