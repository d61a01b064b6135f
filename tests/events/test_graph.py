"""Happenings joined into events: the strongest likeness first, and never through what cannot be one."""

from __future__ import annotations

from itertools import permutations

import pytest

from reconcile.events.frames import Frame, Frames
from reconcile.events.graph import joined
from reconcile.events.happenings import Happening
from reconcile.kinds import date
from tests import factory
from tests.written import BOOK

FRAMES = Frames(BOOK)


def happening(
    name: str, type_: str = "bombing", place: str = "", day: str = "", venue: str = "", *names: str, main: bool = True
) -> Happening:
    """A happening of an article of its own, published on 22 March 2024."""
    days = (date.parse(day),) if day else ()
    frame = Frame(type_, frozenset({place} - {""}), frozenset({venue} - {""}), days)
    return Happening(factory.article(name, f"Text of {name}."), main, frame, names=frozenset(names))


def together(*happenings: Happening) -> list[list[str]]:
    return [[happenings[n].article.id for n in members] for members, *_ in joined(happenings, FRAMES)]


def test_two_that_share_place_day_and_sort_are_one() -> None:
    assert together(
        happening("a", place="mosul", day="2024-03-19"), happening("b", place="mosul", day="2024-03-19")
    ) == [["a", "b"]]


def test_what_fits_two_that_exclude_each_other_joins_only_one_of_them() -> None:
    between = happening("b", place="iraq", day="2024-03-19")
    three = [happening("a", place="mosul", day="2024-03-19"), between, happening("c", place="basra", day="2024-03-19")]
    for order in permutations(three):
        groups = together(*order)
        assert sorted(len(group) for group in groups) == [1, 2]
        assert not any({"a", "c"} <= set(group) for group in groups)


def test_what_shares_nothing_is_not_chained_by_a_third() -> None:
    """Osaka and Bari have no place, venue or name in common, so nothing has compared them before the third comes."""
    three = [
        happening("a", place="osaka", venue="Central Station"),
        happening("b", "bombing", "", "", "Central Station", "jane roe", "old bridge", "north gate"),
        happening("c", "bombing", "bari", "", "", "jane roe", "old bridge", "north gate"),
    ]
    for order in permutations(three):
        assert not any({"a", "c"} <= set(group) for group in together(*order))


def test_happenings_of_one_article_are_never_one_event() -> None:
    first = happening("a", place="mosul", day="2024-03-19")
    second = Happening(first.article, False, first.frame)
    assert together(first, second) == [["a"], ["a"]]


def test_reasons_name_those_of_which_they_are_true() -> None:
    pair = [happening("a", place="mosul", day="2024-03-19"), happening("b", place="mosul", day="2024-03-19")]
    (members, reasons, _), (alone, none, _) = joined([*pair, happening("c", place="osaka")], FRAMES)
    assert (members, alone) == ([0, 1], [2])
    assert reasons["are about Mosul"] == {0, 1}
    assert reasons["give the date 2024-03-19"] == {0, 1}
    assert dict(none) == {}


def test_three_hundred_reports_of_one_town_are_compared_in_reasonable_time() -> None:
    many = [happening(f"{n:04}", place="mosul", day=f"{2000 + n % 20}-03-19") for n in range(300)]
    assert len(together(*many)) == 20


def test_one_event_of_very_many_articles_stays_one() -> None:
    many = [happening(f"{n:04}", place="mosul", day="2024-03-19") for n in range(450)]
    assert len(together(*many)) == 1


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        (happening("a", place="mosul", day="2024-03-19"), happening("b", place="mosul", day="2024-03-19"), True),
        (happening("a", place="mosul"), happening("b", place="mosul"), True),
        (happening("a", place="mosul"), happening("b", place="basra"), False),
        (happening("a", "fire", "mosul"), happening("b", "bombing", "mosul"), False),
        (happening("a", place="mosul", day="2024-03-19"), happening("b", place="mosul", day="2019-07-02"), False),
        (happening("a"), happening("b"), False),
    ],
    ids=["all", "place and sort", "towns", "sorts", "days", "sort alone"],
)
def test_what_makes_two_reports_one_event(a: Happening, b: Happening, one: bool) -> None:
    assert (len(together(a, b)) == 1) is one
    assert (len(together(b, a)) == 1) is one
