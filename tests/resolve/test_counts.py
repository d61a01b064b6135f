from __future__ import annotations

from typing import Any

import pytest

from tests.resolve.table import judged, says, verdict

DAY, NEXT_DAY = {"as_of": "2024-05-01"}, {"as_of": "2024-05-02"}
NOON, SOON, EVENING = ({"as_of": f"2024-05-01T{time}:00Z"} for time in ("12:00", "12:59", "18:00"))

UNORDERED = [
    ("12", "12", "agree"),
    ("133+", "133+", "agree"),
    ("60+", "93", "narrower"),
    ("133+", "143", "narrower"),
    (">130", "137+", "narrower"),
    (">130", "~200", "narrower"),
    (">180", "~200", "narrower"),
    (">100", "~200", "narrower"),
    ("20..25", "22", "narrower"),
    ("~140", "137", "narrower"),
    ("50", "~50", "narrower"),
    ("400", ">400", "narrower"),
    ("<=12", "10", "narrower"),
    ("<12", "10+", "narrower"),
    ("133+", "137+", "contradiction"),
    ("137+", ">180", "contradiction"),
    ("12", "14", "contradiction"),
    ("20..25", "30", "contradiction"),
    ("~30", "45", "contradiction"),
    ("<=12", "15", "contradiction"),
]


@pytest.mark.parametrize(("a", "b", "expected"), UNORDERED)
def test_figures_without_a_known_order(a: str, b: str, expected: str) -> None:
    assert verdict("death_toll", a, b) == verdict("death_toll", b, a) == expected


RISEN = [
    ("11", "17", "update"),
    ("133+", "137+", "update"),
    ("48+", "52", "update"),
    ("20..25", "30", "update"),
    ("60+", "93", "narrower"),
    (">130", "143+", "narrower"),
    ("52", "20+", "narrower"),
    ("31", "~30", "narrower"),
    ("17", "11", "contradiction"),
    ("137+", "133+", "contradiction"),
    ("11", "11", "agree"),
]


@pytest.mark.parametrize(("earlier", "later", "expected"), RISEN)
def test_figures_of_one_day_and_the_next(earlier: str, later: str, expected: str) -> None:
    assert verdict("death_toll", earlier, later, DAY, NEXT_DAY) == expected
    assert verdict("death_toll", later, earlier, NEXT_DAY, DAY) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (NOON, EVENING, "update"),
        (NOON, SOON, "contradiction"),
        (DAY, DAY, "contradiction"),
        (DAY, NOON, "contradiction"),
        (NOON, NEXT_DAY, "update"),
        (DAY, {}, "contradiction"),
        ({"as_of": "2024-05-01T23:30:00-05:00"}, {"as_of": "2024-05-02T06:00:00Z"}, "update"),
        ({"as_of": "2024-05-01T23:30:00-05:00"}, {"as_of": "2024-05-02T05:00:00Z"}, "contradiction"),
    ],
)
def test_only_a_known_order_of_an_hour_or_more_makes_an_update(
    a: dict[str, Any], b: dict[str, Any], expected: str
) -> None:
    assert verdict("death_toll", "11", "17", a, b) == expected


def test_a_source_that_lowers_its_own_figure_corrects_it() -> None:
    fire_service = {"speaker": "name:fire service"}
    assert verdict("death_toll", "62", "26", DAY | fire_service, NEXT_DAY | fire_service) == "correction"
    assert verdict("death_toll", "62", "26", DAY | fire_service, NEXT_DAY) == "contradiction"


def test_the_officials_of_two_outlets_may_be_others() -> None:
    officials = {"speaker": "name:officials"}
    assert verdict("death_toll", "62", "26", DAY | officials, NEXT_DAY | officials) == "contradiction"


def test_a_later_lower_figure_of_another_source_is_a_high_contradiction() -> None:
    judgement = judged(says("a.txt", "death_toll", "17", **DAY), says("b.txt", "death_toll", "16", **NEXT_DAY))
    assert (judgement.verdict, judgement.severity) == ("contradiction", "high")


@pytest.mark.parametrize(("a", "b", "severity"), [("140", "141", "low"), ("133", "143", "medium"), ("1", "2", "high")])
def test_severity_follows_the_share_that_separates_two_figures(a: str, b: str, severity: str) -> None:
    assert judged(says("a.txt", "death_toll", a), says("b.txt", "death_toll", b)).severity == severity


def test_two_lower_bounds_are_said_to_be_literally_true_both_and_still_different_counts() -> None:
    sentence = judged(says("a.txt", "death_toll", "133+"), says("b.txt", "death_toll", "137+")).say
    assert sentence.startswith("At least 133 (a.txt) and at least 137 (b.txt) can both be literally true")
    assert "counts differ" in sentence


@pytest.mark.parametrize(
    ("a", "b", "a_fields", "b_fields", "expected"),
    [
        ("64", "9", {}, {"role": "part"}, "scope"),
        ("64", "70", {}, {"role": "part"}, "contradiction"),
        ("64", "70", DAY, {"role": "part", **NEXT_DAY}, "update"),
        ("22", "3", {}, {"role": "increment"}, "scope"),
        ("4", "71", {}, {"role": "background"}, "scope"),
        ("9", "12", {"role": "part"}, {"role": "part"}, "scope"),
        ("48", "6", {}, {"counted": "children"}, "scope"),
        ("4", "6", {"counted": "soldiers"}, {"counted": "children"}, "scope"),
        ("49", "49", {}, {"counted": "passengers"}, "narrower"),
        ("48", "49", {}, {"counted": "passengers"}, "contradiction"),
        ("48", "49", DAY, {"counted": "passengers", **NEXT_DAY}, "update"),
        ("12", "50", {}, {"stance": "possible"}, "scope"),
        ("12", "12", {}, {"stance": "denied"}, "contradiction"),
        ("2", "12", {}, {"stance": "denied"}, "narrower"),
    ],
)
def test_what_counts_other_people_is_no_contradiction_unless_it_exceeds_the_whole(
    a: str, b: str, a_fields: dict[str, Any], b_fields: dict[str, Any], expected: str
) -> None:
    assert verdict("death_toll", a, b, a_fields, b_fields) == expected


def test_the_words_at_least_twenty_four_are_a_count_and_dozens_are_not() -> None:
    dozens, many = says("a.txt", "death_toll", "24+", "dozens of people"), says("b.txt", "death_toll", "133+")
    counted = says("a.txt", "death_toll", "24+", "at least 24 people")
    assert judged(dozens, many).verdict == "narrower"
    assert '"dozens" (at least 24) (a.txt)' in judged(dozens, many).say
    assert judged(counted, many).verdict == "contradiction"


def test_fewer_people_detained_is_a_low_conflict_in_words() -> None:
    judgement = judged(says("a.txt", "detained", "11"), says("b.txt", "detained", "2"))
    assert (judgement.verdict, judgement.severity) == ("contradiction", "low")
    assert "not said whether the same arrests are meant" in judgement.say
