"""A figure of an earlier version of an article is shown, and as what it is."""

from __future__ import annotations

from reconcile.report import markdown, terminal
from tests.written import BOOK, reported, written

FIRE = "A fire at a market in Leeds killed {} people on Tuesday, police said."
URL = "https://example.org/fire"
REPORT = reported(
    [
        written("a.txt", FIRE.format(12), url=URL, published="2024-05-14T08:00:00Z"),
        written("b.txt", FIRE.format(10), url=URL, published="2024-05-14T18:00:00Z"),
        written("c.txt", FIRE.format(10), outlet="Outlet C", published="2024-05-14T19:00:00Z"),
    ]
)


def test_the_terminal_says_that_a_figure_is_superseded() -> None:
    assert "superseded by a later version" in " ".join(terminal.write(REPORT, BOOK, color="never").split())


def test_markdown_says_so() -> None:
    assert "superseded by a later version" in markdown.write(REPORT, BOOK)
