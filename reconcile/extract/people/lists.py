"""Groups of people that stand in one list. In: groups with their places. Out: the same, each list as one group.

"Two men, a boy and a woman" are four people, and the list keeps its members as parts."""

from __future__ import annotations

from collections.abc import Container, Iterator

from reconcile.extract.matching.slots import CHARS, Slot, replace
from reconcile.extract.people.lexicon import Lexicon
from reconcile.kinds import count
from reconcile.kinds.count import Count

_ONE = count.exactly(1)
_NAMES = {CHARS[sort] for sort in ("person", "notable", "name", "site")}
_PERSONS = {CHARS[sort] for sort in ("person", "notable", "name")}
_PLACES = {CHARS[sort] for sort in ("place", "metonym", "name", "site")}
Placed = tuple[int, int, Slot]  # where in a masked sentence a group begins and ends, and the group


def in_lists(text: str, groups: list[Placed], lexicon: Lexicon) -> Iterator[Placed]:
    """`groups`, those of one list as one."""
    speaks, generic = lexicon.speaks, lexicon.generic
    run: list[Placed] = []
    for group in groups:
        if run and not (_listed(text, run[-1], group, lexicon) and _addable(text, run[-1][2], group, lexicon)):
            yield from _closed(text, _without_speaker(text, run, speaks), generic)
            run = []
        run.append(group)
    yield from _closed(text, _without_speaker(text, run, speaks), generic)


def _without_speaker(text: str, run: list[Placed], speaks: tuple[str, ...]) -> list[Placed]:
    """A list without whom only a comma adds at its end, if who it is speaks: "21 people, the governor said"."""
    if len(run) > 1 and text[run[-2][1] : run[-1][0]] == ", " and text.startswith(speaks, _named(text, run[-1][1])):
        return run[:-1]
    return run


def _named(text: str, end: int) -> int:
    """Behind the name that follows a title which ends at `end`: "governor John Roe"."""
    return end + 2 if text[end : end + 1] == " " and text[end + 1 : end + 2] in _NAMES else end


def _closed(text: str, run: list[Placed], generic: Container[str]) -> Iterator[Placed]:
    """A run as one list, unless what follows a comma only says who the first are: "two people, a man and a woman,"."""
    if len(run) > 1 and text[run[0][1] : run[1][0]] == ", " and run[0][2].count == _total(run[1:]):
        start, end, first = run[0]
        if first.noun in generic or text.startswith(",", run[-1][1]):
            yield start, end, replace(first, parts=tuple(slot for _, _, slot in run[1:] if len(run) > 2))
            run = run[1:]
    if run:
        yield _sum(run)


def _listed(text: str, last: Placed, group: Placed, lexicon: Lexicon) -> bool:
    if _explains(text, last, group, lexicon):
        return False
    between = text[last[1] : group[0]]
    where = next((of for of in lexicon.of_spaced if between.startswith(of)), "")
    if where and between[len(where) : len(where) + 1] in _PLACES:  # "the mayor of Leeds and two guards"
        between = between[len(where) + 1 :]
    if between in (", ", " ") or between.removeprefix(",").strip() in lexicon.joins:
        return True
    # "a mother, her three children and a neighbor"
    return last[2].count == _ONE and between.startswith(", ") and between[2:-1] in lexicon.the


def _explains(text: str, last: Placed, group: Placed, lexicon: Lexicon) -> bool:
    """Whether the group before the last one of a list, between commas, says who the person named before it is: "Jane
    Roe, a nurse, and two others", "Jane Roe, a nurse, and her son"; a nurse and a judge are two others than her."""
    start, end, slot = last
    named = text[max(0, start - 2) : start] == ", " and text[max(0, start - 3) : start - 2] in _PERSONS
    one = slot.count == _ONE and text.startswith(",", end) and text[start:end].split(maxsplit=1)[0] in lexicon.one
    return named and one and (group[2].other or text[end : group[0]].rsplit(maxsplit=1)[-1] in lexicon.the)


def _addable(text: str, first: Slot, group: Placed, lexicon: Lexicon) -> bool:
    start, end, second = group
    return (
        first.sort == second.sort == "people"
        and first.count is not None
        and second.count is not None
        and not (second.part and not any(phrase in text[start:end] for phrase in lexicon.kin))
    )


def _sum(run: list[Placed]) -> Placed:
    if len(run) == 1:
        return run[0]
    slots = tuple(slot for _, _, slot in run)
    total = _total(run)
    counted = slots[0].counted if len({slot.counted for slot in slots}) == 1 else ""
    merged = replace(
        slots[0], end=slots[-1].end, count=total, counted=counted, parts=slots, noun="people", plural=True,
        other=any(slot.other for slot in slots),
        steps=(f"{' + '.join(str(slot.count) for slot in slots)} is {total}",),
    )  # fmt: skip
    return run[0][0], run[-1][1], merged


def _total(run: list[Placed]) -> Count:
    return add([slot.count for _, _, slot in run if slot.count])


def add(counts: list[Count]) -> Count:
    """The sum of counts: a bound where one of them is a bound, about as many where one of them is about."""
    total = sum(c.n for c in counts)
    forms = {c.form for c in counts}
    if forms == {"exact"}:
        return count.exactly(total)
    if forms <= {"exact", "least", "over"}:
        return count.bounded("least", sum(c.low for c in counts))
    if forms <= {"exact", "range"}:
        return count.bounded("range", total, sum(c.m for c in counts))
    return count.bounded("about", total)
