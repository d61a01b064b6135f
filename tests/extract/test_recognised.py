"""Everything recognised in an article as slots that do not overlap; a date goes before a name, a name before a noun."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract.dates import find_dates
from reconcile.extract.matching.slots import Slot
from reconcile.extract.names import find_names
from reconcile.extract.recognised import article_slots
from reconcile.extract.references import references
from reconcile.text.fold import fold
from tests.written import BOOK

NAMES = ["Mosul", "Iraq", "Moscow", "Al-Shabab", "Islamic State", "Jane Roe"]
WORDS = [*NAMES, "March 19", "Friday", "the attack", "strike", "fire", "12 people", "in", "on", ", ", ". ", "the"]
PHRASES = st.sampled_from(WORDS)


def slots(text: str) -> list[Slot]:
    dates, names = find_dates(text, "2024-03-22", BOOK.languages["en"].dates), find_names(text, BOOK)
    folded = fold(text)
    return article_slots(folded, dates, names, references(text, folded, names, BOOK, "en"), BOOK, "en")


def sorts(text: str) -> list[tuple[str, str]]:
    return [(slot.sort, text[slot.start : slot.end]) for slot in slots(text)]


@given(st.lists(PHRASES, max_size=25).map(" ".join))
def test_slots_stand_in_text_order_and_do_not_overlap(text: str) -> None:
    found = slots(text)
    assert all(0 <= slot.start < slot.end <= len(text) for slot in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_dates_names_and_happenings() -> None:
    found = sorts("An attack in Mosul on March 19 was claimed by Al-Shabab, which Moscow condemned.")
    assert ("event", "attack") in found
    assert ("place", "Mosul") in found
    assert ("date", "March 19") in found
    assert ("actor", "Al-Shabab") in found
    assert ("metonym", "Moscow") in found


@pytest.mark.parametrize(
    ("text", "words", "sort"),
    [
        ("He fled from April 3 to Bari.", "April 3", "date"),
        ("She spoke to Jane Roe in Bari.", "Jane Roe", "name"),
        ("The group was founded by the Islamic State.", "Islamic State", "actor"),
    ],
)
def test_what_a_stretch_is(text: str, words: str, sort: str) -> None:
    assert (sort, words) in sorts(text)


def test_a_happening_in_a_name_is_no_happening() -> None:
    text = "The film Strike Back opened at the Islamic State exhibition in Bari."
    assert ("event", "State") not in sorts(text)
    assert all(words != "Islamic" for _, words in sorts(text))


def test_an_empty_text_has_none() -> None:
    assert slots("") == []
