"""An article against itself: each sort of fault is a finding of its event and named among its problems."""

from __future__ import annotations

import pytest

from reconcile.model import Report, Span
from tests.written import reported, written


def alone(text: str, title: str = "", published: str = "2024-05-14") -> Report:
    whole = f"{title}\n\n{text}" if title else text
    start = len(title) + 2 if title else 0
    fields = {"outlet": "Outlet A", "published": published, "title": title, "title_span": Span(0, len(title))}
    return reported([written("a.txt", whole, **fields, body_start=start)])


def faults(text: str, title: str = "", published: str = "2024-05-14") -> list[str]:
    """What is named among the article's problems; each fault is a conflict of one of its findings."""
    report = alone(text, title, published)
    (reading,) = report.articles
    conflicts = [finding for finding in report.findings if finding.status == "conflict"]
    assert bool(conflicts) == bool(reading.problems)
    return list(reading.problems)


def test_a_title_against_the_body() -> None:
    text = "Sixty-eight people were killed in a mill fire in Leeds on Monday, officials said."
    assert faults(text, "80 perish in Leeds mill fire") == ["death toll: One article (Outlet A) gives both 68 and 80."]
    assert faults(text, "More than 60 perish in Leeds mill fire") == []
    assert faults(text, "68 perish in Leeds mill fire") == []


def test_the_first_paragraph_against_the_figure_of_all_in_the_body() -> None:
    lede = "Eighty people were killed in a mill fire in Leeds on Monday.\n\nIt burned for a day. "
    assert faults(lede + "In all, 68 people were killed in the fire.") == ["Outlet A gives 80 and then 68 in all."]
    assert faults(lede + "A total of 68 people died in the fire.") == ["Outlet A gives 80 and then 68 in all."]
    assert faults(lede + "In all, 80 people were killed in the fire.") == []
    assert faults(lede + "Most of the 68 people who were killed in the fire were weavers.") == []
    assert faults(lede + "A total of 68 people were injured in the fire.") == []
    hurt = "Eighty people were hurt in a mill fire in Leeds on Monday. In all, 68 people were injured in the fire."
    assert faults(hurt) == []  # those hurt and those in hospital are counted in too many ways


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "Ten people were killed in a bombing in Leeds on Monday: three drivers and six clerks.",
            "Outlet A divides 10 into 3 and 6, which add up to 9.",
        ),
        (
            "The blast in Leeds killed 15 people - nine men, four women and three children - on Monday.",
            "Outlet A divides 15 into 9, 4 and 3, which add up to 16.",
        ),
        (
            "At least 12 people were injured in a blast in Leeds on Monday: five women and four men.",
            "Outlet A divides at least 12 into 5 and 4, which add up to 9.",
        ),
    ],
)
def test_parts_given_as_the_whole_that_do_not_add_up(text: str, fault: str) -> None:
    assert faults(text) == [fault]


@pytest.mark.parametrize(
    "text",
    [
        "Ten people were killed in a bombing in Leeds on Monday: three drivers and seven clerks.",
        "Ten people were killed in a bombing in Leeds on Monday, including three drivers and six clerks.",
        "Ten people were killed in a bombing in Leeds on Monday. Among the dead were three drivers and six clerks.",
        "At least ten people were killed in a bombing in Leeds on Monday: three drivers and nine clerks.",
        "About ten people were killed in a bombing in Leeds on Monday: three drivers and six clerks.",
        "Ten people were killed in a bombing in Leeds on Monday: nine of them were clerks.",
    ],
)
def test_parts_that_add_up_or_are_only_among_them(text: str) -> None:
    assert faults(text) == []


def test_a_weekday_that_does_not_fit_its_date() -> None:
    assert faults("Ten people were killed in a fire in Leeds on Tuesday, May 13, 2024, officials said.") == [
        "Outlet A calls 13 May 2024 a Tuesday; it was a Monday."
    ]
    assert faults("Ten people were killed in a fire in Leeds on Monday, May 13, 2024, officials said.") == []


def test_an_event_after_its_own_publication() -> None:
    assert faults("Ten people were killed in a fire in Leeds on May 16, 2024, officials said.") == [
        "Outlet A dates it 16 May 2024, after its own date, 14 May 2024."
    ]
    assert faults("Ten people were killed in a fire in Leeds on May 14, 2024, officials said.") == []


def test_what_is_recent_and_more_than_a_year_old() -> None:
    text = "A recent fire in Leeds on May 12, {} killed ten people, officials said."
    assert faults(text.format(2023)) == [
        "Outlet A dates it 12 May 2023, about a year before its own date, 14 May 2024, "
        'though it speaks of it as "recent".'
    ]
    assert faults(text.format(2024)) == []
    assert faults("A fire in Leeds on May 12, 2023 killed ten people, officials said.") == []


def test_two_parties_in_one_article_are_no_fault_of_it() -> None:
    report = alone("Ukraine blamed Russia for the strike on Leeds on Monday. Russia denied it.")
    assert [reading.problems for reading in report.articles] == [()]
