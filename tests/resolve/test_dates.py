from __future__ import annotations

import pytest

from tests.resolve.table import judged, resolved, says, undated


@pytest.mark.parametrize(
    ("a", "b", "expected", "severity"),
    [
        ("2024-03-22", "2024-03-22", "agree", "none"),
        ("2024-03", "2024-03-22", "narrower", "none"),
        ("2024", "2024-03-22", "narrower", "none"),
        ("XXXX-03-22", "2024-03-22", "narrower", "none"),
        ("XXXX-03-22", "2024-03", "narrower", "none"),
        ("2024-03-20/2024-03-24", "2024-03-22", "narrower", "none"),
        ("2024-03-20/2024-03-24", "2024-03-24/2024-03-28", "narrower", "none"),
        ("XXXX-12-30/2025-01-02", "2024-12-31", "narrower", "none"),
        ("2024-04-03?", "2024-03-04", "narrower", "none"),
        ("2024-04-03?", "2024-04-03", "narrower", "none"),
        ("2024-03-22", "2024-03-23", "contradiction", "low"),
        ("2024-12-31", "2025-01-01", "contradiction", "low"),
        ("XXXX-03-22", "2024-03-23", "contradiction", "low"),
        ("2024-03-22", "2024-03-24", "contradiction", "high"),
        ("2021-07-14", "2022-07-14", "contradiction", "high"),
        ("2024-03-22", "2023-03-23", "contradiction", "high"),
        ("2024-03", "2024-04-22", "contradiction", "high"),
        ("2023", "2024-04-22", "contradiction", "high"),
        ("XXXX-02-29", "2023-03-10", "contradiction", "high"),
    ],
)
def test_two_dates(a: str, b: str, expected: str, severity: str) -> None:
    for first, second in ((a, b), (b, a)):
        judgement = judged(says("a.txt", "event_date", first), says("b.txt", "event_date", second))
        assert (judgement.verdict, judgement.severity) == (expected, severity)


@pytest.mark.parametrize(
    ("quote", "other", "expected"),
    [
        ("on Friday night", "2024-03-22", "narrower"),
        ("on Friday night", "XXXX-03-22", "narrower"),
        ("on Friday night", "2024-03", "narrower"),
        ("that night", "2024-03-22", "narrower"),
        ("on Friday night", "2024-03-19", "contradiction"),
        ("on Friday night", "2023-03-23", "contradiction"),
    ],
)
def test_a_weekday_is_held_against_the_weekday_of_a_day(quote: str, other: str, expected: str) -> None:
    a, b = says("a.txt", "event_date", "XXXX-XX-XX", quote), says("b.txt", "event_date", other)
    assert judged(a, b).verdict == judged(b, a).verdict == expected


def test_two_articles_that_name_the_same_weekday_agree_and_different_ones_do_not() -> None:
    friday = says("a.txt", "event_date", "XXXX-XX-XX", "Friday")
    assert judged(friday, says("b.txt", "event_date", "XXXX-XX-XX", "on Friday evening")).verdict == "agree"
    assert judged(friday, says("b.txt", "event_date", "XXXX-XX-XX", "on Monday")).verdict == "contradiction"


def test_an_event_after_its_own_report_is_a_conflict_in_one_article() -> None:
    article = undated("a.txt", published="2024-05-03")
    found = resolved(says("a.txt", "event_date", "2024-05-05"), articles=[article])["event_date"]
    assert (found.status, found.severity) == ("conflict", "high")
    assert found.notes == ("a.txt dates it 5 May 2024, after its own date, 3 May 2024.",)


def test_recent_beside_a_date_long_past_is_a_conflict_in_one_article() -> None:
    text = "The recent flood of June 2, 2022 took the old bridge."
    article = undated("a.txt", text, published="2024-06-10")
    date = says("a.txt", "event_date", "2022-06-02", "June 2, 2022", start=text.index("June"))
    found = resolved(date, articles=[article])["event_date"]
    assert (found.status, found.severity) == ("conflict", "medium")
    assert 'about 2 years before its own date, 10 June 2024, though it speaks of it as "recent"' in found.notes[0]


def test_an_anniversary_is_no_conflict() -> None:
    text = "The flood of June 2, 2022 took the old bridge."
    article = undated("a.txt", text, published="2024-06-10")
    date = says("a.txt", "event_date", "2022-06-02", "June 2, 2022", start=text.index("June"))
    found = resolved(date, articles=[article])["event_date"]
    assert (found.status, found.notes) == ("single", ())


def test_a_weekday_that_does_not_fit_its_date_is_a_conflict_in_one_article() -> None:
    stated = ("year", "month", "day", "weekday")
    date = says("a.txt", "event_date", "2023-05-02", "Monday, May 2, 2023", stated=stated)
    found = resolved(date)["event_date"]
    assert found.status == "conflict"
    assert found.notes == ("a.txt calls 2 May 2023 a Monday; it was a Tuesday.",)
