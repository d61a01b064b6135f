"""What people ruled on a finding, for people to read. In: a finding. Out: words."""

from __future__ import annotations

from reconcile.model import Claim, Finding
from reconcile.report.view import View
from reconcile.report.words import fact_label, value_in_words

_RULED = {
    "confirmed": "a confirmed conflict",
    "update": "an update",
    "scope": "of different scope",
    "other-event": "not of one event",
    "misread": "misread",
    "accept": "accepted",
    "unsure": "unsure",
}


def ruling_words(finding: Finding, shown: View) -> str:
    """What a person ruled on a finding, or empty: `accepted: 137, by Ann on 2024-05-14: why`."""
    ruled = finding.decision
    if ruled is None:
        return ""
    value = value_in_words(ruled.value, shown.kind(finding.fact), shown.book) if ruled.value else ""
    said = f"{_RULED[ruled.kind]}{f': {value}' if value else ''}, by {ruled.by} on {ruled.at[:10]}"
    return f"{said}: {ruled.note}" if ruled.note else said


def news_words(finding: Finding) -> str:
    """What is new since a ruling, where that reopens the conflict, or empty."""
    return "; ".join(finding.decision.new) if finding.decision is not None else ""


def misread_lines(shown: View) -> list[str]:
    """The claims that people found to be misread, each with its place and the decision."""
    return [_misread(claim, shown) for claim in shown.report.claims if claim.misread]


def _misread(claim: Claim, shown: View) -> str:
    fact = fact_label(claim.fact, shown.book).lower()
    value = value_in_words(str(claim.value), shown.kind(claim.fact), shown.book)
    return f"{claim.article}:{claim.line}:{claim.column}: “{claim.quote}” is no {fact} ({value}), by {claim.misread}"
