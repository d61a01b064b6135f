"""The journal of decisions: what is added stays, in any order and after any interruption."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from reconcile.decisions import (
    Decision,
    append,
    decide,
    decided_on,
    last_standing,
    last_withdrawn,
    read,
    rulings,
    standing,
)
from reconcile.errors import JournalError
from reconcile.model import Member

HARBOUR, PIER = Member("a.txt", "ev-1", True), Member("b.txt", "ev-2", True)
ON = decided_on([[HARBOUR], [PIER]], ["fire, harbour", "fire, pier"])


def at(minute: int) -> str:
    return f"2024-05-14T10:{minute:02}:00.000000Z"


def merge(minute: int, by: str = "Ann") -> Decision:
    return decide("merge", ON, at=at(minute), by=by)


def about(kind: str, decision: Decision, minute: int) -> Decision:
    return decide(kind, {"decision": decision.id}, at=at(minute), by="Ann")


def test_what_is_added_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    kept = [decide("split", ON, at=at(1), by="Zoë", note='an\u2028other "pier"'), merge(2)]
    for decision in kept:
        append(path, decision)
    assert list(read(path)) == kept
    [split, merged] = rulings(read(path))
    assert (split.merge, split.first, split.second) == (False, (HARBOUR,), (PIER,))
    assert merged.say == "Ann on 2024-05-14"
    assert split.say.endswith('an\u2028other "pier"')


def test_there_are_none_without_a_journal(tmp_path: Path) -> None:
    assert read(tmp_path / "none.jsonl") == ()


def test_undone_is_withdrawn_and_can_be_restored_in_any_order_of_the_lines() -> None:
    first, second = merge(1), merge(2, "Bob")
    undone = about("undo", first, 3)
    for lines in permutations([first, second, undone]):
        assert standing(lines) == (second,)
        assert last_withdrawn(lines, "Ann") == first
        assert last_withdrawn(lines, "Bob") is None
    redone = about("redo", first, 4)
    for lines in permutations([first, second, undone, redone]):
        assert standing(lines) == (first, second)
        assert (last_standing(lines, "Ann"), last_standing(lines, "Bob")) == (first, second)
        assert last_withdrawn(lines, "Ann") is None


def test_a_line_that_was_copied_counts_once() -> None:
    assert standing([merge(1), merge(1)]) == (merge(1),)


@pytest.mark.parametrize(
    ("line", "place", "what"),
    [
        ("{", "1:2", "Expecting property name"),
        ("[]", "1:1", "one JSON object"),
        ('{"id": "d-1"}', "1:1", "'at' is to be text, and is missing"),
        (merge(1).line().replace('"merge"', '"fuse"'), "1:1", "'fuse', not one of merge, split, confirmed,"),
        (merge(1).line().replace('"sides"', '"ends"'), "1:1", "'sides' are to be two lists of articles"),
        (
            merge(1).line().replace('"main": true', '"main": 1'),
            "1:1",
            "in 'sides', each is to be an object with just article, happening, main",
        ),
        (about("undo", merge(1), 2).line().replace('"decision"', '"of"'), "1:1", "'decision' is to be the id of one"),
        ("1" * 5000, "1:1", "no decision"),
    ],
)
def test_a_line_that_is_no_decision_is_named_with_its_place(tmp_path: Path, line: str, place: str, what: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(JournalError) as raised:
        read(path, shown="decisions.jsonl")
    assert str(raised.value).startswith(f"decisions.jsonl:{place}: no decision: ")
    assert what in str(raised.value)


def test_a_last_line_without_its_line_break_does_not_swallow_the_next(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(merge(1).line(), encoding="utf-8")
    append(path, merge(2))
    assert read(path) == (merge(1), merge(2))


def test_where_there_is_no_room_the_journal_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "decisions.jsonl"
    append(path, merge(1))
    before = path.read_bytes()
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:10]))
    with pytest.raises(JournalError, match="the decision was not kept: no room"):
        append(path, merge(2))
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="the decision was not kept"):
        append(tmp_path / "none" / "decisions.jsonl", merge(1))


def test_several_writers_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    code = (
        "import sys; from pathlib import Path; from reconcile.decisions import append, decide\n"
        "for n in range(50):\n"
        "    append(Path(sys.argv[1]), decide('undo', {'decision': f'{sys.argv[2]}-{n}'}, at='', by=''))"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, str(path), str(n)]) for n in range(4)]
    assert [writer.wait() for writer in writers] == [0] * 4
    assert len({decision.on["decision"] for decision in read(path)}) == 200


@pytest.mark.parametrize("content", [b"\0" * 100_000, b"\xff\xfe{}"])
def test_what_is_no_text_is_no_journal(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_bytes(content)
    with pytest.raises(JournalError, match="is no journal: it looks like a binary file"):
        read(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a system without /dev/zero")
def test_a_device_that_never_ends_is_not_read_to_its_end() -> None:
    with pytest.raises(JournalError, match="is no journal"):
        read(Path("/dev/zero"))


def test_a_journal_that_cannot_be_read_or_written_says_why_in_words(tmp_path: Path) -> None:
    with pytest.raises(JournalError) as unread:
        read(tmp_path)
    assert str(unread.value) == f"{tmp_path}: cannot be read: Is a directory"
    path = tmp_path / "none" / "decisions.jsonl"
    with pytest.raises(JournalError) as unkept:
        append(path, merge(1))
    assert str(unkept.value) == f"{path}: the decision was not kept: No such file or directory"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({}, "'id' is to be text, and is missing"),
        ({"id": 3}, "'id' is to be text, and is something else"),
        ({"id": "d-1", "at": "", "by": "Ann", "as": "merge", "note": "", "on": []}, "'on' is to be an object"),
        ({"id": "d-1", "at": "", "by": "Ann", "as": "merge", "note": "", "on": {}}, "'sides' are to be two lists"),
        ({"id": "d-1", "at": "", "by": "Ann", "as": "unsure", "note": "", "on": {}}, "in 'on', 'event' is to be text"),
    ],
)
def test_a_line_that_is_no_decision_is_told_in_plain_words_with_what_to_do(
    line: dict[str, Any], says: str, tmp_path: Path
) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    with pytest.raises(JournalError, match=r"decisions\.jsonl:1:1: no decision: ") as error:
        read(path)
    assert says in str(error.value)
    assert str(error.value).endswith("or take it out; the other lines hold without it")
