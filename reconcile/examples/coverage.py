"""Which patterns fire. In: a rulebook, and articles if wanted. Out: a line for each pattern, and located errors.

A pattern that no example fires is an error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile import pipeline
from reconcile.errors import RuleError
from reconcile.examples import claims_in
from reconcile.model import Article
from reconcile.rulebook import Rulebook
from reconcile.rulebook.place import place


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many claims each pattern made out of the examples and the articles, as lines; `unfired` by examples."""

    lines: tuple[str, ...]
    unfired: tuple[RuleError, ...]


def measure(book: Rulebook, articles: Sequence[Article] = ()) -> Coverage:
    """The coverage of all patterns."""
    examples = [example for wordings in book.wordings.values() for example in wordings.example]
    by_examples = Counter(claim.rule for example in examples for claim in claims_in(example, book))
    by_articles = Counter(claim.rule for claim in pipeline.extract(articles, book).claims) if articles else Counter()
    lines, unfired = [], []
    for name, number, rule in _patterns(book):
        seen = f"{by_examples[rule]:>5} in examples" + (f" {by_articles[rule]:>7} in articles" if articles else "")
        lines.append(f"{seen}  {book.files[name].shown}#{rule.partition('#')[2]}")
        if not by_examples[rule]:
            unfired.append(
                place(book, name, ("pattern", number), "no example fires this pattern; write one or remove it")
            )
    return Coverage(tuple(lines), tuple(unfired))


def _patterns(book: Rulebook) -> Iterator[tuple[str, int, str]]:
    """File, number and rule of every pattern."""
    for (fact, language), wordings in sorted(book.wordings.items()):
        name = f"facts/{fact}/{language}.toml"
        yield from ((name, number, f"{name}#{pattern.id}") for number, pattern in enumerate(wordings.pattern))
