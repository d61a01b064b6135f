"""Where an article speaks of a happening.

In: a masked sentence. Out: sightings, with the places and dates tied to them.

"The January 4 strike in the south-central region of Iran" is one sighting, of a strike, on that day, in that
country."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reconcile.extract.matching.cues import Cues
from reconcile.extract.matching.mask import Masked
from reconcile.extract.matching.slots import CHARS, SORTS, Slot
from reconcile.model import Mention, Sighting
from reconcile.rulebook import Rulebook
from reconcile.text.pattern import Pattern, compiled, one_of

_REACH = 9  # words that may stand between the noun and what is tied to it
_BEFORE = 60  # characters before the noun in which a cue of another event may stand
_COUNTED = "".join(CHARS[sort] for sort in ("count", "people", "attackers"))  # "another 12 people": the same happening
_TIED = {
    CHARS[sort] for sort in ("date", "place", "metonym", "name", "site", "person", "actor", "notable", "adjective")
}


class EventNouns(NamedTuple):
    """The nouns of a language for happenings: a pattern that finds them, and what each is."""

    pattern: Pattern
    types: dict[str, tuple[str, bool]]  # noun -> type, plural


@lru_cache(maxsize=8)
def event_nouns(book: Rulebook, language: str) -> EventNouns:
    """The nouns for happenings that the rules of `language` know."""
    types: dict[str, tuple[str, bool]] = {}
    for spec in book.events[language].type:
        types |= dict.fromkeys(spec.nouns, (spec.id, False)) | dict.fromkeys(spec.plural, (spec.id, True))
    never = book.events[language].cues.get("never", ())
    return EventNouns(compiled(rf"\b{one_of((*types, *never))}\b"), types)


class _Cues(NamedTuple):
    stops: frozenset[str]
    stops_before: frozenset[str]  # these end what belongs to a noun on its left
    other: Cues
    distinct: Cues
    opening: Pattern  # a sentence that begins with a day


@lru_cache(maxsize=8)
def _cues(book: Rulebook, language: str) -> _Cues:
    cues = book.events[language].cues
    distinct, other = cues.get("distinct", ()), cues.get("other", ())
    stops = frozenset(cues.get("stop", ()))
    return _Cues(
        stops,
        stops.union(cues.get("stop_before", ())),
        Cues(rf"\b{one_of(other)}(?: ?$| [^{_COUNTED}]|[^\w ])", other),
        Cues(rf"\b{one_of(distinct)}(?: [^ .,;:{_COUNTED}]+){{0,2}} $", distinct),
        compiled(rf"\W*(?:{one_of(cues.get('opening', ()))} )?({CHARS['date']}),? "),
    )


def find_sightings(masked: Masked, sentence: int, book: Rulebook, language: str) -> Iterator[Sighting]:
    """The happenings that a masked sentence speaks of, in text order."""
    cues = _cues(book, language)
    floor = 0
    for at, slot in masked.slots.items():
        if slot.sort != "event":
            continue
        tied = [*_leftwards(masked, at, floor, cues.stops_before), *_rightwards(masked, at, cues.stops)]
        if not any(near.date for _, near in tied):
            tied = [*_opening(masked, at, floor, cues.opening), *tied]
        floor = max([at, *(position for position, _ in tied)]) + 1
        before = max(0, at - _BEFORE), at
        other, distinct = (one.search(masked, *before) is not None for one in (cues.other, cues.distinct))
        yield _sighting(slot, sentence, [near for _, near in tied], other=other, distinct=distinct)


def _opening(masked: Masked, at: int, floor: int, opening: Pattern) -> Iterator[tuple[int, Slot]]:
    """The day with which the sentence begins, if no other happening stands between: "In 1999 a quake killed 40"."""
    match = opening.match(masked.text) if not floor else None
    if match is not None and match.start(1) < at:
        yield match.start(1), masked.slots[match.start(1)]


def _leftwards(masked: Masked, at: int, floor: int, stops: frozenset[str]) -> Iterator[tuple[int, Slot]]:
    end = at
    for _ in range(_REACH):
        start = masked.text.rfind(" ", floor, max(floor, end - 1)) + 1 or floor
        word = masked.text[start:end].strip()
        if not word or word in stops or word[-1] in ".;:!?,(":
            break
        yield from _tied(masked, start, end)
        end = start
        if end <= floor:
            break


def _rightwards(masked: Masked, at: int, stops: frozenset[str]) -> Iterator[tuple[int, Slot]]:
    text, pos, idle = masked.text, at + 1, 0
    while pos < len(text) and idle < _REACH:
        end = text.find(" ", pos)
        end = len(text) if end < 0 else end
        word = text[pos:end]
        bare = word.strip(",.;:!?()\"'-")
        if bare in stops or (bare and SORTS.get(bare[0]) == "event"):
            break
        tied = _tied(masked, pos, end)
        yield from tied
        if word and word[-1] in ".;:!?":
            break
        idle = 0 if tied else idle + 1
        pos = end + 1


def _tied(masked: Masked, start: int, end: int) -> list[tuple[int, Slot]]:
    """The slots in the word `[start, end)` that can be tied to a happening."""
    if masked.text[start:end].isprintable():  # as the characters of slots are not
        return []
    return [(at, masked.slots[at]) for at in range(start, end) if masked.text[at] in _TIED]


def _sighting(slot: Slot, sentence: int, near: list[Slot], *, other: bool, distinct: bool) -> Sighting:
    return Sighting(
        slot.start,
        slot.end,
        sentence,
        slot.event,
        plural=slot.plural,
        other=other,
        distinct=distinct,
        places=tuple(tied.place for tied in near if tied.place is not None),
        names=tuple(tied.party.words for tied in near if tied.sort == "name" and tied.party is not None),
        dates=tuple(
            Mention("date", tied.date, tied.start, tied.end, tied.stated) for tied in near if tied.date is not None
        ),
        actors=tuple(str(tied.party) for tied in near if tied.sort in ("actor", "notable") and tied.party is not None),
    )
