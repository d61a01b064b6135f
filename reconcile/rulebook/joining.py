"""`rules/joining.toml`: what makes happenings of two articles one event. In: nothing. Out: the spec."""

from __future__ import annotations

from msgspec import Struct


class Enough(Struct, frozen=True):
    """`[enough]`: the points that join two main happenings, and those that join one told of in passing; the points
    of two that nothing brings together; how much more what is told counts where there are few words beside it; the
    share that the strongest pair of two groups has."""

    main: float
    aside: float
    strangers: float
    brief: float
    strongest: float


class Points(Struct, frozen=True):
    """`[points]`: what each likeness gives and each difference takes."""

    venue: float
    place: float
    place_wide: float
    place_in_place: float
    place_named: float
    place_apart: float
    towns_apart: float
    date: float
    dates_meet: float
    dates_may_meet: float
    dates_near: float
    date_given: float
    date_slip: float
    date_in_month: float
    date_apart: float
    told_before: float
    party: float
    name: float
    names_at_most: float
    type: float
    type_apart: float
    untold: float


class Days(Struct, frozen=True):
    """`[days]`: how far apart dates may lie."""

    near: int
    unsure: int


class Level(Struct, frozen=True):
    """A point of a line: what `at` so much gives. Between two of them points are in proportion."""

    at: float
    points: float


class Telling(Struct, frozen=True):
    """`[telling]`: how words are weighed, and how many of them and of the stories that have them are looked at."""

    seen_before: int
    common: float
    rarest: float
    weeks: int
    weekly: float
    words_kept: int
    words_enough: int
    words_tried: int
    stories_tried: int
    stories_kept: int
    stories_met: int
    crowded: int
    one_story: float
    least: float
    hardly: float
    shown: int


class Joining(Struct, frozen=True):
    """All of `rules/joining.toml`."""

    enough: Enough
    points: Points
    days: Days
    telling: Telling
    words: tuple[Level, ...]
    names: tuple[Level, ...]
    published: tuple[Level, ...]
