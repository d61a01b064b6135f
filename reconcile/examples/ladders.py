"""The examples of policies, run: two claims and the level that they reach. In: a rulebook. Out: located errors."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.errors import RuleError
from reconcile.resolve.rehearse import played
from reconcile.rulebook import Rulebook
from reconcile.rulebook.place import place
from reconcile.rulebook.policies import LadderExample
from reconcile.rulebook.spec import Fact


def ladder_failures(book: Rulebook) -> Iterator[RuleError]:
    """Every example that reaches another level than it names, and every policy that no fact uses."""
    for name, ladder in sorted(book.ladders.items()):
        facts = {fact.id: fact for fact in book.facts.values() if fact.ladder == name}
        if not facts:
            yield place(book, f"policies/{name}.toml", (), "no fact uses this policy, so nothing can try its examples")
            continue
        for number, example in enumerate(ladder.example):
            fact = facts.get(example.fact) if example.fact else next(iter(facts.values()))
            if fact is None:
                what = f"no fact {example.fact!r} uses this policy; there are {', '.join(sorted(facts))}"
                yield place(book, f"policies/{name}.toml", ("example", number, "fact"), what)
            elif what := _wrong(example, fact, book):
                yield place(book, f"policies/{name}.toml", ("example", number), what)


def _wrong(example: LadderExample, fact: Fact, book: Rulebook) -> str:
    between = f"{example.a.value} and {example.b.value}"
    try:
        judgement = played(example, fact, book)
    except ValueError as error:
        return f"example {between}: {error}"
    reached = judgement.level.name
    if reached != example.level:
        return f"example {between}: expected level {example.level!r}, got {reached!r}"
    if example.severity not in ("", judgement.severity):
        return f"example {between}: expected severity {example.severity!r}, got {judgement.severity!r}"
    return ""
