"""What joins happenings into events is a rule file: sound as shipped, and replaceable."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from reconcile.errors import RuleError
from reconcile.rulebook import load

SHIPPED = load().joining


def replaced(folder: Path, old: str, new: str) -> Path:
    text = load().files["joining.toml"].path.read_text(encoding="utf-8")
    assert old in text
    (folder / "joining.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_no_weak_sign_joins_alone_and_a_venue_does() -> None:
    points, enough = SHIPPED.points, SHIPPED.enough
    weak = (points.party, points.type, points.published_close, points.dates_near, points.dates_may_meet)
    assert sum(weak[:3]) < enough.main <= points.venue
    assert enough.main < enough.aside


def test_differences_take_points_and_likenesses_give_them() -> None:
    points = SHIPPED.points
    against = {"date_slip", "date_in_month", "published_far"}
    assert {name for name in points.__slots__ if getattr(points, name) < 0} == against


def test_a_larger_share_of_words_is_asked_for_first_and_gives_more() -> None:
    assert all(a.least > b.least and a.points > b.points for a, b in pairwise(SHIPPED.words.share))


def test_rules_of_ones_own_may_ask_for_more(tmp_path: Path) -> None:
    assert load([replaced(tmp_path, "main  = 4.0", "main  = 9.0")]).joining.enough.main == 9.0


def test_a_key_that_is_left_out_is_an_error_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"joining\.toml:.*missing key 'aside'"):
        load([replaced(tmp_path, "aside = 5.0", "")])
