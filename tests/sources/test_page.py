"""Markdown: front matter as plain strings, headings as titles, and nothing in it that can hurt."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reconcile.model import Article, Problem
from reconcile.sources import read

BODY = "Three people were killed when a wall fell in the old town, the mayor said."


def page(tmp_path: Path, content: str) -> tuple[Article, tuple[Problem, ...]]:
    (tmp_path / "a.md").write_text(content, encoding="utf-8")
    found = read([str(tmp_path / "a.md")])
    return found.articles[0], found.problems


def test_front_matter_gives_title_outlet_time_and_address(tmp_path: Path) -> None:
    front = "title: 'Wall falls: three dead'\nsource: The Gazette\ndate: 2024-03-24 17:48 +03:00\n"
    front += "url: https://example.org\ntags: [a, b]"
    article, problems = page(tmp_path, f"---\n{front}\n---\n\n{BODY}\n")
    assert not problems
    assert (article.title, article.outlet) == ("Wall falls: three dead", "The Gazette")
    assert (article.published, article.published_from) == ("2024-03-24T17:48:00+03:00", "header")
    assert article.text[article.title_span.start : article.title_span.end] == article.title
    assert article.text[article.body_start :] == f"{BODY}\n"
    assert article.url == "https://example.org"


def test_values_are_strings_whatever_yaml_would_make_of_them(tmp_path: Path) -> None:
    article, problems = page(tmp_path, f"---\ntitle: no\noutlet: 012\npublished: 2024-03-24\n---\n{BODY}")
    assert not problems
    assert (article.title, article.outlet, article.published) == ("no", "012", "2024-03-24")


def test_outlet_goes_before_source_and_published_before_date(tmp_path: Path) -> None:
    article, _ = page(
        tmp_path, f"---\nsource: Wire\ndate: 2024-01-01\noutlet: Gazette\npublished: 2024-03-24\n---\n{BODY}"
    )
    assert (article.outlet, article.published) == ("Gazette", "2024-03-24")


def test_a_heading_is_the_title_where_the_front_matter_has_none(tmp_path: Path) -> None:
    for front in ("", "---\noutlet: Gazette\n---\n\n", "---\ntitle: Wall falls\n---\n"):
        article, problems = page(tmp_path, f"{front}# Wall falls #\n\n{BODY}")
        assert not problems
        assert article.title == "Wall falls"
        assert article.text[article.title_span.start - 2 : article.title_span.end] == "# Wall falls"
        assert article.text[article.body_start :] == BODY


def test_a_heading_beside_another_title_is_text(tmp_path: Path) -> None:
    article, _ = page(tmp_path, f"---\ntitle: Three dead\n---\n# Wall falls\n\n{BODY}")
    assert article.title == "Three dead"
    assert article.text[article.body_start :].startswith("# Wall falls")


def test_toml_front_matter_is_read_too(tmp_path: Path) -> None:
    article, problems = page(tmp_path, f'+++\ntitle = "Wall falls"\ndate = 2024-03-24T10:00:00Z\n+++\n{BODY}')
    assert not problems
    assert (article.title, article.published) == ("Wall falls", "2024-03-24T10:00:00Z")


def test_a_rule_across_the_page_is_no_front_matter(tmp_path: Path) -> None:
    article, problems = page(tmp_path, f"---\n{BODY}")
    assert not problems
    assert article.body_start == 0


@pytest.mark.parametrize(
    ("front", "says"),
    [
        ("title: 'x", "line "),
        ("title: &a x\noutlet: *a", "aliases"),
        ("just words", "key: value"),
        ("title: [a, b]", "`title` must be one plain value"),
        ("title: a: b: c", "line 2"),
        ("{" * 5000, "nested more than"),
        ("[" * 5000, "nested more than"),
        ("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n", "aliases"),
    ],
)
def test_front_matter_that_cannot_be_read_is_a_problem_and_the_body_is_read(
    tmp_path: Path, front: str, says: str
) -> None:
    start = time.process_time()
    article, problems = page(tmp_path, f"---\n{front}\n---\n{BODY}")
    assert time.process_time() - start < 3
    assert "its front matter cannot be read" in problems[0].problem
    assert says in problems[0].problem
    assert article.text[article.body_start :] == BODY
