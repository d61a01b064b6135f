"""The examples of rule files, run. In: a rulebook. Out: what does not come out as written, each with its file and line.

An `[[example]]` of a wording file is a sentence and the claims of that fact in it. A `[[todo]]` is one that does not
come out yet; the day it does, that is an error too, so that it becomes an example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile import pipeline
from reconcile.errors import RuleError
from reconcile.examples.headlines import headline_failures
from reconcile.examples.ladders import ladder_failures
from reconcile.examples.lint import faults
from reconcile.examples.spelling import matches, spelled
from reconcile.model import Claim
from reconcile.rulebook import Rulebook
from reconcile.rulebook.place import place
from reconcile.rulebook.spec import Example
from reconcile.sources import from_text


def failures(book: Rulebook) -> tuple[RuleError, ...]:
    """Every example that fails, every todo that works, and whatever else the rules themselves get wrong."""
    return (*faults(book), *ladder_failures(book), *headline_failures(book), *_wording_failures(book))


def claims_in(example: Example, book: Rulebook) -> tuple[Claim, ...]:
    """The claims of all facts in an example's sentence, in text order."""
    article = from_text(example.text, id="example", published=example.published)
    claims = pipeline.extract([article], book).claims
    return tuple(sorted(claims, key=lambda claim: (claim.start, -claim.end, claim.fact)))


def _wording_failures(book: Rulebook) -> Iterator[RuleError]:
    for (fact, language), wordings in sorted(book.wordings.items()):
        name = f"facts/{fact}/{language}.toml"
        for number, example in enumerate(wordings.example):
            got = _claims_of(fact, example, book)
            if not matches(example.claim, got):
                what = f"example {example.text!r}: expected {example.claim}, got {spelled(got)}"
                yield place(book, name, ("example", number), what)
        for number, example in enumerate(wordings.todo):
            if matches(example.claim, _claims_of(fact, example, book)):
                what = f"todo {example.text!r} gives {example.claim} now: make it an [[example]]"
                yield place(book, name, ("todo", number), what)


def _claims_of(fact: str, example: Example, book: Rulebook) -> Sequence[Claim]:
    return [claim for claim in claims_in(example, book) if claim.fact == fact]
