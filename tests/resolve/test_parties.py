from __future__ import annotations

from typing import Any

import pytest

from tests.resolve.table import resolved, says, verdict

RUSSIA, UKRAINE = {"speaker": "russia", "stance": "accused"}, {"speaker": "ukraine", "stance": "accused"}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("islamic-state", "islamic-state", "agree"),
        ("islamic-state", "is-khorasan", "narrower"),
        ("is-khorasan", "is-somalia", "contradiction"),
        ("name:gunmen", "is-khorasan", "narrower"),
        ("name:radical Islamists", "is-khorasan", "narrower"),
        ("name:Kowal", "name:Jan Kowal", "narrower"),
        ("name:Jan Kowal", "name:Piotr Nowak", "contradiction"),
        ("name:Syed Farook", "name:Sayed Farook", "agree"),
        ("islamic-state", "ukraine", "contradiction"),
    ],
)
def test_two_perpetrators(a: str, b: str, expected: str) -> None:
    assert verdict("perpetrator", a, b) == verdict("perpetrator", b, a) == expected


@pytest.mark.parametrize(
    ("a", "b", "a_fields", "b_fields", "expected"),
    [
        ("ukraine", "ukraine", {"stance": "accused"}, {"stance": "denied", "speaker": "ukraine"}, "contradiction"),
        ("islamic-state", "ukraine", {"stance": "claimed"}, {"stance": "denied", "speaker": "ukraine"}, "narrower"),
        ("name:Black Banner", "name:Red Star", {"stance": "claimed"}, {"stance": "claimed"}, "contradiction"),
        ("islamic-state", "ukraine", {"stance": "claimed"}, {"stance": "accused"}, "contradiction"),
    ],
)
def test_stances_on_who_did_it(
    a: str, b: str, a_fields: dict[str, Any], b_fields: dict[str, Any], expected: str
) -> None:
    assert verdict("perpetrator", a, b, a_fields, b_fields) == expected


def test_a_suspect_and_the_group_that_claims_it_are_no_contradiction() -> None:
    charged, claimed = {"stance": "charged"}, {"stance": "claimed"}
    assert verdict("perpetrator", "name:Jan Kowal", "islamic-state", charged, claimed) == "scope"


def test_two_suspects_are_no_contradiction_where_one_article_names_both() -> None:
    kowal, nowak = says("a.txt", "perpetrator", "name:Jan Kowal"), says("a.txt", "perpetrator", "name:Piotr Nowak")
    other = says("b.txt", "perpetrator", "name:Piotr Nowak")
    assert resolved(kowal, nowak, other)["perpetrator"].status == "compatible"
    assert resolved(kowal, other)["perpetrator"].status == "conflict"


def test_a_later_legal_stage_is_an_update_and_an_earlier_one_is_not() -> None:
    suspected = {"stance": "suspected", "as_of": "2024-05-01"}
    charged = {"stance": "charged", "as_of": "2024-06-01"}
    assert verdict("perpetrator", "name:Jan Kowal", "name:Jan Kowal", suspected, charged) == "update"
    charged_first = {"stance": "charged", "as_of": "2024-04-01"}
    assert verdict("perpetrator", "name:Jan Kowal", "name:Jan Kowal", suspected, charged_first) == "agree"


@pytest.mark.parametrize(
    ("a", "b", "a_fields", "b_fields", "expected"),
    [
        ("ukraine", "russia", RUSSIA, UKRAINE, "contradiction"),
        ("ukraine", "ukraine", RUSSIA, {"speaker": "ukraine", "stance": "denied"}, "contradiction"),
        ("ukraine", "ukraine", RUSSIA, {"speaker": "russia", "stance": "denied"}, "correction"),
        ("ukraine", "islamic-state", RUSSIA, RUSSIA, "scope"),
        ("ukraine", "ukraine", RUSSIA, {"speaker": "belarus", "stance": "accused"}, "agree"),
        ("islamic-state", "is-khorasan", UKRAINE, {"speaker": "france", "stance": "accused"}, "narrower"),
        ("islamic-state", "ukraine", {"speaker": "islamic-state", "stance": "claimed"}, RUSSIA, "contradiction"),
        ("islamic-state", "ukraine", UKRAINE, {"speaker": "ukraine", "stance": "denied"}, "narrower"),
    ],
)
def test_who_blames_whom_is_compared_by_speaker(
    a: str, b: str, a_fields: dict[str, Any], b_fields: dict[str, Any], expected: str
) -> None:
    assert (
        verdict("attribution", a, b, a_fields, b_fields) == verdict("attribution", b, a, b_fields, a_fields) == expected
    )


def test_two_speakers_in_one_article_who_blame_each_other_are_a_conflict_by_speaker() -> None:
    found = resolved(
        says("a.txt", "attribution", "ukraine", **RUSSIA),
        says("a.txt", "attribution", "russia", **UKRAINE),
        says("a.txt", "attribution", "ukraine", speaker="ukraine", stance="denied"),
    )["attribution"]
    assert (found.status, found.severity) == ("conflict", "high")
    assert (
        found.wording
        == "It is disputed who is responsible: Russia blames Ukraine; Ukraine blames Russia; Ukraine denies it."
    )
