"""What five articles on one attack must come to, from claims written by hand."""

from __future__ import annotations

import pytest

from reconcile.model import Finding
from tests.resolve.table import resolved, says, undated

TEXT = "The recent attack on the concert hall on March 23, 2023 shook the city."
ARTICLES = [
    undated("000.txt"),
    undated("001.txt"),
    undated("002.txt", published="2024-03-28"),
    undated("003.txt"),
    undated("004.txt", TEXT, published="2024-03-31"),
]
ACCUSED, DENIED = {"stance": "accused"}, {"stance": "denied"}
CLAIMS = [
    says("001.txt", "death_toll", "137+"),
    says("002.txt", "death_toll", ">130"),
    says("003.txt", "death_toll", "133+"),
    says("004.txt", "death_toll", "143+"),
    says("001.txt", "injured", ">180"),
    says("002.txt", "injured", "~200"),
    says("004.txt", "injured", ">100"),
    says("001.txt", "event_date", "XXXX-XX-XX", "Friday night", stated=("weekday",)),
    says("002.txt", "event_date", "2024-03-22", "March 22", stated=("month", "day")),
    says("003.txt", "event_date", "XXXX-XX-XX", "on a Friday night", stated=("weekday",)),
    says(
        "004.txt",
        "event_date",
        "2023-03-23",
        "March 23, 2023",
        start=TEXT.index("March"),
        stated=("year", "month", "day"),
    ),
    says("000.txt", "perpetrator", "islamic-state", stance="claimed"),
    says("001.txt", "perpetrator", "is-khorasan", stance="claimed"),
    says("002.txt", "perpetrator", "is-khorasan"),
    says("003.txt", "perpetrator", "islamic-state", stance="claimed"),
    says("003.txt", "perpetrator", "is-khorasan", says=False, speaker="united-states", **ACCUSED),
    says("004.txt", "perpetrator", "is-khorasan"),
    says("000.txt", "attribution", "islamic-state", speaker="france", **ACCUSED),
    says("000.txt", "attribution", "islamic-state", speaker="united-states", **ACCUSED),
    says("000.txt", "attribution", "ukraine", speaker="russia", **ACCUSED),
    says("002.txt", "attribution", "name:radical Islamists", speaker="russia", **ACCUSED),
    says("002.txt", "attribution", "ukraine", speaker="russia", **ACCUSED),
    says("003.txt", "attribution", "ukraine", speaker="russia", **ACCUSED),
    says("003.txt", "attribution", "russia", speaker="ukraine", **ACCUSED),
    says("003.txt", "attribution", "ukraine", speaker="ukraine", **DENIED),
    says("003.txt", "detained", "11"),
    says("003.txt", "detained", "4", role="part", says=False),
    says("001.txt", "detained", "2"),
    says("002.txt", "weapon", "explosive"),
    says("002.txt", "weapon", "firearm", start=30),
]


@pytest.fixture(scope="module")
def found() -> dict[str, Finding]:
    return resolved(*CLAIMS, articles=ARTICLES)


@pytest.mark.parametrize(
    ("fact", "status", "severity"),
    [
        ("death_toll", "conflict", "medium"),
        ("injured", "compatible", "none"),
        ("event_date", "conflict", "high"),
        ("perpetrator", "compatible", "none"),
        ("attribution", "conflict", "high"),
        ("detained", "conflict", "low"),
        ("weapon", "single", "none"),
    ],
)
def test_status_of_each_fact(found: dict[str, Finding], fact: str, status: str, severity: str) -> None:
    assert (found[fact].status, found[fact].severity) == (status, severity)


def test_the_tolls_are_a_conflict_of_three_counts_that_a_rounded_one_allows(found: dict[str, Finding]) -> None:
    toll = found["death_toll"]
    values = {row.claims[0]: row.value for row in toll.values}
    verdicts = {frozenset((values[one.a], values[one.b])): one.verdict for one in toll.verdicts}
    counts = ["133+", "137+", "143+"]
    assert {verdicts[frozenset((">130", count))] for count in counts} == {"narrower"}
    assert {verdicts[frozenset((a, b))] for a in counts for b in counts if a < b} == {"contradiction"}
    assert toll.range == "133..143"
    assert toll.wording == "Outlets put the death toll between 133 and 143."


def test_the_latest_dated_toll_is_offered_as_an_update_and_not_claimed_against_undated_ones(
    found: dict[str, Finding],
) -> None:
    assert found["death_toll"].headline.value == "143+"
    assert found["death_toll"].notes == (
        "At least 143 (004.txt), the latest dated (31 March 2024), may be an update of at least 133 (003.txt) and "
        "at least 137 (001.txt), which have no date, so that no update is claimed.",
    )


def test_more_than_100_is_said_to_be_far_below_the_other_two(found: dict[str, Finding]) -> None:
    assert {one.verdict for one in found["injured"].verdicts} == {"narrower"}
    assert found["injured"].notes == (
        "More than 100 (004.txt) is far below the other two, more than 180 (001.txt) and about 200 (002.txt), "
        "though it can be literally true.",
    )


def test_the_dates_differ_in_day_and_year_and_the_weekdays_are_told(found: dict[str, Finding]) -> None:
    date = found["event_date"]
    high = [one.say for one in date.verdicts if one.severity == "high"]
    assert high == ["Day and year differ: 22 March 2024 (002.txt) against 23 March 2023 (004.txt)."]
    assert date.notes == (
        "23 March 2023 was a Thursday; 22 March 2024 was a Friday.",
        "004.txt dates it 23 March 2023, about a year before its own date, 31 March 2024, "
        'though it speaks of it as "recent".',
    )
    assert date.headline.value == "2024-03-22"


def test_the_group_and_its_branch_are_one_answer(found: dict[str, Finding]) -> None:
    assert {one.verdict for one in found["perpetrator"].verdicts} == {"agree", "narrower"}
    assert found["perpetrator"].headline.value == "is-khorasan"


def test_blame_is_a_conflict_by_speaker(found: dict[str, Finding]) -> None:
    said = {one.say for one in found["attribution"].verdicts if one.verdict == "contradiction"}
    assert "United States names Islamic State, Russia names Ukraine." in said
    assert "Russia and Ukraine speak against each other: one holds Ukraine responsible, the accused denies it." in said


def test_two_weapons_of_one_article_stand_together(found: dict[str, Finding]) -> None:
    assert found["weapon"].headline.value == "explosive | firearm"
    assert found["weapon"].wording == "The means are given as explosive and firearm, according to 002.txt."
