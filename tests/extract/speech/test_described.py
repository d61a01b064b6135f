"""Speakers that are only described, and whom the text means by them."""

from __future__ import annotations

import pytest

from reconcile.extract.names import find_names
from reconcile.extract.speech.described import description, head, spelled
from reconcile.model import Span
from tests.written import BOOK

WORDS = BOOK.languages["en"].speech


def span(text: str, words: str) -> Span:
    start = text.rindex(words)
    return Span(start, start + len(words))


def meant(text: str, words: str, *, state: str = "") -> str:
    source = span(text, words)
    before = [name for name in find_names(text, BOOK) if name.end <= source.start]
    return spelled(text, source, before, state, WORDS)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The fire brigade", ["fire", "brigade"]),
        ("police", ["police"]),
        ("a neighbour, who saw it,", ["neighbour"]),
        ("LOCAL POLICE", ["local", "police"]),
        ("two officials", ["officials"]),
        ("he", []),
        ("some", []),
        ("the one with the words that go on and on for ever", []),
    ],
)
def test_a_description_has_no_article_and_ends_at_a_comma(words: str, told: list[str]) -> None:
    assert description(words, Span(0, len(words)), WORDS) == told


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("Afghanistan's interior ministry spoke first, and then the ministry", "the ministry", "afghanistan"),
        ("Governor Jane Roe came, and the governor", "the governor", "name:Jane Roe"),
        ("Jane Roe, a retired judge, came, and the judge", "the judge", "name:Jane Roe"),
        ("Jane Roe came, and the governor", "the governor", "name:governor"),
        ("Governor Jane Roe came, and a governor", "a governor", "name:governor"),
    ],
)
def test_a_definite_description_is_of_whom_the_text_named_so(text: str, words: str, party: str) -> None:
    assert meant(text, words) == party


def test_an_office_without_a_state_is_of_the_state_in_which_the_text_is_set() -> None:
    assert meant("Yesterday the interior ministry", "the interior ministry", state="peru") == "peru"
    assert meant("Yesterday the interior ministry", "the interior ministry") == "name:interior ministry"
    assert meant("Yesterday the fire brigade", "the fire brigade", state="peru") == "name:fire brigade"
    assert meant("Yesterday the regional government", "the regional government", state="peru") == (
        "name:regional government"
    )


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("an army statement", "peru"),
        ("a statement by the interior ministry", "peru"),
        ("military officials", "peru"),
        ("a police report", "name:police"),
        ("hospital officials", "name:hospital officials"),
        ("a report", "name:report"),
        ("the governor's office", "name:governor's office"),
    ],
)
def test_a_document_or_an_envoy_speaks_for_its_office(words: str, party: str) -> None:
    assert meant(f"Yesterday {words}", words, state="peru") == party


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Tampa police", "name:Tampa police"),
        ("The San Antonio police", "name:San Antonio police"),
        ("Initial reports", "name:initial reports"),
        ("those ambushed", ""),
    ],
)
def test_a_description_keeps_the_names_in_it_and_describes_who_can_speak(words: str, party: str) -> None:
    names = find_names(words, BOOK)
    assert spelled(words, Span(0, len(words)), names, "", WORDS) == party


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("two officials in Leeds", "officials"),
        ("a lack of exits", "lack"),
        ("the mayor, a Liberal", "mayor"),
        ("he", ""),
    ],
)
def test_the_head_of_a_description_is_its_last_noun_before_a_preposition(words: str, noun: str) -> None:
    assert head(words, Span(0, len(words)), WORDS) == noun
