"""The provenance of a finding: who gives which value, in which words. In: a finding. Out: rows and relations.

What one article says twice in the same way is one row, and what several pairs of claims have in common is one
relation."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model import Claim, Finding, ValueRow, Verdict
from reconcile.report.view import View
from reconcile.report.words import SEVERITIES, VERDICTS


@dataclass(frozen=True, slots=True)
class Row:
    """One article's claim to one value; `first` on the first row of a value, `also` where it says so again."""

    value: ValueRow
    claim: Claim
    first: bool
    also: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A verdict between values and the sources it holds for; `decides` where it bears on the finding's status."""

    verdict: str
    severity: str
    say: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    decides: bool


def rows(finding: Finding, shown: View) -> tuple[Row, ...]:
    """The provenance table of `finding`: values with a voice first, each value's claims by time of publication."""
    found = []
    for value in sorted(finding.values, key=lambda value: not any(shown.claims[c].says for c in value.claims)):
        groups: dict[tuple[object, ...], list[Claim]] = {}
        for claim in sorted((shown.claims[c] for c in value.claims), key=lambda claim: _claim_order(claim, shown)):
            same = (claim.article, claim.speaker, claim.via, claim.stance, claim.role, claim.counted)
            groups.setdefault(same, []).append(claim)
        for place, (claim, *also) in enumerate(groups.values()):
            found.append(Row(value, claim, place == 0, tuple(sorted(also, key=lambda again: again.start))))
    return tuple(found)


def relations(finding: Finding, shown: View) -> tuple[Relation, ...]:
    """The verdicts of `finding` but agreement: those that decide its status first, then the most serious."""
    groups: dict[tuple[str, str, str, str, str, bool], tuple[list[str], list[str]]] = {}
    speaking = voices(finding, shown)
    for verdict in finding.verdicts:
        if verdict.verdict == "agree":
            continue
        a, b = shown.claims[verdict.a], shown.claims[verdict.b]
        key = (verdict.verdict, verdict.severity, verdict.say, str(a.value), str(b.value), decides(verdict, speaking))
        left, right = groups.setdefault(key, ([], []))
        left.append(shown.sources[a.article])
        right.append(shown.sources[b.article])
    found = [
        Relation(key[0], key[1], key[2], tuple(dict.fromkeys(a)), tuple(dict.fromkeys(b)), key[5])
        for key, (a, b) in groups.items()
    ]
    return tuple(sorted(found, key=_relation_order))


def voices(finding: Finding, shown: View) -> frozenset[str]:
    """The claims that decide its status: the articles' answers, or what is said of the whole where none gives any."""
    claims = [shown.claims[claim] for value in finding.values for claim in value.claims]
    return frozenset(c.id for c in claims if c.says) or frozenset(c.id for c in claims if c.role == "total")


def decides(verdict: Verdict, speaking: frozenset[str]) -> bool:
    """Whether a verdict bears on its finding's status: both claims are `speaking`, or it is severe."""
    return {verdict.a, verdict.b} <= speaking or verdict.severity not in ("", "none")


def between(relation: Relation, most: int = 3) -> str:
    """Whom a relation holds for: `Outlet A, 2024-03-24 / Outlet B, 2024-03-25`."""
    a, b = _some(relation.a, most), _some(relation.b, most)
    return f"within {a}" if relation.a == relation.b and len(relation.a) == 1 else f"{a} / {b}"


def _some(sources: tuple[str, ...], most: int) -> str:
    more = len(sources) - most
    return "; ".join(sources[:most]) + (f" and {more} more" if more > 0 else "")


def _claim_order(claim: Claim, shown: View) -> tuple[bool, str, str, int]:
    return (not claim.says, shown.article(claim).published or "9", claim.article, claim.start)


def _relation_order(relation: Relation) -> tuple[bool, int, int, str]:
    seriousness = VERDICTS.index(relation.verdict) if relation.verdict in VERDICTS else len(VERDICTS)
    severity = SEVERITIES.index(relation.severity) if relation.severity in SEVERITIES else len(SEVERITIES)
    return (not relation.decides, seriousness, severity, relation.say)
