"""Cues: phrases beside a wording, found as their pattern finds them, whatever is ruled out before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract.matching.cues import Cues
from reconcile.extract.matching.mask import mask
from reconcile.extract.matching.slots import Slot
from reconcile.text.pattern import compiled, one_of

PHRASES = ["as of", "may", "it is feared", "u.s."]
PATTERN = rf"\b{one_of(PHRASES)}\b"
TEXTS = st.lists(st.sampled_from([*"asofmy.u -", "may", "as of", "é", "ж"]), max_size=16).map("".join)


@given(TEXTS, st.integers(0, 24))
def test_what_is_ruled_out_would_not_have_matched(text: str, start: int) -> None:
    masked = mask(text, 0, len(text), [])
    start = min(start, len(masked.text))
    expected = compiled(PATTERN).search(masked.text[start:])
    found = Cues(PATTERN, PHRASES).search(masked, start, len(masked.text))
    assert (found and found.span()) == (expected and expected.span())


@pytest.mark.parametrize(("phrases", "found"), [((), True), (("--",), True), (("by",), False)])
def test_a_list_without_words_rules_nothing_out(phrases: tuple[str, ...], *, found: bool) -> None:
    masked = mask("12 dead -- so far", 0, 17, [])
    assert (Cues(one_of(phrases), phrases).match(masked, 8) is not None) is found


def test_the_words_of_slots_count_among_those_that_were_said() -> None:
    text = "60 have died  this year"
    masked = mask(text, 0, len(text), [Slot("count", 0, 2), Slot("date", 14, 23)])
    cues = Cues(r"\bthis year\b", ["this year"])
    assert cues.search(masked, 0, len(masked.text)) is None
    assert cues.search_said(masked, text, 3, len(text)) is not None
