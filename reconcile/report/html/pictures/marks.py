"""The figures of a finding as marks, and what relates them. In: a finding of counts. Out: marks and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from reconcile.kinds.count import Count
from reconcile.model import Claim, Finding
from reconcile.report.rows import decides, voices
from reconcile.report.view import View
from reconcile.times import moment

RELATIONS = ("contradiction", "correction", "update")
DOT, MOST_DOTS = 5.0, 8  # a dot's radius in pixels; dots of one mark
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure at one time with its claims, one of each source. `time` is None where none is known, and where only a
    day is its beginning, `until` its end: when on that day nobody says."""

    value: Count
    time: datetime | None
    until: datetime | None
    claims: tuple[Claim, ...]
    others: tuple[str, ...] = ()  # further claims of the same articles to the same
    x: float = 0.0
    y: float = 0.0
    half: float = 0.0  # of the bar that a day is, in pixels to either side

    @property
    def hollow(self) -> bool:
        """Whether nobody stands by it any more."""
        return all(claim.superseded for claim in self.claims)

    @property
    def reach(self) -> float:
        """How far it reaches to either side of its place, its dots or the bar of its day."""
        return max(DOT * min(len(self.claims), MOST_DOTS) + 1, self.half)

    def near(self, other: Mark) -> float:
        """The place on it that is nearest to `other`: of a day, the time that the other has where that is in it."""
        return min(max(other.x, self.x - self.half), self.x + self.half)


def marks_of(finding: Finding, shown: View) -> list[Mark]:
    """The figures of `finding` that bear on its status or were superseded, one for each time, without a place yet."""
    speaking = voices(finding, shown)
    groups: dict[tuple[bool, str, str], list[Claim]] = {}
    for value in finding.values:
        for claim in (shown.claims[one] for one in value.claims):
            voiced = claim.id in speaking or (claim.superseded and claim.role == "total")
            if isinstance(claim.value, Count) and voiced:
                key = (not claim.as_of, claim.as_of, value.value)
                groups.setdefault(key, []).append(claim)
    marks = []
    for _, claims in sorted(groups.items(), key=lambda one: one[0]):
        first = {claim.article: claim for claim in reversed(claims)}
        those = tuple(claim for claim in claims if first[claim.article] is claim)
        others = tuple(claim.id for claim in claims if first[claim.article] is not claim)
        if isinstance(count := those[0].value, Count):
            marks.append(Mark(count, *_time(those[0].as_of), those, others))
    return sorted(marks, key=lambda mark: (mark.time is not None, mark.time or datetime.max, mark.value.point))


def _time(as_of: str) -> tuple[datetime | None, datetime | None]:
    """The time that `as_of` says, in UTC; of a day when it begins and ends."""
    read = moment(as_of)
    if read is None:
        return None, None
    return (read, read + _DAY) if len(as_of) <= 10 else (read.astimezone(UTC), None)


Link = tuple[str, Mark, Mark]  # a verdict between two marks, the earlier first


def links_of(finding: Finding, shown: View, marks: Sequence[Mark]) -> list[Link]:
    """The relations that decide the status, the most serious first: one of each two marks, of updates the last step
    from each value."""
    of = {claim.id: mark for mark in marks for claim in mark.claims}
    of |= {one: mark for mark in marks for one in mark.others}
    places = {id(mark): place for place, mark in enumerate(marks)}
    speaking, found = voices(finding, shown), dict[tuple[int, int], Link]()
    for word in RELATIONS:
        for verdict in finding.verdicts:
            a, b = of.get(verdict.a), of.get(verdict.b)
            if verdict.verdict == word and a and b and a is not b and decides(verdict, speaking):
                first, last = sorted((places[id(a)], places[id(b)]))
                found.setdefault((first, last), (word, a, b))
    links = [link for link in found.values() if link[0] != "update"]
    links += _last_steps([link for link in found.values() if link[0] == "update"])
    return sorted(links, key=lambda one: (RELATIONS.index(one[0]), abs(one[1].x - one[2].x), one[2].x))


def _last_steps(updates: Sequence[Link]) -> list[Link]:
    """Of the updates to a mark, that from the latest mark of each value, unless it leads over one of the others."""
    latest: dict[tuple[Count, Count, float], Link] = {}
    for word, a, b in updates:
        key = (a.value, b.value, b.x)
        if key not in latest or latest[key][1].x < a.x:
            latest[key] = (word, a, b)
    steps = {(a.value, b.value) for _, a, b in latest.values()}
    values = {value for step in steps for value in step}

    def led_over(a: Count, b: Count) -> bool:
        return any((a, between) in steps and (between, b) in steps for between in values)

    return [link for link in latest.values() if not led_over(link[1].value, link[2].value)]
