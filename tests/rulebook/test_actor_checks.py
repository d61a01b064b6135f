"""Actors of a folder of rules: ids, parents and circles, each fault at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.errors import RuleError
from reconcile.rulebook import load

ACTOR = """source = "compiled for a test"
[[actor]]
id           = "{id}"
name         = "Lions of the Delta"
kind         = "armed-group"
affiliate_of = ["{parent}"]
"""


def rules(tmp_path: Path, identity: str, parent: str) -> Path:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "mine.toml").write_text(ACTOR.format(id=identity, parent=parent), encoding="utf-8")
    return tmp_path


def test_a_branch_of_a_known_party_is_read(tmp_path: Path) -> None:
    book = load([rules(tmp_path, "lions-of-the-delta", "islamic-state")])
    assert book.actors["lions-of-the-delta"].affiliate_of == ("islamic-state",)


@pytest.mark.parametrize(
    ("identity", "parent", "line", "says"),
    [
        ("lions", "islamic-stat", 6, "did you mean 'islamic-state'?"),
        ("lions", "lions", 6, "would be its own ancestor"),
        ("islamic-state", "is-khorasan", 6, "would be its own ancestor"),
        ("Lions of the Delta", "islamic-state", 3, "is no id"),
    ],
)
def test_a_fault_is_an_error_at_its_place(tmp_path: Path, identity: str, parent: str, line: int, says: str) -> None:
    with pytest.raises(RuleError, match=r"mine\.toml") as raised:
        load([rules(tmp_path, identity, parent)])
    assert raised.value.line == line
    assert says in raised.value.what
