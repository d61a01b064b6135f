"""What two reports disagree on: articles, events and findings that are new, gone or changed. In: two reports. Out: both
put side by side.

Events are one where they share an id or an alias, so also where an earlier article joined; where neither is left, as
the founding text was edited, where they are what the same article is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reconcile.model import Event, Finding, Reading, Report
from reconcile.rulebook.policies import SEVERITIES

NEW, GONE, CHANGED = "new", "gone", "changed"


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding of the earlier report (`before`) and of the later one (`after`); None where it is new or gone.

    `event` is its event, as the later report has it where it does. `what` names what differs: status, severity, values,
    headline, decision. `came` and `went` are values; `articles` those new or changed since that speak of it now."""

    change: str
    event: Event
    fact: str
    before: Finding | None
    after: Finding | None
    what: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()

    @property
    def severity(self) -> str:
        """The more severe of the two."""
        severities = [one.severity for one in (self.before, self.after) if one]
        return max(severities, key=SEVERITIES.index, default="none")


@dataclass(frozen=True, slots=True)
class EventChange:
    """Happenings that are told of anew or no more, or that are other events than `before`: several that are one now, or
    one that is several (ids)."""

    change: str
    event: Event
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed from one report to another. Articles are ids: the `edited` ones have another text."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    edited: tuple[str, ...]
    events: tuple[EventChange, ...]
    findings: tuple[FindingChange, ...]


def changes(before: Report, after: Report) -> Changes:
    """How `after` differs from `before`; the most severe findings first."""
    old, new = ({one.article.id: one for one in report.articles} for report in (before, after))
    edited = tuple(name for name in sorted(old.keys() & new.keys()) if _text(old[name]) != _text(new[name]))
    fresh = {*edited, *(new.keys() - old.keys())}
    groups = _groups(before, after)
    told = _by_event(before), _by_event(after)
    findings = [change for group in groups for change in _findings(group, *told, fresh)]
    events = [change for group in groups if (change := _event(group))]
    return Changes(
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(old.keys() - new.keys())),
        edited,
        tuple(sorted(events, key=lambda one: (one.event.label, one.event.id))),
        tuple(sorted(findings, key=_order)),
    )


def _text(reading: Reading) -> str:
    return reading.article.sha256


def _order(one: FindingChange) -> tuple[Any, ...]:
    ids = [finding.id for finding in (one.after, one.before) if finding]
    return (-SEVERITIES.index(one.severity), one.event.label, one.event.id, one.fact, ids)


@dataclass(frozen=True, slots=True)
class _Group:
    """Events of both reports that are one happening, or share one; each in the order of their ids."""

    before: tuple[Event, ...]
    after: tuple[Event, ...]

    @property
    def event(self) -> Event:
        """Its event; the one that most articles tell of where there are several."""
        return max(self.after or self.before, key=lambda one: (len(one.articles), one.id))


def _groups(before: Report, after: Report) -> Sequence[_Group]:
    """All events of both reports, put together by what they share."""
    ids: dict[str, set[str]] = {}  # what both reports may call an event, whatever it is called now
    links = [*_names(before.events, "a"), *_names(after.events, "b")]
    met = {name for name, side in links if side[0] == "a"} & {name for name, side in links if side[0] == "b"}
    known = {side for name, side in links if name in met}
    links = [*links, *_mains(before, "a", known), *_mains(after, "b", known)]
    for name, side in links:
        ids.setdefault(name, set()).add(side)
    groups = _joined(ids.values())
    of = {f"a{one.id}": one for one in before.events} | {f"b{one.id}": one for one in after.events}
    return [
        _Group(*(tuple(of[side] for side in sorted(group) if side[0] == mark) for mark in "ab")) for group in groups
    ]


def _names(events: Iterable[Event], mark: str) -> Iterator[tuple[str, str]]:
    return ((name, mark + event.id) for event in events for name in (event.id, *event.aliases))


def _mains(report: Report, mark: str, known: set[str]) -> Iterator[tuple[str, str]]:
    """Articles, as names of what they are about, where no id tells."""
    for reading in report.articles:
        if mark + reading.main_event not in known and reading.main_event:
            yield f"article {reading.article.id}", mark + reading.main_event


def _joined(sets: Iterable[set[str]]) -> Sequence[frozenset[str]]:
    """Sets that overlap, as one; in an order of their own."""
    of: dict[str, set[str]] = {}
    for one in sets:
        whole = set(one).union(*(of[name] for name in one if name in of))
        for name in whole:
            of[name] = whole
    return sorted({frozenset(one) for one in of.values()}, key=sorted)


def _event(group: _Group) -> EventChange | None:
    before, after = (tuple(one.id for one in those) for those in (group.before, group.after))
    if before and after and len(before) == len(after) == 1:
        return None
    change = NEW if not before else GONE if not after else CHANGED
    return EventChange(change, group.event, before, after)


def _by_event(report: Report) -> Mapping[str, Sequence[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.event, []).append(finding)
    return found


def _findings(
    group: _Group,
    before: Mapping[str, Sequence[Finding]],
    after: Mapping[str, Sequence[Finding]],
    fresh: set[str],
) -> Iterator[FindingChange]:
    old, new = _by_fact(before, group.before), _by_fact(after, group.after)
    for fact in sorted(old.keys() | new.keys()):
        for one, other in _paired(old.get(fact, []), new.get(fact, [])):
            if found := _change(one, other, group, fresh):
                yield found


def _by_fact(told: Mapping[str, Sequence[Finding]], events: Iterable[Event]) -> Mapping[str, Sequence[Finding]]:
    found: dict[str, list[Finding]] = {}
    for event in events:
        for finding in told.get(event.id, ()):
            found.setdefault(finding.fact, []).append(finding)
    return found


def _paired(old: Sequence[Finding], new: Sequence[Finding]) -> Iterator[tuple[Finding | None, Finding | None]]:
    """Findings on one fact, each with the one of the other report that has most claims in common with it."""
    left, right = list(old), list(new)
    meets = sorted(
        ((-_shared(one, other), one.id, other.id, one, other) for one in old for other in new),
        key=lambda meet: meet[:3],
    )
    for _, _, _, one, other in meets:
        if one in left and other in right:
            left.remove(one)
            right.remove(other)
            yield one, other
    yield from ((one, None) for one in left)
    yield from ((None, other) for other in right)


def _shared(one: Finding, other: Finding) -> int:
    return len({c for row in one.values for c in row.claims} & {c for row in other.values for c in row.claims})


def _change(one: Finding | None, other: Finding | None, group: _Group, fresh: set[str]) -> FindingChange | None:
    told = [finding for finding in (other, one) if finding]
    what = tuple(name for name, (a, b) in _aspects(one, other).items() if a != b) if one and other else ()
    if one and other and not what:
        return None
    before, after = (tuple(row.value for row in finding.values) if finding else () for finding in (one, other))
    speak = {article for row in other.values for article in row.articles} if other else set()
    return FindingChange(
        change=NEW if one is None else GONE if other is None else CHANGED,
        event=next(event for event in (*group.after, *group.before) if event.id == told[0].event),
        fact=told[0].fact,
        before=one,
        after=other,
        what=what,
        came=tuple(value for value in after if value not in before),
        went=tuple(value for value in before if value not in after),
        articles=tuple(sorted(speak & fresh)),
    )


def _aspects(one: Finding, other: Finding) -> Mapping[str, tuple[Any, Any]]:
    return {
        "status": (one.status, other.status),
        "severity": (one.severity, other.severity),
        "values": ({row.value for row in one.values}, {row.value for row in other.values}),
        "headline": (one.headline.value, other.headline.value),
        "decision": (one.decision, other.decision),
    }
