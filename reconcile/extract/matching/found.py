"""What wording rules are once they are made ready, and what they give where they fire.

In: a compiled rule and a masked sentence. Out: its quote and its slots, or nothing where a key of the rule says no."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.extract.matching.mask import Masked
from reconcile.extract.matching.required import Clauses
from reconcile.extract.matching.slots import Slot
from reconcile.extract.matching.taken import taken
from reconcile.rulebook.spec import WordingPattern
from reconcile.text.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Rule:
    """One compiled pattern; `groups` maps a slot's label to its groups, `values` are the groups that give values."""

    fact: str
    kind: str
    name: str
    spec: WordingPattern
    pattern: Pattern
    needs: Clauses  # words, slots and word lists without which it cannot match
    quote: int
    values: tuple[int, ...]
    labelled: dict[str, int]
    terms: dict[str, str]  # phrase -> the id of its term
    phrases: dict[str, tuple[str, ...]]  # the other way round


@dataclass(slots=True)  # not frozen, as that trebles the time to make one; nothing changes them all the same
class Found:
    """A rule that fired: where in the masked sentence, its quote there, and its slots."""

    rule: Rule
    start: int
    end: int
    quote: tuple[int, int]
    values: tuple[tuple[int, Slot | str], ...]  # position in the masked sentence, and the slot or the term's id
    labelled: dict[str, Slot]


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a match begins and ends where words do."""
    cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    cut_after = 0 < end < len(text) and text[end - 1].isalnum() and (text[end].isalnum() or text[end : end + 2] == "-y")
    return not (cut_before or cut_after)


def _called(slot: Slot, words: tuple[str, ...]) -> bool:
    """Whether the name in a slot ends in one of `words`."""
    named = slot.place or slot.party
    return named is not None and named.words.lower().endswith(words)


def _is_of(happening: Slot, types: tuple[str, ...]) -> bool:
    """Whether a happening is of one of `types`, or called by one of the nouns among them."""
    return happening.event in types or happening.noun in types


def found_at(rule: Rule, masked: Masked, spans: list[tuple[int, int]]) -> Found | None:
    """What `rule` gives where its groups match at `spans` of `masked`."""
    values: list[tuple[int, Slot | str]] = []
    for group in rule.values:
        start, end = spans[group]
        if start >= 0:
            words = masked.text[start:end]
            values.append((start, masked.slots.get(start) or (rule.terms[words] if rule.kind == "term" else words)))
    if rule.spec.noun:
        values = [(at, slot) for at, slot in values if isinstance(slot, Slot) and slot.noun in rule.spec.noun]
        if not values:
            return None
    labelled = {label: masked.slots[spans[group][0]] for label, group in rule.labelled.items() if spans[group][0] >= 0}
    if rule.spec.takes:
        whole = labelled["whole"].count if "whole" in labelled else None
        slots = [(at, taken(slot, rule.spec.takes, whole)) for at, slot in values if isinstance(slot, Slot)]
        values = [(at, slot) for at, slot in slots if slot is not None]
        if not values:
            return None
    if rule.spec.event and any(s.sort == "event" and not _is_of(s, rule.spec.event) for s in labelled.values()):
        return None
    if rule.spec.venue and not any(_called(slot, rule.spec.venue) for slot in labelled.values()):
        return None
    start, end = spans[0]
    quote = spans[rule.quote] if rule.quote and spans[rule.quote][0] >= 0 else (start, end)
    return Found(rule, start, end, quote, tuple(values), labelled) if start < end else None
