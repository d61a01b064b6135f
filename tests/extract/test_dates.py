from __future__ import annotations

import time
from datetime import date as Day

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reconcile.extract.dates import find_dates
from reconcile.kinds import date as dates
from reconcile.model import Mention
from reconcile.rulebook import shipped
from reconcile.rulebook.decode import decode
from reconcile.rulebook.language.dates import DateForm, DateWords

ENGLISH = decode(DateWords, shipped() / "languages/en/dates.toml", "rules/languages/en/dates.toml")
THURSDAY = "2024-03-28"


def found(text: str, published: str = THURSDAY) -> list[Mention]:
    return find_dates(text, published, ENGLISH)


def values(text: str, published: str = THURSDAY) -> list[tuple[str, str]]:
    return [(" ".join(text[m.start : m.end].split()), str(m.value)) for m in found(text, published)]


def only(text: str, published: str = THURSDAY) -> Mention:
    [mention] = found(text, published)
    return mention


@pytest.mark.parametrize(
    ("text", "value", "stated"),
    [
        ("It sank on March 2, 2019.", "2019-03-02", "year month day"),
        ("It sank on Saturday, March 2, 2019, off the cape.", "2019-03-02", "year month day weekday"),
        ("It sank on 2 March 2019.", "2019-03-02", "year month day"),
        ("It sank on the 2nd of March, 2019.", "2019-03-02", "year month day"),
        ("It sank on Sept. 9th 2019.", "2019-09-09", "year month day"),
        ("Logged 2019-03-02 by the harbour office.", "2019-03-02", "year month day"),
        ("Logged 2019-03-02T23:10:00Z by the harbour office.", "2019-03-02", "year month day"),
        ("Logged 3/22/2019 by the harbour office.", "2019-03-22", "year month day"),
        ("Logged 22/3/2019 by the harbour office.", "2019-03-22", "year month day"),
        ("Logged 22.03.2019 by the harbour office.", "2019-03-22", "year month day"),
        ("The bridge opened in March 2019.", "2019-03", "year month"),
        ("The bridge opened in March of 2019.", "2019-03", "year month"),
        ("The bridge opened in March, 2019.", "2019-03", "year month"),
        ("The bridge opened in mid-2019.", "2019", "year"),
        ("The bridge opened in nineteen ninety-four.", "1994", "year"),
        ("The bridge opened in '94.", "1994", "year"),
        ("The bridge was built in the 1930s.", "1930/1939", "year"),
        ("The fair runs May 3-5, 2019.", "2019-05-03/2019-05-05", "year month day"),
        ("The fair runs 3-5 May 2019.", "2019-05-03/2019-05-05", "year month day"),
        ("The fair runs May 30 - June 2, 2019.", "2019-05-30/2019-06-02", "year month day"),
        ("The fair ran between May 3 and 5, 2019.", "2019-05-03/2019-05-05", "year month day"),
        ("QUITO, 7 FEB 88 (RADIO) -- THE MAYOR SPOKE.", "1988-02-07", "year month day"),
    ],
)
def test_reads_what_is_stated_in_full(text: str, value: str, stated: str) -> None:
    mention = only(text, published="")
    assert (str(mention.value), " ".join(mention.stated)) == (value, stated)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam broke on March 20.", "2024-03-20"),
        ("The dam broke on the 20th of March.", "2024-03-20"),
        ("The dam broke on December 28.", "2023-12-28"),
        ("The dam broke on April 2.", "2023-04-02"),
        ("The dam broke in October.", "2023-10"),
        ("The dam will be repaired by October.", "2024-10"),
        ("The trial is scheduled for April 2.", "2024-04-02"),
        ("On April 2, the council will vote.", "2024-04-02"),
        ("The dam broke on the 20th, the mayor said.", "2024-03-20"),
        ("The dam broke on the 30th, the mayor said.", "2024-02"),
    ],
)
def test_finds_the_year_that_is_not_stated_from_the_publication(text: str, value: str) -> None:
    mention = only(text)
    assert str(mention.value) == value
    assert "year" not in mention.stated
    assert any(THURSDAY in step for step in mention.steps)


@pytest.mark.parametrize(
    ("text", "value", "stated"),
    [
        ("The roof fell in on Tuesday.", "2024-03-26", "weekday"),
        ("The roof fell in on Thursday.", "2024-03-28", "weekday"),
        ("The roof fell in late on Friday night.", "2024-03-22", "weekday"),
        ("The roof fell in last Thursday.", "2024-03-21", "weekday relative"),
        ("The council meets next Thursday.", "2024-04-04", "weekday relative"),
        ("The council will meet on Tuesday.", "2024-04-02", "weekday"),
        ("On Tuesday, the council will meet.", "2024-04-02", "weekday"),
        ("The talks were extended until Tuesday, he said.", "2024-04-02", "weekday"),
        ("The board extended its thanks on Tuesday.", "2024-03-26", "weekday"),
        ("The man is to be buried Tuesday.", "2024-04-02", "weekday"),
        ("The mayor said Tuesday that the roof will hold.", "2024-03-26", "weekday"),
        ("It was Friday of last week.", "2024-03-22", "weekday relative"),
        ("The roof fell in on Tuesday, March 19.", "2024-03-19", "month day weekday"),
    ],
)
def test_reads_weekdays_by_the_tense_of_their_verb(text: str, value: str, stated: str) -> None:
    mention = only(text)
    assert (str(mention.value), " ".join(mention.stated)) == (value, stated)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("It sank ten days after March 1.", "ten days after March 1: 2024-03-11"),
        (
            "It sank about two weeks before the vote of March 20.",
            "about two weeks before the vote of March 20: 2024-03-06",
        ),
        ("It sank two days after Thanksgiving.", "two days after Thanksgiving: 2023-11-25"),
        ("He fled two days after the attack on March 20.", "March 20: 2024-03-20"),
        ("He fled two days after Tuesday's vote.", "Tuesday: 2024-03-26"),
        ("It sank on March 3, a day before the vote of March 4.", "March 3: 2024-03-03; March 4: 2024-03-04"),
        ("He spoke for three days from March 4.", "March 4: 2024-03-04"),
        ("It sank 24 hours after March 3.", "March 3: 2024-03-03"),
        ("It sank some months after March 2019.", "March 2019: 2019-03"),
    ],
)
def test_a_day_is_counted_from_the_one_behind_it_unless_that_is_the_day_of_a_happening(text: str, read: str) -> None:
    found = find_dates(text, THURSDAY, ENGLISH, {"attack"})
    assert "; ".join(f"{text[m.start : m.end]}: {m.value}" for m in found) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Two died the day before, and they were buried on March 10.", "2024-03-09 2024-03-10"),
        ("Two died the day before. They were buried on March 10.", "2024-03-27 2024-03-10"),
        ("On March 4 two fell, and one the day before.", "2024-03-04 2024-03-03"),
        ("Two died the day before, as had one two days earlier.", "2024-03-27 2024-03-26"),
    ],
)
def test_the_day_before_counts_from_a_day_behind_it_where_its_sentence_names_none_before(text: str, read: str) -> None:
    assert " ".join(value for _, value in values(text)) == read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He fled today.", "2024-03-28"),
        ("He fled this morning.", "2024-03-28"),
        ("He fled last night.", "2024-03-27"),
        ("He fled yesterday afternoon.", "2024-03-27"),
        ("He fled the day before yesterday.", "2024-03-26"),
        ("He returns tomorrow.", "2024-03-29"),
        ("He fled two days ago.", "2024-03-26"),
        ("He fled a week ago.", "2024-03-21"),
        ("He fled three months ago.", "2023-12"),
        ("He fled 20 years ago.", "2004"),
        ("He fled last month.", "2024-02"),
        ("He fled earlier this month.", "2024-03"),
        ("He fled late last year.", "2023"),
        ("He fled last week.", "2024-03-18/2024-03-24"),
        ("He fled last weekend.", "2024-03-23/2024-03-24"),
        ("They met in Vienna over the weekend.", "2024-03-23/2024-03-24"),
        ("They will meet in Vienna at the weekend.", "2024-03-30/2024-03-31"),
        ("He fled a fortnight ago.", "2024-03-14"),
        ("He fled two nights ago.", "2024-03-26"),
        ("He returns next year.", "2025"),
    ],
)
def test_counts_relative_dates_from_the_publication(text: str, value: str) -> None:
    mention = only(text)
    assert (str(mention.value), mention.stated) == (value, ("relative",))


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("The road was closed on March 20 and 21.", "March 20 and 21", "2024-03-20/2024-03-21"),
        ("The road was closed on 20 and 21 March.", "20 and 21 March", "2024-03-20/2024-03-21"),
        ("He fled on Wednesday, the 20th.", "Wednesday, the 20th", "2024-03-20"),
        ("He fled in the early hours of Tuesday.", "the early hours of Tuesday", "2024-03-26"),
        ("He fled on the night of 20 March.", "the night of 20 March", "2024-03-20"),
        ("Voters go to the polls on Sunday.", "Sunday", "2024-03-31"),
        ("On March 20 two men met; the night before, they had quarrelled.", "the night before", "2024-03-19"),
        ("On March 20 they met, and the next morning they fled.", "the next morning", "2024-03-21"),
        ("On March 20 he was killed, and the day after the vote nobody knew.", "March 20", "2024-03-20"),
        ("On March 20 he was killed. That night nobody slept.", "March 20", "2024-03-20"),
    ],
)
def test_the_whole_phrase_that_tells_a_day_is_its_date(text: str, quote: str, value: str) -> None:
    assert values(text)[-1] == (quote, value)


@pytest.mark.parametrize(
    "text", ["The blast came at 1950.", "It began shortly before 2000.", "At 1930 today it ended."]
)
def test_an_hour_is_no_year(text: str) -> None:
    assert not [value for _, value in values(text) if len(value) == 4]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He fled last May.", "2023-05"),
        ("He fled last February.", "2023-02"),
        ("He fled in June last year.", "2023-06"),
        ("He returns next May.", "2024-05"),
        ("He returns this September.", "2024-09"),
    ],
)
def test_reads_months_beside_last_this_and_next(text: str, value: str) -> None:
    mention = only(text)
    assert (str(mention.value), mention.stated) == (value, ("month", "relative"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The strike began on March 11, 2020. Two days later, the port shut.", "2020-03-13"),
        ("The strike began on March 11, 2020. The next day the port shut.", "2020-03-12"),
        ("The strike began on March 11, 2020. A week earlier, talks had failed.", "2020-03-04"),
        ("The strike began on March 11, 2020. That day the port shut.", "2020-03-11"),
        ("The strike began on March 11, 2020. The following month the port shut.", "2020-04"),
        ("The strike began on March 11, 2020. It ended the following Monday.", "2020-03-16"),
    ],
)
def test_counts_later_and_earlier_from_the_date_named_before(text: str, value: str) -> None:
    mention = found(text)[1]
    assert (str(mention.value), "relative" in mention.stated) == (value, True)
    assert "2020-03-11" in mention.steps[0]


def test_two_comparisons_with_a_year_earlier_mean_the_same_year() -> None:
    text = "Sales in 2019 rose from a year earlier, and profits fell from a year earlier."
    assert [value for _, value in values(text)] == ["2019", "2018", "2018"]


@pytest.mark.parametrize(
    ("text", "value", "stated"),
    [
        ("It burned on July 4.", "XXXX-07-04", "month day"),
        ("It burned in July.", "XXXX-07", "month"),
        ("It burned on a Sunday night.", "XXXX-XX-XX", "weekday"),
        ("It burned yesterday.", "XXXX-XX-XX", "relative"),
        ("It burned two weeks later.", "XXXX-XX-XX", "relative"),
    ],
)
def test_guesses_nothing_without_a_publication_date(text: str, value: str, stated: str) -> None:
    mention = only(text, published="")
    assert (str(mention.value), " ".join(mention.stated)) == (value, stated)


def test_resolves_in_the_offset_of_the_publication() -> None:
    assert values("It burned today.", "2024-03-24T23:30:00-05:00") == [("today", "2024-03-24")]


def test_keeps_a_stated_year_that_differs_from_the_publication() -> None:
    mention = only("The flood of March 2, 2023, was the worst.", "2024-03-10")
    assert (str(mention.value), mention.stated, mention.steps) == ("2023-03-02", ("year", "month", "day"), ())


def test_the_date_wins_over_a_weekday_that_does_not_fit_and_says_so() -> None:
    mention = only("It burned on Monday, May 2, 2023.")
    assert str(mention.value) == "2023-05-02"
    assert "weekday" in mention.stated
    assert mention.steps == ("Monday does not fit 2023-05-02, a Tuesday",)


def test_a_weekday_settles_the_year_of_a_date_long_past() -> None:
    assert str(only("He was born on Sunday, May 14.", "2024-03-28").value) == "2023-05-14"


def test_reads_ambiguous_figures_month_first_and_says_that_they_are() -> None:
    mention = only("Logged 03/04/2024 at sea.")
    assert (str(mention.value), mention.steps) == ("2024-03-04?", ("3/4 read with the month first",))


def test_reads_ambiguous_figures_as_the_same_text_writes_clear_ones() -> None:
    assert [value for _, value in values("Logged 03/04/2024, and again 22/04/2024.")] == ["2024-04-03?", "2024-04-22"]


def test_keeps_only_the_month_of_a_day_that_no_calendar_has() -> None:
    mention = only("It burned on June 31, 2023.")
    assert (str(mention.value), mention.stated) == ("2023-06", ("year", "month"))
    assert "no calendar" in mention.steps[-1]


@pytest.mark.parametrize(
    "text",
    [
        "The storm took 137 lives and drove 2,050 people from 1,500 homes.",
        "Some 1990 people and 2000 homes were counted in room 1984.",
        "It cost $1999 or 1995.50 euros, and 1,990 more.",
        "Police found him in the 1900 block of Elm Street, at 1921 Elm Street and at 2014 N. Clark.",
        "He drove a 2005 Honda.",
        "We may march on. He sat in the sun for a second.",
        "He stayed for two weeks, 48 hours and five years, and some three months after that.",
        "Five years after the defeat, it is back.",
        "Every Friday they meet, and each July they march. Open Friday nights.",
        "Black Friday sales and Ash Wednesday prayers.",
        "USA Today and ABC's “This Week” reported it; so did The Sun.",
        "The 9/11 memorial is open 24/7. Since the Sept. 11 attacks, 3/4 of them left.",
        "The 9 July Movement met on 5 May Avenue.",
        "Copyright 2015 by the paper. © 2016 too.",
        "April Morgan and June Carter met August Wilson.",
        "3 Mars rovers went to the Mayo Clinic.",
        "See 2014/06/08/story or 1.2.3.4 or 10-12 of them.",
    ],
)
def test_is_no_date(text: str) -> None:
    assert values(text) == []


def test_reads_capitals_only() -> None:
    text = "THE GUERRILLAS MAY ATTACK. THEY MARCH. ON MARCH 5 AND IN MAY THEY DID. THE SUN SET ON SUNDAY."
    assert [words for words, _ in values(text)] == ["MARCH 5", "MAY", "SUNDAY"]


def test_reads_across_a_line_break_but_not_a_paragraph() -> None:
    assert values("It burned on March\n  2, 2019.") == [("March 2, 2019", "2019-03-02")]
    assert values("It was March\n\n2019 began badly.") == [("March", "2024-03"), ("2019", "2019")]


def test_finds_the_date_behind_a_word_that_only_looks_like_its_weekday() -> None:
    assert values("He sat March 22 in the cell.") == [("March 22", "2024-03-22")]


def test_a_form_with_an_unknown_slot_says_so() -> None:
    wrong = replace(ENGLISH, form=(DateForm(match="{moth} {day}", read="calendar"),))
    with pytest.raises(ValueError, match=r"moth. is neither a slot nor a list"):
        find_dates("March 22", THURSDAY, wrong)


@given(
    st.text(alphabet=st.sampled_from(" \n,.-/'’0123489MayFridjnu of last二á"), max_size=80),
    st.sampled_from(["", THURSDAY]),
)
def test_spans_are_inside_the_text_sorted_and_apart(text: str, published: str) -> None:
    mentions = found(text, published)
    edges = [edge for m in mentions for edge in (m.start, m.end)]
    assert edges == sorted(edges)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(str(dates.parse(str(m.value))) == str(m.value) for m in mentions)


@given(st.dates(Day(1900, 1, 1), Day(2099, 12, 31)))
def test_reads_back_every_day_as_news_write_it(day: Day) -> None:
    mention = only(f"It was {day:%A, %B} {day.day}, {day.year}.", published="")
    assert (str(mention.value), mention.steps) == (day.isoformat(), ())


@pytest.mark.parametrize(
    "part", ["12 12 12 ", "march march ", "////", "3/3/", "may 3-", "the ", " ", "two two ", "x" * 90 + " "]
)
def test_takes_time_in_proportion_to_the_length(part: str) -> None:
    def seconds(length: int) -> float:
        text = part * (length // len(part))
        start = time.process_time()
        found(text)
        return time.process_time() - start

    seconds(1000)
    assert seconds(200_000) < 40 * max(seconds(20_000), 0.005)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("He fell on New Year's Eve near the pier.", "2017-01-05", "2016-12-31"),
        ("He fell on New Year\u2019s Day.", "2017-01-05", "2017-01-01"),
        ("They were hurt on Christmas Day 2014, in the snow.", "2017-01-05", "2014-12-25"),
        ("They were hurt early Christmas morning.", "2017-01-05", "2016-12-25"),
        ("It burned down on Thanksgiving, two days after the sale.", "2017-01-05", "2016-11-24"),
        ("It burned down on Memorial Day, they said.", "2017-07-05", "2017-05-29"),
        ("It burned down on Good Friday.", "2017-07-05", "2017-04-14"),
        ("They will march on Easter Monday.", "2017-01-05", "2017-04-17"),
        ("It burned down on Labor Day in the rain.", "2017-07-05", "2016-09-05"),
        ("The flood came on Mother's Day.", "", ""),
        ("The flood came on the Fourth of July.", "", "XXXX-07-04"),
    ],
)
def test_a_holiday_is_a_day(text: str, published: str, value: str) -> None:
    dated = [m for m in values(text, published) if "two days" not in m[0]]
    assert [v for _, v in dated] == ([value] if value else [])


@pytest.mark.parametrize(
    "text", ["It was the Christmas season.", "They sailed to Easter Island.", "A Halloween party."]
)
def test_a_season_or_a_name_is_no_holiday(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The sale will close by year-end.", "2024-12-31"),
        ("The shares have fallen since year-end.", "2023-12-31"),
        ("It will open at the end of the month.", "2024-03-31"),
        ("Sales doubled in the latest fiscal year.", "2023"),
        ("They will redeem the preferred shares on April 30.", "2024-04-30"),
    ],
)
def test_ends_of_years_and_what_only_looks_like_a_past(text: str, value: str) -> None:
    assert [v for _, v in values(text)] == [value]
