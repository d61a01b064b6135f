"""Which part of its event a figure speaks of. In: a slot in its masked sentence. Out: a role and the reason in words.

`total` is what is left when nothing says otherwise; whose event it is, the events stage decides."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from reconcile.extract.matching.cues import Cues
from reconcile.extract.matching.mask import Masked
from reconcile.extract.matching.slots import CHARS, Slot
from reconcile.kinds import count
from reconcile.rulebook import Rulebook
from reconcile.text.pattern import Match, Pattern, compiled, one_of

_ONE = count.exactly(1)
_WINDOW = 40  # characters before a figure in which "including" may stand
_COMPARED = 80  # characters before a cue in which it may be said that something outdoes all others
_LIMITS = "".join(CHARS[sort] for sort in ("date", "place", "metonym", "site", "name"))
_ATTACKERS = CHARS["attackers"]


class _RoleCues(NamedTuple):
    part: Cues
    background: Cues
    alone: Cues  # a day or a place, and that only what happened there is counted: "on Friday alone"
    outdoes: Pattern  # what ends a text after which such a cue only says among how many: "the deadliest crash"
    hypothetical: Cues
    since: Cues
    adds: Cues
    lasting: Cues  # what goes on for long: "the war", "the last three years"
    going_on: frozenset[str]  # nouns of happenings that may do so: "fighting"
    armed: frozenset[str]  # groups that are one side of a fight
    beside: Pattern  # what stands between the figures of both sides
    fallen: Pattern  # attackers who were killed or hurt


@lru_cache(maxsize=8)
def _cues(book: Rulebook, language: str) -> _RoleCues:
    people, cues = book.languages[language].people, book.events[language].cues
    background, hypothetical_ = cues.get("background", ()), cues.get("hypothetical", ())
    perfect, since, adds = cues.get("perfect", ()), cues.get("since", ()), cues.get("adds", ())
    around, words = people.around, book.events[language].words
    part = rf"\b{one_of(around.part_before)}(?: at least| about| some| the)?(?: [^ ,.;:]+)? $"
    be, died = one_of(words.get("be", ())), one_of(words.get("died", ()))
    return _RoleCues(
        Cues(part, around.part_before),
        Cues(rf"\b{one_of(background)}\b", background),
        Cues(rf"[{_LIMITS}] {one_of(cues.get('alone', ()))}\b", cues.get("alone", ())),
        compiled(rf"\b{one_of(cues.get('outdoes', ()))}(?: [^ ,.;:]+){{0,6}} $"),
        Cues(rf"\b{one_of(hypothetical_)}\b", hypothetical_),
        Cues(rf"\b{one_of(perfect)} .*\b{one_of(since)} {CHARS['date']}", perfect, since),
        Cues(rf"\b{one_of(adds)}\b", adds),
        _lasting_cues(cues),
        frozenset(cues.get("going_on", ())),
        frozenset(group.id for group in people.group if group.armed),
        compiled(rf",? {one_of(around.joins)} "),
        compiled(rf"{_ATTACKERS} (?:{be} {one_of(around.fallen)}|{died})\b"),
    )


def _lasting_cues(cues: Mapping[str, tuple[str, ...]]) -> Cues:
    lasting, units, begun = (cues.get(name, ()) for name in ("lasting", "span_units", "begun"))
    since = rf"{one_of(cues.get('since', ()))}(?: [a-z0-9'-]+){{0,8}} {one_of(begun)}"
    span = rf"{one_of(cues.get('span_opens', ()))}(?: [a-z0-9,.-]+){{0,3}} {one_of(units)}"
    return Cues(rf"\b(?:{one_of(lasting)}|{span}|{since})\b", (*lasting, *units, *begun))


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
    return _of_one_happening(masked, at, slot, folded, cues)


def _of_one_happening(masked: Masked, at: int, slot: Slot, folded: str, cues: _RoleCues) -> Role:
    """The role of a figure that is no part and comes on top of none."""
    if why := _of_no_single_happening(masked, at, folded, cues):
        return Role("background", why)
    if cues.alone.search(masked, *_clause(masked, at)):
        return Role("part", "it counts those of one day or place alone")
    if _of_one_side(masked, at, slot, cues):
        return Role("part", "it counts one side of a fight, and the other side is counted beside it")
    return Role("total")


def _of_no_single_happening(masked: Masked, at: int, folded: str, cues: _RoleCues) -> str:
    """What in the clause of a figure says that it sums up many happenings, or empty."""
    clause = _clause(masked, at)
    if (since := cues.since.search(masked, *clause)) and not _is_weekday(masked.slots.get(since.end() - 1)):
        return "it is the sum of all that happened since a day"
    cue = cues.background.search_said(masked, folded, *masked.span(*clause))
    if cue and not _compares(cue, cues):
        return f"{cue.group()!r} makes it a figure of no single happening"
    lasting = _lasting(masked, clause, at, folded, cues)
    return f"{lasting!r} is no single happening" if lasting else ""


def _is_weekday(slot: Slot | None) -> bool:
    """Whether a day is given by its weekday alone: what has happened since is one happening."""
    return slot is not None and slot.stated == ("weekday",)


def _several(masked: Masked, book: Rulebook, language: str) -> str:
    """The words that make a sentence one about several happenings apart: "three separate shootings", "weekend
    shootings", "shootings across the city"; empty where it is not."""
    apart = _apart(book, language)
    for at, slot in masked.slots.items():
        if slot.sort == "event" and slot.plural:
            before = masked.text[max(0, at - _WINDOW) : at]
            cue = apart.before.search(before) or apart.behind.match(masked.text[at + 1 :])
            if cue is None and slot.event not in apart.bursts:
                cue = apart.numbered.search(before)
            if cue is not None:
                return str(cue.group(1) or slot.noun)
    return ""


class _Apart(NamedTuple):
    before: Pattern  # what ends a text before a noun for several happenings and tells them apart
    behind: Pattern  # what begins the text behind it and does so
    numbered: Pattern  # a number right before the noun, which does so too
    bursts: frozenset[str]  # but of happenings of these types


@lru_cache(maxsize=8)
def _apart(book: Rulebook, language: str) -> _Apart:
    cues, passed = book.events[language].cues, r"(?: [^ .,;:!?]+){0,4}"
    places = f"[{CHARS['place']}{CHARS['metonym']}]"
    return _Apart(
        compiled(rf"\b({one_of(cues.get('several', ()))}){passed} $"),
        compiled(rf"{passed} ({one_of(cues.get('several_behind', ()))})\b"),
        compiled(rf"({CHARS['count']})(?: [a-z-]+| {places})? $"),
        frozenset(type_.id for type_ in book.events[language].type if type_.bursts),
    )


def _clause(masked: Masked, at: int) -> tuple[int, int]:
    """Where the words around position `at` begin and end, up to a semicolon or a clause of its own ("..., which")."""
    text = masked.text
    ends = [end for stop in ("; ", ", wh", " - ") if (end := text.find(stop, at)) >= 0]
    return text.rfind("; ", 0, at) + 1, min(ends, default=len(text))


def _lasting(masked: Masked, clause: tuple[int, int], at: int, folded: str, cues: _RoleCues) -> str:
    """What the clause of a figure at `at` names that goes on for long, if it names no single happening, and no day
    behind the figure, beside it."""
    figure = masked.slots[at].count
    several = figure is not None and figure.n > 1
    cue = cues.lasting.search_said(masked, folded, *masked.span(*clause)) if several else None
    if cue is None or _compares(cue, cues):
        return ""
    said = str(cue.group())
    for position in range(*clause):
        own = masked.slots.get(position)
        if own is None:
            continue
        day = position > at and own.sort == "date" and own.date is not None and own.date.is_day
        single = own.sort == "event" and not own.plural and own.noun not in cues.going_on and own.noun not in said
        if day or single:
            return ""
    return said


def _compares(cue: Match, cues: _RoleCues) -> bool:
    """Whether what stands before `cue` makes it one that only says among how many the happening stands out."""
    return cues.outdoes.search(cue.text[max(0, cue.start() - _COMPARED) : cue.start()]) is not None


def _of_one_side(masked: Masked, at: int, slot: Slot, cues: _RoleCues) -> bool:
    """Whether a figure on soldiers stands beside one on those they fight: "12 guerrillas and a soldier were killed"."""
    if slot.counted not in cues.armed:
        return False
    text = masked.text
    after = cues.beside.match(text[at + 1 : at + _WINDOW])
    if after is not None and text[at + 1 + after.end() : at + 2 + after.end()] == _ATTACKERS:
        return True
    other = text.rfind(_ATTACKERS, max(0, at - _WINDOW), at)
    if other >= 0 and cues.beside.fullmatch(text[other + 1 : at]) is not None:
        return True
    return any(masked.slots[match.start()].count is not None for match in cues.fallen.finditer(text))


def hypothetical(masked: Masked, at: int, book: Rulebook, language: str) -> bool:
    """Whether the sentence only asks, or the words before position `at` make it one about what did not happen."""
    asks = masked.text.endswith("?") and masked.text.startswith(_asking(book, language))
    return asks or _cues(book, language).hypothetical.search(masked, 0, at) is not None


@lru_cache(maxsize=8)
def _asking(book: Rulebook, language: str) -> tuple[str, ...]:
    return tuple(f"{word} " for word in book.events[language].cues.get("asks", ()))
