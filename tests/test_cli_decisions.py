"""`reconcile decisions list|add` and `rules stats`: what is ruled on a conflict is shown in every report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reconcile.__main__ import main

Captured = pytest.CaptureFixture[str]
FIRE = (
    "Title: Fire at the market\nPublished: 2023-05-04\n\nA fire at a market in Leeds killed {} people on Wednesday.\n"
)


@pytest.fixture(autouse=True)
def _with_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    for name, toll in (("a", 12), ("b", 13)):
        Path(f"news/{name}.txt").write_text(FIRE.format(toll), encoding="utf-8")


def listed(capsys: Captured, *options: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["decisions", "list", "news", "--format", "jsonl", "-q", *options]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def add(kind: str, conflict: str, *options: str) -> int:
    return main(["decisions", "add", conflict, "--on", "news", "--as", kind, "--by", "Ann", *options])


def test_open_conflicts_are_listed_until_somebody_rules_and_again_when_something_is_new(capsys: Captured) -> None:
    [conflict] = listed(capsys)
    assert (conflict["fact"], conflict["state"], conflict["decision"]) == ("death_toll", "open", None)
    assert [row["value"] for row in conflict["values"]] == ["12", "13"]
    assert add("confirmed", conflict["conflict"][:6], "--note", "both called back") == 0
    assert listed(capsys) == []
    [ruled] = listed(capsys, "--all")
    assert (ruled["state"], ruled["decision"]["as"], ruled["decision"]["state"]) == ("decided", "confirmed", "standing")
    Path("news/c.txt").write_text(FIRE.format(14), encoding="utf-8")
    [again] = listed(capsys)
    assert (again["state"], again["decision"]["new"]) == ("updated", ["14 is new, from news/c.txt"])
    assert main(["decisions", "list", "news", "-q"]) == 0
    assert "updated: 14 is new, from news/c.txt" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_a_ruling_is_shown_in_every_report(capsys: Captured, form: str) -> None:
    [conflict] = listed(capsys)
    assert add("accept", conflict["conflict"], "--value", "13", "--note", "the coroner's list") == 0
    capsys.readouterr()
    assert main(["report", "news", "-q", "--format", form]) == 0
    told = capsys.readouterr().out
    if form == "json":
        [found] = [finding for finding in json.loads(told)["findings"] if finding["fact"] == "death_toll"]
        assert found["decision"]["value"] == found["headline"]["value"] == "13"
        assert found["status"] == "conflict"
    else:
        words = " ".join(told.replace("\\", "").split())
        assert "uled accepted: 13, by Ann on" in words
        assert "the coroner's list" in words
        assert "1 ruled on" in words


def test_what_is_misread_is_silenced_and_listed_by_rule(capsys: Captured) -> None:
    [conflict] = listed(capsys)
    assert add("misread", conflict["conflict"], "--value", "13", "--note", "a typo") == 0
    assert listed(capsys) == []
    assert main(["rules", "stats", "--format", "jsonl"]) == 0
    [line] = map(json.loads, capsys.readouterr().out.splitlines())
    assert (line["right"], line["wrong"], line["precision"]) == (0, 1, 0.0)
    assert line["misread"][0]["article"] == "news/b.txt"
    assert line["rule"].startswith("facts/death_toll/en.toml#")
    assert main(["rules", "stats"]) == 0
    assert "is no death_toll 13, by the word of Ann" in capsys.readouterr().out
    assert main(["report", "news", "-q"]) == 0
    assert "Set aside as misread" in capsys.readouterr().out
    assert main(["decisions", "undo", "--by", "Ann"]) == 0
    assert len(listed(capsys)) == 1


def test_another_event_parts_the_articles_in_every_command(capsys: Captured) -> None:
    [conflict] = listed(capsys)
    assert add("other-event", conflict["conflict"], "--value", "13") == 0
    assert listed(capsys) == []
    assert main(["check", "news/b.txt", "--against", "news"]) == 0


def test_a_single_claim_can_be_meant(capsys: Captured) -> None:
    Path("news/c.txt").write_text(FIRE.format(13) + "\nPolice searched for the cause.\n", encoding="utf-8")
    [conflict] = listed(capsys)
    assert main(["report", "news", "-q", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    [claim] = [c["id"] for c in report["claims"] if c["article"] == "news/b.txt" and c["fact"] == "death_toll"]
    assert add("misread", conflict["conflict"], "--claim", claim) == 0
    assert main(["report", "news", "-q", "--format", "json"]) == 0
    silenced = [c["article"] for c in json.loads(capsys.readouterr().out.split("\n", 1)[1])["claims"] if c["misread"]]
    assert silenced == ["news/b.txt"]


def test_a_saved_report_stands_for_its_articles(capsys: Captured) -> None:
    assert main(["report", "news", "-q", "--format", "json", "--out", "saved"]) == 0
    capsys.readouterr()
    assert main(["decisions", "list", "saved/report.json", "-q", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["fact"] == "death_toll"


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (["f-nope", "confirmed"], "'f-nope' is no finding of these articles"),
        (["{id}", "accept"], "--as accept needs --value: 12, 13"),
        (["{id}", "accept", "--value", "a dozen"], "'a dozen' is no count: 12, 12+"),
        (["{id}", "misread", "--value", "99"], "death_toll has 12, 13"),
        (["{id}", "misread", "--claim", "c-none"], "death_toll has 12, 13"),
        (["{id}", "confirmed", "--value", "12"], "leave out --value and --claim"),
        (["{date}", "confirmed"], "is no conflict"),
    ],
)
def test_what_cannot_be_ruled_is_said_and_nothing_is_kept(capsys: Captured, options: list[str], what: str) -> None:
    assert main(["report", "news", "-q", "--format", "json"]) == 0
    by_fact = {finding["fact"]: finding["id"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    conflict, kind, *more = options
    assert add(kind, conflict.format(id=by_fact["death_toll"], date=by_fact["event_date"]), *more) == 2
    assert what in capsys.readouterr().err
    assert not Path("decisions.jsonl").exists()


def test_an_unknown_ruling_is_bad_usage(capsys: Captured) -> None:
    assert add("maybe", "f-1") == 2
    assert "confirmed" in capsys.readouterr().err


def test_the_log_and_the_note_say_of_which_fact_and_value(capsys: Captured) -> None:
    [conflict] = listed(capsys)
    assert add("accept", conflict["conflict"], "--value", "13", "--decisions", "desk one.jsonl") == 0
    told = capsys.readouterr()
    identity = told.out.strip()
    assert "kept: accept 13, death_toll of fire, Leeds" in told.err
    assert f"; reconcile decisions undo {identity} --decisions 'desk one.jsonl' takes it back" in told.err
    assert main(["decisions", "log", "--decisions", "desk one.jsonl"]) == 0
    assert "  Ann  accept 13  death_toll of fire, Leeds" in capsys.readouterr().out


def test_the_articles_may_be_several_paths_as_a_shell_expands_them(capsys: Captured) -> None:
    [conflict] = listed(capsys)
    both = ["news/a.txt", "news/b.txt"]
    assert main(["decisions", "add", conflict["conflict"], "--on", *both, "--as", "confirmed", "--by", "Ann"]) == 0
    assert main(["events", "why", *both, "--on", *both]) == 0
    assert main(["events", "split", conflict["event"], "news/b.txt", "--on", *both, "--by", "Ann"]) == 0


def test_a_value_spelled_wrongly_is_answered_with_those_that_are_there(capsys: Captured) -> None:
    [conflict] = listed(capsys)
    assert add("accept", conflict["conflict"], "--value", "thirteen") == 2
    assert "'thirteen' is no count" in (told := capsys.readouterr().err)
    assert told.rstrip().endswith("; here: 12, 13")


def test_accepting_what_no_article_gives_is_said(capsys: Captured) -> None:
    [conflict] = listed(capsys)
    assert add("accept", conflict["conflict"], "--value", "14") == 0
    assert "no article gives 14: it is printed by the word of Ann alone" in capsys.readouterr().err
    assert add("accept", conflict["conflict"], "--value", "13") == 0
    assert "no article gives" not in capsys.readouterr().err


def test_one_takes_back_ones_own_and_anothers_only_by_its_id(capsys: Captured) -> None:
    [conflict] = listed(capsys)
    for by in ("Ann", "Cy"):
        assert main(["decisions", "add", conflict["conflict"], "--on", "news", "--as", "unsure", "--by", by]) == 0
    capsys.readouterr()
    assert main(["decisions", "undo", "--by", "Ann"]) == 0
    assert "unsure by Ann" in capsys.readouterr().err
    assert main(["decisions", "undo", "--by", "Ann"]) == 2
    told = capsys.readouterr().err
    assert "Ann has no decision that stands; the last is d-" in told
    other = told.partition("the last is ")[2].partition(",")[0]
    assert f"{other}, unsure by Cy: name it to undo it" in told
    assert main(["decisions", "redo", "--by", "Cy"]) == 2
    assert "Cy took none back; the last is d-" in capsys.readouterr().err
    assert main(["decisions", "undo", other, "--by", "Ann"]) == 0
    assert "unsure by Cy" in capsys.readouterr().err
    assert main(["decisions", "redo", "--by", "Ann"]) == 0
    assert "unsure by Cy" in capsys.readouterr().err, "what Ann took back last"
    assert main(["decisions", "redo", "--by", "Ann"]) == 0
    assert "unsure by Ann" in capsys.readouterr().err


def test_a_confirmed_conflict_reads_as_one(capsys: Captured) -> None:
    [conflict] = listed(capsys)
    assert add("confirmed", conflict["conflict"]) == 0
    assert main(["report", "news", "-q"]) == 0
    assert "uled a confirmed conflict, by Ann on" in " ".join(capsys.readouterr().out.split())
