"""Paths become articles in a fixed order, and whatever is no article is named with what to do."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconcile.errors import UsageError
from reconcile.model import Article
from reconcile.sources import READERS, Limits, from_text, read, read_articles

WALL = "Three people were killed on Friday when a wall fell in the old town, the mayor said."
FRENCH = "Deux personnes ont été tuées vendredi quand un mur est tombé dans la vieille ville, selon la mairie."


def put(folder: Path, name: str, content: str | bytes = WALL) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def only(path: str, **options: str) -> Article:
    articles, problems = read_articles([path], **options)  # type: ignore[arg-type]
    assert not problems
    return articles[0]


def problem(path: str, **options: object) -> str:
    articles, problems = read_articles([path], **options)  # type: ignore[arg-type]
    assert not articles
    assert len(problems) == 1
    assert problems[0].article == path
    return problems[0].problem


def test_every_reader_is_found_by_its_suffix_and_reads_a_file_of_its_own(tmp_path: Path) -> None:
    files = {".txt": WALL, ".md": f"# Wall falls\n\n{WALL}", ".jsonl": f'{{"id": "a", "text": "{WALL}"}}'}
    assert list(READERS) == list(files)
    for suffix, content in files.items():
        assert WALL in only(put(tmp_path, f"a{suffix}", content)).text


def test_suffixes_are_read_in_capitals_too(tmp_path: Path) -> None:
    assert only(put(tmp_path, "A.TXT")).text == WALL


def test_articles_come_in_the_order_given_and_those_of_a_folder_by_path(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.txt", "b/a/z.txt", "a.txt"):
        put(tmp_path, name)
    articles, problems = read_articles([str(tmp_path / "b"), str(tmp_path / "a.txt")])
    assert [Path(a.id).relative_to(tmp_path).as_posix() for a in articles] == [
        "b/10.txt",
        "b/2.txt",
        "b/a/z.txt",
        "a.txt",
    ]
    assert not problems


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt")
    articles, problems = read_articles([path, str(tmp_path), path])
    assert len(articles) == 1
    assert not problems


def test_the_folder_one_stands_in_gives_plain_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "batch/a.txt")
    monkeypatch.chdir(tmp_path)
    assert [a.id for a in read(["."]).articles] == ["batch/a.txt"]


def test_dotfiles_and_the_tools_own_files_are_no_articles(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/a.txt", "decisions.jsonl", "reconcile.toml", "a.txt~", "a.txt"):
        put(tmp_path, name)
    found = read([str(tmp_path)])
    assert [Path(a.id).name for a in found.articles] == ["a.txt"]
    assert not found.problems


def test_a_file_that_nothing_reads_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    pdf = put(tmp_path, "b.pdf")
    found = read([str(tmp_path)])
    assert len(found.articles) == 1
    assert [(p.article, p.problem) for p in found.problems] == [
        (pdf, "no reader for .pdf; .txt, .md and .jsonl are read")
    ]
    assert problem(pdf) == "no reader for .pdf; .txt, .md and .jsonl are read"


def test_a_missing_path_an_empty_folder_and_an_empty_file_say_what_to_do(tmp_path: Path) -> None:
    assert "no such file or folder; check the path" in problem(str(tmp_path / "nowhere.txt"))
    assert "folder without articles; .txt, .md and .jsonl are read" in problem(str(tmp_path))
    assert problem(put(tmp_path, "a.txt", "")) == "is empty; an article needs a text"
    assert "is empty; write one object a line" in problem(put(tmp_path, "a.jsonl", ""))


def test_a_link_that_points_at_nothing_or_at_itself_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("nowhere")
    assert "a link may point at nothing" in problem(str(tmp_path / "a.txt"))
    (tmp_path / "b.txt").symlink_to("b.txt")
    assert "cannot be read: too many levels" in problem(str(tmp_path / "b.txt"))
    assert len(read([str(tmp_path)]).problems) == 2


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_a_problem(tmp_path: Path) -> None:
    put(tmp_path, "closed/a.txt")
    (tmp_path / "closed").chmod(0)
    try:
        assert "may not be read; give yourself permission" in problem(str(tmp_path / "closed"))
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_a_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(read([str(tmp_path)]).articles) == 1


def test_folders_may_be_nested_deep(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(600):
        folder = folder / "d"
        folder.mkdir()
    put(folder, "a.txt")
    assert len(read([str(tmp_path)]).articles) == 1


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert [p.problem.split(";")[0] for p in read([str(tmp_path)]).problems] == ["is no regular file"]


def test_a_path_that_is_none_is_a_problem() -> None:
    assert "no path" in read(["a\0b.txt"]).problems[0].problem
    assert read([""]).problems[0].article == "''"


def test_a_name_cannot_rewrite_the_terminal(tmp_path: Path) -> None:
    assert only(put(tmp_path, "a\x1b[31m\nb.txt")).id.endswith("/a\ufffd[31m b.txt")
    broken = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(broken).write_text(WALL)
    assert read([broken]).articles[0].id.endswith("/caf\ufffd.txt")


@pytest.mark.parametrize(("content", "name"), [(WALL, "-"), (f'\n {{"id": "x", "text": "{WALL}"}}', "-#x")])
def test_standard_input_is_text_or_json_lines_and_stays_open(content: str, name: str) -> None:
    stdin = io.BytesIO(content.encode())
    articles, problems = read_articles(["-", "-"], stdin=stdin)
    assert [a.id for a in articles] == [name]
    assert not problems
    assert not stdin.closed


def test_an_article_above_the_limit_is_a_problem(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", WALL)
    assert "larger than 10 bytes" in problem(path, limits=Limits(article=10))
    assert only(path).text == WALL
    assert read([path], limits=Limits(article=len(WALL))).articles


def test_more_articles_than_the_limit_are_named_not_dropped(tmp_path: Path) -> None:
    for name in "abc":
        put(tmp_path, f"{name}.txt")
    found = read([str(tmp_path)], limits=Limits(articles=2))
    assert len(found.articles) == 2
    assert "the rest are not read" in found.problems[0].problem


def test_the_time_of_publication_comes_from_header_then_option_then_file_name(tmp_path: Path) -> None:
    dated = put(tmp_path, "2024-03-20-wall.txt")
    header = put(tmp_path, "2024-03-21-wall.txt", f"Published: 2024-03-22T10:00+01:00\n\n{WALL}")
    assert (only(dated).published, only(dated).published_from) == ("2024-03-20", "filename")
    assert only(dated, published="2024-03-19").published_from == "option"
    assert only(header, published="2024-03-19").published == "2024-03-22T10:00:00+01:00"
    assert only(header).published_from == "header"
    assert (only(put(tmp_path, "a.txt")).published, only(put(tmp_path, "a.txt")).published_from) == ("", "")


def test_the_name_of_a_jsonl_file_dates_no_article(tmp_path: Path) -> None:
    assert only(put(tmp_path, "2024-03-20.jsonl", f'{{"id": "a", "text": "{WALL}"}}')).published == ""


def test_a_publication_date_that_cannot_be_read_is_a_problem_and_the_article_is_read(tmp_path: Path) -> None:
    articles, problems = read_articles([put(tmp_path, "a.txt", f"Published: 30 February 2024\n\n{WALL}")])
    assert articles[0].published == ""
    assert "publication date '30 February 2024' cannot be read" in problems[0].problem


def test_an_option_that_is_no_date_is_bad_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--published 'soon'"):
        read([put(tmp_path, "a.txt")], published="soon")


def test_an_article_in_another_language_is_a_problem_unless_it_may_pass(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", FRENCH)
    assert problem(path) == "is in French (fr); rules exist for en; --skip-language lets it pass"
    found = read([path], skip_language=True)
    assert (found.articles, found.problems) == ((), ())
    assert found.passed[0].article == path
    assert read_articles([path], skip_language=True)[1] == list(found.passed)
    assert read([path], languages=("en", "fr")).articles[0].language == "fr"


def test_a_stated_language_wins_over_the_guess(tmp_path: Path) -> None:
    assert only(put(tmp_path, "a.txt", f"Language: en-GB\n\n{FRENCH}")).language == "en"
    assert "is in Swahili" in problem(put(tmp_path, "b.txt", f"Language: Swahili\n\n{WALL}"))


@pytest.mark.parametrize(
    "text",
    [
        "@@## 12 ;; 14 == {{}} 77 // 88 ## 91 || 12 -- 33 ** 44",
        "\u0001\u0002\u0003 abc \u0004\u0005\u0006",
        "QUJD" * 300,
        "   \n\t\u200b\n",
        "%PDF-1.4 obj stream",
        "<!DOCTYPE html><html><body><p>Three people were killed</p></body></html>",
        "{\\rtf1\\ansi Three people were killed}",
    ],
)
def test_a_text_that_is_none_is_a_problem(tmp_path: Path, text: str) -> None:
    assert problem(put(tmp_path, "a.txt", text))


def test_short_texts_numbers_and_capitals_are_believed(tmp_path: Path) -> None:
    for text in ("12 dead", "THREE KILLED IN WALL FALL", "Fire: 3/4/12", WALL.upper()):
        assert only(put(tmp_path, "a.txt", text)).text == text


def test_identity_is_the_text_not_the_path(tmp_path: Path) -> None:
    one, two = only(put(tmp_path, "a.txt")), only(put(tmp_path, "b.txt"))
    assert one.sha256 == two.sha256 == hashlib.sha256(WALL.encode()).hexdigest()


def test_a_text_without_a_file_becomes_an_article() -> None:
    article = from_text(WALL, id="pair-1#a", published="2024-03-22", title="Wall falls")
    assert article.text == f"Wall falls\n\n{WALL}"
    assert article.published == "2024-03-22"
    with pytest.raises(ValueError, match="no text"):
        from_text(" ", id="pair-1#b")


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode(errors="replace")),
    prefix=st.sampled_from(
        [b"", b"---\n", b"Title: ", b" date 2024-01-01 ", b'{"id": "a", "text": "', b"\xff\xfe", b"+++\n"]
    ),
    suffix=st.sampled_from(sorted(READERS)),
)
def test_any_bytes_give_an_article_or_a_problem_and_no_control_character(
    tmp_path: Path, content: bytes, prefix: bytes, suffix: str
) -> None:
    found = read([put(tmp_path, f"x{suffix}", prefix + content)])
    assert found.articles or found.problems
    for article in found.articles:
        assert not any((char < " " and char not in "\n\t") or "\x7f" <= char <= "\x9f" for char in article.text)
        assert article.text.encode()
        assert 0 <= article.body_start <= len(article.text)
        if article.title_span.end:
            assert article.text[article.title_span.start : article.title_span.end] == article.title
