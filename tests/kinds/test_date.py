"""Dates: one spelling each, the days they cover, and what no calendar has."""

from __future__ import annotations

from datetime import date as Day

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.kinds.date import Date, Point, on, parse

DAYS = st.dates(Day(1, 1, 1), Day(9999, 12, 31)).map(lambda day: Point(day.year, day.month, day.day))
POINTS = st.one_of(
    DAYS,
    st.builds(Point, st.integers(1, 9999)),
    st.builds(Point, st.integers(0, 9999), st.integers(1, 12)),
    st.builds(lambda day: Point(0, day.month, day.day), DAYS),
    st.just(Point(0, 0, 0)),
    st.builds(lambda day: Point(day.year, day.month, day.day, True), DAYS),
)
DATES = st.one_of(st.builds(Date, POINTS), st.builds(Date, DAYS, DAYS))


@given(DATES)
def test_what_a_date_is_spelled_as_reads_as_that_date(value: Date) -> None:
    assert parse(str(value)) == value


@given(st.text(alphabet=st.sampled_from("0123456789X-/? "), max_size=12))
def test_a_text_that_spells_a_date_is_the_spelling_of_it(text: str) -> None:
    try:
        value = parse(text)
    except ValueError:
        return
    assert str(value) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "2024-02-30", "2023-02-29", "2024-13", "2024-00", "2024-01-00", "0000", "0000-03-22", "2024-3-2",
        "24-03-22", "2024-03-22/", "/2024-03-22", "2024-03-22/2024-13-01", "2024-XX-22", "XXXX-02-30", "XXXX-13-01",
        "XX24-03-22", "2024-03-22 ", "٢٠٢٤", "2024-03-22??", "20240322", "2024-04-31",
    ],
)  # fmt: skip
def test_what_no_calendar_has_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|day|month"):
        parse(text)


def test_a_leap_day_whose_year_is_unknown_is_a_day() -> None:
    assert str(parse("XXXX-02-29")) == "XXXX-02-29"
    assert str(parse("2024-02-29")) == "2024-02-29"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-03-22", "2024-03-22", "2024-03-22"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-03-22/2024-03-24", "2024-03-22", "2024-03-24"),
        ("2024-04-03?", "2024-04-03", "2024-04-03"),
        ("XXXX-03-22", None, None),
        ("XXXX-XX-XX", None, None),
    ],
)
def test_the_days_that_a_date_covers(text: str, first: str | None, last: str | None) -> None:
    value = parse(text)
    assert (value.first and value.first.isoformat(), value.last and value.last.isoformat()) == (first, last)


@given(st.dates())
def test_a_day_of_the_calendar_is_a_day(day: Day) -> None:
    assert on(day).is_day
    assert on(day).first == on(day).last == day


@pytest.mark.parametrize("text", ["2024-03", "2024", "XXXX-03-22", "XXXX-XX-XX", "2024-03-22/2024-03-24"])
def test_less_or_more_than_one_day_is_no_day(text: str) -> None:
    assert not parse(text).is_day
