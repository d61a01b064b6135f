"""When an article was published: one spelling for every usual way of writing it, and no guessing."""

from __future__ import annotations

import pytest

from reconcile.sources.published import in_name, parse


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("2024-03-24", "2024-03-24"),
        ("20240324", "2024-03-24"),
        ("2024/03/24", "2024-03-24"),
        ("2024-03-24T17:48:00Z", "2024-03-24T17:48:00Z"),
        ("2024-03-24T17:48z", "2024-03-24T17:48:00Z"),
        ("2024-03-24 17:48:09.5 UTC", "2024-03-24T17:48:09.500000Z"),
        ("2024-03-24T17:48:00+03:00", "2024-03-24T17:48:00+03:00"),
        ("2024-03-24T17:48:00-0530", "2024-03-24T17:48:00-05:30"),
        ("2024-03-24 17:48", "2024-03-24T17:48:00"),
        ("March 24, 2024", "2024-03-24"),
        ("Sunday, March 24th, 2024", "2024-03-24"),
        ("24 March 2024", "2024-03-24"),
        ("24 Sept. 2024", "2024-09-24"),
        ("Sun, 24 Mar 2024 17:48:00 GMT", "2024-03-24T17:48:00Z"),
        ("24 Mar 2024 at 07:48 +0300", "2024-03-24T07:48:00+03:00"),
    ],
)
def test_usual_ways_of_writing_become_one_spelling_that_reads_as_itself(written: str, spelled: str) -> None:
    assert parse(written) == spelled
    assert parse(spelled) == spelled


@pytest.mark.parametrize(
    "written",
    [
        *("", "soon", "2024-02-30", "04/03/2024", "2024", "2024-03", "2024-03-24T25:00", "2024-03-24T10:00+99:00"),
        *("Smarch 3, 2024", "0001-01-01", "9999-12-31", "٢٠٢٤-٠٣-٢٤", "2024-03-24 or so", "1711288080", "9" * 100_000),
    ],
)
def test_what_is_ambiguous_or_in_no_calendar_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"no day|day|month|hour|offset|year|isoformat"):
        parse(written)


@pytest.mark.parametrize(
    ("stem", "day"),
    [
        ("2024-03-24-wall", "2024-03-24"),
        ("20240324_wall", "2024-03-24"),
        ("gazette-20240324", "2024-03-24"),
        ("gazette_2024-03-24_2024-03-24", "2024-03-24"),
        ("wall2024-03-24", "2024-03-24"),
        ("2024_03_24", "2024-03-24"),
        ("a20240324", ""),
        ("20241324", ""),
        ("2024-03-24_2024-03-25", ""),
        ("120240324", ""),
        ("000_c1906041e7008a58", ""),
        ("2024", ""),
    ],
)
def test_a_file_name_dates_an_article_only_where_it_states_one_whole_day(stem: str, day: str) -> None:
    assert in_name(stem) == day
