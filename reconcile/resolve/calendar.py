"""Days and intervals that cannot all be true. In: claims on days, intervals, articles. Out: faults, by event.

Each claim of a day, each interval and each publication bounds how far two days lie apart (`network`); a set of such
statements that no calendar satisfies is told in their own words, with whose they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Day
from typing import NamedTuple

from reconcile.kinds.date import Date
from reconcile.model import Article, Claim, Event, Fault, Interval
from reconcile.resolve.network import ORIGIN, Statement, contradictions
from reconcile.resolve.words import day_in_words, in_words, listed
from reconcile.rulebook import Rulebook
from reconcile.rulebook.loose import looseness
from reconcile.rulebook.outlets import outlet_name

_MIDNIGHT = 1  # days by which a publication may seem to lie before what it tells: midnight, time zones


class Said(NamedTuple):
    """Whose statement it is, and how it is told."""

    article: str
    say: str


def calendar_faults(
    intervals: Sequence[Interval],
    claims: Sequence[Claim],
    events: Sequence[Event],
    articles: Mapping[str, Article],
    book: Rulebook,
) -> dict[str, tuple[Fault, ...]]:
    """What cannot be true of each event's day, by event id, with the articles whose statements these are."""
    if not intervals:
        return {}
    teller = _Teller(events, articles, book)
    gaps = [gap for one in intervals if (gap := teller.interval(one)) is not None]
    bound = {end for gap in gaps for end in (gap.first, gap.second)}
    fixed = [*teller.dates(claims, bound), *teller.publications(bound)]
    found: dict[str, set[Fault]] = defaultdict(set)
    for together in contradictions([*fixed, *gaps], gaps):
        say = f"Cannot all be true: {'; '.join(dict.fromkeys(one.says.say for one in together))}."
        fault = Fault(tuple(sorted({one.says.article for one in together})), say, "medium")
        for event in {end for one in together for end in (one.first, one.second)} - {ORIGIN}:
            found[event].add(fault)
    return {event: tuple(sorted(faults)) for event, faults in found.items()}


class _Teller:
    """Statements in words."""

    def __init__(self, events: Sequence[Event], articles: Mapping[str, Article], book: Rulebook) -> None:
        self._events = {event.id: event for event in events}
        self._articles, self._book = articles, book

    def _name(self, article: str) -> str:
        known = self._articles.get(article)
        outlet = outlet_name(known.outlet, known.url, self._book) if known is not None else ""
        return outlet or article.rpartition("/")[2]

    def interval(self, one: Interval) -> Statement[Said] | None:
        """An interval between two events, or a day and an event; None where a day in it is not known."""
        says = Said(one.article, f"{self._name(one.article)} says “{' '.join(one.quote.split())}”")
        ends, moved = [], 0
        for end, sign in ((one.first, -1), (one.second, 1)):
            if isinstance(end, Date):
                if end.first is None:
                    return None
                moved += sign * end.first.toordinal()
            ends.append(ORIGIN if isinstance(end, Date) else str(end))
        return Statement(ends[0], ends[1], one.low - moved, one.high - moved, says) if ends[0] != ends[1] else None

    def dates(self, claims: Sequence[Claim], bound: set[str]) -> Iterator[Statement[Said]]:
        """What articles answer on the days of the events in `bound`; of those that no article is about, all."""
        heard = defaultdict(list)
        for claim in claims:
            if claim.event in bound and isinstance(claim.value, Date) and self._tells(claim):
                heard[claim.event].append(claim)
        for given in heard.values():
            for claim in [claim for claim in given if claim.says] or given:
                yield from self._date(claim)

    def _tells(self, claim: Claim) -> bool:
        firm = claim.stance not in ("denied", "possible") and claim.role == "total"
        return firm and not looseness(claim.rule, self._book)

    def _date(self, claim: Claim) -> Iterator[Statement[Said]]:
        date = claim.value
        if isinstance(date, Date) and date.first is not None and date.last is not None:
            words = f"{self._name(claim.article)} dates the {self._label(claim.event)} {in_words(date, self._book)}"
            low, high = date.first.toordinal(), date.last.toordinal()
            yield Statement(ORIGIN, claim.event, low, high, Said(claim.article, words))

    def publications(self, bound: set[str]) -> Iterator[Statement[Said]]:
        """No article tells of what is still to come."""
        for identity in sorted(bound & self._events.keys()):
            for member in self._events[identity].members:
                published = self._articles[member.article].published if member.article in self._articles else ""
                if member.main and published:
                    day = Day.fromisoformat(published[:10])
                    who, told = self._name(member.article), f"told of the {self._label(identity)}"
                    words = f"{who} {told} on {day_in_words(published[:10])}"
                    latest = day.toordinal() + _MIDNIGHT
                    yield Statement(ORIGIN, identity, None, latest, Said(member.article, words))

    def _label(self, identity: str) -> str:
        event = self._events.get(identity)
        return listed([event.type or "story"]) if event is not None else "event"
