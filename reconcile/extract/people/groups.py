"""Groups of people: figures with their nouns. In: a masked sentence. Out: the same with groups in place of figures.

"At least 12 Turkish soldiers", "a 27-year-old man", "a couple and their son" become one slot each, with the sum and its
parts; "the gunmen" becomes one too, without a figure. A figure on anything else becomes a slot of things."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from reconcile.extract.matching.mask import Masked, regroup
from reconcile.extract.matching.slots import CHARS, SORTS, Slot
from reconcile.extract.people.lists import Placed, in_lists
from reconcile.extract.people.persons import persons_counted
from reconcile.kinds import count, named
from reconcile.rulebook.language.people import Attackers, Group, Nouns, PeopleWords
from reconcile.text.pattern import Pattern, compiled, one_of

_REACH = 6  # words between a figure and its noun, at the most
_WINDOW = 24  # characters before a figure in which "a family of" may stand
_FIGURE, _ADJECTIVE = CHARS["count"], CHARS["adjective"]
_STOPS = frozenset((*".,;:!?", *SORTS))
_OPENERS = (": ", "; ", " - ", ", ", "| ")
_QUALIFIED = tuple(f" {CHARS[sort]}" for sort in ("event", "actor", "name"))
_LONGEST = 40  # characters of a word that are looked at
_PASSED = {CHARS[sort] for sort in ("adjective", "place", "metonym", "actor", "name", "date")}


class _Noun(NamedTuple):
    sort: str
    counted: str
    plural: bool
    size: int


_NATIONALS = _Noun("people", "nationals", plural=True, size=0)
_BODY = _Noun("attackers", "", plural=True, size=0)


class _Lexicon(NamedTuple):
    nouns: dict[str, _Noun]
    known: frozenset[str]
    pattern: Pattern
    breaks: frozenset[str]
    bare: frozenset[str]
    one: frozenset[str]
    none: frozenset[str]
    the: frozenset[str]
    more: frozenset[str]
    other: frozenset[str]
    part: tuple[str, ...]
    sized: tuple[str, ...]
    joins: tuple[str, ...]
    both: tuple[str, ...]
    before_bare: frozenset[str]
    speaks: tuple[str, ...]
    described: frozenset[str]
    qualified: frozenset[str]
    endings: tuple[str, ...]
    never: frozenset[str]


def people_nouns(words: PeopleWords) -> Collection[str]:
    """Every noun for people, folded, and the words of which one stands in every name for a body of attackers."""
    return _lexicon(words).known


def grouped(masked: Masked, words: PeopleWords, counted: frozenset[str] = frozenset(CHARS)) -> Masked:
    """`masked` with its people, attackers and things as slots, where `counted` says that it may have any."""
    lexicon = _lexicon(words)
    groups: list[Placed] = []
    for group in _headed(masked, lexicon) if "people" in counted else ():
        if not groups or group[0] >= groups[-1][1]:
            groups.append(group)
    taken = {at for begin, end, _ in groups for at in range(begin, end)}
    groups += [
        _lone(masked, at, slot, lexicon)
        for at, slot in masked.slots.items()
        if slot.sort == "count" and at not in taken
    ]
    ordered = sorted(groups, key=lambda g: g[0])
    if groups:
        masked = regroup(masked, in_lists(masked.text, ordered, lexicon.joins, lexicon.speaks))
    return persons_counted(masked, lexicon.joins)


@lru_cache(maxsize=8)
def _lexicon(words: PeopleWords) -> _Lexicon:
    nouns: dict[str, _Noun] = {}
    sets: list[tuple[Nouns | Group | Attackers, str, str]] = [
        (words.anyone, "people", ""),
        (words.attackers, "attackers", ""),
    ]
    sets += [(group, "people", group.id) for group in words.group]
    for part, sort, counted in sets:
        nouns |= dict.fromkeys(part.plural, _Noun(sort, counted, plural=True, size=0))
        nouns |= dict.fromkeys(part.singular, _Noun(sort, counted, plural=False, size=1))
    nouns |= {noun: _Noun("people", "", plural=False, size=size) for noun, size in words.sizes.items()}
    around, marks = words.around, (*words.attackers.marks, *words.attackers.singular)
    bodies = rf"{one_of(marks)}[ -]{one_of(words.attackers.bodies)}"
    return _Lexicon(
        nouns,
        frozenset((*nouns, *words.attackers.marks)),
        compiled(rf"\b(?:{bodies}|{one_of(nouns)})\b|{_ADJECTIVE}s\b"),
        frozenset(words.breaks.words),
        frozenset(words.bare.next),
        frozenset(around.one),
        frozenset(around.none),
        frozenset(around.the),
        frozenset((*around.more_before, *around.more_after)),
        frozenset(around.other_after),
        tuple(f" {phrase}" for phrase in around.part_after),
        around.sized_by,
        around.joins,
        tuple(f"{word} " for word in around.both),
        frozenset(around.before_bare),
        tuple(f" {word} " for word in around.speaks)
        + tuple(f" {word}{stop}" for word in around.speaks for stop in ".,:"),
        frozenset(words.described.words),
        frozenset(words.attackers.qualified),
        words.endings.plural,
        frozenset(words.endings.never),
    )


def _headed(masked: Masked, lexicon: _Lexicon) -> Iterator[Placed]:
    """Groups that have a noun."""
    text, floor = masked.text, 0
    for match in lexicon.pattern.finditer(text):
        begin, end = match.span()
        if text[end : end + 1] == "-" or text[begin - 1 : begin] in ("-", "'"):
            continue
        noun = lexicon.nouns.get(text[begin:end], _NATIONALS if text[begin] == _ADJECTIVE else _BODY)
        if noun.sort == "attackers" and not noun.plural and _qualifies(text, end, lexicon):
            continue
        walk = _walk(masked, begin, noun, lexicon, floor)
        told = walk.met or walk.opens or noun.sort == "attackers"  # most nouns have no figure and no article
        if told and (group := _group(masked, begin, end, noun, walk, lexicon)) is not None:
            floor = end
            yield group


def _qualifies(text: str, end: int, lexicon: _Lexicon) -> bool:
    """Whether a noun that ends at `end` only says of what sort the next one is: "a terrorist attack"."""
    return text.startswith(_QUALIFIED, end) or _next_word(text, end)[1] in lexicon.qualified


class _Walk(NamedTuple):
    """How far left of its noun a group reaches, and what it met there."""

    start: int  # where the figure, the article or the last passed word begins
    met: str  # "figure", "one", "the", or empty
    described: int  # where the words begin that may describe a group without a figure
    passed: frozenset[str]
    part: bool
    opens: bool = False  # whether nothing stands before what was passed: "Man shot"


def _group(masked: Masked, begin: int, end: int, noun: _Noun, walk: _Walk, lexicon: _Lexicon) -> Placed | None:
    """The group of a noun at `[begin, end)`, found by walking left to its figure or article."""
    slot = Slot(
        noun.sort, 0, 0, counted=noun.counted, noun=masked.text[begin:end], plural=noun.plural, part=walk.part,
        more=not lexicon.more.isdisjoint(walk.passed),
        other=not lexicon.other.isdisjoint((*walk.passed, masked.text[begin:end])),
    )  # fmt: skip
    if walk.met == "figure":
        figure = masked.slots[walk.start]
        return _placed(masked, walk.start, end, replace(slot, count=figure.count, steps=figure.steps, figure=True))
    if walk.met == "none":
        nobody = replace(slot, count=count.exactly(0), steps=(f"no {slot.noun} is 0",))
        told = noun.sort == "people" and not (slot.more or slot.other)  # "no other victims" says nothing of the first
        return _placed(masked, walk.start, end, nobody) if told else None
    if walk.met == "the" and noun.plural and masked.text.startswith(lexicon.both, walk.start):
        two = replace(slot, count=count.exactly(2), steps=(f"both {slot.noun} are 2",))
        return _placed(masked, walk.start, end, two)
    bare = noun.sort == "people" and walk.opens  # a headline leaves out "a"
    if (walk.met in ("one", "the") or bare) and not noun.plural:
        one = replace(slot, count=count.exactly(noun.size), steps=(f"one {slot.noun} is {noun.size}",))
        return _placed(masked, walk.start, end, one)
    if noun.sort == "attackers" and noun.plural:
        return _placed(masked, walk.start if walk.met == "the" else walk.described, end, slot)
    return None


def _walk(masked: Masked, begin: int, noun: _Noun, lexicon: _Lexicon, floor: int) -> _Walk:
    text, at, described, inner = masked.text, begin, begin, -1
    passed: set[str] = set()
    for _ in range(_REACH):
        stop = at - 1
        if stop < floor or text[stop] != " ":
            break
        start = text.rfind(" ", floor, stop) + 1 or floor
        word = text[start:stop]
        if word in lexicon.none:
            return _Walk(start, "none", described, frozenset(passed), inner >= 0)
        if word in lexicon.before_bare:
            return _Walk(at, "", described, frozenset(passed), inner >= 0, opens=True)
        passed.add(word)
        if word == _FIGURE or (word in lexicon.one and not noun.plural):
            return _Walk(start, "figure" if word == _FIGURE else "one", described, frozenset(passed), inner >= 0)
        of = word in lexicon.the and text[max(0, start - 4) : start].endswith(" of ")
        inner = start if of and inner < 0 else inner
        if word in lexicon.the and not of:  # "the murder of her son" is of one son, and no part of anything
            return _Walk(start if inner < 0 else inner, "the", described, frozenset(passed), part=False)
        if (
            word != "of"
            and not of
            and (not word or word in lexicon.breaks or (word[-1] in _STOPS and word not in _PASSED))
        ):
            break
        if described == at and (word in lexicon.described or word in _PASSED):
            described = start
        at = start
    opens = at == 0 or text[:at].endswith(_OPENERS)
    return _Walk(at, "", described, frozenset(passed), inner >= 0, opens)


def _placed(masked: Masked, start: int, end: int, slot: Slot) -> Placed:
    first, last = masked.span(start, end)
    inside = (at.party for position, at in masked.slots.items() if start <= position < end and at.sort == "actor")
    party = next(inside, named.by_words(slot.noun)) if slot.sort == "attackers" else None
    return start, end, replace(slot, start=first, end=last, party=party)


def _lone(masked: Masked, at: int, slot: Slot, lexicon: _Lexicon) -> Placed:
    """A figure without a noun for people: bare, or on things if another noun follows."""
    text, end = masked.text, at + 1
    word, plain = _next_word(text, end)
    while plain and plain in lexicon.more | lexicon.other:
        slot = replace(slot, more=slot.more or plain in lexicon.more, other=slot.other or plain in lexicon.other)
        end += 1 + len(plain)
        word, plain = _next_word(text, end) if plain == word else ("", "")
    before = text[max(0, at - _WINDOW) : at]
    slot = replace(slot, more=slot.more or before.endswith("another "), part=text.startswith(lexicon.part, end))
    if sized := next((phrase for phrase in lexicon.sized if before.endswith(f"{phrase} ")), ""):
        return _placed(masked, at - len(sized) - 1, end, replace(slot, sort="people"))
    national = masked.slots.get(end + 1) if word else None
    if national is not None and national.plural and national.sort in ("name", "adjective"):
        return _placed(masked, at, end + 2, replace(slot, sort="people", counted="nationals", noun="nationals"))
    if plain.endswith(lexicon.endings) and plain not in lexicon.never:
        return _placed(masked, at, end + 1 + len(plain), replace(slot, sort="people", noun=plain, plural=True))
    bare = not plain or plain in lexicon.bare or plain[0] in SORTS or not plain[0].isalpha() or slot.other
    return _placed(masked, at, end, replace(slot, sort="count" if bare else "things", figure=True))


def _next_word(text: str, end: int) -> tuple[str, str]:
    """The word after `end`, with and without the punctuation behind it; empty where none follows at once."""
    word = text[end + 1 : end + 1 + _LONGEST].split(" ", 1)[0] if text[end : end + 1] == " " else ""
    return word, word.rstrip(".,;:!?\"')")
