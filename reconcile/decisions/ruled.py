"""Decisions as they act on a report. In: the decisions that stand. Out: what was misread; findings with their ruling.

A finding's ruling is the newest on a conflict of the same event and fact. It stands until somebody gives another value,
or an origin a value that it did not give then, unless that is the value which was accepted; what is still a conflict
once claims are silenced or articles parted was never ruled on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from reconcile.decisions.decision import CONFLICT_RULINGS, Decision
from reconcile.decisions.evidence import FAULT, Evidence, Sources
from reconcile.decisions.standing import standing
from reconcile.model import Decided, Finding, Headline, Misreading, Report, SetAside

_ACTING = ("misread", "other-event")  # after these the conflict is another one, or none
_ENOUGH = 0.5  # the share of what a ruling saw by which it is known where its event goes by another id


def misreadings(decisions: Iterable[Decision]) -> tuple[Misreading, ...]:
    """The claims that people found to be misread."""
    ruled = (decision for decision in standing(decisions) if decision.kind == "misread")
    return tuple(
        Misreading(d.id, one["article"], one["text"], d.on["fact"], one["value"], one["quote"], one["start"])
        for d in ruled
        for one in d.on["evidence"]
        if one["wrong"]
    )


def decided(report: Report, decisions: Iterable[Decision]) -> Report:
    """`report` with what people ruled on its conflicts."""
    sources = Sources(report)
    of = newest_rulings(report, decisions, sources)
    if not of:
        return report
    findings = (
        ruled_on(finding, of[finding.id], sources) if finding.id in of else finding for finding in report.findings
    )
    return replace(report, findings=tuple(findings))


def newest_rulings(report: Report, decisions: Iterable[Decision], sources: Sources) -> Mapping[str, Decision]:
    """The newest ruling on each finding of `report` that has one, by the finding's id; `sources` are the report's."""
    ruled = [decision for decision in standing(decisions) if decision.kind in CONFLICT_RULINGS]
    if not ruled:
        return {}
    home = {name: event.id for event in report.events for name in (*event.aliases, event.id)}
    home |= {event.id: event.id for event in report.events}
    at = {(finding.event, finding.fact): finding for finding in report.findings}
    likely = _Likely(report, sources)
    found: dict[str, Decision] = {}
    for decision in ruled:
        event = home.get(decision.on["event"], "")
        one = at.get((event, decision.on["fact"])) if event else likely.finding(decision)
        if one is not None:
            found[one.id] = decision
    return found


class _Likely:
    """Findings by what they rest on, for rulings on events that go by another id now."""

    def __init__(self, report: Report, sources: Sources) -> None:
        self._findings, self._sources = report.findings, sources

    @cached_property
    def _of(self) -> Mapping[tuple[str, str], dict[str, Finding]]:
        """By fact and article, or the text of one, the findings in which it speaks, by their ids."""
        found: Mapping[tuple[str, str], dict[str, Finding]] = defaultdict(dict)
        for finding in self._findings:
            for article in dict.fromkeys(name for row in finding.values for name in row.articles):
                found[finding.fact, article][finding.id] = finding
                found[finding.fact, self._sources.texts.get(article, article)][finding.id] = finding
        return found

    def finding(self, decision: Decision) -> Finding | None:
        """The one that rests on most of what a ruling saw, where that is half of it or more."""
        then, fact = decision.on["evidence"], decision.on["fact"]
        near = (self._of.get((fact, one[key]), {}) for one in then for key in ("article", "text"))
        candidates = {identity: finding for some in near for identity, finding in some.items()}
        shares = {identity: self._share(finding, then) for identity, finding in candidates.items()}
        best = max(shares, key=lambda identity: (shares[identity], identity), default="")
        return candidates[best] if best and shares[best] >= _ENOUGH else None

    def _share(self, finding: Finding, then: Sequence[Mapping[str, Any]]) -> float:
        evidence = self._sources.evidence(finding)
        seen = {(one["origin"], one["value"]): one for one in then}.values()
        return sum(any(self._sources.same(now, one) for now in evidence) for one in seen) / len(seen)


def ruled_on(finding: Finding, decision: Decision, sources: Sources) -> Finding:
    """`finding` with the ruling `decision`, reopened where its evidence has changed since."""
    new = tuple(dict.fromkeys(_news(finding, decision, sources)))
    reopened = finding.status == "conflict" and bool(new)
    ruling = Decided(
        decision=decision.id,
        kind=decision.kind,
        value=decision.on["value"],
        note=decision.note,
        by=decision.by,
        at=decision.at,
        state="reopened" if reopened else "standing",
        new=new if reopened else (),
    )
    accepts = decision.kind == "accept" and not reopened
    return replace(finding, decision=ruling, headline=_accepted(finding, ruling) if accepts else finding.headline)


def _news(finding: Finding, decision: Decision, sources: Sources) -> Iterator[str]:
    """What has come to a conflict since it was ruled on, in sentences. More who say what was accepted do not contest
    it; of every other ruling a further origin is something that it has not weighed."""
    then = decision.on["evidence"]
    values = {one["value"] for one in then}
    accepted = decision.on["value"] if decision.kind == "accept" else ""
    evidence = sources.evidence(finding)
    for now in evidence:
        if now.value != accepted and not any(sources.same(now, one) for one in then):
            yield _new(now, known=now.value in values)
    if decision.kind in _ACTING and not _yet_to_act(finding, decision, sources):
        left = ", ".join(dict.fromkeys(now.value for now in evidence))
        yield f"without what was ruled on, a conflict is left: {left}"


def _yet_to_act(finding: Finding, decision: Decision, sources: Sources) -> bool:
    """Whether a report is older than a ruling that acts: what was misread is still in the finding, or the articles of
    two events are."""
    stated = sources.stated(finding)
    if decision.kind == "misread":
        seen = {(one["article"], one["start"], one["value"]) for one in decision.on["evidence"] if one["wrong"]}
        return any((claim.article, claim.start, str(claim.value)) in seen for claim in stated)
    articles = {claim.article for claim in stated}
    return all(any(member["article"] in articles for member in side) for side in decision.on["sides"])


def _new(now: Evidence, *, known: bool) -> str:
    if now.value == FAULT:
        return f"something in {now.origin} cannot be as it says"
    return f"{now.origin} gives {now.value} too" if known else f"{now.value} is new, from {now.origin}"


def _accepted(finding: Finding, ruling: Decided) -> Headline:
    """What is to be printed once a person has accepted a value: that, with what the policy had chosen."""
    why = f": {ruling.note}" if ruling.note else ""
    steps = [f"{ruling.by} accepted {ruling.value} on {ruling.at[:10]}{why}."]
    if finding.headline.value:
        steps.append(f"The policy {finding.headline.policy} would print {finding.headline.value}.")
    aside = (SetAside(row.value, "another value was accepted") for row in finding.values if row.value != ruling.value)
    return Headline(ruling.value, "decision", tuple(steps), tuple(aside))
