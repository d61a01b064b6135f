"""Whether two happenings of two articles are one event. In: happenings. Out: a score with its reasons in words.

What each likeness is worth, `rules/joining.toml` says. Values of facts are never part of it: 12 dead here and 20 dead
there are a conflict, not two events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from functools import lru_cache
from math import inf
from typing import NamedTuple

from reconcile.events.frames import Frame, Frames, dates_meet
from reconcile.events.happenings import Happening
from reconcile.events.vocabulary import Vocabulary
from reconcile.kinds.date import Date
from reconcile.rulebook import Rulebook
from reconcile.rulebook.joining import Joining, Points

_NEVER = -inf  # points of what rules it out
_UNTOLD = 9999  # days between dates that cannot be counted
Found = list[tuple[float, str]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much speaks for two happenings being one."""

    score: float
    reasons: tuple[str, ...]


class Told(NamedTuple):
    """What the frames of two happenings and their times say, before and behind what their words do."""

    first: Found
    last: Found
    apart: bool = False


_APART = Told([], [], apart=True)


def told(a: Happening, b: Happening, frames: Frames) -> Told:
    """What is alike in all happenings of the sorts of `a` and `b`: see `Apart`."""
    joining = frames.book.joining
    if not frames.same_sort(a.frame.type, b.frame.type):
        return _APART
    first = _places(a.frame, b.frame, frames)  # the rest only where this does not rule the pair out, as it mostly does
    if not _ruled_out(first):
        first += _dates(a, b, joining)
    if _ruled_out(first):
        return _APART
    first += _actors(a.frame, b.frame, frames.book)
    return Told(first, [*_types(a.frame, b.frame, frames), *_published(a, b, joining)])


def _ruled_out(found: Found) -> bool:
    return any(points == _NEVER for points, _ in found)


def likeness(a: Happening, b: Happening, told: Told, words: Vocabulary, joining: Joining) -> Likeness | None:
    """Points for and against, each with its reason; None where what is told rules it out."""
    if told.apart:
        return None
    found = [*told.first, *_names(a, b, joining.points), *_words(a, b, words, joining), *told.last]
    return Likeness(sum(points for points, _ in found), tuple(reason for points, reason in found if points > 0))


def _places(a: Frame, b: Frame, frames: Frames) -> Found:
    points, same = frames.book.joining.points, frames.same_places(a, b)
    venues = sorted(v for v in a.venues if v.lower() in {w.lower() for w in b.venues})
    if venues and (same is not False or frames.one_state(a, b)):  # a Grand Hotel stands in many countries
        return [(points.venue, f"name {venues[0]}")]
    if same is None:
        return []
    if not same:
        return [(_NEVER, "are about different places")]
    shared = sorted(a.places & b.places)
    if not shared:
        return [(points.place_in_place, "name places of which one lies in the other")]
    place = frames.gazetteer.place(shared[0])
    return [(points.place, f"are about {place.name if place else shared[0]}")]


def _dates(a: Happening, b: Happening, joining: Joining) -> Found:
    points = joining.points
    pairs = [(x, y) for x in a.frame.dates for y in b.frame.dates]
    if not pairs:
        return []
    if same := next((x for x, y in pairs if x == y and x.first is not None), None):
        return [(points.date, f"give the date {same}")]
    if any(dates_meet(x, y) for x, y in pairs):
        sure = all(x.first and y.first for x, y in pairs)
        return [(points.dates_meet if sure else points.dates_may_meet, "give dates that can be one")]
    if min(_gap(x, y) for x, y in pairs) <= joining.days.near:
        return [(points.dates_near, "give dates a day or two apart")]
    if any(_told_before(x, y, joining) for x, y in ((a, b), (b, a))):
        return [(_NEVER, "tell of days of which one lies after the other's report")]
    return [(_slip(pairs, joining) if a.main and b.main else _NEVER, "give dates that differ")]


@lru_cache(maxsize=4096)
def _day(published: str) -> Day:
    return Day.fromisoformat(published)


def _told_before(a: Happening, b: Happening, joining: Joining) -> bool:
    """Whether the article of `a` was published before anything that `b` can be happened."""
    if not a.article.published or not (a.main and b.main):
        return False
    day = _day(a.article.published[:10])
    return all(d.first is not None and (d.first - day).days > joining.days.near for d in b.frame.dates)


def _slip(pairs: list[tuple[Date, Date]], joining: Joining) -> float:
    """Points against one event where dates differ: few for nearly the same day of another year, a common slip of the
    pen; more for another day of the month; `_NEVER` for anything else."""
    days = [(x.start.day or 0) - (y.start.day or 0) for x, y in pairs if x.start.month == y.start.month]
    if any(abs(gap) <= joining.days.near for gap in days):
        return joining.points.date_slip
    one_month = any(x.start.year == y.start.year and x.start.month == y.start.month for x, y in pairs)
    return joining.points.date_in_month if one_month else _NEVER


def _gap(x: Date, y: Date) -> int:
    if x.first is None or y.first is None or x.last is None or y.last is None:
        return 0 if dates_meet(x, y) else _UNTOLD
    return max((y.first - x.last).days, (x.first - y.last).days)


def _actors(a: Frame, b: Frame, book: Rulebook) -> Found:
    """A party that both name, or one that one of them names by a branch."""
    if both := sorted(a.actors & b.actors):
        return [(book.joining.points.party, f"name {_actor(both[0], book)}")]
    shared = sorted({line for x in a.actors for y in b.actors for line in _line(x, book) & _line(y, book)})
    return [(book.joining.points.party, f"name {_actor(shared[0], book)} or a branch of it")] if shared else []


def _line(actor: str, book: Rulebook) -> set[str]:
    spec = book.actors.get(actor)
    return {actor, *(spec.affiliate_of if spec else ())}


def _actor(actor: str, book: Rulebook) -> str:
    spec = book.actors.get(actor)
    return spec.name if spec else actor


def _names(a: Happening, b: Happening, points: Points) -> Found:
    shared = sorted(a.names & b.names) if a.main and b.main else []
    if not shared:
        return []
    worth = min(points.names_at_most, points.name * len(shared))
    return [(worth, f"name {', '.join(name.title() for name in shared[:3])}")]


def _words(a: Happening, b: Happening, words: Vocabulary, joining: Joining) -> Found:
    """How alike the two articles are in their words."""
    if not (a.main and b.main and a.words and b.words):
        return []
    share = words.share(a.words, b.words)
    points = next((level.points for level in joining.words.share if share >= level.least), joining.words.otherwise)
    return [(points, "share words that few articles use")]


def _types(a: Frame, b: Frame, frames: Frames) -> Found:
    if not a.type or not b.type:
        return []
    return [(frames.book.joining.points.type, f"speak of {_article(frames.narrower_type(a.type, b.type))}")]


def _article(type_: str) -> str:
    """`an attack`."""
    return f"{'an' if type_[0] in 'aeiou' else 'a'} {type_.replace('-', ' ')}"


def _published(a: Happening, b: Happening, joining: Joining) -> Found:
    first, second = (h.article.published[:10] for h in (a, b))
    if not (first and second and a.main and b.main):
        return []
    days = abs((_day(first) - _day(second)).days)
    points, limits = joining.points, joining.days
    if days <= limits.published_close:
        when = "were published within days of each other" if days else "were published on one day"
        return [(points.published_close, when)]
    return [(points.published_far, "were published far apart")] if days > limits.published_far else []
