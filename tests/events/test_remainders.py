"""Those shot are the dead too: what is left of such a figure, and who of several is meant."""

from __future__ import annotations

import pytest

from reconcile.pipeline import extract
from tests.resolve.table import BOOK
from tests.written import written

LATER = "Police came. Shops stayed shut. Trams stood still. Schools were closed. The mayor spoke."


def answers(text: str, fact: str = "injured", title: str = "") -> list[str]:
    claims = extract([written("a.txt", text, title=title)], BOOK).claims
    return [str(claim.value) for claim in claims if claim.fact == fact and claim.says]


def test_the_dead_are_taken_off_those_shot_wherever_the_article_tells_of_them() -> None:
    assert answers(f"Six people were shot at a fair in Leeds. {LATER} Two people were killed in the shooting.") == ["4"]


def test_a_noun_holds_the_dead_though_they_are_told_before_it() -> None:
    assert answers("The student killed in a quadruple shooting in Leeds was buried.") == ["3"]


def test_figures_side_by_side_are_apart() -> None:
    assert answers("One dead, five shot in Leeds bar") == ["5"]


@pytest.mark.parametrize("text", ["One man died and three others were shot.", "A rider and two others were shot."])
def test_others_are_besides_the_dead(text: str) -> None:
    assert answers(f"{text} One man died in Leeds.") == ["3"]


def test_a_number_that_the_article_opens_with_is_its_figure_though_it_is_one() -> None:
    text = f"One person was killed at a fair in Leeds. {LATER} In June 14 people were killed at a fair in Oslo."
    assert answers(text, "death_toll") == ["1"]
