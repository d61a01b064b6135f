"""A baseline: what it accepts, what is new, what is stale, and that it reads back as it was written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.check import NewConflict
from reconcile.check.baseline import Entry, entries_of, merged, read, split, text_of
from reconcile.errors import BaselineError


def conflict(*sides: str, article: str = "a.txt", line: int = 1) -> NewConflict:
    return NewConflict(article, line, 1, "death_toll", "medium", "they differ", sides or ("12", "9"))


def by(conflicts: list[NewConflict], *entries: Entry) -> tuple[int, int, tuple[Entry, ...]]:
    found = split(conflicts, entries, str, lambda entry: True)
    return len(found.new), len(found.accepted), found.stale


def test_what_was_accepted_is_accepted_wherever_it_stands_now() -> None:
    entries = entries_of([conflict(line=1)], str)
    assert by([conflict(line=40)], *entries) == (0, 1, ())


@pytest.mark.parametrize("other", [conflict("12", "10"), conflict(article="b.txt")])
def test_what_was_not_accepted_is_new_and_what_is_gone_is_stale(other: NewConflict) -> None:
    entries = entries_of([conflict()], str)
    assert by([other], *entries) == (1, 0, entries)


def test_one_more_of_the_same_is_new_and_one_fewer_is_stale() -> None:
    two = [conflict(line=1), conflict(line=2)]
    (entry,) = entries_of(two, str)
    assert entry.count == 2
    assert by([*two, conflict(line=3)], entry) == (1, 2, ())
    assert by(two[:1], entry) == (0, 1, (Entry("a.txt", "death_toll", ("12", "9"), 1),))
    assert split([*two, conflict(line=3)], [entry], str, lambda entry: True).new == (conflict(line=3),)


def test_what_a_run_does_not_look_at_is_neither_stale_nor_lost() -> None:
    entries = entries_of([conflict(article="elsewhere.txt")], str)
    found = split([], entries, str, lambda entry: entry.article != "elsewhere.txt")
    assert (found.stale, found.unseen) == ((), entries)


def test_a_baseline_has_no_line_numbers_and_no_times() -> None:
    (line,) = text_of(entries_of([conflict(line=7)], str)).splitlines()
    assert json.loads(line) == {"article": "a.txt", "fact": "death_toll", "sides": ["12", "9"], "count": 1}


def test_what_two_branches_accepted_counts_once_after_a_merge() -> None:
    entry = Entry("a.txt", "death_toll", ("12", "9"))
    assert merged([entry, entry]) == (entry,)


texts = st.text(st.characters(codec="utf-8"), max_size=8)
entries = st.builds(Entry, texts, texts, st.lists(texts, max_size=3).map(tuple), st.integers(1, 9))


@settings(deadline=None)
@given(st.lists(entries, max_size=6))
def test_a_baseline_reads_back_as_it_was_written_in_one_order(
    tmp_path_factory: pytest.TempPathFactory, given: list[Entry]
) -> None:
    path = tmp_path_factory.mktemp("baseline") / "b.jsonl"
    path.write_text(text_of(given), encoding="utf-8")
    assert read(path) == merged(given)
    assert text_of(reversed(given)) == text_of(given)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("{", "1:2: no entry of a baseline"),
        ("<<<<<<< ours", "1:1: no entry of a baseline"),
        ("[]", "a line is one JSON object with just article, fact, sides, count"),
        ('{"article": "a", "fact": "f", "sides": ["1"], "count": 1, "line": 3}', "with just"),
        ('{"article": "a", "fact": "f", "sides": "1", "count": 1}', "'sides' is to be a list"),
        ('{"article": "a", "fact": "f", "sides": [1], "count": 1}', "'sides' is to be a list of texts"),
        ('{"article": "a", "fact": "f", "sides": ["1"], "count": true}', "'count' is to be a number"),
        ('{"article": "a", "fact": "f", "sides": ["1"], "count": 0}', "'count' is to be above 0"),
        ("[" * 100_000, "no entry of a baseline"),
    ],
)
def test_a_line_that_is_no_entry_is_named_with_its_place(line: str, wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "b.jsonl"
    path.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(BaselineError, match=r"b\.jsonl:1:") as error:
        read(path)
    assert wrong in str(error.value)


def test_a_baseline_that_is_not_there_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="--write-baseline makes it"):
        read(tmp_path / "b.jsonl")
