from __future__ import annotations

import pytest

from reconcile.kinds import count, date
from reconcile.model import Article
from reconcile.report import words
from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import OutletSpec
from tests.factory import article, claim
from tests.report.sample import book


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("133", "133"),
        ("1204+", "at least 1,204"),
        (">130", "more than 130"),
        ("<=12", "up to 12"),
        ("<12", "fewer than 12"),
        ("20..25", "between 20 and 25"),
        ("~200", "about 200"),
        ("12 | 15+", "12 or at least 15"),
    ],
)
def test_a_count_in_words(value: str, said: str) -> None:
    assert words.value_in_words(value, "count", Rulebook()) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2024-03-22", "22 March 2024"),
        ("2024-03", "March 2024"),
        ("2024", "2024"),
        ("XXXX-03-22", "22 March (year not stated)"),
        ("XXXX-03", "March (year not stated)"),
        ("2024-03-XX", "March 2024 (day not stated)"),
        ("2024-04-03?", "3 April 2024 (or day and month the other way round)"),
        ("2024-03-22/2024-03-24", "22 March 2024 to 24 March 2024"),
        ("2024-03-30/2024-04-02", "30 March 2024 to 2 April 2024"),
        ("XXXX-XX-XX", "a Friday (no date)"),
    ],
)
def test_a_date_in_words(value: str, said: str) -> None:
    assert words.value_in_words(value, "date", Rulebook(), "late on FRIDAY") == said


def test_names_come_from_the_rules_and_else_from_their_own_words() -> None:
    assert words.value_in_words("harbour-front", "actor", book()) == "Harbour Front"
    assert words.value_in_words("name:a rival trader", "actor", book()) == "a rival trader"
    assert words.value_in_words("northport", "place", book()) == "Northport"
    assert words.value_in_words("new-york", "place", book()) == "New York"
    assert words.value_in_words("home-made", "term", book()) == "home made"


def test_a_spelling_that_is_none_stays_as_it_is() -> None:
    assert words.value_in_words("dozens", "count", book()) == "dozens"


@pytest.mark.parametrize(
    ("value", "stated", "said"),
    [
        ("2024-03-22", ("year", "month", "day"), ""),
        ("2024-03-22", ("month", "day"), "year worked out"),
        ("2024-03-22", ("day",), "year and month worked out"),
        ("2024-03-22", ("weekday",), "worked out from the weekday"),
        ("2024-03-22", ("relative",), "worked out from the publication"),
        ("XXXX-XX-XX", ("weekday",), ""),
    ],
)
def test_parts_that_are_not_stated_are_called_worked_out(value: str, stated: tuple[str, ...], said: str) -> None:
    assert words.worked_out(claim(date.parse(value), stated=stated)) == said


def test_a_count_is_never_worked_out() -> None:
    assert words.worked_out(claim(count.parse("12"))) == ""


def test_a_source_is_outlet_and_day_or_the_file() -> None:
    known = Rulebook(outlets={"outlet-a": OutletSpec("outlet-a", "The Outlet A")})

    def source(told: Article) -> str:
        return words.source_in_words(told, words.outlet_in_words(told, known))

    assert source(article(outlet="outlet-a")) == "The Outlet A, 2024-03-22"
    assert source(article("x/b.jsonl#3", outlet="")) == "b.jsonl#3, 2024-03-22"
    assert source(article("x/b.txt", outlet="", published="")) == "b.txt"


def test_where_a_date_of_publication_is_from() -> None:
    assert words.published_in_words(article()) == "2024-03-22 (in its header)"
    assert words.published_in_words(article(published="", published_from="")) == "no date"
