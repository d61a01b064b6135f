"""Lines and columns, both from 1."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.text.lines import Lines

TEXTS = st.text(alphabet=st.sampled_from("ab\n\r\u2028é💥"))


@given(TEXTS, st.data())
def test_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = Lines(text).place(offset)
    lines = text.split("\n")
    assert sum(len(earlier) + 1 for earlier in lines[: line - 1]) + column - 1 == offset
    assert 1 <= column <= len(lines[line - 1]) + 1


def test_only_line_feeds_end_a_line() -> None:
    assert Lines("a\u2028b\rc").place(4) == (1, 5)
    assert Lines("").place(0) == (1, 1)
    assert Lines("\n\n").place(2) == (3, 1)


def test_columns_count_characters_not_bytes() -> None:
    assert Lines("é💥x").place(2) == (1, 3)
