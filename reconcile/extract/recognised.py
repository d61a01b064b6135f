"""All that is recognised in an article, as slots, and its sentences masked with them.

In: mentions. Out: slots, `Masked`.

Where two overlap, a date goes before a name and a name before the noun of a happening; counts come last, sentence by
sentence, as only sentences are asked for them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import cast

from reconcile.extract.matching.mask import Masked, mask
from reconcile.extract.matching.slots import Slot, replace
from reconcile.extract.names import NameMention
from reconcile.extract.people.counts import find_counts
from reconcile.extract.people.groups import people_nouns
from reconcile.extract.sightings import event_nouns
from reconcile.kinds.count import Count
from reconcile.kinds.date import Date
from reconcile.model import Mention, Span
from reconcile.rulebook import Rulebook
from reconcile.rulebook.language.numbers import NumberWords

_WORD = re.compile(r"[a-z]+")
_NEAR = 20  # characters before a name in which the word before it stands
_RANK = {"date": 0, "event": 2}  # of slots that overlap the lower stays; names are 1


def article_slots(
    folded: str,
    dates: Sequence[Mention],
    names: Sequence[NameMention],
    pointing: Iterable[Slot],
    book: Rulebook,
    language: str,
) -> list[Slot]:
    """Dates, names, what points back at them, and happenings of an article, in text order, without overlaps."""
    nouns, ordinary = _nouns(book, language), _ordinary(book, language)
    named_so = [name for name in names if folded[name.start].isdigit()]  # "the 12 March Movement"
    slots = [_dated(m) for m in dates if not any(n.start <= m.start and m.end <= n.end for n in named_so)]
    towards = _towards(book, language)
    joins = tuple(f" {word} " for word in book.languages[language].people.around.of)
    slots += [
        Slot(_sort(n, folded, towards, book), n.start, n.end, party=n.actor, place=n.place)
        for n in names
        if n.known or _is_name(folded[n.start : n.end], nouns, ordinary, joins)
    ]
    slots += pointing
    happenings = event_nouns(book, language)
    for match in happenings.pattern.finditer(folded):
        type_, plural = happenings.types.get(noun := folded[match.start() : match.end()], ("", False))
        if type_:
            slots.append(Slot("event", *match.span(), event=type_, plural=plural, noun=noun))
    return _without_overlaps(slots)


def _is_name(words: str, nouns: Container[str], ordinary: frozenset[str], joins: Sequence[str]) -> bool:
    """Whether words with a capital are a name; with an "of" they are, whatever each means: "Sons of the Dawn"."""
    return words not in nouns and (any(join in words for join in joins) or ordinary.isdisjoint(_WORD.findall(words)))


@lru_cache(maxsize=8)
def _nouns(book: Rulebook, language: str) -> frozenset[str]:
    """Nouns for people and the words for the terms of all facts, no names, though some have a capital: "AK-47"."""
    return people_nouns(book.languages[language].people).union(
        word
        for (fact, written_in), wordings in book.wordings.items()
        if written_in == language
        for term in book.facts[fact].term
        for word in wordings.words.get(term.id, ())
    )


@lru_cache(maxsize=8)
def _ordinary(book: Rulebook, language: str) -> frozenset[str]:
    """Words that are no part of an unknown name, though a headline writes them with a capital: "1200 People Hurt"."""
    words, events = book.languages[language], book.events[language]
    harm = (word for name in events.harm for word in events.words.get(name, ()))
    numbers = (*words.numbers.units, *words.numbers.tens, *words.numbers.scales, *words.numbers.groups)
    return frozenset((*words.people.anyone.plural, *words.people.attackers.plural, *harm, *numbers))


def by_sentence(slots: Sequence[Slot], sentences: Sequence[Span]) -> Iterator[list[Slot]]:
    """For each of an article's sentences the slots that stand in it; both in text order."""
    first = 0
    for span in sentences:
        while first < len(slots) and slots[first].start < span.start:
            first += 1
        inside: list[Slot] = []
        while first < len(slots) and slots[first].start < span.end:
            if slots[first].end <= span.end:
                inside.append(slots[first])
            first += 1
        yield inside


def masked_sentence(
    folded: str, span: Span, inside: Sequence[Slot], numbers: NumberWords, counted: frozenset[str], said: frozenset[str]
) -> Masked:
    """A sentence, whose words are `said`, with the slots `inside` it and its counts, where `counted` says that it may
    have any."""
    if "count" not in counted:
        return mask(folded, span.start, span.end, inside, said)
    figures = _figures(folded, span, inside, numbers)
    ends = {figure.end for figure in figures}
    adjusted = [_counted_people(folded, slot) if slot.start - 1 in ends else slot for slot in inside]
    return mask(folded, span.start, span.end, sorted([*adjusted, *figures], key=_start), said)


def _start(slot: Slot) -> int:
    return slot.start


def _without_overlaps(slots: Iterable[Slot]) -> list[Slot]:
    kept: list[Slot] = []
    starts: list[int] = []
    for slot in sorted(slots, key=lambda s: (_RANK.get(s.sort, 1), s.start, -s.end)):
        place = bisect_left(starts, slot.start)
        clear_before = place == 0 or kept[place - 1].end <= slot.start
        if clear_before and (place == len(kept) or kept[place].start >= slot.end):
            kept.insert(place, slot)
            starts.insert(place, slot.start)
    return kept


@lru_cache(maxsize=8)
def _towards(book: Rulebook, language: str) -> frozenset[str]:
    """Words behind which not only places stand: "to", "from"."""
    names = book.languages[language].names
    return frozenset(names.where).difference(names.inside)


def _dated(date: Mention) -> Slot:
    """A date, as wide as its words are meant."""
    value, steps = date.value, date.steps
    if date.about is not None:
        value, steps = date.about, (*steps, f"about that: {date.about}")
    return Slot("date", date.start, date.end, date=cast(Date, value), stated=date.stated, steps=steps)


def _sort(name: NameMention, folded: str, towards: frozenset[str], book: Rulebook) -> str:
    """The sort of slot that a name becomes."""
    if name.actor is not None and name.place is not None and name.place.known:
        return "metonym"
    if not name.known:
        if name.kind in ("adjective", "person"):
            return name.kind
        before = folded[max(name.start - _NEAR, 0) : name.start].split()
        placed = name.kind == "venue" or not before or before[-1] not in towards
        return "site" if name.place is not None and placed else "name"
    if name.actor is None:
        return "place"
    spec = book.actors.get(name.actor.id)
    return "notable" if spec is not None and spec.kind == "person" else "actor"


def _figures(folded: str, span: Span, inside: Sequence[Slot], words: NumberWords) -> list[Slot]:
    """The counts of a sentence, but for those that are part of a date or a name."""
    found: list[Slot] = []
    for m in find_counts(folded[span.start : span.end], words):
        start, end = m.start + span.start, m.end + span.start
        if isinstance(m.value, Count) and not any(slot.start < end and start < slot.end for slot in inside):
            found.append(Slot("count", start, end, count=m.value, steps=m.steps))
    return found


def _counted_people(folded: str, slot: Slot) -> Slot:
    """After a figure "U.S. troops" are people that are counted, and "Afghans" are too; neither is a party."""
    before, space, _ = folded[slot.start : slot.end].rpartition(" ")
    if slot.sort == "actor" and space:
        return replace(slot, sort="adjective", end=slot.start + len(before))
    if slot.sort in ("name", "adjective") and not space and folded[slot.end - 1] == "s":
        return replace(slot, plural=True)
    return slot
