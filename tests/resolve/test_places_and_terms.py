from __future__ import annotations

import pytest

from reconcile.rulebook.gazetteer import gazetteer
from tests.resolve.table import BOOK, judged, says, verdict


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("moscow", "moscow", "agree"),
        ("russia", "moscow", "narrower"),
        ("name:Riverside", "name:Riverside Market", "narrower"),
        ("name:Riverside Market", "moscow", "narrower"),
        ("kabul", "moscow", "contradiction"),
    ],
)
def test_two_places(a: str, b: str, expected: str) -> None:
    assert verdict("place", a, b) == verdict("place", b, a) == expected


def test_a_place_that_no_list_knows_is_only_of_low_severity_and_the_sentence_says_so() -> None:
    judgement = judged(says("a.txt", "place", "name:Riverside Market"), says("b.txt", "place", "moscow"))
    assert judgement.severity == "low"
    assert judgement.say.startswith("No list of places knows both Moscow (b.txt) and Riverside Market (a.txt)")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("chelsea", "chelsea-massachusetts", "Chelsea (a.txt) against Chelsea, Massachusetts (b.txt)"),
        ("birmingham-alabama", "birmingham", "Birmingham (b.txt) against Birmingham, Alabama (a.txt)"),
        ("merida-venezuela", "merida-state", "Merida, Venezuela (merida-venezuela) (a.txt)"),
        ("chelsea", "name:Chelsea", "Chelsea (chelsea) (a.txt) and Chelsea (name:Chelsea) (b.txt)"),
    ],
)
def test_two_places_of_one_name_are_told_apart_in_a_sentence(a: str, b: str, expected: str) -> None:
    assert expected in judged(says("a.txt", "place", a), says("b.txt", "place", b)).say


def test_no_two_places_are_called_the_same() -> None:
    known = gazetteer(BOOK)
    places = [place for key in known.keys for place in known.named(key)]
    called = {place.id: known.called(place) for place in places}
    assert len(set(called.values())) == len(called)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("firearm", "firearm", "agree"),
        ("explosive", "car-bomb", "narrower"),
        ("missile", "suicide-bomb", "contradiction"),
        ("machete", "air-strike", "contradiction"),
        ("vehicle", "machete", "scope"),
        ("explosive", "firearm", "scope"),
    ],
)
def test_two_weapons(a: str, b: str, expected: str) -> None:
    assert verdict("weapon", a, b) == verdict("weapon", b, a) == expected
