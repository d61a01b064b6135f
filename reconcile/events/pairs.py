"""Whether two happenings of two articles are one event. In: happenings. Out: what speaks for and against, in words.

What each likeness is worth, `rules/joining.toml` says. Values of facts are never part of it: 12 dead here and 20 dead
there are a conflict, not two events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as Day
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reconcile.events.frames import Frame, Frames, dates_meet
from reconcile.events.happenings import Happening
from reconcile.events.stories import Share
from reconcile.kinds.date import Date
from reconcile.rulebook import Rulebook
from reconcile.rulebook.joining import Joining, Level

_UNTOLD = 9999  # days between dates that cannot be counted


class Reason(NamedTuple):
    """One thing that two happenings have in common, or in which they differ."""

    points: float
    name: str  # what it is worth stands under this name in the rules
    say: str  # as a predicate of the two articles: "are about Mosul"


def told(a: Happening, b: Happening, frames: Frames) -> Iterator[Reason]:
    """What two happenings say of where, when, who and what."""
    yield from _places(a, b, frames)
    yield from _dates(a, b, frames.book.joining)
    yield from _actors(a.frame, b.frame, frames.book)
    yield from _names(a, b, frames.book.joining)
    yield from _types(a.frame, b.frame, frames)


def texts(a: Happening, b: Happening, share: Share, joining: Joining, lapse: float) -> Iterator[Reason]:
    """What the words of two articles say, and how long after one another they were published, as far as that says
    anything: not where both give the same day, and less where they give dates that can be one."""
    words, names = at(joining.words, share.words), at(joining.names, share.names)
    said = "share" if words >= 0 else "share hardly any"
    yield Reason(words * share.said, "words", f"{said} words that few articles use")
    said = "name" if names >= 0 else "hardly ever name"
    bare = not (a.borne_out or b.borne_out)  # then who is named in both may be in all of the news
    worth = min(1.0, share.words / joining.telling.one_story) if bare else 1.0
    yield Reason(names * share.said * worth, "names", f"{said} the same people and places")
    if untold := (not a.borne_out) + (not b.borne_out):
        who = "are both" if untold > 1 else "are not both"
        say = f"{who} about {'no' if untold > 1 else 'a'} sort of event that the rules know"
        yield Reason(joining.points.untold * untold * share.said, "untold", say)
    yield from _published(a, b, joining, lapse)


def apart(a: Happening, b: Happening, frames: Frames) -> bool:
    """Whether two happenings cannot be one, of which not both are what their articles are about."""
    if not frames.same_sort(a.frame.type, b.frame.type):
        return True
    return any(reason.name in ("place_apart", "date_apart") for reason in told(a, b, frames))


def at(line: Sequence[Level], share: float) -> float:
    """The points at `share` of a line from level to level.

    >>> at((Level(0.0, -2.0), Level(0.5, 2.0)), 0.25), at((Level(0.0, -2.0), Level(0.5, 2.0)), 0.9)
    (0.0, 2.0)
    """
    if share <= line[0].at:
        return line[0].points
    for low, high in pairwise(line):
        if share <= high.at:
            return low.points + (high.points - low.points) * (share - low.at) / (high.at - low.at)
    return line[-1].points


def _places(a: Happening, b: Happening, frames: Frames) -> Iterator[Reason]:
    points, same = frames.book.joining.points, frames.same_places(a.frame, b.frame)
    lower = {venue.lower() for venue in b.frame.venues}
    venues = sorted(v for v in a.frame.venues if v.lower() in lower)
    if venues and (same is not False or frames.one_state(a.frame, b.frame)):  # a Grand Hotel stands in many countries
        yield Reason(points.venue, "venue", f"name {venues[0]}")
        if same is False:
            return
    if same is None:
        if a.towns and b.towns and not _related(a.towns, b.towns, frames):
            yield Reason(points.towns_apart, "towns_apart", "name no town in common")
        return
    shared = sorted(a.frame.places & b.frame.places)
    if shared:
        town = next((place for place in shared if not _wide(place, frames)), "")
        worth = points.place if town else points.place_wide
        yield Reason(worth, "place" if town else "place_wide", f"are about {_place(town or shared[0], frames)}")
    elif same:
        yield Reason(points.place_in_place, "place_in_place", "name places of which one lies in the other")
    elif named := sorted(a.towns & b.towns):
        yield Reason(points.place_named, "place_named", f"name {_place(named[0], frames)}")
    else:
        two = " and ".join(_place(min(h.frame.places), frames) for h in (a, b))
        yield Reason(points.place_apart, "place_apart", f"are about different places, {two}")


def _related(some: frozenset[str], others: frozenset[str], frames: Frames) -> bool:
    """Whether a place of one lies in one of the other, or is it."""
    if not some.isdisjoint(others):
        return True
    around = frames.gazetteer.parents
    return any(not x.isdisjoint(around(place)) for x, y in ((some, others), (others, some)) for place in y)


def _place(identity: str, frames: Frames) -> str:
    known = frames.gazetteer.place(identity)
    return known.name if known else identity


def _wide(identity: str, frames: Frames) -> bool:
    known = frames.gazetteer.place(identity)
    return known is not None and known.wide


def _dates(a: Happening, b: Happening, joining: Joining) -> Iterator[Reason]:
    points = joining.points
    pairs = [(x, y) for x in a.frame.dates for y in b.frame.dates]
    if not pairs:
        return
    if same := next((x for x, y in pairs if x == y and x.first is not None), None):
        yield Reason(points.date, "date", f"give the date {same}")
    elif any(dates_meet(x, y) for x, y in pairs):
        sure = all(x.first and y.first for x, y in pairs)
        name = "dates_meet" if sure else "dates_may_meet"
        yield Reason(points.dates_meet if sure else points.dates_may_meet, name, "give dates that can be one")
    elif min(_gap(x, y) for x, y in pairs) <= joining.days.near:
        yield Reason(points.dates_near, "dates_near", "give dates a day or two apart")
    elif given := _given(a, b) or _given(b, a):
        yield Reason(points.date_given, "date_given", f"give the date {given}")
    else:
        if any(_told_before(x, y, joining) for x, y in ((a, b), (b, a))):
            yield Reason(points.told_before, "told_before", "tell of days of which one lies after the other's report")
        name = _slip(pairs, joining) if a.main and b.main else "date_apart"
        two = " and ".join(str(h.frame.dates[0]) for h in (a, b))
        yield Reason(getattr(points, name), name, f"give dates that differ, {two}")


def _given(a: Happening, b: Happening) -> Date | None:
    """A day that `a` is of and that the article of `b` gives as well."""
    return next((day for day in a.frame.dates if day.is_day and day.first is not None and day in b.given), None)


@lru_cache(maxsize=4096)
def _day(published: str) -> Day:
    return Day.fromisoformat(published)


def _told_before(a: Happening, b: Happening, joining: Joining) -> bool:
    """Whether the article of `a` was published before anything that `b` can be happened."""
    if not a.article.published or not (a.main and b.main):
        return False
    day = _day(a.article.published[:10])
    return all(d.first is not None and (d.first - day).days > joining.days.near for d in b.frame.dates)


def _slip(pairs: list[tuple[Date, Date]], joining: Joining) -> str:
    """What speaks against one event where dates differ: nearly the same day of another year is a common slip of the
    pen, another day of the month is less of one."""
    days = [(x.start.day or 0) - (y.start.day or 0) for x, y in pairs if x.start.month == y.start.month]
    if any(abs(gap) <= joining.days.near for gap in days):
        return "date_slip"
    one_month = any(x.start.year == y.start.year and x.start.month == y.start.month for x, y in pairs)
    return "date_in_month" if one_month else "date_apart"


def _gap(x: Date, y: Date) -> int:
    if x.first is None or y.first is None or x.last is None or y.last is None:
        return 0 if dates_meet(x, y) else _UNTOLD
    return max((y.first - x.last).days, (x.first - y.last).days)


def _actors(a: Frame, b: Frame, book: Rulebook) -> Iterator[Reason]:
    """A party that both name, or one that one of them names by a branch."""
    points = book.joining.points
    if both := sorted(a.actors & b.actors):
        yield Reason(points.party, "party", f"name {_actor(both[0], book)}")
    elif shared := sorted({line for x in a.actors for y in b.actors for line in _line(x, book) & _line(y, book)}):
        yield Reason(points.party, "party", f"name {_actor(shared[0], book)} or a branch of it")


def _line(actor: str, book: Rulebook) -> set[str]:
    spec = book.actors.get(actor)
    return {actor, *(spec.affiliate_of if spec else ())}


def _actor(actor: str, book: Rulebook) -> str:
    spec = book.actors.get(actor)
    return spec.name if spec else actor


def _names(a: Happening, b: Happening, joining: Joining) -> Iterator[Reason]:
    shared = sorted(a.names & b.names) if a.main and b.main else []
    if shared:
        worth = min(joining.points.names_at_most, joining.points.name * len(shared))
        yield Reason(worth, "name", f"name {', '.join(name.title() for name in shared[:3])}")


def _types(a: Frame, b: Frame, frames: Frames) -> Iterator[Reason]:
    points = frames.book.joining.points
    if not a.type or not b.type:
        return
    if frames.same_sort(a.type, b.type):
        yield Reason(points.type, "type", f"speak of {_article(frames.narrower_type(a.type, b.type))}")
    else:
        yield Reason(points.type_apart, "type_apart", f"speak of {_article(a.type)} and {_article(b.type)}")


def _article(type_: str) -> str:
    """`an attack`."""
    return f"{'an' if type_[0] in 'aeiou' else 'a'} {type_.replace('-', ' ')}"


def _published(a: Happening, b: Happening, joining: Joining, lapse: float) -> Iterator[Reason]:
    first, second = (h.article.published[:10] for h in (a, b))
    if first and second:
        days = abs((_day(first) - _day(second)).days)
        when = f"were published {days} day{'s' * (days > 1)} apart" if days else "were published on one day"
        yield Reason(at(joining.published, days) * lapse, "published", when)
