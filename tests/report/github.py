"""Markdown as GitHub renders it, by GitHub's own library (package cmarkgfm). In: Markdown. Out: what a reader sees.

Raw HTML is let through, so that whatever an article might smuggle in shows up as an element."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

import cmarkgfm
from cmarkgfm.cmark import Options

_EMPTY = {"br", "hr", "img", "input"}


@dataclass
class Page(HTMLParser):
    """The elements of a page: each tag with its attributes, links, the cells of each table row, text by heading."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _EMPTY:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        if tag in ("h1", "h2", "h3"):
            self.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data
        if self.open and self.open[-1] in ("h1", "h2", "h3"):
            tag, words = self.headings[-1]
            self.headings[-1] = (tag, words + data)

    @property
    def links(self) -> list[str]:
        """Where its links lead."""
        return [str(attrs["href"]) for tag, attrs in self.tags if tag == "a" and "href" in attrs]


def rendered(markdown: str) -> Page:
    """`markdown` as a page whose elements all close."""
    page = Page()
    page.feed(cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE))
    page.close()
    assert page.open == []
    return page
