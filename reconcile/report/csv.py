"""The report as a table for spreadsheets, one row for each claim of each finding. In: a report. Out: CSV (RFC 4180).

Every cell is one line and none can start a formula; a leading apostrophe marks those that would have."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reconcile.model import Claim, Event, Finding, Report
from reconcile.report.rows import rows
from reconcile.report.safe import cell
from reconcile.report.view import View, view
from reconcile.report.words import fact_label, named_outlet, value_in_words
from reconcile.rulebook import Rulebook
from reconcile.rulebook.policies import VERDICTS

COLUMNS = (
    *("event", "fact", "status", "severity", "value", "in_words", "article", "outlet", "published", "line", "column"),
    *("speaker", "stance", "role", "says", "as_of", "quote", "rule", "verdicts", "event_id", "finding_id", "claim_id"),
)
_MOST_SENTENCES = 5


def write(report: Report, book: Rulebook) -> str:
    """`report` as CSV with a header; conflicts come first, as in the formats for people."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    table.writerows([cell(text) for text in row] for row in _rows(view(report, book)))
    return out.getvalue()


def _rows(shown: View) -> Iterator[tuple[str, ...]]:
    for event in (*shown.events, *shown.asides):
        for finding in shown.findings[event.id]:
            said = _sentences(finding)
            for row in rows(finding, shown):
                for claim in (row.claim, *row.also):
                    yield _row(shown, event, finding, claim, said.get(claim.id, []))


def _row(shown: View, event: Event, finding: Finding, claim: Claim, said: list[str]) -> tuple[str, ...]:
    article = shown.article(claim)
    more = len(said) - _MOST_SENTENCES
    sentences = [*said[:_MOST_SENTENCES], *([f"and {more} more"] if more > 0 else [])]
    return (
        event.label,
        fact_label(finding.fact, shown.book),
        finding.status,
        finding.severity,
        str(claim.value),
        value_in_words(str(claim.value), shown.kind(finding.fact), shown.book, claim.quote),
        claim.article,
        named_outlet(article, shown.book),
        article.published,
        str(claim.line),
        str(claim.column),
        claim.speaker,
        claim.stance,
        claim.role,
        "yes" if claim.says else "no",
        claim.as_of,
        claim.quote,
        claim.rule,
        " | ".join(sentences),
        event.id,
        finding.id,
        claim.id,
    )


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
