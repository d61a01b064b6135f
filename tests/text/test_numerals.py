"""Numbers in digits and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.rulebook import shipped
from reconcile.rulebook.decode import decode
from reconcile.rulebook.language.numbers import NumberWords
from reconcile.text.numerals import read_number

ENGLISH = decode(NumberWords, shipped() / "languages/en/numbers.toml", "rules/languages/en/numbers.toml")
UNITS = list(ENGLISH.units)
TENS = {value: word for word, value in ENGLISH.tens.items()}


def in_words(number: int) -> str:
    """`number`, below a million, as it is written out."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10 * 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    size, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    rest = f" and {in_words(number % size)}" if number % size else ""
    return f"{in_words(number // size)} {name}{rest}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("twelve", 12),
        ("forty-nine", 49),
        ("one hundred and four", 104),
        ("a hundred", 100),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("1,204", 1204),
        ("1.204", 1204),
        ("3.5 million", 3_500_000),
        ("half a million", 500_000),
        ("zero", 0),
    ],
)
def test_a_number_is_read(text: str, value: int) -> None:
    number = read_number(text, 0, ENGLISH)
    assert number is not None
    assert (number.value, number.end) == (value, len(text))


@pytest.mark.parametrize("text", ["", "divers", "and", "a", "half", "3.5"])
def test_what_is_no_whole_number_is_none(text: str) -> None:
    assert read_number(text, 0, ENGLISH) is None


@pytest.mark.parametrize(("text", "read"), [("five and twelve", "five"), ("two three", "two"), ("ten dead", "ten")])
def test_a_number_ends_where_it_makes_no_more_sense(text: str, read: str) -> None:
    number = read_number(text, 0, ENGLISH)
    assert number is not None
    assert text[number.start : number.end] == read


@given(st.integers(min_value=0, max_value=999_999))
def test_a_number_written_out_is_read_back(number: int) -> None:
    read = read_number(in_words(number), 0, ENGLISH)
    assert read is not None
    assert read.value == number
