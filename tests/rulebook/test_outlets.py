"""An outlet is found by its names, its spellings and its web pages."""

from __future__ import annotations

import pytest

from reconcile.rulebook import load
from reconcile.rulebook.outlets import outlet_name, outlets

BOOK = load()


@pytest.mark.parametrize("name", ["Associated Press", "AP", "the associated press", "associated-press", "apnews.com"])
def test_an_outlet_goes_by_every_name_of_its(name: str) -> None:
    found = outlets(BOOK).find(name)
    assert found is not None
    assert found.id == "associated-press"


def test_a_name_spelled_with_a_letter_less_is_still_the_outlet() -> None:
    assert outlet_name("Asociated Press", "", BOOK) == "Associated Press"


@pytest.mark.parametrize("name", ["Riverside Gazette", "AFB", "Unassociated Press"])
def test_another_name_stays_as_it_is(name: str) -> None:
    assert outlet_name(name, "", BOOK) == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.reuters.com/world/a-b-c", "Reuters"),
        ("https://apnews.com/article/1", "Associated Press"),
        ("https://notreuters.com/x", ""),
        ("reuters.com/x", ""),
        ("https://[broken", ""),
        ("", ""),
    ],
)
def test_a_page_tells_its_outlet_by_the_domain(url: str, name: str) -> None:
    assert outlet_name("", url, BOOK) == name


def test_what_the_header_says_goes_before_the_page() -> None:
    assert outlet_name("Riverside Gazette", "https://www.reuters.com/x", BOOK) == "Riverside Gazette"


def test_the_names_of_two_outlets_are_never_one() -> None:
    for spec in BOOK.outlets.values():
        found = outlets(BOOK).find(spec.name)
        assert found is not None
        assert found.name == spec.name
