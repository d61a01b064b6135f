"""Claims that only answer another."""

from __future__ import annotations

from reconcile import article_from_text
from reconcile.extract import draft
from tests.written import BOOK


def denials(text: str) -> list[str]:
    """Who denies a deed in `text`."""
    claims = draft(article_from_text(text, id="a", published="2024-05-13"), BOOK).claims
    return [str(claim.value) for claim in claims if claim.stance == "denied"]


def test_a_denial_answers_whoever_accused_its_party_before_it_in_the_article() -> None:
    assert denials("Georgia accused Russia of bombing the port.\n\nShips left.\n\nMoscow denied it.") == ["russia"]


def test_a_denial_answers_no_accusation_of_somebody_else() -> None:
    assert denials("Georgia accused Turkey of bombing the port. Moscow denied it.") == []


def test_a_denial_answers_nothing_that_comes_later() -> None:
    assert denials("Moscow denied it. Georgia accused Russia of bombing the port.") == []
