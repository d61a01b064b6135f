"""Any order of files gives the same bytes, in every format and under every policy."""

from __future__ import annotations

import tomllib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import pipeline
from reconcile.model import Article
from reconcile.report.writers import WRITERS
from reconcile.rulebook.selected import select_policies
from tests.written import BOOK, written

CASES = Path(__file__).parent / "cases"
POLICIES = sorted(name for name, policy in BOOK.headlines.items() if "count" in policy.kinds)


def articles_of(file: str) -> list[Article]:
    """All articles of a file of cases as one pile, each called after its set."""
    sets = tomllib.loads((CASES / file).read_text(encoding="utf-8"))["set"]
    rows = [(f"{case['name']}-{row['name']}.txt", row) for case in sets for row in case["article"]]
    return [
        written(name, row["text"], outlet=row.get("outlet", ""), published=row["published"])
        for name, row in rows
        if "published" in row
    ]


PILE = articles_of("over_time.toml") + articles_of("verdicts.toml")


def as_written(articles: list[Article], policy: str) -> list[str]:
    book = select_policies(BOOK, [policy])
    found = pipeline.report(articles, book)
    return [write(found, book) for write in WRITERS.values()]


@settings(max_examples=6, deadline=None)
@given(order=st.permutations(PILE), policy=st.sampled_from(POLICIES))
def test_any_order_of_articles_gives_the_same_bytes(order: list[Article], policy: str) -> None:
    assert as_written(order, policy) == as_written(PILE, policy)
