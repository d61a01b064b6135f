"""What joins happenings into events is a rule file: sound as shipped, and replaceable."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from reconcile.errors import RuleError
from reconcile.rulebook import load
from reconcile.rulebook.joining import Level

SHIPPED = load().joining


def replaced(folder: Path, old: str, new: str) -> Path:
    text = load().files["joining.toml"].path.read_text(encoding="utf-8")
    assert old in text
    (folder / "joining.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_no_weak_sign_joins_alone_and_two_strong_ones_do() -> None:
    points, enough = SHIPPED.points, SHIPPED.enough
    weak = (points.party, points.type, points.dates_near, points.dates_may_meet)
    assert sum(weak) * enough.brief < enough.main <= (points.place + points.type) * enough.brief
    assert enough.strangers < 0 < enough.main < enough.aside <= (points.place + points.date) * enough.brief


def test_differences_take_points_and_likenesses_give_them() -> None:
    points = SHIPPED.points
    against = {"place_named", "place_apart", "towns_apart", "type_apart", "untold"}
    against |= {"date_slip", "date_in_month", "date_apart", "told_before"}
    assert {name for name in points.__slots__ if getattr(points, name) < 0} == against


@pytest.mark.parametrize("line", [SHIPPED.words, SHIPPED.names], ids=["words", "names"])
def test_the_more_two_articles_share_the_more_it_gives(line: tuple[Level, ...]) -> None:
    assert all(a.at < b.at and a.points < b.points for a, b in pairwise(line))


def test_the_longer_after_one_another_two_articles_are_published_the_more_it_takes() -> None:
    assert all(a.at < b.at and a.points > b.points for a, b in pairwise(SHIPPED.published))


def test_rules_of_ones_own_may_ask_for_more(tmp_path: Path) -> None:
    assert load([replaced(tmp_path, "main      = 3.25", "main      = 9.0")]).joining.enough.main == 9.0


def test_a_key_that_is_left_out_is_an_error_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"joining\.toml:.*missing key 'aside'"):
        load([replaced(tmp_path, "aside     = 5.0", "")])
