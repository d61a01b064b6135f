"""Counts as they are recognised in a sentence, before any rule about facts."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract.people.counts import _plain, find_counts
from reconcile.rulebook import shipped
from reconcile.rulebook.decode import decode
from reconcile.rulebook.language.numbers import NumberWords
from reconcile.text.fold import fold
from reconcile.text.numerals import read_number

ENGLISH = decode(NumberWords, shipped() / "languages/en/numbers.toml", "rules/languages/en/numbers.toml")


def counts(text: str) -> list[str]:
    return [str(mention.value) for mention in find_counts(fold(text), ENGLISH)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 divers drowned", "12"),
        ("twelve divers drowned", "12"),
        ("a hundred and four divers", "104"),
        ("half a dozen divers", "6"),
        ("one and a half thousand divers", "1500"),
        ("two-and-a-half dozen divers", "30"),
        ("1.5 thousand divers", "1500"),
        ("a million and a half divers", "1500000"),
        ("more than a dozen and a half divers", ">18"),
        ("two dozen divers", "24"),
        ("1,204 divers", "1204"),
        ("1.204 divers", "1204"),
        ("at least 12 divers", "12+"),
        ("12 or more divers", "12+"),
        ("12+ divers", "12+"),
        ("no fewer than 12 divers", "12+"),
        ("more than 12 divers", ">12"),
        ("up to 12 divers", "<=12"),
        ("fewer than 12 divers", "<12"),
        ("about 30 divers", "~30"),
        ("30 or so divers", "~30"),
        ("20 to 25 divers", "20..25"),
        ("between 20 and 25 divers", "20..25"),
        ("20-25 divers", "20..25"),
        ("the toll went from 12 to 14", "14"),
        ("several divers", "3+"),
        ("dozens of divers", "24+"),
        ("hundreds of divers", "200+"),
    ],
)
def test_a_count_keeps_the_bounds_that_the_text_puts_on_it(text: str, value: str) -> None:
    assert counts(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "the $12 ticket",
        "a rise of 12%",
        "it struck at 12:15",
        "it struck at 7.15",
        "a 27-year-old carpenter",
        "a 9mm pistol and an AK-47",
        "flight kl1234",
        "the home side won 3-1",
        "no one spoke",
        "each one spoke",
    ],
)
def test_a_number_that_counts_nobody_is_no_count(text: str) -> None:
    assert counts(text) == []


def test_two_numbers_that_make_no_sense_as_one_are_two() -> None:
    assert counts("five and twelve") == ["5", "12"]


def test_a_vague_count_says_why_it_is_read_so() -> None:
    (mention,) = find_counts("dozens of divers", ENGLISH)
    assert "two dozens" in mention.steps[0]


def test_a_bound_belongs_to_the_span_of_its_count() -> None:
    text = "rescuers found at least 12 divers"
    (mention,) = find_counts(text, ENGLISH)
    assert text[mention.start : mention.end] == "at least 12"


@pytest.mark.parametrize(
    "text", ["", "9" * 5000, "one " * 3000, "and " * 3000, "1,2" * 2000, "at least " * 2000, "-" * 5000]
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    before = time.process_time()
    find_counts(text, ENGLISH)
    assert time.process_time() - before < 2


@given(
    st.lists(
        st.sampled_from(
            [
                "at least",
                "between",
                "and",
                "to",
                "from",
                "12",
                "1,204",
                "a",
                "half",
                "dozen",
                "hundred",
                "two",
                "-",
                ",",
                "or",
                "more",
                "dead",
                "€5",
            ]
        ),
        max_size=12,
    )
)
def test_spans_lie_in_the_text_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for mention in find_counts(text, ENGLISH):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    folded = fold(text)
    assert all(0 <= m.start < m.end <= len(folded) for m in find_counts(folded, ENGLISH))


@given(st.integers(min_value=0, max_value=999_999))
def test_a_number_in_digits_is_read_as_itself(number: int) -> None:
    assert counts(f"in all {number} divers") == [str(number)]
    assert counts(f"in all {number:,} divers") == [str(number)]


TOKENS = ["12", "1", "204", "1,204", "3.5", "two", "twenty", "hundred", "dozen", "thousand", "and", "a", "half", "men"]


@given(st.lists(st.sampled_from(TOKENS), min_size=1, max_size=4), st.sampled_from([" ", "-", ", ", ". "]))
def test_the_short_way_reads_a_number_as_the_grammar_does(tokens: list[str], between: str) -> None:
    text = between.join(tokens)
    short = _plain(text, 0, ENGLISH)
    assert short is None or short == read_number(text, 0, ENGLISH)
