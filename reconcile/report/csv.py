"""The report as a table for spreadsheets, one row for each claim of each finding. In: a report. Out: CSV (RFC 4180).

Every cell is one line and none can start a formula; an apostrophe stands where one would have. The text begins with a
byte order mark, without which Excel takes UTF-8 for the system's old encoding; programs read it as `utf-8-sig`. Claims
found to be misread are in no finding and come last, without status."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reconcile.model import Claim, Finding, Report
from reconcile.report.rows import rows
from reconcile.report.safe import cell
from reconcile.report.view import View, view
from reconcile.report.words import fact_label, named_outlet, value_in_words
from reconcile.rulebook import Rulebook
from reconcile.rulebook.policies import VERDICTS

COLUMNS = (
    *("event", "fact", "status", "severity", "value", "in_words", "article", "outlet", "published", "line", "column"),
    *("speaker", "stance", "role", "counted", "says", "as_of", "quote", "rule", "verdicts"),
    *(
        "origin",
        "chain",
        "superseded",
        "misread",
        "decision",
        "decided_value",
        "decided_by",
        "decided_at",
        "decision_state",
    ),
    *("event_id", "finding_id", "claim_id"),
)
_MARK = "\ufeff"
_MOST_SENTENCES = 5


def write(report: Report, book: Rulebook) -> str:
    """`report` as CSV with a header; conflicts come first, as in the formats for people."""
    out = io.StringIO()
    out.write(_MARK)
    table = csv.writer(out)
    table.writerow(COLUMNS)
    table.writerows([cell(text) for text in row] for row in _rows(view(report, book)))
    return out.getvalue()


def _rows(shown: View) -> Iterator[tuple[str, ...]]:
    labels = {event.id: event.label for event in shown.report.events}
    for event in (*shown.events, *shown.asides):
        for finding in shown.findings[event.id]:
            said = _sentences(finding)
            for row in rows(finding, shown):
                for claim in (row.claim, *row.also):
                    yield (labels[claim.event], *_row(shown, claim, finding, said.get(claim.id, [])))
    for claim in shown.report.claims:
        if claim.misread:
            yield (labels[claim.event], *_row(shown, claim, None, []))


def _row(shown: View, claim: Claim, finding: Finding | None, said: list[str]) -> tuple[str, ...]:
    article = shown.article(claim)
    more = len(said) - _MOST_SENTENCES
    sentences = [*said[:_MOST_SENTENCES], *([f"and {more} more"] if more > 0 else [])]
    return (
        fact_label(claim.fact, shown.book),
        *((finding.status, finding.severity) if finding else ("", "")),
        str(claim.value),
        value_in_words(str(claim.value), shown.kind(claim.fact), shown.book, claim.quote),
        claim.article,
        named_outlet(article, shown.book),
        article.published,
        str(claim.line),
        str(claim.column),
        claim.speaker,
        claim.stance,
        claim.role,
        claim.counted,
        "yes" if claim.says else "no",
        claim.as_of,
        claim.quote,
        claim.rule,
        " | ".join(sentences),
        claim.origin,
        " ← ".join(claim.chain),
        "yes" if claim.superseded else "no",
        claim.misread,
        *_decided(finding),
        claim.event,
        finding.id if finding else "",
        claim.id,
    )


def _decided(finding: Finding | None) -> tuple[str, ...]:
    """What a person ruled on the finding: what, which value, who, when, and whether it still stands."""
    ruled = finding.decision if finding else None
    return (ruled.kind, ruled.value, ruled.by, ruled.at, ruled.state) if ruled else ("",) * 5


def _sentences(finding: Finding) -> dict[str, list[str]]:
    """What the verdicts but agreement say of each claim, the most serious first, each sentence once."""
    said: dict[str, dict[str, None]] = {}
    ranked = sorted((v for v in finding.verdicts if v.verdict != "agree"), key=lambda v: (_rank(v.verdict), v.say))
    for verdict in ranked:
        for claim in (verdict.a, verdict.b):
            said.setdefault(claim, {})[f"{verdict.verdict}: {verdict.say}"] = None
    return {claim: list(sentences) for claim, sentences in said.items()}


def _rank(verdict: str) -> int:
    return VERDICTS.index(verdict) if verdict in VERDICTS else len(VERDICTS)
