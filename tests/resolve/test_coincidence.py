"""The same number on two different counted things is a hint of low severity, never a conflict by itself."""

from __future__ import annotations

import pytest

from reconcile.model import Finding
from tests.written import reported, written

STORM = "A typhoon killed {} people in Leeds on Monday, officials said."


def toll(first: str, second: str) -> Finding:
    texts = {"A": first, "B": second}
    articles = [written(n, text, outlet=f"Outlet {n}", published="2024-05-14") for n, text in texts.items()]
    return next(finding for finding in reported(articles).findings if finding.fact == "death_toll")


def test_the_dead_of_one_article_are_those_in_shelters_of_another() -> None:
    found = toll(
        STORM.format("4,460"), "A typhoon struck Leeds on Monday, and 4460 people were in shelters, they said."
    )
    assert (found.status, found.severity) == ("single", "low")
    assert found.notes == (
        "The death toll of 4,460 (Outlet A) stands on something else too: "
        "“Monday, and 4460 people were in shelters, they” (Outlet B).",
    )


def test_the_dead_of_one_article_are_the_injured_of_another() -> None:
    found = toll(STORM.format("137"), "A typhoon struck Leeds on Monday and 137 people were injured, officials said.")
    assert (found.status, found.severity, len(found.notes)) == ("single", "low", 1)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (STORM.format("4,460"), STORM.format("4,460") + " Some 4,460 families mourn."),  # it gives the toll itself
        (STORM.format("400"), "A typhoon struck Leeds on Monday and 400 people were in shelters, officials said."),
        (STORM.format("12"), "A typhoon struck Leeds on Monday and 12 people were in shelters, officials said."),
        (STORM.format("2,013"), "The typhoon that struck Leeds on Monday was the worst since 2013, officials said."),
        (STORM.format("137"), "A typhoon struck Leeds on Monday; the wind reached 137.5 km/h or 1,137 units."),
    ],
)
def test_what_is_round_small_a_year_or_another_number_is_no_hint(first: str, second: str) -> None:
    found = toll(first, second)
    assert (found.status in ("single", "agreed"), found.severity, found.notes) == (True, "none", ())


def test_it_leaves_a_conflict_as_severe_as_it_is() -> None:
    other = "A typhoon killed 1,200 people in Leeds on Monday. Some 4,460 people were in shelters, officials said."
    found = toll(STORM.format("4,460"), other)
    assert (found.status, found.severity) == ("conflict", "high")
    assert any("stands on something else too" in note for note in found.notes)
