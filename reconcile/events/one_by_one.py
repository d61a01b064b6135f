"""Victims who are told of one by one. In: the claims of one happening. Out: the same with their sum, where the article
gives no wider figure.

"A 19-year-old man was shot in the leg. ... Maria Lopez, 44, was grazed": two. Only those count whom a name or an age
tells from all the others; who was told of is a part of the sum then."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from reconcile.kinds import count
from reconcile.kinds.count import Count
from reconcile.model import UNSURE, Claim, Draft, Person, Span
from reconcile.text.sentences import sentence_at

_REACH = 4  # sentences between two who are told of one after the other


def with_sum(claims: Sequence[Claim], fact: str, draft: Draft) -> list[Claim]:
    """`claims`, with the sum of those of `fact` that tell of one person each, near each other."""
    own = [c for c in claims if c.fact == fact and c.role in ("total", "increment") and c.stance not in UNSURE]
    if not all(_of_one(claim) for claim in own):
        return list(claims)
    full = _by_word(draft.names)
    several: list[tuple[Person, Claim]] = []
    for claim in own:
        for person in (_in_full(p, full) for p in claim.persons):
            if _near(claim, several, draft.sentences) and all(_another(person, p) for p, _ in several):
                several.append((person, claim))
    if len(several) <= max((len(claim.persons) for claim in own), default=0):
        return list(claims)
    return _summed(claims, own, [claim for _, claim in several], draft.article.text)


def _near(claim: Claim, several: Sequence[tuple[Person, Claim]], sentences: Sequence[Span]) -> bool:
    """Whether a claim stands near the last of those that were told before."""
    if not several:
        return True
    return sentence_at(sentences, claim.start) - sentence_at(sentences, several[-1][1].start) <= _REACH


def _of_one(claim: Claim) -> bool:
    one = isinstance(claim.value, Count) and str(claim.value) == "1" and not claim.figure
    return one or (bool(claim.persons) and str(claim.value) == str(len(claim.persons)))


def _summed(claims: Sequence[Claim], own: Sequence[Claim], told: Sequence[Claim], text: str) -> list[Claim]:
    first, last = told[0], told[-1]
    near = "\n" not in text[first.start : last.end]
    start = first.start if near else last.start
    step = f"{len(told)} told one by one: {', '.join(repr(claim.quote) for claim in told)}"
    total = replace(
        last, value=count.exactly(len(told)), role="total", start=start, quote=text[start : last.end], persons=(),
        counted="", holds=next((c.holds for c in told if c.holds), ""), steps=(step,),
    )  # fmt: skip
    parts = {id(claim) for claim in own if claim.role == "total"}
    kept = [
        replace(c, role="part", steps=(*c.steps, "part: one of those told one by one")) if id(c) in parts else c
        for c in claims
    ]
    return sorted([*kept, total], key=lambda c: c.start)


def _by_word(names: Collection[str]) -> dict[str, set[str]]:
    """The full names in which a word stands."""
    found: dict[str, set[str]] = {}
    for name in names:
        for word in name.split():
            found.setdefault(word, set()).add(name)
    return found


def _in_full(person: Person, full: dict[str, set[str]]) -> Person:
    """A person of one name by the full name, where only one has it."""
    if len(person.name) != 1:
        return person
    names = full.get(person.name[0], set())
    return replace(person, name=tuple(next(iter(names)).split())) if len(names) == 1 else person


def _another(a: Person, b: Person) -> bool:
    """Whether name or age says that `a`, told of later, is not `b`."""
    if a.name and b.name:
        shared = set(a.name) & set(b.name)
        if not shared:
            return True
        within = shared in (set(a.name), set(b.name))  # "Maria Lopez" and "Lopez"
        return not within and a.name[0] != b.name[0]  # of one family
    return bool(a.age and b.age) and (a.age != b.age or (a.new and bool(b.name)))
