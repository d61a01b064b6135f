"""Workflow commands: what the runner makes of them, its limits, and that no article can give it a command."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from reconcile.model import Problem
from reconcile.report.check import github
from tests.report.check.runs import accepted, hostile, one_conflict, ruled, run, told
from tests.written import BOOK


@dataclass(frozen=True)
class Command:
    name: str
    properties: dict[str, str]
    message: str


def as_the_runner_reads(line: str) -> Command | None:
    """ActionCommand.TryParseV2 of actions/runner, and that nothing is left for its older TryParse."""
    assert "##[" not in line.split("::", 2)[0]
    text = line.lstrip()
    if not text.startswith("::"):
        assert "##[" not in line, "the older form of a command, which may stand anywhere"
        return None
    info, data = text[2:].split("::", 1)
    name, _, given = info.partition(" ")
    pairs = (pair.split("=", 1) for pair in given.split(",") if pair)
    unescape = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
    properties = {
        key: re.sub("%0D|%0A|%3A|%2C", lambda m: unescape[m[0]], value).replace("%25", "%") for key, value in pairs
    }
    return Command(name, properties, data.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%"))


def commands(text: str) -> list[Command]:
    return [command for line in text.splitlines() if (command := as_the_runner_reads(line))]


def test_a_conflict_is_an_annotation_at_its_words_that_names_the_older_source() -> None:
    (one,) = commands(github.write(one_conflict(), BOOK))
    assert one.name == "error"
    assert one.properties == {
        "file": "new/b.txt",
        "line": "1",
        "endLine": "1",
        "col": "1",
        "endColumn": str(len("Nine people were killed") + 1),
        "title": "death toll: conflict, high",
    }
    said, against = one.message.splitlines()
    assert "high death_toll: " in said
    assert against == "against a.txt:1:1: “Twelve people were killed” (The Weir Herald)"


def test_a_record_is_annotated_at_its_line_of_the_file() -> None:
    record = told("b.jsonl#7", "Nine", outlet="The Northport Daily", record_line=3)
    (one,) = commands(github.write(run([record], [told("a.txt", "Twelve")]), BOOK))
    assert (one.properties["file"], one.properties["line"]) == ("b.jsonl", "3")
    assert "col" not in one.properties


def many(n: int) -> str:
    killed = [f"Exactly {100 + 3 * k}" for k in range(n)]
    new = [told(f"new/{k:03}.txt", word, outlet=f"Outlet {k}") for k, word in enumerate(killed)]
    return github.write(run(new, [told("a.txt", "Exactly 1,000")]), BOOK)


def test_no_sort_has_more_annotations_than_a_step_has_room_for_and_the_rest_is_said() -> None:
    text = many(14)
    found = commands(text)
    counted = [sum(one.name == level for one in found) for level in ("error", "warning", "notice")]
    assert max(counted) == 10
    assert max(counted[2:]) <= 10
    *_, last = text.splitlines()
    end = as_the_runner_reads(last)
    assert end and end.name == "notice"
    left = int(re.search(r"(\d+) have no annotation", end.message)[1])  # type: ignore[index]
    plain = [line for line in text.splitlines() if as_the_runner_reads(line) is None]
    assert left == len(plain) > 0


def test_where_all_has_room_the_end_is_a_plain_line() -> None:
    assert github.write(one_conflict(), BOOK).splitlines()[-1] == "1 new conflict, 1 of severity medium or above"


def test_what_could_not_be_read_is_an_error_and_comes_first() -> None:
    first, *_ = commands(github.write(one_conflict(problems=[Problem("c.txt", "is empty")]), BOOK))
    assert (first.name, first.message) == ("error", "c.txt: is empty")


def test_what_was_reviewed_or_accepted_is_no_annotation_but_counted() -> None:
    for found, words in ((ruled(one_conflict()), "reviewed"), (accepted(one_conflict()), "accepted in the baseline")):
        text = github.write(found, BOOK)
        assert commands(text) == []
        assert f"1 {words}" in text


def test_a_message_is_cut_where_the_runner_would_cut_it() -> None:
    (one,) = commands(github.command("error", "x" * 9000, {}))
    assert len(one.message) == github.LONGEST
    assert one.message.endswith("(cut; the other formats have all of it)")


def test_articles_give_the_runner_no_command() -> None:
    text = github.write(hostile(), BOOK)
    found = commands(text)
    assert {one.name for one in found} <= {"error", "warning", "notice"}
    assert len(found) == 2  # the problem and the conflict, each in one line
    assert found[1].properties.keys() == {"file", "line", "endLine", "col", "endColumn", "title"}
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e\ud800]", text)


@pytest.mark.parametrize(
    "text", ["::error::x", " ::error::x", "##[error]x", "a ##[error]x", "\n::error::x", "\r::a::b"]
)
def test_no_plain_line_is_a_command(text: str) -> None:
    assert as_the_runner_reads(github.plain(text)) is None
