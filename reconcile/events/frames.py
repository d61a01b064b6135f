"""What is known of a happening, and whether two such frames can be one.

In: sightings and a rulebook. Out: `Frame`s, `Frames`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reconcile.kinds.date import Date
from reconcile.model import Sighting
from reconcile.rulebook import Rulebook
from reconcile.rulebook.gazetteer import gazetteer
from reconcile.rulebook.loose import loose_rules
from reconcile.text.pattern import Pattern, compiled, one_of


@dataclass(frozen=True, slots=True)
class Frame:
    """The type of a happening, its known places (ids), venues by their words, dates and actors."""

    type: str = ""
    places: frozenset[str] = frozenset()
    venues: frozenset[str] = frozenset()
    dates: tuple[Date, ...] = ()
    actors: frozenset[str] = frozenset()

    @property
    def stated(self) -> bool:
        """Whether anything but the type is known that tells it from others."""
        return bool(self.places or self.venues or self.dates)

    @classmethod
    def of(cls, sighting: Sighting) -> Frame:
        """The frame that one sighting gives."""
        places = [str(place) for place in sighting.places]
        known = frozenset(place for place in places if not place.startswith("name:"))
        venues = frozenset([*(p[5:] for p in places if p.startswith("name:")), *sighting.names])
        dates = tuple(m.value for m in sighting.dates if isinstance(m.value, Date) and _tells(m.value, m.stated))
        return cls(sighting.type, known, venues, dates, frozenset(sighting.actors))


class Frames:
    """Compares frames by the types, places and actors of a rulebook."""

    def __init__(self, book: Rulebook) -> None:
        self.book, self.gazetteer = book, gazetteer(book)
        self.introduces = tuple(f"{cue} " for file in book.events.values() for cue in file.cues.get("introduces", ()))
        self.said_of = frozenset(cue for file in book.events.values() for cue in file.cues.get("said_of", ()))
        self.recalls = _recalls(book)
        self._lines: dict[str, list[str]] = {}
        self.loose = loose_rules(book)
        self._within = {spec.id: spec.within for file in book.events.values() for spec in file.type}

    def _related(self, a: str, b: str) -> bool:
        return a == b or self.gazetteer.contains(a, b) or self.gazetteer.contains(b, a)

    def near(self, place: str, places: Iterable[str]) -> bool:
        """Whether one of `places` is `place`, lies in it or contains it; with nothing to compare, yes."""
        known = [p for p in places if not p.startswith("name:")]
        return not place or not known or any(self._related(place, other) for other in known)

    def same_places(self, a: Frame, b: Frame) -> bool | None:
        """Whether a place of one is, contains or lies in a place of the other; None where one has none."""
        if not a.places or not b.places:
            return None
        if not a.places.isdisjoint(b.places):
            return True
        around = self.gazetteer.parents
        return any(
            not places.isdisjoint(around(x)) for one, places in ((a, b.places), (b, a.places)) for x in one.places
        )

    def one_state(self, a: Frame, b: Frame) -> bool:
        """Whether a place of one and a place of the other lie in one state."""
        return bool(self._states(a) & self._states(b))

    def _states(self, frame: Frame) -> set[str]:
        lines = {outer for place in frame.places for outer in (place, *self.gazetteer.parents(place))}
        return {place for place in lines if place in self.book.actors and self.book.actors[place].kind == "state"}

    def within(self, type_: str) -> str:
        """The type that says less than `type_`; empty where none does."""
        return self._within.get(type_, "")

    def same_sort(self, a: str, b: str) -> bool:
        """Whether two types can be one: the same, one within the other, or one unknown."""
        return not a or not b or a in self._line(b) or b in self._line(a)

    def _line(self, type_: str) -> list[str]:
        """A type and all that say less."""
        line = self._lines.get(type_)
        if line is None:
            line = self._lines[type_] = [type_]
            while (above := self._within.get(line[-1], "")) and above not in line:
                line.append(above)
        return line

    def narrower_type(self, a: str, b: str) -> str:
        """Of two types that can be one, the one that says more."""
        return a if not b or b in self._line(a) else b

    def compatible(self, a: Frame, b: Frame, *, loose_dates: bool = False) -> bool:
        """Whether nothing known speaks against `a` and `b` being one; `loose_dates` leaves days out of it, not
        years."""
        if not self.same_sort(a.type, b.type) or self.same_places(a, b) is False:
            return False
        gap = self.book.joining.days.unsure if loose_dates else 0
        return not a.dates or not b.dates or any(dates_meet(x, y, gap=gap) for x in a.dates for y in b.dates)

    def joins(self, a: Frame, b: Frame) -> bool:
        """Whether `a` and `b` are compatible and a place, venue or date that both have says that they are one."""
        shared = self.same_places(a, b) or a.venues & b.venues
        dated = any(x.first and y.first and x.is_day and y.is_day and x == y for x in a.dates for y in b.dates)
        return bool(shared or dated) and self.compatible(a, b)

    def extended(self, frame: Frame, by: Frame, *, main: bool) -> Frame:
        """`frame` with what a further sighting of it says; the main one takes no date from later ones."""
        type_ = self.narrower_type(frame.type, by.type) if self.same_sort(frame.type, by.type) else frame.type
        dates = frame.dates if frame.dates and main else (*frame.dates, *(d for d in by.dates if d not in frame.dates))
        return replace(
            frame, type=type_, places=frame.places | by.places, venues=frame.venues | by.venues,
            dates=dates, actors=frame.actors | by.actors,
        )  # fmt: skip


def _tells(date: Date, stated: Iterable[str]) -> bool:
    """Whether a date tells happenings apart; "the next day" does not, where nothing is known to count it from."""
    return date.first is not None or set(stated) != {"relative"}


def dates_meet(a: Date, b: Date, *, gap: int = 0) -> bool:
    """Whether two dates can be one: no more than `gap` days lie between them, or a part of one is unknown."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        parts = [
            (x, y)
            for x, y in ((a.start.year, b.start.year), (a.start.month, b.start.month), (a.start.day, b.start.day))
            if x and y
        ]
        return all(x == y for x, y in parts)
    return max((b.first - a.last).days, (a.first - b.last).days) <= gap


def _recalls(book: Rulebook) -> Pattern:
    """What comes before the words on an earlier happening with which one is compared: "the worst since 2007, when"."""
    listed = {name: _listed(book, name) for name in ("outdoes", "since", "recalls")}
    outdoes, since, opens = (one_of(phrases) for phrases in listed.values())
    return compiled(rf"\b{outdoes}(?: [^ .,;]+){{1,9}}? {since}\b(?:[, ]+[^ .,;]+){{0,4}}?[, ]+{opens}\b")


def _listed(book: Rulebook, name: str) -> tuple[str, ...]:
    return tuple(cue for file in book.events.values() for cue in file.cues.get(name, ()))
