"""The command line: what is typed, what comes out where, and what the process exits with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from reconcile.__main__ import main
from reconcile.commands import COMMANDS

FIRE = "Title: Fire at the market\nOutlet: The Northport Daily\nPublished: 2023-05-04\n\n"
TWELVE = FIRE + "Twelve people were killed when a fire broke out at a market in Leeds on Wednesday, police said.\n"
COMMAND = [sys.executable, "-m", "reconcile"]

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


def records(name: str, *texts: str) -> str:
    return write(name, "".join(json.dumps({"id": f"r{n}", "text": text}) + "\n" for n, text in enumerate(texts, 1)))


def test_version_names_the_program_and_a_number(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("reconcile 0.")


@pytest.mark.parametrize("words", COMMANDS)
def test_help_of_every_command_shows_its_example(words: str, capsys: Captured) -> None:
    assert main([*words.split(), "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"Example:\n    {COMMANDS[words].example}" in shown
    assert "--color" in shown


def test_a_command_is_looked_for_in_its_group_whatever_else_is_typed(capsys: Captured) -> None:
    assert main(["decisions", "ad", "f-1", "--on", "report"]) == 2
    assert "No such command 'ad'. Did you mean 'add'?" in capsys.readouterr().err


@pytest.mark.parametrize("words, first", [((), "report"), (("rules",), "rules list")])
def test_help_of_the_program_and_of_a_group_shows_an_example(
    words: tuple[str, ...], first: str, capsys: Captured
) -> None:
    assert main([*words, "--help"]) == 0
    assert capsys.readouterr().out.endswith(f"Example:\n    {COMMANDS[first].example}\n")


def test_usage_names_arguments_plainly(capsys: Captured) -> None:
    assert main(["compare", "--help"]) == 0
    assert "compare [OPTIONS] [A] [B]\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    "typed",
    [["reprot", "x"], ["report"], ["report", "x", "--fromat", "json"], ["report", "x", "--format", "pdf"], ["explain"]],
)
def test_bad_usage_exits_2_and_prints_nothing_on_stdout(typed: list[str], capsys: Captured) -> None:
    assert main(typed) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Error" in captured.err


def test_show_prints_the_text_and_a_newline(capsys: Captured) -> None:
    write("a.txt", "A première: “twelve”.\n\nSecond paragraph.")
    assert main(["show", "a.txt"]) == 0
    assert capsys.readouterr().out == "A première: “twelve”.\n\nSecond paragraph.\n"


def test_show_finds_a_record_by_its_id(capsys: Captured) -> None:
    records("b.jsonl", "First story.", "Second story.")
    assert main(["show", "b.jsonl#r2"]) == 0
    assert capsys.readouterr().out == "Second story.\n"


def test_a_file_of_which_a_line_cannot_be_read_is_no_success_but_a_record_of_it_is(capsys: Captured) -> None:
    records("b.jsonl", "First story.")
    with Path("b.jsonl").open("a", encoding="utf-8") as file:
        file.write("{broken\n")
    assert main(["show", "b.jsonl#r1"]) == 0
    assert main(["show", "b.jsonl"]) == 2
    assert capsys.readouterr().out == "First story.\nFirst story.\n"
    assert main(["show", "b.jsonl", "--on-problem", "warn"]) == 0
    assert main(["compare", "b.jsonl", "b.jsonl#r1"]) == 2
    assert main(["compare", "b.jsonl#r1", "b.jsonl#r1"]) == 0


@pytest.mark.parametrize("name", ["b.jsonl#r9", "b.jsonl"])
def test_show_says_which_articles_there_are(name: str, capsys: Captured) -> None:
    records("b.jsonl", "First story.", "Second story.")
    assert main(["show", name]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "b.jsonl#r1" in captured.err


@pytest.mark.parametrize("command", ["report", "extract", "mentions"])
def test_nothing_readable_is_an_error_with_nothing_on_stdout(command: str, capsys: Captured) -> None:
    assert main([command, "missing.txt"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "missing.txt" in captured.err
    assert "Traceback" not in captured.err


def test_an_empty_folder_is_an_error_that_says_what_to_give(capsys: Captured) -> None:
    Path("empty").mkdir()
    assert main(["report", "empty"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "empty" in captured.err


@pytest.mark.parametrize(("on_problem", "code"), [("error", 2), ("warn", 0)])
def test_what_cannot_be_read_is_named_and_the_rest_is_still_printed(
    on_problem: str, code: int, capsys: Captured
) -> None:
    write("mixed/a.txt", TWELVE)
    write("mixed/b.jsonl", '{"id": "r1", "text": "A quiet day in the town, with nothing to report at all."}\n{broken\n')
    Path("mixed/c.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    assert main(["extract", "mixed", "--on-problem", on_problem]) == code
    captured = capsys.readouterr()
    claims = [json.loads(line) for line in captured.out.splitlines()]
    assert ("death_toll", "12") in {(claim["fact"], claim["value"]) for claim in claims}
    assert "mixed/b.jsonl:2" in captured.err
    assert "mixed/c.txt" in captured.err


def test_report_names_problems_and_keeps_the_others(capsys: Captured) -> None:
    write("mixed/a.txt", TWELVE)
    write("mixed/b.jsonl", "{broken\n")
    assert main(["report", "mixed", "--format", "json"]) == 2
    report = json.loads(capsys.readouterr().out)
    assert report["schema"] == "reconcile-report/1"
    assert [article["id"] for article in report["articles"]] == ["mixed/a.txt"]
    assert [problem["article"] for problem in report["problems"]] == ["mixed/b.jsonl:1"]


def test_an_article_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = subprocess.run([*COMMAND, "show", "-"], input="Read from a pipe.", capture_output=True, text=True, check=True)
    assert ran.stdout == "Read from a pipe.\n"


def test_shared_options_work_before_and_after_the_subcommand(capsys: Captured) -> None:
    write("a.txt", TWELVE)
    shown = []
    for typed in (["--color", "always", "report", "a.txt"], ["report", "a.txt", "--color", "always"]):
        assert main(typed) == 0
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1]
    assert "\x1b[" in shown[0]


def test_the_command_line_wins_over_the_configuration(capsys: Captured) -> None:
    write("a.txt", TWELVE)
    write("reconcile.toml", 'color = "always"\n')
    main(["report", "a.txt"])
    assert "\x1b[" in capsys.readouterr().out
    main(["report", "a.txt", "--color", "never"])
    assert "\x1b[" not in capsys.readouterr().out


def test_a_typo_in_the_configuration_is_located(capsys: Captured) -> None:
    write("reconcile.toml", 'colour = "always"\n')
    assert main(["rules", "list"]) == 2
    assert "reconcile.toml:1:1: unknown key 'colour'; did you mean 'color'?" in capsys.readouterr().err


def test_a_typo_in_a_rule_file_is_located_with_a_caret(capsys: Captured) -> None:
    write("mine/facts/death_toll/en.toml", '[[example]]\ntext = "Two died."\ncliam = "2"\n')
    write("a.txt", TWELVE)
    assert main(["report", "a.txt", "--rules", "mine"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines()[:3] == [
        "error: mine/facts/death_toll/en.toml:3:1: unknown key 'cliam'; did you mean 'claim'?",
        '  cliam = "2"',
        "  ^",
    ]


def test_a_folder_of_rules_that_does_not_exist_is_an_error(capsys: Captured) -> None:
    assert main(["rules", "list", "--rules", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_out_writes_markdown_json_and_a_page_and_prints_the_terminal_report(capsys: Captured) -> None:
    write("a.txt", TWELVE)
    assert main(["report", "a.txt", "--out", "made"]) == 0
    assert sorted(path.name for path in Path("made").iterdir()) == ["report.html", "report.json", "report.md"]
    assert "1 article" in capsys.readouterr().out


def test_several_formats_need_a_folder(capsys: Captured) -> None:
    write("a.txt", TWELVE)
    assert main(["report", "a.txt", "--format", "json", "--format", "csv"]) == 2
    assert "--out" in capsys.readouterr().err
    assert main(["report", "a.txt", "--format", "json", "--format", "csv", "--out", "made", "--quiet"]) == 0
    assert sorted(path.name for path in Path("made").iterdir()) == ["report.csv", "report.json"]
    assert capsys.readouterr() == ("", "")


def test_the_order_of_the_articles_changes_no_byte_of_a_report(capsys: Captured) -> None:
    write("a.txt", TWELVE)
    write("b.txt", TWELVE.replace("Twelve", "At least 15"))
    outputs = []
    for order in (["a.txt", "b.txt"], ["b.txt", "a.txt"]):
        assert main(["report", *order, "--format", "json"]) == 0
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]


def test_quotes_stand_where_offsets_say(capsys: Captured) -> None:
    write("a.txt", TWELVE)
    main(["show", "a.txt"])
    text = capsys.readouterr().out
    main(["extract", "a.txt"])
    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert claims
    assert all(text[claim["start"] : claim["end"]] == claim["quote"] for claim in claims)


def test_mentions_are_one_object_a_line(capsys: Captured) -> None:
    write("a.txt", TWELVE)
    assert main(["mentions", "a.txt"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"count", "date", "place", "attribution"} <= {one["mention"] for one in found}


def test_a_reader_that_stops_reading_is_no_error() -> None:
    write("long.txt", "word " * 100_000)
    ran = subprocess.Popen([*COMMAND, "show", "long.txt"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert ran.stdout
    assert ran.stderr
    ran.stdout.read(10)
    ran.stdout.close()
    assert ran.stderr.read() == b""
    assert ran.wait() == 0
    ran.stderr.close()


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_an_interrupt_exits_130_without_a_traceback() -> None:
    # a shell has its background jobs ignore interrupts, and what they start would too
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        ran = subprocess.Popen([*COMMAND, "show", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    finally:
        signal.signal(signal.SIGINT, before)
    with ran:
        try:
            assert _interrupted(ran) == 130
        finally:
            ran.kill()
        assert ran.stderr
        assert b"Traceback" not in ran.stderr.read()


def _interrupted(ran: subprocess.Popen[bytes]) -> int | None:
    """The exit code of a process that is interrupted until it ends; None where it does not."""
    time.sleep(1.5)
    for _ in range(10):  # Python itself may lose one that comes while it imports
        ran.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return ran.wait(timeout=1)
    return None


@pytest.mark.parametrize("option", ["--out", "--since", "--decisions", "--rules"])
def test_an_option_that_is_empty_is_named_and_nothing_written(
    option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("A fire killed 12 people in Leeds on Monday.", encoding="utf-8")
    assert main(["report", "a.txt", option, ""]) == 2
    assert f"'{option}': it is empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
