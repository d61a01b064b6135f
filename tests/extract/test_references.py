"""Parties that are only pointed at stand for the armed group that was named before."""

from __future__ import annotations

import pytest

from reconcile.extract.names import find_names
from reconcile.extract.references import references
from reconcile.text.fold import fold
from tests.written import BOOK


def pointed(text: str) -> list[tuple[str, str]]:
    slots = references(text, fold(text), find_names(text, BOOK), BOOK, "en")
    return [(text[slot.start : slot.end], str(slot.party)) for slot in slots]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Al-Shabab took the town. The group said so.", [("The group", "al-shabab")]),
        ("Al-Shabab took the town, then Boko Haram. The militia said so.", [("The militia", "boko-haram")]),
        ("The group said so. Al-Shabab took the town.", []),
        ("Kenya took the town. The group said so.", []),
        ("Al-Shabab took the town.\nThe group said so.", [("The group", "al-shabab")]),
        ("Al-Shabab took the town.\n\nThe group said so.", [("The group", "al-shabab")]),
        ("Al-Shabab took the town.\n\nIn Kismayo the group said so.", [("the group", "al-shabab")]),
        ("Al-Shabab took the town.\n\nRain fell.\n\nThe group said so.", []),
        ("Al-Shabab took the town.\n\nRain fell.\n\nIn Kismayo the group said so.", []),
        ("Al-Shabab took the town. The groups said so.", []),
        ("Al-Shabab took the town. Nobody else did.", []),
        ("Al-Shabab left.\n\nRain fell.\n\nThen the militants came back.", [("the militants", "al-shabab")]),
        ("Al-Shabab fought Boko Haram. Then the militants came back.", []),
        ("Al-Shabab left. Then the militants of the north came.", []),
        ("The militants came. They were from Al-Shabab.", [("The militants", "al-shabab")]),
        ("The militants came. They fought Al-Shabab and Boko Haram.", []),
    ],
)
def test_the_nearest_group_named_before_in_this_paragraph_or_the_last(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert pointed(text) == expected


def test_the_step_says_what_stands_for_what() -> None:
    text = "Al-Shabab took the town. The group said so."
    (slot,) = references(text, fold(text), find_names(text, BOOK), BOOK, "en")
    assert slot.steps == ("'The group' stands for 'Al-Shabab', named before it",)


def test_the_step_says_that_the_fighters_are_those_of_the_only_group() -> None:
    text = "The militants took the town. Al-Shabab said so."
    (slot,) = references(text, fold(text), find_names(text, BOOK), BOOK, "en")
    assert slot.steps == ("'The militants' stands for 'Al-Shabab', the only group that the text names",)
