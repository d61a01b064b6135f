"""Folding: one character for one character, whatever the script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.text.fold import fold, plain


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(plain(text)) == len(text)


@given(st.text())
def test_what_is_folded_folds_to_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert plain(plain(text)) == plain(text)


@given(st.text(), st.text())
def test_a_part_folds_as_it_does_in_the_whole(before: str, after: str) -> None:
    assert fold(before + after) == fold(before) + fold(after)


@given(st.text(alphabet=st.characters(max_codepoint=126, min_codepoint=32)))
def test_ascii_only_becomes_small(text: str) -> None:
    assert fold(text) == text.lower().replace("`", "'").replace("_", " ")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“At least 12” — he’d", '"at least 12" - he\'d'),
        ("São Tomé", "sao tome"),
        ("Çanakkale, Łódź, Þingvellir, Đà Nẵng", "canakkale, lodz, tingvellir, da nang"),
        ("İstanbul", "istanbul"),
        ("STRASSE Straße", "strasse strase"),
        ("a\u00a0b\tc\nd\u2009e", "a b c d e"),
        ("_At_least １２ or ٣", " at least 12 or 3"),
        ("Москва Київ", "москва київ"),
        ("ΟΔΟΣ", "οδοσ"),
        ("القاهرة", "القاهرة"),
        ("💥", "💥"),
    ],
)
def test_marks_go_and_scripts_stay(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_plain_leaves_the_letters() -> None:
    assert plain("“São Tomé” – 12") == '"São Tomé" - 12'
