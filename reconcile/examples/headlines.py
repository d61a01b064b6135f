"""The examples of headline policies, run: answers, and what is printed of them. In: a rulebook. Out: located errors."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.errors import RuleError
from reconcile.model import Headline
from reconcile.resolve.rehearse import printed
from reconcile.rulebook import Rulebook
from reconcile.rulebook.place import place
from reconcile.rulebook.policies import HeadlineExample, HeadlinePolicy
from reconcile.rulebook.spec import Fact


def headline_failures(book: Rulebook) -> Iterator[RuleError]:
    """Every example that gives another headline than it names, and every step that sets nothing aside in any."""
    for name, policy in sorted(book.headlines.items()):
        file, said = f"headlines/{name}.toml", set[str]()
        for number, example in enumerate(policy.example):
            fact = _fact(example, policy, book)
            if fact is None:
                what = f"no fact {example.fact!r} with values that the policy suits"
                yield place(book, file, ("example", number, "fact"), what)
                continue
            try:
                got = printed(example, policy, fact, book)
            except ValueError as error:
                yield place(book, file, ("example", number), str(error))
                continue
            said |= set(_openings(got))
            if got.value != example.headline:
                what = f"expected the headline {example.headline!r}, got {got.value!r}"
                yield place(book, file, ("example", number), what)
        for key, steps in (("step", policy.step), ("best", policy.best)):
            for number, step in enumerate(steps):
                if step.keep != "all" and not any(opening.startswith(_opening(step.say)) for opening in said):
                    what = "this step sets nothing aside in any example; write one in which it does"
                    yield place(book, file, (key, number), what)


def _fact(example: HeadlineExample, policy: HeadlinePolicy, book: Rulebook) -> Fact | None:
    """The fact of an example: the one that it names, or the first one that the policy suits."""
    facts = sorted(book.facts.values(), key=lambda fact: (fact.order, fact.id))
    named = [fact for fact in facts if fact.kind in policy.kinds and example.fact in ("", fact.id)]
    return named[0] if named else None


def _openings(headline: Headline) -> Iterator[str]:
    yield from (step.lower() for step in headline.steps)


def _opening(say: str) -> str:
    """What a step's sentence begins with, before any value."""
    return say.partition("{")[0].lower()
