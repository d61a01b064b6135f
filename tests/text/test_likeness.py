"""Spellings of one name are alike; other names, however close, are not."""

from __future__ import annotations

import pytest

from reconcile.text.likeness import are_alike, closest, likeness


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Khartum", "Khartoum"),
        ("Zawahri", "Zawahiri"),
        ("Syed Farook", "Sayed Farook"),
        ("São Tomé", "Sao Tome"),
        ("Gadhafi", "Gaddhafi"),
        ("The Daily Bugle", "the daily bugle"),
    ],
)
def test_spellings_of_one_name_are_alike(a: str, b: str) -> None:
    assert are_alike(a, b)
    assert are_alike(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ISIS", "ISIL"),
        ("IRA", "IRB"),
        ("Johnson", "Johnston"),
        ("Austria", "Australia"),
        ("Niger", "Nigeria"),
        ("North Korea", "South Korea"),
        ("Islamic State", "Islamic State Khorasan"),
        ("Unit 8200", "Unit 8201"),
        ("", "Moscow"),
    ],
)
def test_other_names_are_not_alike(a: str, b: str) -> None:
    assert not are_alike(a, b)


def test_likeness_of_a_name_and_itself_is_one() -> None:
    assert likeness("Crowded Field", "Crowded Field") == 1.0


def test_the_closest_spelling_is_chosen_and_nothing_where_none_is_alike() -> None:
    assert closest("Mogadisho", ["Moscow", "Mogadishu"]) == "Mogadishu"
    assert closest("Springfield", ["Moscow", "Mogadishu"]) == ""
    assert closest("Springfield", []) == ""
