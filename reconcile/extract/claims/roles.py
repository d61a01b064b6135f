"""Which part of its event a figure speaks of. In: a slot in its masked sentence. Out: a role and the reason in words.

`total` is what is left when nothing says otherwise; whose event it is, the events stage decides."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reconcile.extract.matching.cues import Cues
from reconcile.extract.matching.mask import Masked
from reconcile.extract.matching.slots import CHARS, Slot
from reconcile.kinds import count
from reconcile.rulebook import Rulebook
from reconcile.text.pattern import Pattern, compiled, one_of

_ONE = count.exactly(1)
_WINDOW = 40  # characters before a figure in which "including" may stand


class _RoleCues(NamedTuple):
    part: Cues
    background: Cues
    hypothetical: Cues
    since: Cues
    adds: Cues


@lru_cache(maxsize=8)
def _cues(book: Rulebook, language: str) -> _RoleCues:
    around = book.languages[language].people.around
    cues = book.events[language].cues
    background, hypothetical_ = cues.get("background", ()), cues.get("hypothetical", ())
    perfect, since, adds = cues.get("perfect", ()), cues.get("since", ()), cues.get("adds", ())
    part = rf"\b{one_of(around.part_before)}(?: at least| about| some| the)?(?: [^ ,.;:]+)? $"
    return _RoleCues(
        Cues(part, around.part_before),
        Cues(rf"\b{one_of(background)}\b", background),
        Cues(rf"\b{one_of(hypothetical_)}\b", hypothetical_),
        Cues(rf"\b{one_of(perfect)} .*\b{one_of(since)} {CHARS['date']}", perfect, since),
        Cues(rf"\b{one_of(adds)}\b", adds),
    )


class Role(NamedTuple):
    """A role, why, and whether it is that of a sum of several happenings that are told one by one elsewhere."""

    role: str
    why: str = ""
    several: bool = False


def role_of(masked: Masked, at: int, slot: Slot, folded: str, book: Rulebook, language: str) -> Role:
    """The role of the figure at position `at`, and why; `folded` is the article's text."""
    cues = _cues(book, language)
    if slot.part:
        return Role("part", "it counts some of those named before")
    if cue := cues.part.search(masked, max(0, at - _WINDOW), at):
        return Role("part", f"it follows {str(cue.group()).strip()!r}")
    adds = cues.adds.search(masked, at, len(masked.text))
    if slot.more or adds:
        return Role("increment", f"{adds.group()!r} follows" if adds else "it comes on top of an earlier figure")
    if slot.count != _ONE and (happenings := _several(masked, book, language)):
        return Role("background", f"it is the sum of several happenings: {happenings!r}", several=True)
    return _background(masked, at, folded, cues)


def _background(masked: Masked, at: int, folded: str, cues: _RoleCues) -> Role:
    """Whether the clause of the figure at position `at` makes it one of no single happening."""
    clause = _clause(masked, at)
    if cues.since.search(masked, *clause):
        return Role("background", "it is the sum of all that happened since a day")
    if cue := cues.background.search_said(masked, folded, *masked.span(*clause)):
        return Role("background", f"{cue.group()!r} makes it a figure of no single happening")
    return Role("total")


def _several(masked: Masked, book: Rulebook, language: str) -> str:
    """The words that make a sentence one about several happenings apart: "three separate shootings", "weekend
    shootings", "shootings across the city"; empty where it is not."""
    before, behind = _apart(book, language)
    for at, slot in masked.slots.items():
        if slot.sort == "event" and slot.plural:
            cue = before.search(masked.text[max(0, at - _WINDOW) : at]) or behind.match(masked.text[at + 1 :])
            if cue is not None:
                return str(cue.group(1) or slot.noun)
    return ""


@lru_cache(maxsize=8)
def _apart(book: Rulebook, language: str) -> tuple[Pattern, Pattern]:
    """What tells happenings apart before the noun for several, and behind it."""
    cues = book.events[language].cues
    places, passed = f"[{CHARS['place']}{CHARS['metonym']}]", r"(?: [^ .,;:!?]+){0,4}"
    before = rf"\b({one_of(cues.get('several', ()))}){passed} $|({CHARS['count']})(?: [a-z-]+| {places})? $"
    behind = rf"{passed} ({one_of(cues.get('several_behind', ()))})\b"
    return compiled(before), compiled(behind)


def _clause(masked: Masked, at: int) -> tuple[int, int]:
    """Where the words around position `at` begin and end, up to a semicolon or a clause of its own ("..., which")."""
    text = masked.text
    ends = [end for stop in ("; ", ", wh", " - ") if (end := text.find(stop, at)) >= 0]
    return text.rfind("; ", 0, at) + 1, min(ends, default=len(text))


def hypothetical(masked: Masked, at: int, book: Rulebook, language: str) -> bool:
    """Whether the sentence only asks, or the words before position `at` make it one about what did not happen."""
    asks = masked.text.endswith("?") and masked.text.startswith(_asking(book, language))
    return asks or _cues(book, language).hypothetical.search(masked, 0, at) is not None


@lru_cache(maxsize=8)
def _asking(book: Rulebook, language: str) -> tuple[str, ...]:
    return tuple(f"{word} " for word in book.events[language].cues.get("asks", ()))
