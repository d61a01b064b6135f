"""The nouns that every stage shares: articles, mentions, claims, events, verdicts, findings.

In: nothing. Out: all of them, by name."""

from __future__ import annotations

from reconcile.model.claims import (
    ATTACKERS_TOO,
    UNSETTLED,
    UNSURE,
    Article,
    Attribution,
    Claim,
    Draft,
    Interval,
    Mention,
    Person,
    Problem,
    Sighting,
    Span,
    Story,
    Value,
)
from reconcile.model.reports import (
    Event,
    Fault,
    Finding,
    Headline,
    Member,
    Reading,
    Report,
    Ruling,
    SetAside,
    TimelineMove,
    TimelineStep,
    ValueRow,
    Verdict,
)

__all__ = [
    "ATTACKERS_TOO",
    "UNSETTLED",
    "UNSURE",
    "Article",
    "Attribution",
    "Claim",
    "Draft",
    "Event",
    "Fault",
    "Finding",
    "Headline",
    "Interval",
    "Member",
    "Mention",
    "Person",
    "Problem",
    "Reading",
    "Report",
    "Ruling",
    "SetAside",
    "Sighting",
    "Span",
    "Story",
    "TimelineMove",
    "TimelineStep",
    "Value",
    "ValueRow",
    "Verdict",
]
