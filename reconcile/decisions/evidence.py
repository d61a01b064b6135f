"""What a conflict rests on, and thereby what a ruling on it is about. In: a finding and its report. Out: `Evidence`.

A conflict is known by its event, its fact and the set of (origin, value) that its articles give: never by a line, a
path or the time of a run. An origin is known by its own id or by the text or id of an article that has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any

from reconcile.errors import UsageError
from reconcile.model import Claim, Event, Finding, Member, Report, speaking

FAULT = "fault"  # the value of what cannot be as one article alone tells it


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim that a ruling saw: `origin` and `value`, in which `article` with which `text` (its sha256), by which
    words from where, and by which rule; `wrong` where it was found to be misread."""

    origin: str
    value: str
    article: str
    text: str
    quote: str = ""
    start: int = 0
    rule: str = ""
    wrong: bool = False


class Sources:
    """A report's claims, and its origins with the articles that have them."""

    def __init__(self, report: Report) -> None:
        self.claims = {claim.id: claim for claim in report.claims}
        self.events = {event.id: event for event in report.events}
        self.texts = {reading.article.id: reading.article.sha256 for reading in report.articles}
        self._origin = {reading.article.id: reading.origin for reading in report.articles}

    @cached_property
    def _of(self) -> Mapping[str, set[str]]:
        """By origin, itself and the ids and texts of the articles that have it."""
        known: Mapping[str, set[str]] = defaultdict(set)
        for article, origin in self._origin.items():
            known[origin] |= {origin, article, self.texts[article]}
        return known

    def stated(self, finding: Finding) -> list[Claim]:
        """All claims of a finding, in text order."""
        found = (self.claims[claim] for row in finding.values for claim in row.claims)
        return sorted(found, key=lambda claim: (claim.article, claim.start, claim.id))

    def evidence(self, finding: Finding) -> tuple[Evidence, ...]:
        """The claims that decide a finding, and what single articles have wrong, each (origin, value) at least once."""
        claims = speaking(self.stated(finding))
        faulty = sorted({article for fault in finding.faults for article in fault.articles})
        faults = (Evidence(self._origin.get(a, a), FAULT, a, self.texts.get(a, "")) for a in faulty)
        return (*(self.seen(claim) for claim in claims), *faults)

    def seen(self, claim: Claim) -> Evidence:
        """A claim as evidence."""
        origin, text = claim.origin or claim.article, self.texts.get(claim.article, "")
        return Evidence(origin, str(claim.value), claim.article, text, claim.quote, claim.start, claim.rule)

    def same(self, now: Evidence, then: Mapping[str, Any]) -> bool:
        """Whether what is given `now` is of the same origin and value as what a ruling saw `then`."""
        if now.value != then["value"]:
            return False
        known = self._of.get(now.origin, set()) | {now.origin}
        return not known.isdisjoint((then["origin"], then["article"], then["text"]))


def conflict_ruled_on(
    kind: str, finding: Finding, sources: Sources, *, value: str = "", claims: Collection[str] = ()
) -> dict[str, Any]:
    """What a ruling `kind` on a conflict is about, as the journal keeps it.

    `value` is what it accepts, or that of the claims it is about; `claims` are ids of single ones. They are those that
    are misread, or whose articles tell of another event. Raises UsageError where they are none of the finding's, or all
    articles or none would be of another event."""
    event = sources.events[finding.event]
    meant = _meant(kind, finding, sources, value, claims)
    evidence = list(sources.evidence(finding))
    if kind == "misread":
        wrong = {sources.seen(claim) for claim in meant}
        evidence = [*(replace(one, wrong=True) for one in wrong), *(one for one in evidence if one not in wrong)]
    ordered = sorted(evidence, key=lambda one: (one.value, one.origin, one.article, one.start, one.rule))
    on: dict[str, Any] = {"event": event.id, "fact": finding.fact, "value": value, "labels": [event.label]}
    if kind == "other-event":
        on["sides"] = [[asdict(one) for one in side] for side in _sides(meant, event, finding, sources)]
    return {**on, "evidence": [asdict(one) for one in ordered]}


def _meant(kind: str, finding: Finding, sources: Sources, value: str, claims: Collection[str]) -> Sequence[Claim]:
    """The claims that a ruling is about, of those that name some."""
    if kind not in ("misread", "other-event"):
        return ()
    stated = sources.stated(finding)
    single = [claim for claim in stated if claim.id in claims]
    meant = single if claims else _giving(value, stated, repeats=kind == "misread")
    if not meant or len(meant) < len(set(claims)):
        values = ", ".join(dict.fromkeys(str(claim.value) for claim in stated))
        none = ", ".join(sorted(set(claims) - {claim.id for claim in meant})) or value
        raise UsageError(f"{none} is none of its values: {finding.fact} has {values or 'none'}")
    return meant


def _giving(value: str, stated: Sequence[Claim], *, repeats: bool) -> list[Claim]:
    """The claims by which articles answer `value`; with `repeats` whatever else in these articles gives it too, and
    where it is nobody's answer, whatever gives it."""
    heard = [claim for claim in speaking(stated) if str(claim.value) == value]
    if not repeats:
        return heard
    articles = {claim.article for claim in heard or stated}
    return [claim for claim in stated if claim.article in articles and str(claim.value) == value]


def _sides(
    meant: Iterable[Claim], event: Event, finding: Finding, sources: Sources
) -> tuple[list[Member], list[Member]]:
    """Those of the event's happenings that are of another one, and those that are given against them."""
    apart = {claim.article for claim in meant}
    against = {claim.article for claim in speaking(sources.stated(finding))} - apart
    ours, theirs = (list(_told(event, those)) for those in (apart, against))
    if not ours or not theirs:
        raise UsageError(f"no article is left that would stay: all that speak of {finding.fact} give this value")
    return ours, theirs


def _told(event: Event, articles: Collection[str]) -> Iterator[Member]:
    return (member for member in event.members if member.article in articles)
