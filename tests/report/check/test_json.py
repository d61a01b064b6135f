"""The check as JSON and as text: the keys of the contract, the same bytes in any order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.check.baseline import Entry
from reconcile.model import Article, Problem
from reconcile.report.check import WRITERS
from tests.report.check.runs import accepted, hostile, one_conflict, ruled, run, told
from tests.written import BOOK

CONTRACT = (Path(__file__).parents[3] / "docs" / "contract.md").read_text(encoding="utf-8")


def tree(found: Any) -> dict[str, Any]:
    given: dict[str, Any] = json.loads(WRITERS["json"](found, BOOK))
    return given


def test_a_conflict_has_its_place_its_sides_and_what_stands_against_it() -> None:
    found = tree(one_conflict(problems=[Problem("c.txt", "is empty")]))
    assert (found["schema"], found["fail_on"], found["failing"]) == ("reconcile-check/1", "medium", 1)
    (one,) = found["new"]
    assert (one["file"], one["record"], one["line"], one["column"]) == ("new/b.txt", 0, 1, 1)
    assert (one["fact"], one["severity"], one["sides"], one["decision"]) == ("death_toll", "high", ["12", "9"], None)
    assert [(place["file"], place["quote"]) for place in one["against"]] == [("a.txt", "Twelve people were killed")]
    assert found["problems"] == [{"article": "c.txt", "problem": "is empty"}]


def test_what_does_not_count_stands_in_lists_of_its_own() -> None:
    stale = Entry("new/b.txt", "injured", ("1", "2"))
    reviewed, old = tree(ruled(one_conflict())), tree(accepted(one_conflict(), stale))
    assert (len(reviewed["new"]), len(reviewed["reviewed"]), reviewed["failing"]) == (0, 1, 0)
    assert reviewed["reviewed"][0]["decision"]["by"] == "Ann"
    assert (len(old["new"]), len(old["accepted"])) == (0, 1)
    assert old["stale"] == [json.loads(stale.line())]


def test_every_key_stands_in_the_contract() -> None:
    section = CONTRACT.split("## `reconcile check", 1)[1].split("\n## ", 1)[0]
    found = tree(one_conflict())
    keys = [*found, *found["new"][0], *found["new"][0]["against"][0]]
    assert [key for key in keys if f'"{key}"' not in section] == []


def test_text_is_a_line_for_each_new_conflict_and_nothing_else() -> None:
    (line,) = WRITERS["text"](one_conflict(), BOOK).splitlines()
    assert line.startswith("/srv/news/new/b.txt:1:1: high death_toll: ")
    assert WRITERS["text"](ruled(one_conflict()), BOOK) == ""
    (line,) = WRITERS["text"](hostile(), BOOK).splitlines()
    assert "##[" not in line


NEW = [told(f"new/{n}.txt", word, outlet=f"Outlet {n}") for n, word in enumerate(("Nine", "Nine", "Seven"))]
OLD = [told(f"old/{n}.txt", word, outlet=f"Outlet {n}!") for n, word in enumerate(("Twelve", "Twelve", "Nine"))]
AS_GIVEN = {name: write(run(NEW, OLD), BOOK) for name, write in WRITERS.items()}


@settings(max_examples=8, deadline=None)
@given(new=st.permutations(NEW), old=st.permutations(OLD))
def test_any_order_of_articles_gives_the_same_bytes(new: list[Article], old: list[Article]) -> None:
    found = run(new, old)
    assert {name: write(found, BOOK) for name, write in WRITERS.items()} == AS_GIVEN


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_ends_with_a_line_break(name: str) -> None:
    assert AS_GIVEN[name].endswith("\n")
