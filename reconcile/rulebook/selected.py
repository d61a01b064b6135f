"""Headline policies by name, chosen for a run. In: a rulebook and choices. Out: a rulebook whose facts print so.

A choice is a policy's name, for every fact whose kind of value it suits, or `FACT=NAME`. The narrower choice wins over
the wider one, and a later one over an earlier one."""

from __future__ import annotations

import copy
import difflib
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec.structs import replace

from reconcile.errors import UsageError
from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import Fact


def select_policies(book: Rulebook, choices: Sequence[str]) -> Rulebook:
    """`book` with the headline policies that `choices` name. Raises UsageError for one that is unknown or unsuited.

    >>> from reconcile.rulebook import load
    >>> book = select_policies(load(), ["min-max", "injured=conservative"])
    >>> book.facts["death_toll"].headline, book.facts["injured"].headline, book.facts["event_date"].headline
    ('min-max', 'conservative', 'best-supported')
    """
    return _selected(book, tuple(choices)) if choices else book


@lru_cache(maxsize=8)
def _selected(book: Rulebook, choices: tuple[str, ...]) -> Rulebook:
    facts = dict(book.facts)
    for choice in sorted(choices, key=lambda choice: "=" in choice):
        fact, narrow, name = choice.rpartition("=")
        name = _policy(name.strip(), book)
        if narrow:
            one = _fact(fact.strip(), book)
            _suited(one, name, book)
            facts[one.id] = replace(one, headline=name)
        else:
            kinds = book.headlines[name].kinds
            facts |= {one.id: replace(one, headline=name) for one in facts.values() if one.kind in kinds}
    selected = copy.copy(book)
    selected.facts = facts
    return selected


def ordered(*sources: Sequence[str]) -> tuple[str, ...]:
    """The choices of several sources as one list, in which a later source wins whatever it chooses.

    >>> ordered(["injured=min-max", "range"], ["conservative"])
    ('range', 'conservative')
    >>> ordered(["range"], ["injured=min-max"])
    ('range', 'injured=min-max')
    """
    kept: list[str] = []
    for source in sources:
        wide = any("=" not in choice for choice in source)
        kept = [choice for choice in kept if not (wide and "=" in choice)] + list(source)
    return tuple(sorted(kept, key=lambda choice: "=" in choice))


def named_facts(given: Iterable[str], book: Rulebook) -> tuple[str, ...]:
    """The facts of lists such as `death_toll,injured`. Raises UsageError for one that is unknown."""
    names = (name.strip() for listed in given for name in listed.split(","))
    return tuple(dict.fromkeys(_fact(name, book).id for name in names if name))


def _policy(name: str, book: Rulebook) -> str:
    if name not in book.headlines:
        raise UsageError(f"no policy is called {name!r}{_close(name, book.headlines)}; allowed: {_listed(book)}")
    return name


def _fact(name: str, book: Rulebook) -> Fact:
    if name not in book.facts:
        facts = ", ".join(sorted(book.facts))
        raise UsageError(f"no fact is called {name!r}{_close(name, book.facts)}; allowed: {facts}")
    return book.facts[name]


def _suited(fact: Fact, name: str, book: Rulebook) -> None:
    if fact.kind not in book.headlines[name].kinds:
        suit = _listed(book, fact.kind)
        raise UsageError(f"the policy {name!r} does not suit {fact.id}, a {fact.kind}; allowed: {suit}")


def _listed(book: Rulebook, kind: str = "") -> str:
    return ", ".join(name for name, policy in sorted(book.headlines.items()) if not kind or kind in policy.kinds)


def _close(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known), 1)
    return f" (did you mean {close[0]!r}?)" if close else ""
