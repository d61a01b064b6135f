"""The batch view: what new articles changed, told in a terminal, as Markdown and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcile.__main__ import main
from reconcile.batch import batch
from reconcile.report import since
from tests.report.github import rendered
from tests.report.test_markdown import HOSTILE, reported_everywhere
from tests.test_batch import A, B, article, reported
from tests.written import BOOK

Captured = pytest.CaptureFixture[str]
FOUND = batch(
    reported(A, B),
    reported(A, B, article("c.txt", "Nine", "04"), article("d.txt", "Twelve", "05")),
)


def test_text_names_each_article_its_events_findings_and_sentences() -> None:
    lines = since.text(FOUND, BOOK, "before.json").splitlines()
    assert lines[0] == "1 of 2 new or edited articles changed the picture since before.json"
    assert lines[2] == "c.txt (Outlet C, 2023-05-04): new"
    assert lines[3].startswith("  fire, ")
    toll = next(line for line in lines if "Death toll" in line)
    assert toll.startswith("    Death toll: agreed → conflict, high; new: 9; brings a conflict")
    assert lines[lines.index(toll) + 1].startswith("      ")
    assert lines[-1] == "Changed nothing: d.txt"


def test_json_has_all_of_it() -> None:
    tree = json.loads(since.json_document(FOUND, "before.json"))
    assert list(tree) == ["schema", "since", "articles", "unchanged", "gone", "events", "findings"]
    assert (tree["schema"], tree["since"], tree["unchanged"]) == ("reconcile-since/1", "before.json", ["d.txt"])
    (one,) = tree["articles"]
    assert (one["article"], one["change"], one["earlier"], one["events"]) == ("c.txt", "new", [], [])
    toll = next(effect for effect in one["effects"] if effect["fact"] == "death_toll")
    assert set(toll) == {"event", "label", "fact", "finding", "brings", "values", "before", "after", "say"}
    assert (toll["brings"][0], toll["values"]) == ("conflict", ["9"])
    assert (toll["before"]["status"], toll["after"]["status"]) == ("agreed", "conflict")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_articles_are_inert_in_each(words: str) -> None:
    found = batch(reported(A), reported_everywhere(words))
    text = since.text(found, BOOK, words)
    assert not {"\x1b", "\u202e", "\r"} & set(text)
    assert json.loads(since.json_document(found, words))["since"] == words
    page = since.markdown(found, BOOK, words)
    assert {tag for tag, _ in rendered(page).tags} <= {"h1", "h2", "p", "ul", "li", "strong", "span"}


def test_the_command_tells_it_and_the_next_run_begins_where_this_one_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    for one in (A, B, article("c.txt", "Nine", "04")):
        head = f"Outlet: {one.outlet}\nPublished: {one.published}\n\n"
        Path(one.id).write_text(head + one.text + "\n", encoding="utf-8")
    assert main(["report", "a.txt", "b.txt", "--quiet", "--out", "made"]) == 0
    again = ["report", "a.txt", "b.txt", "c.txt", "--since", "made/report.json"]
    assert main(again) == 0
    assert "c.txt (Outlet C, 2023-05-04): new" in capsys.readouterr().out
    assert main([*again, "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("# What changed the picture\n")
    assert main([*again, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "reconcile-since/1"
    assert main([*again, "--out", "made"]) == 0
    assert sorted(path.name for path in Path("made").iterdir()) == [
        *("report.html", "report.json", "report.md", "since.json", "since.md")
    ]
    assert json.loads(Path("made/since.json").read_text(encoding="utf-8"))["articles"][0]["article"] == "c.txt"
    assert "1 of 1 new or edited article changed" in capsys.readouterr().out
    assert main(again) == 0
    assert "0 of 0 new or edited articles changed" in capsys.readouterr().out


def test_what_changed_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(A.text, encoding="utf-8")
    assert main(["report", "a.txt", "--quiet", "--out", "made"]) == 0
    Path("made/since.md").mkdir()
    assert main(["report", "a.txt", "--quiet", "--since", "made/report.json", "--out", "made"]) == 2
    assert "error: made/since.md: cannot be written: " in capsys.readouterr().err
    assert not list(Path("made").glob(".since*"))


def test_what_cannot_be_told_or_read_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(A.text, encoding="utf-8")
    assert main(["report", "a.txt", "--since", "nowhere.json"]) == 2
    assert "nowhere.json: cannot be read" in capsys.readouterr().err
    assert main(["report", "a.txt", "--quiet", "--out", "made"]) == 0
    assert main(["report", "a.txt", "--since", "made/report.json", "--format", "csv"]) == 2
    assert "terminal, markdown or json" in capsys.readouterr().err
    assert main(["report", "a.txt", "--since", "made/report.json", "--format", "csv", "--out", "made", "--quiet"]) == 0
    assert not Path("made/since.md").exists()
