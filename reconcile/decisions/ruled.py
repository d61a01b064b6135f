"""Decisions as they act on a report. In: the decisions that stand. Out: what was misread; findings with their ruling.

A finding's ruling is the newest on a conflict of the same event and fact. It stands until somebody gives another value,
or an origin a value that it did not give then; what is still a conflict once claims are silenced or articles parted was
never ruled on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reconcile.decisions.decision import CONFLICT_RULINGS, Decision
from reconcile.decisions.evidence import FAULT, Evidence, Sources
from reconcile.decisions.standing import standing
from reconcile.model import Decided, Finding, Headline, Misreading, Report, SetAside

_ACTING = ("misread", "other-event")  # after these the conflict is another one, or none
_ENOUGH = 0.5  # of what a ruling saw, by which it is known where its event goes by another id


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
    ruled = [decision for decision in standing(decisions) if decision.kind in CONFLICT_RULINGS]
    if not ruled:
        return report
    sources = Sources(report)
    of = _by_finding(ruled, report, sources)
    findings = (_with(finding, of[finding.id], sources) if finding.id in of else finding for finding in report.findings)
    return replace(report, findings=tuple(findings))


def _by_finding(ruled: Sequence[Decision], report: Report, sources: Sources) -> Mapping[str, Decision]:
    """The newest ruling on each finding, by the finding's id."""
    home = {name: event.id for event in report.events for name in (*event.aliases, event.id)}
    home |= {event.id: event.id for event in report.events}
    at = {(finding.event, finding.fact): finding for finding in report.findings}
    by_fact: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_fact[finding.fact].append(finding)
    found: dict[str, Decision] = {}
    for decision in ruled:
        event, fact = home.get(decision.on["event"], ""), decision.on["fact"]
        one = at.get((event, fact)) if event else _likest(decision, by_fact[fact], sources)
        if one is not None:
            found[one.id] = decision
    return found


def _likest(decision: Decision, findings: Sequence[Finding], sources: Sources) -> Finding | None:
    """The finding that rests on most of what a ruling saw, where that is half of it or more."""
    then = decision.on["evidence"]
    shares = {
        finding: sum(any(sources.same(now, one) for now in sources.evidence(finding)) for one in then)
        for finding in findings
        if any(article in {one["article"] for one in then} for row in finding.values for article in row.articles)
        or any(sources.texts.get(a) in {one["text"] for one in then} for row in finding.values for a in row.articles)
    }
    best = max(shares, key=lambda finding: (shares[finding], finding.id), default=None)
    return best if best is not None and shares[best] >= _ENOUGH * len(then) > 0 else None


def _with(finding: Finding, decision: Decision, sources: Sources) -> Finding:
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
    """What has come to a conflict since it was ruled on, in sentences."""
    then = decision.on["evidence"]
    values = {one["value"] for one in then}
    evidence = sources.evidence(finding)
    for now in evidence:
        if not any(sources.same(now, one) for one in then):
            yield _new(now, known=now.value in values)
    if decision.kind in _ACTING:
        left = ", ".join(dict.fromkeys(now.value for now in evidence))
        yield f"without what was ruled on, a conflict is left: {left}"


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
