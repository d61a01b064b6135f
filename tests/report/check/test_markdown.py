"""The summary of a job: what it says, that it renders as these very words, and that it stays within its room."""

from __future__ import annotations

from markdown_it import MarkdownIt

from reconcile.model import Problem
from reconcile.report.check import markdown
from tests.report.check.runs import accepted, hostile, one_conflict, ruled, run, told
from tests.written import BOOK


def cells(text: str) -> list[list[str]]:
    """The cells of all rows of all tables, as a reader sees them."""
    rows: list[list[str]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            rows[-1].append("".join(child.content for child in token.children or () if child.type == "text"))
    return rows


def test_a_conflict_is_a_row_with_both_places() -> None:
    text = markdown.write(one_conflict(), BOOK)
    _, row = cells(text)
    assert row[:2] == ["high", "Death toll"]
    assert row[2] == "new/b.txt:1:1 “Nine people were killed”"
    assert row[3] == "a.txt:1:1 “Twelve people were killed”"
    assert "**1 new conflict, 1 of severity medium or above.**" in text


def test_what_does_not_count_has_a_table_of_its_own() -> None:
    assert "### Reviewed" in markdown.write(ruled(one_conflict()), BOOK)
    assert "### Accepted in the baseline" in markdown.write(accepted(one_conflict()), BOOK)


def test_what_could_not_be_read_comes_first() -> None:
    text = markdown.write(one_conflict(problems=[Problem("c.txt", "is empty")]), BOOK)
    assert text.index("c.txt: is empty") < text.index("| Severity")


def test_words_of_articles_are_no_markup() -> None:
    text = markdown.write(hostile(), BOOK)
    html = MarkdownIt("gfm-like", {"html": True, "linkify": True}).render(text)
    assert "<b>" not in html
    assert "<a " not in html
    assert "<em>" not in html
    assert all(len(row) == 5 for row in cells(text))


def test_what_has_no_room_is_counted() -> None:
    new = [told(f"new/{n:03}.txt", f"Exactly {200 + 7 * n}", outlet=f"Outlet {n}") for n in range(30)]
    found = run(new, [told("a.txt", "Exactly 1,000")])
    whole, short = markdown.write(found, BOOK), markdown.within(found, BOOK, bytes_left=6000)
    assert len(short.encode()) <= 6000 < len(whole.encode())
    kept = sum(line.startswith("| high") for line in short.splitlines())
    assert 0 < kept < len(found.new)
    assert f"{whole.count(chr(10) + '| ') - short.count(chr(10) + '| ')} more lines have no room here" in short


def test_no_room_at_all_is_said_in_a_line() -> None:
    assert "have no room here" in markdown.within(one_conflict(), BOOK, bytes_left=0)
