"""Some of a whole. In: a masked sentence with its people. Out: the same, with some and their whole as one slot.

"Three of the 40 passengers" are three people, "half of the 40" about 20, "all but three of the 40" are 37, and "none of
the 40" nobody; the slot keeps the whole, so that a rule may ask for those who are left of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reconcile.extract.matching.mask import Masked, regroup
from reconcile.extract.matching.slots import CHARS, Slot
from reconcile.extract.people.lists import Placed
from reconcile.kinds import count
from reconcile.kinds.count import Count
from reconcile.rulebook.language.numbers import NumberWords, Share
from reconcile.rulebook.language.people import PeopleWords
from reconcile.text.pattern import Match, Pattern, compiled, one_of

_FIGURES = CHARS["count"] + CHARS["people"]


class _Wholes(NamedTuple):
    pattern: Pattern
    told: Pattern
    shares: dict[str, Share]
    bounds: dict[str, str]  # "more than" -> "over"


def with_wholes(masked: Masked, people: PeopleWords, numbers: NumberWords) -> Masked:
    """`masked`, its figures of the form "some of so many people" as one slot each."""
    text = masked.text
    if (" of " not in text and " the " not in text) or not any(figure in text for figure in _FIGURES):
        return masked
    found = list(_found(masked, _wholes(people, numbers)))
    return regroup(masked, found) if found else masked


@lru_cache(maxsize=8)
def _wholes(people: PeopleWords, numbers: NumberWords) -> _Wholes:
    words = people.wholes
    shares = {word: share for share in numbers.share for word in share.words}
    bounds = numbers.before.forms()
    share = rf"(?:({one_of(bounds)}) )?({one_of(shares)})"
    some = rf"(?:({one_of(words.but)}) )?([{_FIGURES}])|{share}|({one_of(words.none)})"
    of = rf"(?:(?:{some}) {one_of(words.of)}|(?:({one_of(bounds)}) )?({one_of(words.half)}))"
    whole = rf"(?: [a-z'-]+){{0,2}} (?:({CHARS['people']})|({CHARS['count']}) {one_of(words.aboard)})"
    return _Wholes(
        compiled(rf"(?:^|[^a-z0-9-])({of}{whole})"),
        compiled(rf" {one_of(words.told)}\b"),
        shares | {phrase: share for phrase in words.half for word, share in shares.items() if phrase.startswith(word)},
        bounds,
    )


def _found(masked: Masked, words: _Wholes) -> Iterator[Placed]:
    for match in words.pattern.finditer(masked.text):
        end = max(match.end(9), match.end(10))
        whole = masked.slots[end - 1]
        if whole.count is None or words.told.match(masked.text[match.end() :]):
            continue
        some = _some(match, whole.count, masked, words)
        if some is not None:
            first, last = masked.span(match.start(1), end)
            how = f"{masked.text[match.start(1) : end - 1].strip()!r} of {whole.count} is {some}"
            counted, noun, steps = whole.counted, whole.noun, (*whole.steps, how)
            slot = Slot("people", first, last, count=some, counted=counted, noun=noun, whole=whole.count, steps=steps)
            slot.figure = True
            yield match.start(1), end, slot


def _some(match: Match, whole: Count, masked: Masked, words: _Wholes) -> Count | None:
    """How many of `whole` are meant, None where that makes no sense."""
    _, _, but, figure, bound, share, none, half_bound, half = (match.group(group) for group in range(9))
    if none:
        return count.exactly(0)
    if figure:
        some = masked.slots[match.start(3)].count
        if some is None or some.n > whole.n:
            return None
        return some if not but else count.exactly(whole.n - some.n) if {some.form, whole.form} == {"exact"} else None
    spec = words.shares[share or half or ""]
    part, of = spec.part
    n = round(whole.n * part / of)
    form = words.bounds.get(bound or half_bound or "", spec.form)
    return count.bounded(form, n) if n else None
