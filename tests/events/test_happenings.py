"""One article's happenings told apart: which figure belongs to which."""

from __future__ import annotations

import pytest

from tests.written import event_of, grouped, said, values, written


@pytest.mark.parametrize(
    ("text", "own", "others"),
    [
        (
            "A bomb attack on a market in Mosul killed 12 people on Tuesday, police said. "
            "In a separate attack in Kirkuk, gunmen shot dead three policemen.",
            ["12"],
            ["3"],
        ),
        (
            "A bombing in Mosul killed 12 people on Tuesday. "
            "The bombing was the deadliest since an attack in Tikrit in June 2022 killed 40 people.",
            ["12"],
            ["40"],
        ),
        (
            "An earthquake in Izmir on Friday killed 20 people. "
            "It was the deadliest since the 1999 earthquake in Turkey, which killed more than 17,000 people.",
            ["20"],
            [">17000"],
        ),
        (
            "A shooting at a school in Dallas killed two people on Monday. "
            "A similar shooting in Houston in 2018 left 10 people dead.",
            ["2"],
            ["10"],
        ),
        (
            "A ferry sank off Cebu on Friday, killing 20 people. "
            "It was the deadliest sinking in the country since 2015, when 61 people drowned near Ormoc.",
            ["20"],
            ["61"],
        ),
        (
            "An earthquake in Izmir on Friday killed 20 people. "
            "It was the deadliest quake to hit the country since one in Duzce in 1999 that killed 845 people.",
            ["20"],
            ["845"],
        ),
        (
            "A bombing in Peshawar killed 20 people on Thursday. Another attack in Quetta last year killed 12 people.",
            ["20"],
            ["12"],
        ),
    ],
    ids=[
        "another town",
        "deadliest since",
        "an earlier year",
        "a similar one",
        "since a year, when",
        "since one that",
        "last year elsewhere",
    ],
)
def test_figures_of_two_happenings_are_not_mixed(text: str, own: list[str], others: list[str]) -> None:
    found = grouped([written("a.txt", text)])
    assert values(found, "a.txt", "death_toll", main=True) == own
    assert values(found, "a.txt", "death_toll", main=False) == others
    assert said(found, "a.txt", "death_toll") == own


@pytest.mark.parametrize(
    "second",
    [
        "Another attack in Peshawar last year killed 12 people.",
        "Another attack in Peshawar in March 2022 killed 12 people.",
        "A bombing in Peshawar last month killed 12 people.",
        "A bombing in Peshawar on February 3 killed 12 people.",
    ],
)
def test_an_earlier_happening_in_the_same_town_is_another_one(second: str) -> None:
    found = grouped([written("a.txt", f"A bombing in Peshawar on Thursday killed 20 people. {second}")])
    assert values(found, "a.txt", "death_toll", main=True) == ["20"]
    assert values(found, "a.txt", "death_toll", main=False) == ["12"]


def test_another_happening_in_the_same_town_on_no_day_is_another_one() -> None:
    text = "A bombing in Peshawar on Thursday killed 20 people. Another bombing in Peshawar killed 12 people."
    found = grouped([written("a.txt", text)])
    assert values(found, "a.txt", "death_toll", main=True) == ["20"]


def test_a_second_happening_of_the_same_day_and_town_is_another_one() -> None:
    text = "A bombing in Mosul on Tuesday killed 12 people. Hours later, a second bombing in Mosul killed five people."
    found = grouped([written("a.txt", text)])
    assert values(found, "a.txt", "death_toll", main=True) == ["12"]


def test_a_happening_that_is_only_remembered_is_not_what_the_article_is_about() -> None:
    text = (
        "Thousands gathered in Madrid on Monday to mark the anniversary of the train bombings that killed 191 people "
        "in 2004."
    )
    found = grouped([written("a.txt", text)])
    assert said(found, "a.txt", "death_toll") == []
    remembered = [claim for claim in found.claims if claim.fact == "death_toll"]
    assert [(str(claim.value), event_of(found, claim).date) for claim in remembered] == [("191", "2004")]


def test_what_a_later_sentence_says_of_the_attack_is_said_of_the_main_one() -> None:
    text = (
        "A bombing in Mosul on Tuesday killed 12 people.\n\nThe bombing also injured 40 people.\n\n"
        "Police detained two men over the attack."
    )
    found = grouped([written("a.txt", text)])
    assert said(found, "a.txt", "injured") == ["40"]
    assert said(found, "a.txt", "detained") == ["2"]


def test_a_new_paragraph_comes_back_to_the_main_happening() -> None:
    text = (
        "A bombing in Mosul on Tuesday killed 12 people. A similar attack in Kirkuk in 2022 killed 30 people.\n\n"
        "The attack left 40 people injured."
    )
    found = grouped([written("a.txt", text)])
    assert values(found, "a.txt", "injured", main=True) == ["40"]


def test_a_venue_named_before_its_town_leaves_the_claims_with_the_main_happening() -> None:
    text = "The attack on the Palace Hotel in Kampala on March 20 killed 14 people."
    found = grouped([written("a.txt", text)])
    assert len(found.events) == 1
    assert found.events[0].place == "kampala"
    assert {claim.fact for claim in found.claims if claim.says} >= {"death_toll", "event_date", "place"}


def test_today_and_yesterday_tell_two_happenings_apart() -> None:
    text = "An attack today in Kirkuk killed two people. In Kirkuk, an attack four days ago killed nine people."
    found = grouped([written("a.txt", text)])
    tolls = {str(claim.value): claim.event for claim in found.claims if claim.fact == "death_toll"}
    assert tolls["2"] != tolls["9"]


def test_the_main_happening_has_the_day_that_a_later_sentence_gives_to_one_of_its_sort() -> None:
    text = (
        "The clinic shooting killed two people.\n\nThe mayor was there.\n\nShops stayed closed.\n\nBells rang.\n\n"
        "The shootings in Mosul early on Tuesday were heard far away."
    )
    found = grouped([written("a.txt", text)])
    assert [claim.quote for claim in found.claims if claim.says and claim.fact == "event_date"] == ["early on Tuesday"]


def test_an_article_about_no_happening_has_a_main_event_without_claims() -> None:
    found = grouped([written("a.txt", "The parliament in Nairobi debated a bill."), written("b.txt", "Shares rose.")])
    assert found.claims == ()
    assert len(found.events) == 2
    assert set(found.main) == {"a.txt", "b.txt"}


def test_the_reason_quotes_no_words_of_the_sentence_before() -> None:
    text = "A bombing in Peshawar killed 20 people on Thursday. Another attack in Quetta last year killed 12 people."
    found = grouped([written("a.txt", text)])
    reasons = [step for claim in found.claims for step in claim.steps if step.startswith("event: ")]
    assert len(reasons) == len(found.claims)
    assert not [reason for reason in reasons if "Thursday. " in reason]


def test_figures_of_a_happening_long_ago_are_background_beside_the_news() -> None:
    text = "A bombing in Peshawar killed 20 people on Thursday. A bombing in Quetta in March 2019 killed 12 people."
    found = grouped([written("a.txt", text)])
    assert [(str(c.value), c.role) for c in found.claims if c.fact == "death_toll"] == [
        ("20", "total"),
        ("12", "background"),
    ]


def test_figures_of_another_happening_of_these_days_are_totals() -> None:
    text = "A bombing in Peshawar killed 20 people on Thursday. A bombing in Quetta on Wednesday killed 12 people."
    found = grouped([written("a.txt", text)])
    assert [c.role for c in found.claims if c.fact == "death_toll"] == ["total", "total"]
