"""`rules/joining.toml`: what makes happenings of two articles one event. In: nothing. Out: the spec."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Enough:
    """`[enough]`: the points that join two main happenings, and those that join one told of in passing."""

    main: float
    aside: float


@dataclass(frozen=True, slots=True)
class Points:
    """`[points]`: what each likeness gives and each difference takes."""

    venue: float
    place: float
    place_in_place: float
    date: float
    dates_meet: float
    dates_may_meet: float
    dates_near: float
    date_slip: float
    date_in_month: float
    party: float
    name: float
    names_at_most: float
    type: float
    published_close: float
    published_far: float


@dataclass(frozen=True, slots=True)
class Days:
    """`[days]`: how far apart dates of happenings and of publications may lie."""

    near: int
    published_close: int
    published_far: int
    unsure: int


@dataclass(frozen=True, slots=True)
class Share:
    """`[[words.share]]`: the points for a share of common words of at least so much."""

    least: float
    points: float


@dataclass(frozen=True, slots=True)
class SharedWords:
    """`[words]`: how the common words of two articles weigh; of `share` the first that is reached counts."""

    seen_before: int
    rare: int
    rare_shared: int
    otherwise: float
    share: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Joining:
    """All of `rules/joining.toml`."""

    enough: Enough
    points: Points
    days: Days
    words: SharedWords
