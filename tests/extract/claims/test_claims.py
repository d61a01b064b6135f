"""Claims as a whole article makes them: values with their bounds, roles, stances, speakers, no more than is said."""

from __future__ import annotations

import pytest

from reconcile import pipeline
from reconcile.extract import draft
from reconcile.kinds.count import Count
from reconcile.kinds.date import Date
from reconcile.kinds.named import Named
from reconcile.kinds.term import Term
from reconcile.model import Claim
from tests.written import BOOK, written

KINDS = {"count": Count, "date": Date, "actor": Named, "place": Named, "term": Term}


def claims(text: str, fact: str, **fields: str) -> list[Claim]:
    made = draft(written("a.txt", text, **fields), BOOK).claims
    for claim in made:
        assert text[claim.start : claim.end] == claim.quote
        assert isinstance(claim.value, KINDS[BOOK.facts[claim.fact].kind]), claim
    return [claim for claim in made if claim.fact == fact]


def told(text: str, fact: str) -> list[tuple[str, str]]:
    return [(str(claim.value), claim.role) for claim in claims(text, fact)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12 people", "12"),
        ("At least 133 people", "133+"),
        ("More than 130 people", ">130"),
        ("Nearly 200 people", "~200"),
        ("Up to 40 people", "<=40"),
        ("Between 20 and 25 people", "20..25"),
        ("Dozens of people", "24+"),
        ("Twelve people", "12"),
        ("1,200 people", "1200"),
    ],
)
def test_bounds_are_kept(words: str, value: str) -> None:
    assert told(f"{words} were killed in the fire.", "death_toll") == [(value, "total")]


def test_the_dead_and_the_injured_of_one_sentence_are_two_facts() -> None:
    text = "The blast killed at least 12 people and injured more than 40."
    assert told(text, "death_toll") == [("12+", "total")]
    assert told(text, "injured") == [(">40", "total")]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The fire killed 12 people, including three children.", [("12", "total"), ("3", "part")]),
        ("The fire killed 12 people. Two more people died on Sunday.", [("12", "total"), ("2", "increment")]),
        ("Floods have killed 900 people over the years.", [("900", "background")]),
        ("The war has killed more than 30,000 people since October 7, 2023.", [(">30000", "background")]),
        ("Floods have killed 900 people so far this year.", [("900", "background")]),
    ],
)
def test_roles(text: str, roles: list[tuple[str, str]]) -> None:
    assert told(text, "death_toll") == roles


@pytest.mark.parametrize(
    "text",
    [
        "The drill assumed that 12 people were killed.",
        "Had it gone off, the bomb would have killed 12 people.",
        "Nobody was hurt.",
        "The company cut 120 jobs and lost 12 orders.",
        "The bridge was built in 1912 at a cost of 12 million.",
        "Police searched 12 houses.",
    ],
)
def test_what_did_not_happen_to_people_is_no_toll(text: str) -> None:
    assert [value for value, _ in told(text, "death_toll") if value != "0"] == []


def test_members_of_a_list_are_parts_of_their_sum() -> None:
    assert told("Two men and a woman were killed in the fire.", "death_toll") == [
        ("3", "total"), ("2", "part"), ("1", "part"),
    ]  # fmt: skip


def test_a_list_of_gunmen_is_summed_for_counts_and_no_figure_for_who_did_it() -> None:
    text = "Two men and a woman opened fire on a market in Mosul on Tuesday, killing 12 people."
    assert [claim for claim in claims(text, "perpetrator") if isinstance(claim.value, Count)] == []


@pytest.mark.parametrize("text", ["The attack in Moscow killed 12 people.", "The fire in Nairobi killed 12 people."])
def test_where_it_happened_is_not_who_did_it(text: str) -> None:
    assert claims(text, "perpetrator") == []


def test_who_claims_it_speaks_for_itself_and_is_the_culprit_too() -> None:
    text = "Al-Shabab claimed responsibility for the attack in Mogadishu."
    for fact in ("perpetrator", "attribution"):
        (claim,) = claims(text, fact)
        assert (str(claim.value), claim.stance, claim.speaker) == ("al-shabab", "claimed", "al-shabab")


def test_who_accuses_is_the_speaker() -> None:
    text = "Turkey blamed the PKK for the bombing in Ankara."
    (blame,) = claims(text, "attribution")
    assert (str(blame.value), blame.stance, blame.speaker) == ("pkk", "accused", "turkey")
    assert [(str(c.value), c.stance) for c in claims(text, "perpetrator")] == [("pkk", "accused")]


def test_a_denial_is_of_the_one_who_denies() -> None:
    (denial,) = claims("Iran denied any involvement in the raid.", "attribution")
    assert (str(denial.value), denial.stance, denial.speaker) == ("iran", "denied", "iran")


def test_a_figure_said_by_somebody_has_its_speaker() -> None:
    (toll,) = claims("Twelve people were killed in the fire, the Red Cross said.", "death_toll")
    assert toll.speaker
    (own,) = claims("Twelve people were killed in the fire.", "death_toll")
    assert own.speaker == ""


def test_a_list_of_weapons_gives_each_its_own_words() -> None:
    weapons = claims("The attackers used explosives and firearms.", "weapon")
    assert [(str(claim.value), claim.quote) for claim in weapons] == [
        ("explosive", "explosives"), ("firearm", "firearms"),
    ]  # fmt: skip


def test_a_date_says_which_of_its_parts_are_stated() -> None:
    (day,) = claims("The attack in Mosul on March 19 killed 12 people.", "event_date")
    assert (str(day.value), day.stated) == ("2024-03-19", ("month", "day"))
    (undated,) = claims("The attack in Mosul on March 19 killed 12 people.", "event_date", published="")
    assert (str(undated.value), undated.stated) == ("XXXX-03-19", ("month", "day"))


def test_figures_hold_as_of_the_publication_unless_the_text_says_a_day() -> None:
    (toll,) = claims("The fire killed 12 people.", "death_toll", published="2024-03-23T10:00:00Z")
    assert toll.as_of == "2024-03-23T10:00:00Z"
    (undated,) = claims("The fire killed 12 people.", "death_toll", published="")
    assert undated.as_of == ""


def test_every_claim_names_its_rule_and_the_rule_exists() -> None:
    text = "Al-Shabab claimed the attack on a hotel in Mogadishu on Tuesday that killed 12 people and injured 40."
    made = draft(written("a.txt", text), BOOK).claims
    assert made
    for claim in made:
        file, _, identity = claim.rule.partition("#")
        assert identity
        assert file in BOOK.files


def test_claims_stand_in_text_order_and_each_has_the_span_of_its_wording() -> None:
    text = "At least 12 people were killed and 40 injured in an attack in Mosul on Tuesday. Police detained two men."
    made = draft(written("a.txt", text), BOOK)
    assert [claim.start for claim in made.claims] == sorted(claim.start for claim in made.claims)
    assert len(made.claims) == len(made.wordings)
    for claim, wording in zip(made.claims, made.wordings, strict=True):
        assert wording.start < wording.end <= len(text)
        assert claim.start < wording.end


def test_what_stands_only_in_a_header_is_no_claim() -> None:
    text = "Title: Twelve people killed\nOutlet: The Daily\n\nThe council met again."
    article = written("a.txt", text, title="", body_start=text.index("The council"))
    assert pipeline.extract([article], BOOK).claims == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Four men robbed the bank. The attackers fled north.", ["name:four men"]),
        ("Four men robbed the bank. Attackers fled north.", ["name:four men", "name:attackers"]),
        ("The attackers fled north. Four men robbed the bank.", ["name:attackers", "name:four men"]),
        ("The ELN bombed the bank, and the Taliban a mill. The gunmen fled.", ["eln"]),
    ],
)
def test_attackers_with_an_article_are_those_told_of_before(text: str, values: list[str]) -> None:
    told_of = [str(claim.value) for claim in claims(text, "perpetrator")]
    assert list(dict.fromkeys(told_of)) == values
