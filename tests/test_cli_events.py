"""`reconcile events` and `decisions`: what is ruled in one run holds in every other command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcile.__main__ import main

Captured = pytest.CaptureFixture[str]

FIRE = (
    "Title: Fire at the market\nPublished: 2023-05-04\n\nA fire at a market in Leeds killed {} people on Wednesday.\n"
)
QUAKE = "Published: 2023-05-04\n\nAn earthquake killed 40 people near Tabriz on Monday, the governor said.\n"


@pytest.fixture(autouse=True)
def _with_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    for name, text in (("a", FIRE.format(12)), ("b", FIRE.format(13)), ("c", QUAKE)):
        Path(f"news/{name}.txt").write_text(text, encoding="utf-8")


def events(capsys: Captured, *options: str) -> dict[frozenset[str], str]:
    """Event ids by their articles."""
    capsys.readouterr()
    assert main(["events", "list", "news", "--format", "jsonl", "-q", *options]) == 0
    rows = map(json.loads, capsys.readouterr().out.splitlines())
    return {frozenset(Path(article).stem for article in row["articles"]): row["id"] for row in rows}


def test_what_is_ruled_holds_in_every_command_until_it_is_undone(capsys: Captured) -> None:
    before = events(capsys)
    assert set(before) == {frozenset("ab"), frozenset("c")}
    assert main(["check", "news/b.txt", "--against", "news"]) == 1
    assert main(["events", "split", before[frozenset("ab")], "news/b.txt", "--on", "news", "--by", "Ann"]) == 0
    after = events(capsys)
    assert set(after) == {frozenset("a"), frozenset("b"), frozenset("c")}
    assert main(["check", "news/b.txt", "--against", "news"]) == 0
    assert main(["explain", after[frozenset("b")], "--on", "news"]) == 0
    assert "b.txt not of one event with a.txt, by the word of Ann" in " ".join(capsys.readouterr().out.split())
    one, other = after[frozenset("a")][:8], after[frozenset("c")]
    assert main(["events", "merge", one, other, "--on", "news", "--by", "Bob", "--note", "a test"]) == 0
    assert set(events(capsys)) == {frozenset("ac"), frozenset("b")}
    assert main(["decisions", "undo", "--by", "Bob"]) == 0
    assert set(events(capsys)) == set(after)
    assert main(["decisions", "undo", "--by", "Ann"]) == 0
    assert set(events(capsys)) == set(before)
    assert main(["decisions", "redo", "--by", "Ann"]) == 0
    assert set(events(capsys)) == set(after)
    assert main(["decisions", "log"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 5
    assert [line.endswith("[taken back]") for line in said] == [False, True, False, False, False]


def test_the_list_names_articles_and_reasons(capsys: Captured) -> None:
    assert main(["events", "list", "news"]) == 0
    first = capsys.readouterr().out.split("\nev-")[0]
    assert "fire, Leeds, 2023-05-03" in first
    assert "    news/a.txt\n    news/b.txt\n    because all " in first


def test_why_two_articles_are_one_event_or_are_not(capsys: Captured) -> None:
    assert main(["events", "why", "news/a.txt", "news/b.txt", "--on", "news"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("news/a.txt and news/b.txt are about one event: ev-")
    assert "  they are about Leeds\n" in said
    assert main(["events", "why", "news/a.txt", "news/c.txt", "--on", "news"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("news/a.txt and news/c.txt are about two events:\n    ev-")
    assert "they speak of a fire and an earthquake" in said


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("events why news/a.txt news/d.txt --on news", "news/d.txt is not among the articles of news"),
        ("events why news/a.txt news/a.txt --on news", "news/a.txt is one article; name two"),
        ("events merge ev-nope ev-none --on news", "'ev-nope' is no event of these articles; reconcile events list"),
        ("events merge ev- ev- --on news", "'ev-' begins the ids of 2 events; give more of it"),
        ("events merge {ab} {ab} --on news", "are one event already: fire, Leeds"),
        ("events split {ab} news/c.txt --on news", "news/c.txt is not among the articles of {ab}: news/a.txt, news/b"),
        ("events split {c} news/c.txt --on news", "news/c.txt is the only article of {c}: there is nothing to split"),
        ("decisions undo", "there is no decision that stands; reconcile decisions log"),
        ("decisions redo", "there is no decision that was taken back"),
        ("decisions undo d-1", "d-1 is no decision that stands"),
        ("report news --decisions none.jsonl", "none.jsonl is not there; the first decision makes it"),
        ("decisions log --decisions none.jsonl", "none.jsonl is not there"),
    ],
)
def test_what_cannot_be_ruled_is_said(line: str, says: str, capsys: Captured) -> None:
    ids = {"".join(sorted(articles)): identity for articles, identity in events(capsys).items()}
    assert main(line.format(**ids).split()) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert says.format(**ids) in shown.err
    assert not Path("decisions.jsonl").exists()


def test_a_broken_journal_stops_every_command_and_names_the_line(capsys: Captured) -> None:
    Path("decisions.jsonl").write_text("\n{broken\n", encoding="utf-8")
    for line in ("report news", "extract news", "events list news", "decisions log", "check news/a.txt --against news"):
        assert main(line.split()) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        assert "decisions.jsonl:2:2: no decision: " in shown.err


def test_the_journal_may_be_named_and_is_made_by_the_first_decision(capsys: Captured) -> None:
    ab = events(capsys)[frozenset("ab")]
    line = ["events", "split", ab, "news/a.txt", "--on", "news", "--decisions", "ruled.jsonl", "--by", "Ann"]
    assert main(line) == 0
    assert set(events(capsys, "--decisions", "ruled.jsonl")) == {frozenset("a"), frozenset("b"), frozenset("c")}
    assert set(events(capsys)) == {frozenset("ab"), frozenset("c")}
