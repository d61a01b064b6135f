"""`check` and `diff` from the command line: exit codes, baselines, files, and the summary of a job."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcile.__main__ import main

Captured = pytest.CaptureFixture[str]
HEAD = "Title: Fire at market in Leeds\nOutlet: {}\nPublished: 2023-05-03\n\n"
BODY = "{} people were killed when a fire broke out at a market in Leeds on Tuesday, May 2, 2023, police said.\n"
BASELINE = ["--baseline", "b.jsonl"]
WRITE = [*BASELINE, "--write-baseline"]


@pytest.fixture(autouse=True)
def _an_archive_with_twelve_and_a_new_article_with_nine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    article("archive/a.txt", "Twelve")
    article("new/b.txt", "Nine", "The Weir Herald")


def article(name: str, killed: str, outlet: str = "The Northport Daily", more: str = "") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text((HEAD + more + BODY).format(outlet, killed), encoding="utf-8")
    return path


def check(*options: str, batch: str = "new") -> int:
    return main(["check", batch, "--against", "archive", *options])


@pytest.mark.parametrize(
    ("code", "options"),
    [
        (1, []),
        (1, ["--fail-on", "none"]),
        (0, ["--only-facts", "injured"]),
        (1, ["--only-facts", "injured,death_toll"]),
        (1, ["--only-facts", "injured", "--only-facts", "death_toll"]),
        (2, ["--only-facts", "deaths_toll"]),
        (2, ["--fail-on", "severe"]),
        (2, ["--format", "xml"]),
        (2, ["--output", "new.sarif"]),
        (2, ["--output", "saif=new.sarif"]),
        (2, ["--output", "sarif="]),
        (2, ["--output", "sarif=x", "--output", "json=x"]),
        (2, ["--output", "json=archive"]),
        (2, ["--output", "json=-"]),
        (2, ["--against", "sqlite:///a.db"]),
        (2, ["--baseline", "nowhere.jsonl"]),
        (2, ["--baseline", "archive/a.txt"]),
        (2, ["--write-baseline"]),
        (2, [*BASELINE, "--accept-new"]),
        (2, ["--decisions", "nowhere.jsonl"]),
        (2, ["--decisions", "archive/a.txt"]),
        (2, ["--rules", "nowhere"]),
    ],
)
def test_exit_codes(code: int, options: list[str], capsys: Captured) -> None:
    assert check(*options) == code
    captured = capsys.readouterr()
    if code == 2:
        assert "rror" in captured.err


@pytest.mark.parametrize("text", ["", " \n", "%PDF-1.4", "{"])
@pytest.mark.parametrize("name", ["new/c.txt", "archive/c.txt", "new/c.jsonl"])
def test_what_cannot_be_read_is_never_0_and_the_rest_is_still_told(name: str, text: str, capsys: Captured) -> None:
    if name.endswith("jsonl") == (text == "{"):
        Path(name).write_text(text, encoding="utf-8")
        assert check("--fail-on", "high", "--output", "json=o.json") == 2
        assert "new/b.txt:" in capsys.readouterr().out
        assert json.loads(Path("o.json").read_text(encoding="utf-8"))["problems"]


def test_an_unknown_fact_and_an_unknown_format_are_answered_with_what_was_meant(capsys: Captured) -> None:
    check("--only-facts", "deaths_toll")
    assert "did you mean 'death_toll'?" in capsys.readouterr().err
    check("--output", "saif=new.sarif")
    assert "did you mean sarif=new.sarif?" in capsys.readouterr().err


def test_each_folder_that_it_is_checked_against_counts(capsys: Captured) -> None:
    article("older/c.txt", "Fourteen", "Outlet C")
    check("--against", "older")
    assert ["12" in line and "14" not in line for line in capsys.readouterr().out.splitlines()] == [True, False]


def test_a_baseline_takes_todays_state_and_only_what_is_new_counts(capsys: Captured) -> None:
    assert check(*WRITE) == 0
    written = Path("b.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line) for line in written.splitlines()] == [
        {"article": "new/b.txt", "fact": "death_toll", "sides": ["12", "9"], "count": 1}
    ]
    capsys.readouterr()
    assert check(*BASELINE) == 0
    assert capsys.readouterr().out == ""
    article("new/b.txt", "Nine", "The Weir Herald", more="It was seen from afar.\n\n")
    assert check(*BASELINE) == 0, "lines moved"
    article("new/c.txt", "Three", "Outlet C")
    assert check(*BASELINE) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2, "three against twelve and against nine"
    assert all("3" in line for line in lines)


def test_what_became_of_a_baseline_is_told(capsys: Captured) -> None:
    check(*WRITE)
    assert "b.jsonl is new: 1 entry, all that there is today\n" in capsys.readouterr().err
    article("new/b.txt", "Eight", "The Weir Herald")
    check(*WRITE, "--accept-new")
    assert "b.jsonl is written: 1 entry; 1 came in, 1 went\n" in capsys.readouterr().err
    check(*WRITE, "--quiet")
    assert capsys.readouterr().err == ""


def test_a_baseline_does_not_grow_unasked(capsys: Captured) -> None:
    check(*WRITE)
    before = Path("b.jsonl").read_bytes()
    article("new/c.txt", "Three", "Outlet C")
    assert check(*WRITE, "--fail-on", "high") == 1
    assert Path("b.jsonl").read_bytes() == before
    assert "--accept-new lets it" in capsys.readouterr().err
    assert check(*WRITE, "--accept-new") == 0
    assert check(*BASELINE) == 0
    assert len(Path("b.jsonl").read_bytes().splitlines()) > len(before.splitlines())


def test_stale_entries_are_named_and_go_when_it_is_written_again(capsys: Captured) -> None:
    check(*WRITE)
    article("new/b.txt", "Twelve", "The Weir Herald")
    assert check(*BASELINE) == 0
    assert "stale in b.jsonl: new/b.txt: death_toll: 12 against 9" in capsys.readouterr().err
    assert check(*WRITE) == 0
    assert Path("b.jsonl").read_text(encoding="utf-8") == ""


def test_what_was_not_looked_at_stays_in_the_baseline_and_is_not_stale(capsys: Captured) -> None:
    check(*WRITE)
    before = Path("b.jsonl").read_bytes()
    article("other/c.txt", "Twelve", "Outlet C")
    for options, batch in (([*WRITE], "other"), ([*WRITE, "--only-facts", "injured"], "new")):
        assert check(*options, batch=batch) == 0
        assert "stale" not in capsys.readouterr().err
        assert Path("b.jsonl").read_bytes() == before


def test_an_article_that_is_gone_from_the_batch_leaves_a_stale_entry(capsys: Captured) -> None:
    check(*WRITE)
    Path("new/b.txt").rename("new/c.md")
    assert check(*BASELINE) == 1
    assert "stale in b.jsonl: new/b.txt" in capsys.readouterr().err


def test_a_baseline_is_not_written_where_not_all_was_read(capsys: Captured) -> None:
    check(*WRITE)
    before = Path("b.jsonl").read_bytes()
    Path("new/b.txt").write_bytes(b"")
    article("new/c.txt", "Three", "Outlet C")
    capsys.readouterr()
    assert check(*WRITE, "--output", "json=found.json") == 2
    shown = capsys.readouterr()
    assert "stays as it is: not everything could be read" in shown.err
    assert "would grow" not in shown.err
    assert shown.out.startswith("new/c.txt:"), "what could be read is printed"
    assert json.loads(Path("found.json").read_text(encoding="utf-8"))["new"]
    assert Path("b.jsonl").read_bytes() == before
    article("new/c.txt", "Twelve", "Outlet C")
    assert check(*WRITE, "--on-problem", "warn") == 0
    assert Path("b.jsonl").read_bytes() == before, "what cannot be read may be as it was"


def test_the_configuration_may_name_the_baseline() -> None:
    check(*WRITE)
    Path("reconcile.toml").write_text('baseline = "b.jsonl"\n', encoding="utf-8")
    assert check() == 0


def test_a_baseline_among_the_articles_is_no_article() -> None:
    assert check("--baseline", "new/reconcile-baseline.jsonl", "--write-baseline") == 0
    assert check("--baseline", "new/reconcile-baseline.jsonl") == 0


def test_a_ruling_takes_a_conflict_out_of_the_gate_until_there_is_something_new(capsys: Captured) -> None:
    conflict = json.loads(_stdout(capsys, "check", "new", "--against", "archive", "--format", "json"))["new"][0]
    ruling = [
        "decisions",
        "add",
        conflict["finding"],
        "--on",
        "archive",
        "--on",
        "new",
        "--as",
        "confirmed",
        "--by",
        "Ann",
    ]
    assert main(ruling) == 0
    assert check("--output", "json=o.json") == 0
    assert [one["fact"] for one in json.loads(Path("o.json").read_text(encoding="utf-8"))["reviewed"]] == ["death_toll"]
    article("new/c.txt", "Three", "Outlet C")
    capsys.readouterr()
    assert check() == 1
    out = capsys.readouterr().out
    assert "(reopened: 3 is new" in out
    assert "new/b.txt:" in out


def _stdout(capsys: Captured, *argv: str) -> str:
    capsys.readouterr()
    main(list(argv))
    return capsys.readouterr().out


def test_a_copy_of_an_old_article_brings_nothing_and_the_same_file_is_new_however_its_path_is_given() -> None:
    Path("archive/b.txt").write_bytes(Path("new/b.txt").read_bytes())
    assert check() == 0
    for path in ("archive/b.txt", "./archive/b.txt", str(Path("archive/b.txt").absolute())):
        assert check(batch=path) == 1


def test_several_formats_are_written_in_one_run_and_stdout_has_one(capsys: Captured) -> None:
    outputs = ("sarif", "junit", "json", "markdown", "github", "text")
    options = [word for name in outputs for word in ("--output", f"{name}=out/new.{name}")]
    assert check(*options) == 1
    assert capsys.readouterr().out == Path("out/new.text").read_text(encoding="utf-8")
    assert json.loads(Path("out/new.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    for name in outputs:
        assert _stdout(capsys, "check", "new", "--against", "archive", "--format", name) == Path(
            f"out/new.{name}"
        ).read_text(encoding="utf-8")


@pytest.mark.parametrize("options", [["--format", "github"], ["--output", "github=log"]])
def test_with_the_format_github_a_summary_is_added_to_that_of_the_job(
    options: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    check()
    assert summary.read_text(encoding="utf-8") == "# Before\n"
    check(*options)
    assert summary.read_text(encoding="utf-8").startswith("# Before\n## Conflicts that the new articles bring\n")


def test_a_summary_that_cannot_be_written_is_said_and_costs_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "nowhere/summary.md")
    assert check("--format", "github") == 1
    captured = capsys.readouterr()
    assert "the summary of the job cannot be written" in captured.err
    assert captured.out.startswith("::error file=new/b.txt,")


def test_paths_are_named_from_the_repository_in_every_format_but_text(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path / "archive")
    argv = ["check", "../new", "--against", "."]
    assert json.loads(_stdout(capsys, *argv, "--format", "json"))["new"][0]["file"] == "new/b.txt"
    assert _stdout(capsys, *argv).startswith("../new/b.txt:")


def test_diff_shows_what_changed_from_one_saved_report_to_the_next(capsys: Captured) -> None:
    main(["report", "archive", "--quiet", "--out", "before"])
    main(["report", "archive", "new", "--quiet", "--out", "after"])
    runs = ["diff", "before/report.json", "after/report.json"]
    first, article_line, *rest = _stdout(capsys, *runs).splitlines()
    assert first.startswith("1 article new, 0 gone, 0 edited; 0 findings new, 0 gone, ")
    assert article_line == "new article new/b.txt"
    assert any("changed death_toll: one source → conflict" in line and "came 9" in line for line in rest)
    tree = json.loads(_stdout(capsys, *runs, "--format", "json"))
    lines = [json.loads(line) for line in _stdout(capsys, *runs, "--format", "jsonl").splitlines()]
    assert (tree["schema"], tree["findings"]) == ("reconcile-diff/1", lines)
    contract = (Path(__file__).parents[1] / "docs" / "contract.md").read_text(encoding="utf-8")
    section = contract.split("## `reconcile diff", 1)[1].split("\n## ", 1)[0]
    assert [key for key in (*tree, *tree["findings"][0]) if f'"{key}"' not in section] == []
    assert main(["diff", "before/report.json", "before/report.json"]) == 0


@pytest.mark.parametrize("other", ["nowhere.json", "archive/a.txt"])
def test_diff_of_what_is_no_saved_report_exits_2(other: str, capsys: Captured) -> None:
    main(["report", "archive", "--quiet", "--out", "before"])
    assert main(["diff", "before/report.json", other]) == 2
    assert other in capsys.readouterr().err


def test_what_cannot_be_written_costs_neither_what_was_found_nor_the_other_files(capsys: Captured) -> None:
    Path("taken").mkdir()
    assert check("--output", "json=taken", "--output", "sarif=found.sarif") == 2
    told = capsys.readouterr()
    assert told.out.startswith("new/b.txt:") and "1 new conflict" in told.err
    assert "--output json=taken: cannot be written" in told.err
    assert Path("found.sarif").exists()


def test_a_baseline_that_cannot_be_written_does_not_cost_what_was_found(capsys: Captured) -> None:
    Path("file").touch()
    assert check("--baseline", "file/b.jsonl", "--write-baseline") == 2
    told = capsys.readouterr()
    assert told.out.startswith("new/b.txt:") and "file/b.jsonl cannot be written" in told.err


def test_what_was_accepted_just_now_was_not_accepted_before(capsys: Captured) -> None:
    check(*WRITE)
    assert "1 accepted in the baseline\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("check gone.txt --against archive", "error: BATCH: gone.txt: there is no such file or folder"),
        ("check new --against gone", "error: --against: gone: there is no such file or folder"),
        ("check new --against empty", "error: --against: empty: is a folder without articles"),
        ("report gone", "error: gone: there is no such file or folder"),
    ],
)
def test_a_path_without_articles_is_said_once_and_which_one_it_is(line: str, says: str, capsys: Captured) -> None:
    Path("empty").mkdir()
    assert main(line.split()) == 2
    [only] = capsys.readouterr().err.splitlines()
    assert only.startswith(says)


def test_several_paths_without_articles_are_each_said(capsys: Captured) -> None:
    assert main(["check", "gone.txt", "lost.txt", "--against", "archive"]) == 2
    first, second, error = capsys.readouterr().err.splitlines()
    assert first.startswith("problem: gone.txt: ") and second.startswith("problem: lost.txt: ")
    assert error == "error: BATCH: no article is left to read in gone.txt, lost.txt"


def test_diff_says_that_it_does_not_take_standard_input(capsys: Captured) -> None:
    assert main(["diff", "-", "b.json"]) == 2
    assert "-: a saved report is a file, standard input is not taken" in capsys.readouterr().err
