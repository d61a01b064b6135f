"""Groups of people: figures with their nouns. In: a masked sentence. Out: the same with groups in place of figures.

"At least 12 Turkish soldiers", "a 27-year-old man", "a couple and their son" become one slot each, with the sum and its
parts; "the gunmen" becomes one too, without a figure. A figure on anything else becomes a slot of things."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from reconcile.extract.mask import Masked, regroup
from reconcile.extract.slots import CHARS, Slot
from reconcile.kinds import count, named
from reconcile.kinds.count import Count
from reconcile.rulebook.language.people import Group, Nouns, PeopleWords
from reconcile.text.pattern import Pattern, compiled, one_of

_REACH = 6  # words between a figure and its noun, at the most
_WINDOW = 24  # characters before a figure in which "a family of" may stand
_Group = tuple[int, int, Slot]
_FIGURE, _ADJECTIVE = CHARS["count"], CHARS["adjective"]
_PASSED = {CHARS[sort] for sort in ("adjective", "place", "metonym", "actor", "name", "date")}


class _Noun(NamedTuple):
    sort: str
    counted: str
    plural: bool
    size: int


class _Lexicon(NamedTuple):
    nouns: dict[str, _Noun]
    pattern: Pattern
    breaks: frozenset[str]
    bare: frozenset[str]
    one: frozenset[str]
    the: frozenset[str]
    more: frozenset[str]
    other: frozenset[str]
    part: tuple[str, ...]
    sized: tuple[str, ...]


def people_nouns(words: PeopleWords) -> Container[str]:
    """Every noun for people, folded."""
    return _lexicon(words).nouns


def grouped(masked: Masked, words: PeopleWords) -> Masked:
    """`masked` with its people, attackers and things as slots."""
    lexicon = _lexicon(words)
    groups: list[_Group] = []
    for group in _headed(masked, lexicon):
        if not groups or group[0] >= groups[-1][1]:
            groups.append(group)
    taken = {at for begin, end, _ in groups for at in range(begin, end)}
    groups += [
        _lone(masked, at, slot, lexicon)
        for at, slot in masked.slots.items()
        if slot.sort == "count" and at not in taken
    ]
    return regroup(masked, _joined(masked.text, sorted(groups, key=lambda g: g[0]))) if groups else masked


@lru_cache(maxsize=8)
def _lexicon(words: PeopleWords) -> _Lexicon:
    nouns: dict[str, _Noun] = {}
    sets: list[tuple[Nouns | Group, str, str]] = [(words.anyone, "people", ""), (words.attackers, "attackers", "")]
    sets += [(group, "people", group.id) for group in words.group]
    for part, sort, counted in sets:
        nouns |= dict.fromkeys(part.plural, _Noun(sort, counted, plural=True, size=0))
        nouns |= dict.fromkeys(part.singular, _Noun(sort, counted, plural=False, size=1))
    nouns |= {noun: _Noun("people", "", plural=False, size=size) for noun, size in words.sizes.items()}
    around = words.around
    return _Lexicon(
        nouns,
        compiled(rf"\b{one_of(nouns)}\b|{_ADJECTIVE}s\b"),
        frozenset(words.breaks.words),
        frozenset(words.bare.next),
        frozenset(around.one),
        frozenset(around.the),
        frozenset((*around.more_before, *around.more_after)),
        frozenset(around.other_after),
        tuple(f" {phrase}" for phrase in around.part_after),
        around.sized_by,
    )


def _headed(masked: Masked, lexicon: _Lexicon) -> Iterator[_Group]:
    """Groups that have a noun."""
    text, floor = masked.text, 0
    for match in lexicon.pattern.finditer(text):
        begin, end = match.span()
        if text[end : end + 1] == "-" or text[begin - 1 : begin] in ("-", "'"):
            continue
        noun = lexicon.nouns.get(text[begin:end], _Noun("people", "nationals", plural=True, size=0))
        if (group := _leftwards(masked, begin, end, noun, lexicon, floor)) is not None:
            floor = end
            yield group


def _leftwards(masked: Masked, begin: int, end: int, noun: _Noun, lexicon: _Lexicon, floor: int) -> _Group | None:
    """The group of a noun at `[begin, end)`, found by walking left to its figure or article."""
    text, at, part = masked.text, begin, False
    slot = Slot(noun.sort, *masked.span(begin, end), counted=noun.counted, noun=text[begin:end], plural=noun.plural)
    for _ in range(_REACH):
        stop = at - 1
        if stop < floor or text[stop] != " ":
            break
        start = text.rfind(" ", floor, stop) + 1 or floor
        word = text[start:stop]
        slot = replace(slot, more=slot.more or word in lexicon.more, other=slot.other or word in lexicon.other)
        if word == _FIGURE:
            return _counted(masked, start, end, replace(slot, part=part), masked.slots[start])
        if word in lexicon.one and not noun.plural:
            return _sized(masked, start, end, slot, noun.size)
        if word == "of" or (word in lexicon.the and text[max(0, start - 4) : start].endswith(" of ")):
            part = part or word in lexicon.the
        elif (
            word in lexicon.the
            or word in lexicon.breaks
            or word[-1:] in ".,;:!?"
            or word[-1:] in CHARS.values()
            and word not in _PASSED
        ):
            return _described(
                masked, start if word in lexicon.the else at, end, slot, noun, definite=word in lexicon.the
            )
        at = start
    return _described(masked, at if noun.sort == "attackers" else begin, end, slot, noun, definite=False)


def _counted(masked: Masked, start: int, end: int, slot: Slot, figure: Slot) -> _Group:
    first, last = masked.span(start, end)
    party = named.by_words(slot.noun) if slot.sort == "attackers" else None
    return start, end, replace(slot, start=first, end=last, count=figure.count, party=party, steps=figure.steps)


def _sized(masked: Masked, start: int, end: int, slot: Slot, size: int) -> _Group:
    first, last = masked.span(start, end)
    party = named.by_words(slot.noun) if slot.sort == "attackers" else None
    steps = (
        (f"{masked.text[start:end].strip()!r} is {size}",)
        if masked.text.isprintable()
        else (f"one {slot.noun} is {size}",)
    )
    return start, end, replace(slot, start=first, end=last, count=count.exactly(size), party=party, steps=steps)


def _described(masked: Masked, start: int, end: int, slot: Slot, noun: _Noun, *, definite: bool) -> _Group | None:
    """A noun without a figure: those who did it are a party all the same, and "the driver" is one person."""
    first, last = masked.span(start, end)
    if noun.sort == "attackers" and (noun.plural or definite):
        return start, end, replace(slot, start=first, end=last, party=named.by_words(slot.noun))
    if definite and not noun.plural:
        return (
            start,
            end,
            replace(slot, start=first, end=last, count=count.exactly(noun.size), steps=(f"the {slot.noun} is one",)),
        )
    return None


def _lone(masked: Masked, at: int, slot: Slot, lexicon: _Lexicon) -> _Group:
    """A figure without a noun for people: bare, or on things if another noun follows."""
    text, end = masked.text, at + 1
    while True:
        word = text[end + 1 :].split(" ", 1)[0] if text[end : end + 1] == " " else ""
        plain = word.rstrip(".,;:!?\"')")
        if plain not in lexicon.more | lexicon.other:
            break
        slot = replace(slot, more=slot.more or plain in lexicon.more, other=slot.other or plain in lexicon.other)
        end += 1 + len(plain)
        if plain != word:
            word = ""
            break
    before = text[max(0, at - _WINDOW) : at]
    slot = replace(slot, more=slot.more or before.endswith("another "), part=text.startswith(lexicon.part, end))
    if sized := next((phrase for phrase in lexicon.sized if before.endswith(f"{phrase} ")), ""):
        start = at - len(sized) - 1
        first, last = masked.span(start, end)
        return start, end, replace(slot, start=first, end=last, sort="people")
    national = masked.slots.get(end + 1)
    if national is not None and text[end] == " " and national.plural and national.sort in ("name", "adjective"):
        first, last = masked.span(at, end + 2)
        return at, end + 2, replace(slot, start=first, end=last, sort="people", counted="nationals", noun="nationals")
    first, last = masked.span(at, end)
    bare = (
        not word
        or not plain
        or plain in lexicon.bare
        or plain in CHARS.values()
        or plain.startswith(tuple(CHARS.values()))
    )
    return at, end, replace(slot, start=first, end=last, sort="count" if bare or slot.other else "things")


def _joined(text: str, groups: list[_Group]) -> Iterator[_Group]:
    """Groups that stand in one list ("two men and a woman") as one, with the sum and its parts."""
    run: list[_Group] = []
    for group in groups:
        if run and not (_listed(text[run[-1][1] : group[0]]) and _addable(run[-1][2], group[2])):
            yield _sum(run)
            run = []
        run.append(group)
    if run:
        yield _sum(run)


def _listed(between: str) -> bool:
    return between in (" and ", ", ", ", and ", " and their ", " as well as ", " along with ")


def _addable(first: Slot, second: Slot) -> bool:
    return (
        first.sort == second.sort == "people"
        and first.count is not None
        and second.count is not None
        and not second.part
    )


def _sum(run: list[_Group]) -> _Group:
    if len(run) == 1:
        return run[0]
    slots = tuple(slot for _, _, slot in run)
    total = add([slot.count for slot in slots if slot.count])
    counted = slots[0].counted if len({slot.counted for slot in slots}) == 1 else ""
    merged = replace(
        slots[0], end=slots[-1].end, count=total, counted=counted, parts=slots, noun="people", plural=True,
        steps=(f"{' + '.join(str(slot.count) for slot in slots)} is {total}",),
    )  # fmt: skip
    return run[0][0], run[-1][1], merged


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
