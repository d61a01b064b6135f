"""Text files: headers, the date marker, encodings, and offsets that point into the file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reconcile.model import Article
from reconcile.sources import read

SEEDS = Path(__file__).parent.parent.parent / "seeds"
BODY = "Three people were killed when a wall fell, the mayor said: “It was quick – too quick.”"


def article(tmp_path: Path, content: str | bytes, name: str = "a.txt") -> Article:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = read([str(path)])
    assert not found.problems, found.problems
    return found.articles[0]


def refused(tmp_path: Path, content: bytes) -> str:
    (tmp_path / "a.txt").write_bytes(content)
    return read([str(tmp_path / "a.txt")]).problems[0].problem


def test_a_file_without_headers_is_all_body(tmp_path: Path) -> None:
    found = article(tmp_path, BODY)
    assert (found.text, found.title, found.body_start, found.notes) == (BODY, "", 0, ())


def test_headers_come_in_any_order_and_case_and_the_text_stays_whole(tmp_path: Path) -> None:
    content = (
        f"OUTLET: The Gazette\nurl: https://example.org/1\nTitle:  Wall falls \nPublished: March 24, 2024\n\n{BODY}"
    )
    found = article(tmp_path, content)
    assert found.text == content
    assert found.text[found.body_start :] == BODY
    assert (found.outlet, found.url, found.title) == ("The Gazette", "https://example.org/1", "Wall falls")
    assert found.text[found.title_span.start : found.title_span.end] == "Wall falls"
    assert (found.published, found.published_from) == ("2024-03-24", "header")


@pytest.mark.parametrize(
    "opening", ["Police: Three people died.", "Title insurance is no topic: here.", "Note: a draft"]
)
def test_a_first_line_with_a_colon_is_not_always_a_header(tmp_path: Path, opening: str) -> None:
    assert article(tmp_path, f"{opening}\n{BODY}").body_start == 0


@pytest.mark.parametrize("marker", [" date 2024-03-28 ", "date: 2024-03-28\n\n", "\n Date 2024-03-28T10:00Z "])
def test_a_date_marker_before_the_first_sentence_is_the_publication(tmp_path: Path, marker: str) -> None:
    found = article(tmp_path, marker + BODY)
    assert found.published[:10] == "2024-03-28"
    assert found.published_from == "header"
    assert found.text[found.body_start :] == BODY


def test_a_date_that_only_begins_a_sentence_is_no_marker(tmp_path: Path) -> None:
    assert article(tmp_path, "Date palms fell. " + BODY).published == ""
    assert article(tmp_path, "date 2024-03-28-b was the file. " + BODY).published == ""


def test_the_seeds_keep_their_text_and_the_two_dated_ones_their_date() -> None:
    found = read([str(SEEDS)])
    assert not found.problems
    assert [a.published for a in found.articles] == ["", "", "2024-03-28", "", "2024-03-31"]
    assert all(a.text == Path(a.path).read_text(encoding="utf-8") for a in found.articles)
    assert all(a.text[a.body_start :].startswith("The recent ") for a in found.articles if a.published)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_every_usual_encoding_gives_the_same_text(tmp_path: Path, encoding: str) -> None:
    assert article(tmp_path, BODY.encode(encoding)).text == BODY


def test_an_encoding_that_was_guessed_is_noted(tmp_path: Path) -> None:
    assert article(tmp_path, BODY.encode("cp1252")).notes == ("not UTF-8; read as Windows-1252",)


def test_a_text_that_is_cut_off_inside_a_character_stays_utf8(tmp_path: Path) -> None:
    found = article(tmp_path, BODY.encode()[:-1])
    assert found.text == BODY[:-1] + "\ufffd"
    assert "1 unreadable" in found.notes[0]


def test_line_ends_are_plain_and_control_characters_gone(tmp_path: Path) -> None:
    text = article(tmp_path, "one\r\ntwo\rthree\x1b[2J\x07 \u202eevil\u2028end\ttab").text
    assert text == "one\ntwo\nthree\ufffd[2J\ufffd \u2060evil end\ttab"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"abc\0def", "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
        (BODY.encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (b"  <html><body>x", "HTML"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, content: bytes, says: str) -> None:
    assert says in refused(tmp_path, content)


@pytest.mark.parametrize(
    "content", ["Title: a" + " " * 900_000 + "b", "Title:" * 150_000, "\n" * 1_000_000, "date " * 200_000]
)
def test_a_hostile_file_is_read_in_no_time(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text(content)
    (tmp_path / "a.md").write_text("# " + content)
    start = time.process_time()
    read([str(tmp_path)])
    assert time.process_time() - start < 2
