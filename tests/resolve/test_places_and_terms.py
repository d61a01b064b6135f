from __future__ import annotations

import pytest

from tests.resolve.table import judged, says, verdict


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
