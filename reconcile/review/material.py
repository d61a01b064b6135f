"""What lies on the desk. In: articles as drafts, or a saved report. Out: `Material`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reconcile.decisions import Decision, standing
from reconcile.model import Article, Finding, Headline, Report
from reconcile.rulebook import Rulebook

#: decisions by which a report becomes another one, rather than only carrying them
ACTING = ("misread", "other-event", "merge", "split")
_WORDED = ("accept", "update", "scope")  # rulings that say what to write

Remake = Callable[[Sequence[Decision]], Report]
Reread = Callable[[Article], Article]


@dataclass(frozen=True, slots=True)
class Material:
    """A report and its rules; `remake` makes it anew from its articles with other decisions (those `acting`; the others
    are laid on it here), None where it was saved.

    `read` gives an article with its text, and where in it the body begins, which a saved report has not; it raises
    OSError where the text is gone or is not what it was."""

    report: Report
    book: Rulebook
    read: Reread
    remake: Remake | None = None


def acting(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that stand and by which a report becomes another one."""
    return tuple(decision for decision in standing(decisions) if decision.kind in ACTING)


def without_rulings(report: Report) -> Report:
    """`report` as it is before anybody rules on its conflicts; what to print and to write goes too where only a ruling
    says it, as what it took the place of is not in a report."""
    return replace(report, findings=tuple(map(_without_ruling, report.findings)))


def _without_ruling(finding: Finding) -> Finding:
    ruling = finding.decision
    if ruling is None or ruling.state != "standing" or ruling.kind not in _WORDED:
        return replace(finding, decision=None) if ruling is not None else finding
    headline = Headline("", "", ()) if ruling.kind == "accept" else finding.headline
    return replace(finding, decision=None, headline=headline, wording="")
