"""Status and severity of a finding.

In: the judgements between its voices. Out: one of the contract's words for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.resolve.ladder import Judgement, seriousness
from reconcile.rulebook.policies import SEVERITIES

STATUS = {
    "contradiction": "conflict",
    "correction": "conflict",
    "update": "updated",
    "scope": "compatible",
    "narrower": "compatible",
    "agree": "agreed",
}


def status(judgements: Sequence[Judgement], *, articles: int) -> str:
    """The status that the most serious verdict gives; of one article alone only what speaks against itself counts."""
    verdicts = [judgement.verdict for judgement in judgements]
    worst = STATUS[max(verdicts, key=seriousness)] if verdicts else "single"
    return worst if articles > 1 or worst == "conflict" else "single"


def severity(judgements: Iterable[Judgement], status: str) -> str:
    """The highest severity among the judgements that give `status`; `none` where nobody speaks."""
    return highest(judgement.severity for judgement in judgements if STATUS[judgement.verdict] == status)


def highest(severities: Iterable[str]) -> str:
    """The highest of some severities, `none` where there is none."""
    return max(severities, key=SEVERITIES.index, default="none")
