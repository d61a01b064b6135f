"""Parents and branches of rules that a user wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.resolve.ladder import judge
from reconcile.resolve.pair import Voice, paired
from reconcile.rulebook import load
from tests.resolve.table import says

GROUPS = """
source = "Made up for this test."
[[actor]]
id = "moon-front"
name = "Moon Front"
kind = "armed-group"
affiliate_of = ["star-front"]
[[actor]]
id = "star-front"
name = "Star Front"
kind = "armed-group"
[[actor]]
id = "moon-front-east"
name = "Moon Front East"
kind = "armed-group"
affiliate_of = ["moon-front"]
[[actor]]
id = "moon-front-west"
name = "Moon Front West"
kind = "armed-group"
affiliate_of = ["moon-front"]
"""


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("moon-front", "star-front", "parent-and-branch"),
        ("moon-front-east", "moon-front", "parent-and-branch"),
        ("moon-front-east", "moon-front-west", "branches-of-one"),
    ],
)
def test_groups_of_ones_own_are_compared_by_their_parents(tmp_path: Path, a: str, b: str, level: str) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "moon.toml").write_text(GROUPS, encoding="utf-8")
    book = load([tmp_path])
    voices = [Voice(says(name, "perpetrator", value), "", name) for name, value in (("a.txt", a), ("b.txt", b))]
    assert judge(paired(voices[0], voices[1], book.facts["perpetrator"], book)).level.name == level
