"""What is known of a happening, and whether two such frames can be one."""

from __future__ import annotations

import pytest

from reconcile.events.frames import Frame, Frames, dates_meet
from reconcile.kinds import date, named
from reconcile.model import Mention, Sighting
from tests.written import BOOK

FRAMES = Frames(BOOK)


def frame(type_: str = "", place: str = "", day: str = "", venue: str = "") -> Frame:
    return Frame(
        type_,
        frozenset({place} - {""}),
        frozenset({venue} - {""}),
        (date.parse(day),) if day else (),
    )


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        ("2024-03-22", "2024-03-22", True),
        ("2024-03-22", "2024-03", True),
        ("2024", "2024-03-22", True),
        ("2024-03-22", "2024-03-23", False),
        ("2024-03-22/2024-03-24", "2024-03-23", True),
        ("XXXX-03-22", "2024-03-22", True),
        ("XXXX-03-22", "2024-03-23", False),
        ("XXXX-XX-XX", "2024-03-22", True),
        ("XXXX-03-22", "2024", True),
        ("2023-03-22", "2024-03-22", False),
    ],
)
def test_dates_meet_where_no_stated_part_differs(a: str, b: str, meet: bool) -> None:
    assert dates_meet(date.parse(a), date.parse(b)) is meet
    assert dates_meet(date.parse(b), date.parse(a)) is meet


def test_dates_may_lie_as_many_days_apart_as_the_gap_says_and_no_more() -> None:
    day = date.parse("2024-03-22")
    assert dates_meet(day, date.parse("2024-03-29"), gap=7)
    assert not dates_meet(day, date.parse("2024-03-30"), gap=7)
    assert not dates_meet(day, date.parse("2023-03-22"), gap=7)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("mosul", "mosul", True),
        ("mosul", "iraq", True),
        ("iraq", "mosul", True),
        ("mosul", "basra", False),
        ("mosul", "", None),
        ("", "", None),
    ],
)
def test_a_town_and_what_contains_it_are_the_same_place(a: str, b: str, same: bool | None) -> None:
    assert FRAMES.same_places(frame(place=a), frame(place=b)) is same


def test_nothing_to_compare_speaks_against_nothing() -> None:
    assert FRAMES.compatible(Frame(), Frame())
    assert FRAMES.compatible(frame("attack", "mosul", "2024-03-19"), Frame())
    assert not FRAMES.joins(frame("attack", "mosul", "2024-03-19"), Frame())


@pytest.mark.parametrize(
    ("a", "b", "fits"),
    [
        (frame("bombing", "mosul"), frame("attack", "iraq"), True),
        (frame("bombing", "mosul"), frame("fire", "mosul"), False),
        (frame("bombing", "mosul"), frame("bombing", "basra"), False),
        (frame("bombing", "mosul", "2024-03-19"), frame("bombing", "mosul", "2022-06"), False),
        (frame("bombing", "mosul", "2024-03-19"), frame("bombing", "mosul", "2024-03"), True),
        (frame("", "mosul"), frame("bombing", "mosul"), True),
    ],
)
def test_sort_place_and_day_each_can_rule_it_out(a: Frame, b: Frame, fits: bool) -> None:
    assert FRAMES.compatible(a, b) is fits
    assert FRAMES.compatible(b, a) is fits
    assert FRAMES.joins(a, b) is fits


def test_one_day_joins_two_that_name_no_common_place() -> None:
    assert FRAMES.joins(frame("bombing", "", "2024-03-19"), frame("bombing", "mosul", "2024-03-19"))
    assert not FRAMES.joins(frame("bombing", "", "2024-03"), frame("bombing", "mosul", "2024-03"))


def test_of_two_sorts_the_one_that_says_more_is_kept() -> None:
    assert FRAMES.narrower_type("attack", "bombing") == "bombing"
    assert FRAMES.narrower_type("bombing", "attack") == "bombing"
    assert FRAMES.narrower_type("", "fire") == "fire"
    assert FRAMES.same_sort("incident", "bombing") is FRAMES.same_sort("bombing", "incident")


def test_a_main_frame_takes_places_but_no_days_from_later_sightings() -> None:
    first, later = frame("bombing", "mosul", "2024-03-19"), frame("attack", "iraq", "2024-03-20", "Old Market")
    main, other = FRAMES.extended(first, later, main=True), FRAMES.extended(first, later, main=False)
    assert (main.type, main.places, main.venues) == ("bombing", {"mosul", "iraq"}, {"Old Market"})
    assert [str(day) for day in main.dates] == ["2024-03-19"]
    assert [str(day) for day in other.dates] == ["2024-03-19", "2024-03-20"]


def test_a_sighting_gives_known_places_venues_and_days_but_no_day_that_nothing_is_known_of() -> None:
    def on(day: str, *stated: str) -> Mention:
        return Mention("date", date.parse(day), 0, 1, stated)

    sighting = Sighting(
        0, 6, 0, "attack",
        places=(named.parse("mosul"), named.parse("name:Old Market")), names=("Palace Hotel",),
        dates=(on("XXXX-XX-XX", "relative"), on("2023", "relative"), on("2024-03-19", "relative")),
    )  # fmt: skip
    seen = Frame.of(sighting)
    assert (seen.places, seen.venues) == ({"mosul"}, {"Old Market", "Palace Hotel"})
    assert [str(day) for day in seen.dates] == ["2023", "2024-03-19"]
