"""What a policy must keep to beside its spec: levels that can be reached, names that exist, fields that can be filled.

In: a file of `rules/policies/` or `rules/headlines/`, or facts. Out: the spec, or a RuleError at the place."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from msgspec.structs import replace

from reconcile.rulebook.decode import decode, rule_error
from reconcile.rulebook.policies import (
    GENERAL_CONDITIONS,
    KIND_CONDITIONS,
    SAY_FIELDS,
    WORDING_FIELDS,
    HeadlinePolicy,
    Ladder,
)
from reconcile.rulebook.rule_file import RuleFile
from reconcile.rulebook.spec import IDENTIFYING, Fact


def read_ladder(path: Path, shown: str) -> Ladder:
    """The ladder in `path`; `shown` is its name in messages. Raises RuleError."""
    ladder = decode(Ladder, path, shown)
    for where, what in _ladder_faults(ladder):
        raise rule_error(shown, path.read_text(encoding="utf-8-sig"), where, what)
    return replace(ladder, name=path.stem)


def read_headline(path: Path, shown: str) -> HeadlinePolicy:
    """The headline policy in `path`. Raises RuleError."""
    policy = decode(HeadlinePolicy, path, shown)
    for where, what in _headline_faults(policy):
        raise rule_error(shown, path.read_text(encoding="utf-8-sig"), where, what)
    return replace(policy, name=path.stem)


def check_facts(facts: Mapping[str, Fact], files: Mapping[str, RuleFile], book: PolicyTables) -> None:
    """That each fact's ladder, headline, terms and fields exist and fit. `files` are by name under rules. Raises
    RuleError."""
    for fact in facts.values():
        for where, what in _fact_faults(fact, facts, book):
            file = files[f"facts/{fact.id}/fact.toml"]
            raise rule_error(file.shown, file.text(), where, what)


@dataclass(frozen=True, slots=True)
class PolicyTables:
    """Ladders and headline policies by name."""

    ladders: Mapping[str, Ladder]
    headlines: Mapping[str, HeadlinePolicy]


Fault = tuple[tuple[str | int, ...], str]


def _ladder_faults(ladder: Ladder) -> Iterator[Fault]:
    names = [level.name for level in ladder.level]
    allowed = (*GENERAL_CONDITIONS, *KIND_CONDITIONS[ladder.kind])
    for number, level in enumerate(ladder.level):
        if names.index(level.name) != number:
            yield ("level", number, "name"), f"a second level {level.name!r}"
        if not level.when and number + 1 < len(names):
            yield ("level", number), f"{level.name!r} has no conditions, so no level after it is ever reached"
        if level.when and number + 1 == len(names):
            yield ("level", number, "when"), "the last level takes whatever is left: it has no conditions"
        for name in level.when:
            if name not in allowed:
                yield (
                    ("level", number, "when"),
                    f"{name!r} asks nothing of a {ladder.kind}; allowed: {', '.join(allowed)}",
                )
        for unknown in _unknown_fields(level.say, SAY_FIELDS):
            yield ("level", number, "say"), unknown
    reached = {example.level for example in ladder.example}
    for number, example in enumerate(ladder.example):
        if example.level not in names:
            yield ("example", number, "level"), f"no level is called {example.level!r}{_close(example.level, names)}"
    for number, name in enumerate(names):
        if name not in reached:
            yield ("level", number, "name"), f"no example reaches level {name!r}; write one"


def _headline_faults(policy: HeadlinePolicy) -> Iterator[Fault]:
    for key, steps in (("step", policy.step), ("best", policy.best)):
        for number, step in enumerate(steps):
            for unknown in _unknown_fields(step.say, ("kept", "aside")):
                yield (key, number, "say"), unknown
            if step.keep == "authoritative" and not policy.rank:
                yield (key, number, "keep"), "who has authority is not said: [[rank]] is missing"
    for unknown in _unknown_fields(policy.fewer, ("kept",)):
        yield ("fewer",), unknown
    if policy.origins and not policy.fewer:
        yield ("origins",), "what is said of a headline that fewer origins give is missing: write fewer"
    if policy.print != "each" and policy.kinds != ("count",):
        yield ("print",), f'only counts have a low and a high, so {policy.print!r} asks for kinds = ["count"]'
    if bool(policy.best) != (policy.print == "best-low-high"):
        yield ("print",), '[[best]] steps and print = "best-low-high" go together'
    for number, example in enumerate(policy.example):
        if not example.answers:
            yield ("example", number, "answers"), "no answer, so nothing to print"


def _fact_faults(fact: Fact, facts: Mapping[str, Fact], book: PolicyTables) -> Iterator[Fault]:
    for key, name, table in (("ladder", fact.ladder, book.ladders), ("headline", fact.headline, book.headlines)):
        if name not in table:
            yield (key,), f"{key} {name!r} does not exist{_close(name, list(table))}"
    if fact.ladder in book.ladders and (kind := book.ladders[fact.ladder].kind) != fact.kind:
        yield (
            ("ladder",),
            f"policies/{fact.ladder}.toml compares values of kind {kind}, this fact's are of kind {fact.kind}",
        )
    yield from _headline_of_fact(fact, book)
    yield from _falling_faults(fact, facts)
    if fact.kind == "count" and fact.materiality is None:
        yield (), "a count says which differences matter: [materiality] is missing"
    if fact.identifies and fact.kind not in IDENTIFYING:
        yield ("identifies",), f"a {fact.kind} tells no event from another: {', '.join(IDENTIFYING)} do"
    yield from _setting_faults(fact, facts)
    terms = [term.id for term in fact.term]
    for number, term in enumerate(fact.term):
        for key, names in (("excludes", term.excludes), ("within", (term.within,) if term.within else ())):
            for name in names:
                if name not in terms:
                    yield ("term", number, key), f"no term is called {name!r}{_close(name, terms)}"
    for key in ("agreed", "single", "compatible", "updated", "conflict", "possible"):
        for unknown in _unknown_fields(getattr(fact.wording, key), WORDING_FIELDS):
            yield ("wording", key), unknown


def _falling_faults(fact: Fact, facts: Mapping[str, Fact]) -> Iterator[Fault]:
    for key, names in (("falls_with", (fact.falls_with,) if fact.falls_with else ()), ("falls_too", fact.falls_too)):
        for name in names:
            if name not in facts:
                yield (key,), f"no fact is called {name!r}{_close(name, list(facts))}"


def _headline_of_fact(fact: Fact, book: PolicyTables) -> Iterator[Fault]:
    policy = book.headlines.get(fact.headline)
    if policy and fact.kind not in policy.kinds:
        suit = ", ".join(name for name, one in sorted(book.headlines.items()) if fact.kind in one.kinds)
        yield ("headline",), f"{fact.headline!r} does not suit values of kind {fact.kind}; allowed: {suit}"
    if fact.culprits and fact.kind != "actor":
        yield ("culprits",), f"a {fact.kind} cannot be held responsible; actors can"


def _setting_faults(fact: Fact, facts: Mapping[str, Fact]) -> Iterator[Fault]:
    if fact.setting and fact.kind != "place":
        yield ("setting",), f"a {fact.kind} is no place, so nothing is worked out from the country of an article"
    for name in fact.setting.having if fact.setting else ():
        if name not in facts:
            yield ("setting", "having"), f"no fact is called {name!r}{_close(name, list(facts))}"


def _unknown_fields(template: str, allowed: tuple[str, ...]) -> Iterator[str]:
    try:
        fields = [name for _, name, _, _ in Formatter().parse(template) if name is not None]
    except ValueError as error:
        yield f"not a template: {error}"
        return
    for name in fields:
        if name not in allowed:
            yield f"unknown field {{{name}}}{_close(name, list(allowed))}; known: {', '.join(allowed)}"


def _close(word: str, known: list[str]) -> str:
    close = difflib.get_close_matches(word, known, 1)
    return f"; did you mean {close[0]!r}?" if close else ""
