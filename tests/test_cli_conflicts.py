"""`check`, `compare` and `explain` from the command line, over small articles."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from reconcile.__main__ import main

Captured = pytest.CaptureFixture[str]
HEAD = "Title: Fire at market in Leeds\nOutlet: {}\nPublished: 2023-05-{}\n\n"
BODY = "{} people were killed when a fire broke out at a market in Leeds on Tuesday, May 2, 2023, police said.\n"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def article(name: str, killed: str, outlet: str = "The Northport Daily", day: str = "03") -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text((HEAD + BODY).format(outlet, day, killed), encoding="utf-8")
    return name


def pairs(*lines: object) -> str:
    Path("pairs.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return "pairs.jsonl"


def pair(a: str, b: str, identity: str = "p1") -> str:
    times = ("2023-05-02T10:00:00Z", "2023-05-02T10:20:00Z")
    sides = [{"text": BODY.format(killed), "published": at} for killed, at in zip((a, b), times, strict=True)]
    return json.dumps({"id": identity, "a": sides[0], "b": sides[1]})


def test_check_prints_the_new_conflict_at_its_place_and_exits_1(capsys: Captured) -> None:
    article("archive/a.txt", "Twelve")
    article("new/b.txt", "Nine", "The Weir Herald")
    assert main(["check", "new", "--against", "archive"]) == 1
    (line,) = [line for line in capsys.readouterr().out.splitlines() if " death_toll: " in line]
    place, _, rest = line.partition(": ")
    path, row, column = place.split(":")
    assert path == "new/b.txt"
    assert Path(path).read_text(encoding="utf-8").splitlines()  # the line and column are those of `show`
    main(["show", path])
    shown = capsys.readouterr().out.splitlines()
    assert shown[int(row) - 1][int(column) - 1 :].startswith("Nine people")
    assert rest.split(" ")[0] in ("low", "medium", "high")


def test_check_finds_nothing_new_where_all_agree(capsys: Captured) -> None:
    article("archive/a.txt", "Twelve")
    article("new/b.txt", "Twelve", "The Weir Herald")
    assert main(["check", "new", "--against", "archive"]) == 0
    assert capsys.readouterr().out == ""


def test_check_does_not_report_what_the_archive_had_before(capsys: Captured) -> None:
    article("archive/a.txt", "Twelve")
    article("archive/b.txt", "Nine", "The Weir Herald")
    article("new/c.txt", "Nine", "The Third Post")
    assert main(["check", "new", "--against", "archive"]) == 0
    assert capsys.readouterr().out == ""


def test_check_of_an_article_that_also_lies_in_the_archive_takes_it_as_new(capsys: Captured) -> None:
    article("archive/a.txt", "Twelve")
    article("archive/b.txt", "Nine", "The Weir Herald")
    assert main(["check", "archive/b.txt", "--against", "archive"]) == 1
    assert "archive/b.txt:" in capsys.readouterr().out


def test_check_fails_only_from_the_given_severity_on() -> None:
    article("archive/a.txt", "Exactly 100")
    article("new/b.txt", "Exactly 101", "The Weir Herald")
    assert main(["check", "new", "--against", "archive", "--fail-on", "high"]) == 0
    assert main(["check", "new", "--against", "archive", "--fail-on", "low"]) == 1


@pytest.mark.parametrize(
    ("batch", "against"), [("nowhere", "archive"), ("archive/a.txt", "nowhere"), ("empty", "archive")]
)
def test_check_of_what_cannot_be_read_exits_2(batch: str, against: str, capsys: Captured) -> None:
    article("archive/a.txt", "Twelve")
    Path("empty").mkdir()
    assert main(["check", batch, "--against", against]) == 2
    assert capsys.readouterr().out == ""


def test_check_places_a_record_by_its_id(capsys: Captured) -> None:
    article("archive/a.txt", "Twelve")
    record = {"id": "r7", "text": BODY.format("Nine"), "published": "2023-05-03", "outlet": "The Weir Herald"}
    Path("new.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert main(["check", "new.jsonl", "--against", "archive"]) == 1
    assert "new.jsonl#r7:1:1: " in capsys.readouterr().out


def test_compare_prints_the_worst_verdict_and_then_each_fact(capsys: Captured) -> None:
    article("a.txt", "Twelve")
    article("b.txt", "Nine", "The Weir Herald")
    assert main(["compare", "a.txt", "b.txt"]) == 0
    first, *facts = capsys.readouterr().out.splitlines()
    assert first == "contradiction"
    assert any(line.startswith("death_toll: 12 and 9: contradiction: ") for line in facts)
    assert any(line.startswith("event_date: 2023-05-02 and 2023-05-02: agree: ") for line in facts)


def test_compare_of_pairs_answers_each_line_as_json(capsys: Captured) -> None:
    assert main(["compare", "--pairs", pairs(pair("Three", "Five", "p1"), pair("Three", "Three", "p2"))]) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (first["id"], first["verdict"]) == ("p1", "contradiction")
    assert {(fact["fact"], fact["a"], fact["b"], fact["verdict"]) for fact in first["facts"]} >= {
        ("death_toll", "3", "5", "contradiction")
    }
    assert all(fact["say"] for fact in first["facts"])
    assert (second["id"], second["verdict"]) == ("p2", "agree")


def test_pairs_from_standard_input_may_begin_with_a_byte_order_mark(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = f"\ufeff{pair('Three', 'Five', 'p1')}\n".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    assert main(["compare", "--pairs", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["verdict"] == "contradiction"


def test_compare_of_texts_that_share_no_fact_is_unrelated(capsys: Captured) -> None:
    line = json.dumps({"id": "p", "a": {"text": "It rained a little."}, "b": {"text": "Nobody complained about it."}})
    assert main(["compare", "--pairs", pairs(line)]) == 0
    assert json.loads(capsys.readouterr().out) == {"id": "p", "verdict": "unrelated", "facts": []}


@pytest.mark.parametrize(
    "line",
    [
        "{broken",
        "[]",
        '{"id": "x"}',
        '{"id": 3, "a": {"text": "x"}, "b": {"text": "y"}}',
        '{"id":"x","a":{"text":""},"b":{"text":""}}',
    ],
)
def test_a_pair_that_cannot_be_read_is_named_and_the_others_are_answered(line: str, capsys: Captured) -> None:
    assert main(["compare", "--pairs", pairs(line, pair("Three", "Five"))]) == 2
    captured = capsys.readouterr()
    assert [json.loads(answer)["id"] for answer in captured.out.splitlines()] == ["p1"]
    assert "pairs.jsonl:1" in captured.err
    assert main(["compare", "--pairs", "pairs.jsonl", "--on-problem", "warn"]) == 0


@pytest.mark.parametrize(
    "typed", [["a.txt"], ["a.txt", "b.txt", "--pairs", "p.jsonl"], ["--pairs", "nowhere.jsonl"], []]
)
def test_compare_needs_two_texts_or_pairs(typed: list[str], capsys: Captured) -> None:
    assert main(["compare", *typed]) == 2
    assert capsys.readouterr().out == ""


def found_ids() -> dict[str, str]:
    report = json.loads(Path("made/report.json").read_text(encoding="utf-8"))
    finding = next(finding for finding in report["findings"] if finding["fact"] == "death_toll")
    return {"finding": finding["id"], "claim": finding["values"][0]["claims"][0], "event": finding["event"]}


def test_explain_shows_the_derivation_of_ids_of_a_report(capsys: Captured) -> None:
    article("a.txt", "Twelve")
    article("b.txt", "Nine", "The Weir Herald")
    main(["report", "a.txt", "b.txt", "--out", "made", "--quiet"])
    ids = found_ids()
    for identity, words in (
        (ids["claim"], "people were killed"),
        (ids["finding"], "by the policy rules/policies/rising_count.toml:"),
        (ids["event"], "told by"),
    ):
        assert main(["explain", identity, "--on", "a.txt", "b.txt"]) == 0
        assert words in capsys.readouterr().out


def test_explain_takes_a_saved_report_for_its_articles(capsys: Captured) -> None:
    article("a.txt", "Twelve")
    article("b.txt", "Nine", "The Weir Herald")
    main(["report", "a.txt", "b.txt", "--out", "made", "--quiet"])
    assert main(["explain", found_ids()["finding"], "--on", "made/report.json"]) == 0
    assert "⟦Twelve people" in capsys.readouterr().out


def test_explain_of_a_saved_report_shows_what_was_reported_though_its_article_has_changed(capsys: Captured) -> None:
    article("a.txt", "Twelve")
    article("b.txt", "Nine", "The Weir Herald")
    main(["report", "a.txt", "b.txt", "--out", "made", "--quiet"])
    article("a.txt", "Thirteen")
    assert main(["explain", found_ids()["finding"], "--on", "made/report.json"]) == 0
    captured = capsys.readouterr()
    assert "⟦Twelve people were killed⟧" in captured.out
    assert "a.txt is not there any more as made/report.json reports on it" in captured.err
    assert main(["explain", "f-1", "--on", "made/report.json", "a.txt"]) == 2


@pytest.mark.parametrize("on", [[], ["--on", "a.txt"], ["--on", "other.json"]])
def test_explain_of_what_it_cannot_find_says_what_to_give(on: list[str], capsys: Captured) -> None:
    article("a.txt", "Twelve")
    Path("other.json").write_text("{}", encoding="utf-8")
    assert main(["explain", "f-nowhere", *on]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "error: " in captured.err


@pytest.mark.parametrize(
    "line, wrong",
    [
        ('{"id": "p1"', "column 12: Expecting ',' delimiter"),
        ('{"id": "p1", "a": {"text": "Two died."}}', "there is no `b`"),
        ('["p1"]', "not every part of it is what it should be"),
    ],
)
def test_a_line_that_is_no_pair_says_why_and_what_to_write(line: str, wrong: str, capsys: Captured) -> None:
    assert main(["compare", "--pairs", pairs(line)]) == 2
    assert f"problem: pairs.jsonl:1: is no pair ({wrong}); write one a line: " in capsys.readouterr().err
