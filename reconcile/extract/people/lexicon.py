"""The words for people, as figures on them are looked for. In: a language's `people.toml`. Out: `Lexicon`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reconcile.extract.matching.candidates import longest_words
from reconcile.extract.matching.slots import CHARS
from reconcile.rulebook.language.numbers import Bounds
from reconcile.rulebook.language.people import Attackers, Group, Nouns, PeopleWords
from reconcile.text.pattern import Pattern, compiled, one_of

_ADJECTIVE = CHARS["adjective"]


class Noun(NamedTuple):
    """What a noun for people says: its sort of slot, whom it counts, how many it is by itself."""

    sort: str
    counted: str
    plural: bool
    size: int


NATIONALS = Noun("people", "nationals", plural=True, size=0)
BODY = Noun("attackers", "", plural=True, size=0)


class Lexicon(NamedTuple):
    """All that is asked about words around a figure on people."""

    nouns: dict[str, Noun]
    known: frozenset[str]
    words: frozenset[str]  # of each of those the longest
    attackers: frozenset[str]  # the same for those who are attackers
    pattern: Pattern
    breaks: frozenset[str]
    bare: frozenset[str]
    one: frozenset[str]
    none: frozenset[str]
    not_one: tuple[str, ...]
    ordinals: tuple[str, ...]
    ordinal_endings: tuple[str, ...]
    the: frozenset[str]
    this: frozenset[str]
    more: frozenset[str]
    other: frozenset[str]
    part: tuple[str, ...]
    some: tuple[str, ...]
    sized: tuple[str, ...]
    joins: tuple[str, ...]
    on: frozenset[str]  # what goes on a list: " and ", ", and "
    both: tuple[str, ...]
    before_bare: frozenset[str]
    speaks: tuple[str, ...]
    described: frozenset[str]
    qualified: frozenset[str]
    endings: tuple[str, ...]
    never: frozenset[str]
    more_before: tuple[str, ...]
    one_more: tuple[str, ...]  # before a figure, and before a noun alone: "another"
    numbered: frozenset[str]
    aged_before: tuple[str, ...]
    generic: frozenset[str]
    years: tuple[str, ...]
    behind_age: tuple[str, ...]
    ages: dict[str, Noun]  # by its ending, who is called by an age alone: "a 12-year-old"
    attributive: frozenset[str]
    and_others: tuple[str, ...]
    parents: frozenset[str]
    theirs: frozenset[str]
    of: frozenset[str]
    parent_of: tuple[str, ...]
    kin: tuple[str, ...]
    of_spaced: tuple[str, ...]
    finite: frozenset[str]  # verbs that make a clause of what stands between two names
    behind: tuple[tuple[str, str], ...]  # the bounds behind a noun, the longest first, and the forms that they make


@lru_cache(maxsize=8)
def lexicon_of(words: PeopleWords) -> Lexicon:
    """The lexicon of a language."""
    nouns = _nouns(words)
    around, ages = words.around, _ages(words)
    known = frozenset((*nouns, *words.attackers.marks))
    return Lexicon(
        nouns,
        known,
        *(longest_words(known) | {re.split(r"\W", age)[-1] for age in ages}, _attackers(words, nouns)),
        _pattern(words, nouns, ages),
        frozenset(words.breaks.words),
        frozenset(words.bare.next),
        frozenset(around.one),
        frozenset(around.none),
        tuple(f"{word} " for word in around.not_one),
        around.ordinals,
        around.ordinal_endings,
        *(frozenset(around.the), frozenset(around.this)),
        frozenset((*around.more_before, *around.more_after)),
        frozenset(around.other_after),
        tuple(f" {phrase}" for phrase in around.part_after),
        tuple(f" {phrase}" for phrase in around.some),
        around.sized_by,
        *(around.joins, _going_on(around.joins)),
        tuple(f"{word} " for word in around.both),
        frozenset(around.before_bare),
        _speaking(around.speaks),
        frozenset(words.described.words),
        frozenset(words.attackers.qualified),
        words.endings.plural,
        frozenset(words.endings.never),
        tuple(f"{word} " for word in around.more_before if not around.one.count(word)),  # "another 12" may be others
        tuple(f"{word} " for word in around.more_before if around.one.count(word)),
        frozenset(words.bare.numbered),
        _spaced(words.bare.aged),
        frozenset(around.generic),
        *_aging(around.years),
        ages,
        frozenset(around.attributive),
        tuple(f"{pronoun} {join} " for pronoun in around.pronouns for join in around.joins),
        *(frozenset(around.parents), frozenset(around.theirs), frozenset(around.of)),
        *(_spaced(around.parent_of), _spaced(around.kin), _spaced(around.of)),
        frozenset((*around.finite, *around.speaks)),
        _bounding(words.behind),
    )


def _attackers(words: PeopleWords, nouns: dict[str, Noun]) -> frozenset[str]:
    """The longest word of each phrase by which attackers are told."""
    told = (phrase for phrase, noun in nouns.items() if noun.sort == "attackers")
    return longest_words((*words.attackers.marks, *told))


def _spaced(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in phrases)


def _bounding(behind: Bounds) -> tuple[tuple[str, str], ...]:
    bounds = [(f" {phrase}", form) for phrase, form in behind.forms().items()]
    return tuple(sorted(bounds, key=lambda bound: (-len(bound[0]), bound)))


def _speaking(verbs: tuple[str, ...]) -> tuple[str, ...]:
    return _spaced(verbs) + tuple(f" {verb}{stop}" for verb in verbs for stop in ".,:")


def _aging(endings: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All endings of an age in years, and those that are words of their own."""
    return tuple(ending.strip() for ending in endings), tuple(ending for ending in endings if ending.startswith(" "))


def _pattern(words: PeopleWords, nouns: dict[str, Noun], ages: dict[str, Noun]) -> Pattern:
    """Whatever may head a group of people."""
    marks = one_of((*words.attackers.marks, *words.attackers.singular))
    bodies, aged = rf"{marks}[ -]{one_of(words.attackers.bodies)}", rf"[0-9]{{1,3}}{one_of(ages)}"
    return compiled(rf"\b(?:{bodies}|{one_of(nouns)}|{aged})\b|{_ADJECTIVE}s\b")


def _going_on(joins: tuple[str, ...]) -> frozenset[str]:
    return frozenset(f"{comma} {word} " for comma in ("", ",") for word in joins)


def _ages(words: PeopleWords) -> dict[str, Noun]:
    ages = dict.fromkeys(words.around.aged_one, Noun("people", "", plural=False, size=1))
    return ages | dict.fromkeys(words.around.aged_several, Noun("people", "", plural=True, size=0))


def _nouns(words: PeopleWords) -> dict[str, Noun]:
    nouns: dict[str, Noun] = {}
    sets: list[tuple[Nouns | Group | Attackers, str, str]] = [
        (words.anyone, "people", ""),
        (words.attackers, "attackers", ""),
    ]
    sets += [(group, "people", group.id) for group in words.group]
    for part, sort, counted in sets:
        nouns |= dict.fromkeys(part.plural, Noun(sort, counted, plural=True, size=0))
        nouns |= dict.fromkeys(part.singular, Noun(sort, counted, plural=False, size=1))
    nouns |= {noun: Noun("people", "", plural=False, size=size) for noun, size in words.sizes.items()}
    return nouns
