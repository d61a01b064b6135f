"""Each example of rules/credits: who is credited with the text, and who was of help."""

from __future__ import annotations

import pytest

from reconcile.origins.credits import credited_by
from reconcile.rulebook.credits import CreditExample
from tests.written import BOOK, written

EXAMPLES = [example for words in BOOK.credits.values() for example in words.example]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text[-50:])
def test_an_example_credits_whom_it_says(example: CreditExample) -> None:
    found = credited_by(written("a.txt", example.text), BOOK)
    assert (found.text_of, found.help_of) == (example.text_of, example.help_of)


def test_an_agency_is_the_origin_of_its_own_article() -> None:
    assert credited_by(written("a.txt", "It burned.", outlet="AP"), BOOK).agency == "associated-press"


def test_every_credit_of_the_rules_is_fired_by_an_example() -> None:
    said = " ".join(line for one in EXAMPLES for line in credited_by(written("a.txt", one.text), BOOK).because)
    missing = [
        c.id for words in BOOK.credits.values() for c in words.credit if f"({c.id.replace('-', ' ')}:" not in said
    ]
    assert missing == []
