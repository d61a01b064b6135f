from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.report import safe

ANY_TEXT = st.text(st.characters())  # with halves of surrogate pairs, which file names can hold


@given(ANY_TEXT)
def test_one_line_leaves_nothing_that_acts_on_a_terminal(text: str) -> None:
    line = safe.one_line(text)
    assert not any(
        ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069 for c in line
    )
    assert line.splitlines() in ([], [line])
    line.encode("utf-8")


def test_an_escape_sequence_is_shown_not_sent() -> None:
    assert safe.one_line("\x1b]0;title\x07 \x9b31m") == "\\x1b]0;title\\x07 \\x9b31m"
    assert safe.one_line("news\u202etxt.exe") == "news\\u202etxt.exe"


def test_letters_of_every_script_stay() -> None:
    for text in ("Größe — “ça”", "نشست‌ها", "モスクワ", "👩‍🚒"):
        assert safe.one_line(text) == text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "  =", "\n@", "\u00a0+", "＝", "\u3000－"])
def test_no_cell_starts_a_formula(start: str) -> None:
    assert safe.cell(f"{start}cmd|'/c calc'!A1").startswith("'")


@given(ANY_TEXT)
def test_a_cell_is_the_line_or_the_line_behind_an_apostrophe(text: str) -> None:
    cell = safe.cell(text)
    assert cell in (safe.one_line(text), f"'{safe.one_line(text)}")
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))


@given(ANY_TEXT)
def test_json_reads_back_as_it_was(text: str) -> None:
    document = safe.json_text(json.dumps({"quote": text}, ensure_ascii=False))
    assert json.loads(document) == {"quote": text}
    document.encode("utf-8")


def test_markdown_stays_readable_where_nothing_can_happen() -> None:
    assert safe.markdown("seeds/000_c19.txt:14:10, about 3.5%") == "seeds/000_c19.txt:14:10, about 3.5%"
    assert safe.markdown("_it_") == "\\_it\\_"


@given(ANY_TEXT)
def test_markdown_is_one_line_without_cell_borders(text: str) -> None:
    line = safe.markdown(text)
    assert "|" not in line
    assert "\n" not in line
