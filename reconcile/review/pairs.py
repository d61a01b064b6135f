"""The two sides of a conflict, one pair of claims at a time. In: a finding. Out: `Pair`s, the most serious first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.model import Claim, Finding, Verdict
from reconcile.report.rows import decides, rows, voices
from reconcile.report.view import View
from reconcile.report.words import SEVERITIES
from reconcile.rulebook.policies import VERDICTS


@dataclass(frozen=True, slots=True)
class Pair:
    """`sides` are two claims and what was found to be between them; or, of what no two claims are about, one or none.

    `alike` is how many other pairs of claims are told in the same way."""

    sides: tuple[Claim, ...]
    verdict: Verdict | None = None
    alike: int = 0


def pairs(finding: Finding, shown: View) -> tuple[Pair, ...]:
    """What is to be looked at in a conflict; at least one, and where no two claims differ, the claims one by one."""
    heard = voices(finding, shown)
    groups: dict[tuple[object, ...], list[Verdict]] = {}
    for verdict in sorted(finding.verdicts, key=lambda verdict: _order(verdict, heard, shown)):
        if verdict.verdict != "agree":
            groups.setdefault(_told(verdict, heard, shown), []).append(verdict)
    found = tuple(Pair(_sides(those[0], shown), those[0], len(those) - 1) for those in groups.values())
    disputed = any(decides(those[0], heard) for those in groups.values())
    return found if disputed or found else _single(finding, shown)


def _single(finding: Finding, shown: View) -> tuple[Pair, ...]:
    claims = [row.claim for row in rows(finding, shown) if not row.aside] or [row.claim for row in rows(finding, shown)]
    by_two: Sequence[Sequence[Claim]] = [claims[n : n + 2] for n in range(0, len(claims), 2)] or [()]
    return tuple(Pair(tuple(those)) for those in by_two)


def _sides(verdict: Verdict, shown: View) -> tuple[Claim, Claim]:
    return (shown.claims[verdict.a], shown.claims[verdict.b])


def _told(verdict: Verdict, heard: frozenset[str], shown: View) -> tuple[object, ...]:
    values = (str(claim.value) for claim in _sides(verdict, shown))
    return (verdict.verdict, verdict.severity, verdict.rule, *values, decides(verdict, heard))


def _order(verdict: Verdict, heard: frozenset[str], shown: View) -> tuple[object, ...]:
    seriousness = VERDICTS.index(verdict.verdict) if verdict.verdict in VERDICTS else len(VERDICTS)
    severity = SEVERITIES.index(verdict.severity) if verdict.severity in SEVERITIES else len(SEVERITIES)
    places = ((claim.article, claim.start) for claim in _sides(verdict, shown))
    return (not decides(verdict, heard), seriousness, severity, verdict.say, *places)
