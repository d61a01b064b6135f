"""Victims told one by one, and figures that are of several happenings."""

from __future__ import annotations

import pytest

from reconcile.model import Claim
from reconcile.pipeline import extract
from tests.resolve.table import BOOK
from tests.written import written


def claims(text: str, fact: str = "injured", title: str = "") -> list[Claim]:
    return [c for c in extract([written("a.txt", text, title=title)], BOOK).claims if c.fact == fact]


def answers(text: str, fact: str = "injured") -> list[str]:
    return [str(claim.value) for claim in claims(text, fact) if claim.says]


TWO = "A 19-year-old man was wounded in the leg. A 22-year-old woman was wounded in the hand."


def test_two_of_different_ages_are_two_and_each_is_a_part() -> None:
    made = claims(TWO)
    assert [(str(c.value), c.role, c.says) for c in made if c.role == "total"] == [("2", "total", True)]
    assert [str(c.value) for c in made if c.role == "part"] == ["1", "1"]
    assert "told one by one" in " ".join(next(c for c in made if c.says).steps)


@pytest.mark.parametrize(
    "text",
    [
        "A 19-year-old man was wounded in Leeds. John Roe, 19, was wounded in the leg.",
        "John Roe, 24, was wounded in Leeds. Roe was wounded in the leg.",
        "A man was wounded in Leeds. The victim was wounded in the leg.",
    ],
)
def test_who_may_be_the_same_counts_once(text: str) -> None:
    assert answers(text) == ["1"]


def test_one_brought_in_after_another_of_that_age_is_somebody_else() -> None:
    assert answers("John Roe, 19, was wounded in the leg. A 19-year-old woman was wounded in the hand.") == ["2"]


def test_a_wider_figure_goes_before_any_sum() -> None:
    assert answers(f"Five people were wounded in Leeds. {TWO}") == ["5"]


def test_ages_behind_a_group_are_no_figures() -> None:
    assert answers("Two men, 18 and 20, and one woman, 31, were wounded.") == ["3"]
    assert answers("Three men, ages 24, 25 and 41, were wounded.") == ["3"]
    assert answers("Man, 24, fatally shot in Leeds", "death_toll") == ["1"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were wounded in separate shootings in Leeds.",
        "Nine people were wounded in weekend shootings.",
        "Nine people were wounded in four shootings in Leeds.",
        "Nine people were wounded in shootings across the city.",
    ],
)
def test_the_sum_of_several_happenings_is_of_no_single_one(text: str) -> None:
    assert [(str(c.value), c.role) for c in claims(text)] == [("9", "background")]
    assert answers(f"{text} In one of them, three men were wounded in a park.") == ["3"]


def test_linked_deeds_with_one_figure_keep_it() -> None:
    assert answers("Nine people were wounded in the shootings at the fair.") == ["9"]
