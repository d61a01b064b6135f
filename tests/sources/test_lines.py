"""JSON Lines: one article a line, each bad line a problem of its own, titles joined so that offsets hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reconcile.sources import Input, Limits, read

BODY = "Three people were killed when a wall fell in the old town, the mayor said."


def lines(tmp_path: Path, *records: Any, limits: Limits | None = None, encoding: str = "utf-8") -> Input:
    text = "".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in records)
    (tmp_path / "a.jsonl").write_bytes(text.encode(encoding))
    found = read([str(tmp_path / "a.jsonl")], limits=limits or Limits())
    return Input(found.articles, found.problems, found.passed)


def short(name: str) -> str:
    return name.rpartition("/")[2]


def test_a_record_gives_every_field(tmp_path: Path) -> None:
    record = {"id": "x1", "title": "Wall falls", "text": BODY, "published": "2024-03-24T17:48:00Z", "outlet": "Gazette"}
    article = lines(tmp_path, {**record, "url": "https://example.org", "language": "en", "more": 1}).articles[0]
    assert short(article.id) == "a.jsonl#x1"
    assert short(article.path) == "a.jsonl"
    assert article.record_line == 1
    assert (article.title, article.outlet, article.url) == ("Wall falls", "Gazette", "https://example.org")
    assert (article.published, article.published_from) == ("2024-03-24T17:48:00Z", "record")


def test_a_title_stands_before_the_text(tmp_path: Path) -> None:
    article = lines(tmp_path, {"id": "a", "title": " Wall\nfalls ", "text": BODY}).articles[0]
    assert article.text == f"Wall falls\n\n{BODY}"
    assert article.text[article.title_span.start : article.title_span.end] == article.title == "Wall falls"
    assert article.text[article.body_start :] == BODY


@pytest.mark.parametrize("between", ["\n\n", "\n", " - ", " NORTHPORT, "])
def test_a_title_that_the_text_begins_with_is_not_repeated(tmp_path: Path, between: str) -> None:
    text = f"Wall falls{between}{BODY}"
    article = lines(tmp_path, {"id": "a", "title": "Wall falls", "text": text}).articles[0]
    assert article.text == text
    assert article.text[article.title_span.start : article.title_span.end] == "Wall falls"


def test_a_title_that_runs_on_into_a_sentence_stands_by_itself(tmp_path: Path) -> None:
    text = "Wall falls on three people in the old town."
    article = lines(tmp_path, {"id": "a", "title": "Wall falls", "text": text}).articles[0]
    assert article.text == f"Wall falls\n\n{text}"


def test_without_a_title_offsets_count_into_the_text_itself(tmp_path: Path) -> None:
    text = " One\r\ntwo\rthree\u0007 \u0093four\u0094 \ud800" + BODY
    article = lines(tmp_path, {"id": "a", "title": None, "text": text}).articles[0]
    assert len(article.text) == len(text)
    assert article.text == " One \ntwo\nthree\ufffd “four” \ufffd" + BODY


def test_a_date_marker_in_the_text_counts_where_the_record_has_no_time(tmp_path: Path) -> None:
    given = lines(tmp_path, {"id": "a", "text": f" date 2024-03-28 {BODY}"}).articles[0]
    assert (given.published, given.published_from) == ("2024-03-28", "header")
    assert given.text[given.body_start :] == BODY


def test_an_empty_text_with_a_title_is_an_article(tmp_path: Path) -> None:
    found = lines(
        tmp_path, {"id": "a", "title": "Three die as wall falls", "text": ""}, {"id": "b", "title": "", "text": ""}
    )
    assert [short(a.id) for a in found.articles] == ["a.jsonl#a"]
    assert [(short(p.article), p.problem) for p in found.problems] == [("a.jsonl#b", "has no text")]


@pytest.mark.parametrize(
    ("bad", "name", "says"),
    [
        ("{broken", "a.jsonl:2", "is not JSON (column 2"),
        ('{"id": "b"', "a.jsonl:2", "is not JSON (column 11"),
        ("[1]", "a.jsonl:2", "is no JSON object"),
        ("[" * 100_000, "a.jsonl:2", "nested too deeply"),
        ('{"id": "b", "text": ' + "9" * 5000 + "}", "a.jsonl:2", "too long"),
        ({"text": BODY}, "a.jsonl:2", "has no id"),
        ({"id": 7, "text": BODY}, "a.jsonl:2", "has no id"),
        ({"id": " ", "text": BODY}, "a.jsonl:2", "has no id"),
        ({"id": "b"}, "a.jsonl#b", "line 2: there is no `text`"),
        ({"id": "b", "text": 1}, "a.jsonl#b", "`text` must be a string"),
        ({"id": "b", "text": BODY, "title": ["x"]}, "a.jsonl#b", "`title` must be a string or null"),
        ({"id": "b", "text": BODY, "published": 20240324}, "a.jsonl#b", "`published` must be a string or null"),
        ({"id": "b", "text": BODY, "outlet": "x" * 5000}, "a.jsonl#b", "`outlet` is longer"),
        ({"id": "b", "text": BODY, "language": "fr"}, "a.jsonl#b", "is in French (fr)"),
    ],
)
def test_a_bad_line_is_a_problem_of_its_own(tmp_path: Path, bad: Any, name: str, says: str) -> None:
    found = lines(tmp_path, {"id": "a", "text": BODY}, bad, "", {"id": "c", "text": BODY})
    assert [short(a.id) for a in found.articles] == ["a.jsonl#a", "a.jsonl#c"]
    assert [a.record_line for a in found.articles] == [1, 4]
    assert len(found.problems) == 1
    assert short(found.problems[0].article) == name
    assert says in found.problems[0].problem


def test_a_bad_time_is_a_problem_and_the_article_is_read_without_it(tmp_path: Path) -> None:
    found = lines(tmp_path, {"id": "a", "text": BODY, "published": "04/03/2024"})
    assert found.articles[0].published == ""
    assert "'04/03/2024' cannot be read" in found.problems[0].problem


def test_of_two_records_with_one_id_the_one_whose_hash_sorts_later_is_the_problem(tmp_path: Path) -> None:
    texts = [f"{BODY} {n}" for n in range(3)]
    ways = [[{"id": "a", "text": text} for text in order] for order in (texts, texts[::-1])]
    kept = {tuple(a.sha256 for a in lines(tmp_path, *records).articles) for records in ways}
    assert len(kept) == 1
    found = lines(tmp_path, *ways[0])
    assert len(found.problems) == 2
    assert all("has the id of line" in p.problem for p in found.problems)


def test_the_same_record_twice_is_a_problem_of_the_second(tmp_path: Path) -> None:
    found = lines(tmp_path, {"id": "a", "text": BODY}, {"id": "a", "text": BODY})
    assert found.articles[0].record_line == 1
    assert found.problems[0].problem.startswith("line 2 has the id of line 1 and the same text")


def test_a_line_above_the_limit_is_passed_over_and_the_next_is_read(tmp_path: Path) -> None:
    found = lines(tmp_path, "x" * 100_000, {"id": "a", "text": BODY}, "y" * 100_000, limits=Limits(line=1000))
    assert [a.record_line for a in found.articles] == [2]
    assert [short(p.article) for p in found.problems] == ["a.jsonl:1", "a.jsonl:3"]
    assert "longer than 1,000 bytes" in found.problems[0].problem


def test_a_text_above_the_limit_is_a_problem(tmp_path: Path) -> None:
    found = lines(tmp_path, {"id": "a", "text": BODY}, {"id": "b", "text": "é" * 60}, limits=Limits(article=100))
    assert [short(p.article) for p in found.problems] == ["a.jsonl#b"]


def test_json_over_several_lines_is_one_problem(tmp_path: Path) -> None:
    text = json.dumps([{"id": "a", "text": BODY}] * 3, indent=1)
    found = lines(tmp_path, text)
    assert len(found.problems) == 1
    assert "JSON over several lines" in found.problems[0].problem


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_heeded(tmp_path: Path, encoding: str) -> None:
    assert lines(tmp_path, {"id": "a", "text": BODY}, encoding=encoding).articles[0].text == BODY


def test_an_id_cannot_break_a_line_of_output(tmp_path: Path) -> None:
    found = lines(tmp_path, {"id": "a\n::error::\x1b]0;x\x07", "text": BODY, "outlet": "x\x9by\nz", "url": "\u202e"})
    assert short(found.articles[0].id) == "a.jsonl#a ::error::\ufffd]0;x\ufffd"
    assert (found.articles[0].outlet, found.articles[0].url) == ("x›y z", "\u2060")


def test_a_binary_file_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(bytes(range(256)) * 50)
    assert [p.problem for p in read([str(tmp_path)]).problems] == ["looks like a binary file, not text"]
