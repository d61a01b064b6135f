"""The report as JSON (`reconcile-report/1`), the form that other programs read. In: a report. Out: one JSON document.

Keys stand in the contract's order and lists in an order of their own, so that equal reports are equal bytes."""

from __future__ import annotations

import json
from typing import Any

from reconcile.model import Claim, Decided, Event, Finding, Headline, Reading, Report, TimelineStep, ValueRow, Verdict
from reconcile.report.safe import json_text
from reconcile.rulebook import Rulebook

SCHEMA = "reconcile-report/1"


def write(report: Report, book: Rulebook) -> str:
    """`report` as a JSON document that ends in a line break."""
    return json_text(json.dumps(tree(report), ensure_ascii=False, indent=1) + "\n")


def tree(report: Report) -> dict[str, Any]:
    """`report` as plain dictionaries and lists, in the contract's words."""
    claims = sorted(report.claims, key=lambda claim: (claim.article, claim.start, claim.end, claim.fact, claim.id))
    return {
        "schema": SCHEMA,
        "articles": [_reading(reading) for reading in sorted(report.articles, key=lambda reading: reading.article.id)],
        "claims": [{**claim_tree(claim), **_origin(claim)} for claim in claims],
        "events": [event_tree(event) for event in sorted(report.events, key=lambda event: event.id)],
        "findings": [_finding(f) for f in sorted(report.findings, key=lambda f: (f.event, f.fact, f.id))],
        "problems": [
            {"article": problem.article, "problem": problem.problem}
            for problem in sorted(report.problems, key=lambda problem: (problem.article, problem.problem))
        ],
    }


def claim_tree(claim: Claim) -> dict[str, Any]:
    """One claim: the contract's keys in its order, then where it stands and how it was derived."""
    return {
        "article": claim.article,
        "event": claim.event,
        "fact": claim.fact,
        "value": str(claim.value),
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "role": claim.role,
        "stance": claim.stance,
        "speaker": claim.speaker,
        "stated": list(claim.stated),
        "as_of": claim.as_of,
        "rule": claim.rule,
        "says": claim.says,
        "id": claim.id,
        "line": claim.line,
        "column": claim.column,
        "via": list(claim.via),
        "counted": claim.counted,
        "steps": list(claim.steps),
    }


def _origin(claim: Claim) -> dict[str, Any]:
    """What is known of a claim once origins are told."""
    return {
        "origin": claim.origin,
        "chain": list(claim.chain),
        "superseded": claim.superseded,
        "misread": claim.misread,
    }


def _reading(reading: Reading) -> dict[str, Any]:
    article = reading.article
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "published_from": article.published_from,
        "language": article.language,
        "sha256": article.sha256,
        "url": article.url,
        "path": article.path,
        "record_line": article.record_line,
        "main_event": reading.main_event,
        "events": list(reading.events),
        "origin": reading.origin,
        "problems": list(reading.problems),
        "because": list(reading.because),
        "superseded_by": reading.superseded_by,
    }


def event_tree(event: Event) -> dict[str, Any]:
    """One event in the contract's words."""
    return {
        "id": event.id,
        "label": event.label,
        "type": event.type,
        "date": event.date,
        "place": event.place,
        "articles": list(event.articles),
        "because": list(event.because),
        "aliases": list(event.aliases),
        "members": [
            {"article": member.article, "happening": member.happening, "main": member.main} for member in event.members
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "event": finding.event,
        "fact": finding.fact,
        "status": finding.status,
        "severity": finding.severity,
        "values": [_value(value) for value in finding.values],
        "verdicts": [_verdict(verdict) for verdict in finding.verdicts],
        "range": finding.range,
        "headline": _headline(finding.headline),
        "wording": finding.wording,
        "notes": list(finding.notes),
        "timeline": [_step(step) for step in finding.timeline],
        "faults": [
            {"articles": list(fault.articles), "say": fault.say, "severity": fault.severity} for fault in finding.faults
        ],
        "decision": decision_tree(finding.decision),
    }


def decision_tree(decision: Decided | None) -> dict[str, Any] | None:
    """What a person ruled on a finding, in the contract's words."""
    if decision is None:
        return None
    return {
        "as": decision.kind,
        "value": decision.value,
        "note": decision.note,
        "by": decision.by,
        "at": decision.at,
        "state": decision.state,
        "new": list(decision.new),
        "id": decision.decision,
    }


def _headline(headline: Headline) -> dict[str, Any]:
    return {
        "value": headline.value,
        "policy": headline.policy,
        "steps": list(headline.steps),
        "set_aside": [{"value": one.value, "why": one.why} for one in headline.set_aside],
        "by": list(headline.by),
    }


def _step(step: TimelineStep) -> dict[str, Any]:
    moves = [
        {
            "value": move.value,
            "move": move.move,
            "before": list(move.before),
            "claims": list(move.claims),
            "articles": list(move.articles),
            "say": move.say,
        }
        for move in step.moves
    ]
    return {"as_of": step.as_of, "until": step.until, "moves": moves, "disagreement": list(step.disagreement)}


def _value(value: ValueRow) -> dict[str, Any]:
    return {
        "value": value.value,
        "claims": list(value.claims),
        "articles": list(value.articles),
        "origins": value.origins,
        "first": value.first,
        "last": value.last,
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "a": verdict.a,
        "b": verdict.b,
        "verdict": verdict.verdict,
        "say": verdict.say,
        "rule": verdict.rule,
        "severity": verdict.severity,
    }
