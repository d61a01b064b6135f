from __future__ import annotations

import pytest

from reconcile.errors import UsageError
from reconcile.rulebook import load
from reconcile.rulebook.selected import ordered, select_policies

BOOK = load()
NAMED = ("range", "latest-majority-lowest", "conservative", "min-max", "best-low-high", "authority")


def headlines(*choices: str) -> dict[str, str]:
    return {fact.id: fact.headline for fact in select_policies(BOOK, choices).facts.values()}


@pytest.mark.parametrize("name", NAMED)
def test_a_policy_by_its_name_prints_every_fact_that_it_suits(name: str) -> None:
    suited = {fact.id for fact in BOOK.facts.values() if fact.kind in BOOK.headlines[name].kinds}
    chosen = headlines(name)
    assert {fact for fact, policy in chosen.items() if policy == name} == suited
    assert {fact: chosen[fact] for fact in chosen.keys() - suited} == {
        fact.id: fact.headline for fact in BOOK.facts.values() if fact.id not in suited
    }


def test_the_choice_for_one_fact_wins_over_that_for_all_wherever_it_stands() -> None:
    for choices in (("injured=min-max", "conservative"), ("conservative", "injured=min-max")):
        chosen = headlines(*choices)
        assert (chosen["injured"], chosen["death_toll"]) == ("min-max", "conservative")


def test_of_two_choices_for_one_fact_the_later_wins() -> None:
    assert headlines("injured=min-max", "injured=range")["injured"] == "range"
    assert headlines("min-max", "range")["injured"] == "range"


def test_no_choice_leaves_the_rules_as_they_are_and_a_choice_leaves_the_shipped_ones_alone() -> None:
    assert select_policies(BOOK, ()) is BOOK
    assert select_policies(BOOK, ["min-max"]) is not BOOK
    assert BOOK.facts["death_toll"].headline == "range"


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ("mn-max", r"no policy is called 'mn-max' \(did you mean 'min-max'\?\); allowed: all-named, authority, "),
        ("injured=", "no policy is called ''; allowed: "),
        ("injurd=min-max", r"no fact is called 'injurd' \(did you mean 'injured'\?\); allowed: attackers, "),
        ("event_date=min-max", "'min-max' does not suit event_date, a date; allowed: all-named, authority, best-supp"),
    ],
)
def test_what_is_unknown_or_does_not_suit_is_an_error_that_lists_what_does(choice: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        select_policies(BOOK, [choice])


def test_a_later_source_of_choices_wins_whatever_it_chooses() -> None:
    assert ordered(["injured=min-max"], ["range"]) == ("range",)
    assert ordered(["range"], ["injured=min-max"]) == ("range", "injured=min-max")
    assert ordered(["injured=min-max"], ["injured=range"]) == ("injured=min-max", "injured=range")
