"""Figures whose noun is left out because the one before has it. In: the groups of a masked sentence. Out: the same.

"Three rebels were killed and five wounded" speaks of eight rebels: the five are no victims either."""

from __future__ import annotations

from functools import lru_cache

from reconcile.extract.matching.slots import replace
from reconcile.extract.people.lists import Placed
from reconcile.rulebook.language.people import PeopleWords
from reconcile.text.pattern import Pattern, compiled, one_of

_REACH = 60  # characters between two such figures
_OTHERS = "others"


def with_elided(text: str, groups: list[Placed], words: PeopleWords) -> list[Placed]:
    """`groups` (in order), where a figure that follows one on fallen fighters, and has no noun, is on fighters too."""
    fighters = frozenset(words.attackers.fighters)
    settled: list[Placed] = []
    for start, end, slot in groups:
        last = settled[-1] if settled else None
        bare = slot.sort == "count" or slot.noun == _OTHERS
        if last is None or not bare or not _same(last, text[last[1] : start][:_REACH], fighters, words):
            settled.append((start, end, slot))
            continue
        before, step = last[2], f"those before it are {last[2].noun}, and it has no noun of its own"
        own = replace(slot, sort="attackers", noun=before.noun, party=before.party, steps=(*slot.steps, step))
        settled.append((start, end, own))
    return settled


def _same(last: Placed, between: str, fighters: frozenset[str], words: PeopleWords) -> bool:
    """Whether `last` is of fighters, and nothing but that they fell stands between."""
    return last[2].noun in fighters and last[2].sort == "attackers" and _fell(words).fullmatch(between) is not None


@lru_cache(maxsize=8)
def _fell(words: PeopleWords) -> Pattern:
    fallen, joins = one_of(words.around.fallen), one_of(words.around.joins)
    return compiled(rf"(?: [a-z]+){{0,4}}? {fallen}(?: [a-z]+){{0,2}}?(?:,|,? {joins}|,? while) ")
