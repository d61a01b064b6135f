"""What lies on the desk. In: articles as drafts, or a saved report. Out: `Material`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reconcile.decisions import Decision
from reconcile.model import Article, Report
from reconcile.rulebook import Rulebook

#: decisions by which a report becomes another one, rather than only carrying them
ACTING = ("misread", "other-event", "merge", "split")

Remake = Callable[[Sequence[Decision]], Report]
Texts = Callable[[Article], str]


@dataclass(frozen=True, slots=True)
class Material:
    """A report and its rules; `remake` makes it anew from its articles with other decisions, None where it was saved.

    `text` reads an article's text; it raises OSError where that is gone or is not what it was."""

    report: Report
    book: Rulebook
    text: Texts
    remake: Remake | None = None


def without_rulings(report: Report) -> Report:
    """`report` as it is before anybody rules on its conflicts."""
    findings = (one if one.decision is None else replace(one, decision=None) for one in report.findings)
    return replace(report, findings=tuple(findings))
