"""Conflicts that new articles bring. In: a report of an archive together with a batch. Out: the batch's, with places.

A conflict that two articles of the archive had before is not new, however many new articles repeat a side of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from reconcile.model import Claim, Finding, Report, Verdict
from reconcile.resolve.standing import STATUS
from reconcile.rulebook import Rulebook
from reconcile.rulebook.policies import SEVERITIES


@dataclass(frozen=True, slots=True, order=True)
class NewConflict:
    """A conflict, at the place in the new article. `str()` reads `path:line:col: severity fact: sentence`."""

    article: str
    line: int
    column: int
    fact: str
    severity: str
    say: str

    def __str__(self) -> str:
        return f"{self.article}:{self.line}:{self.column}: {self.severity} {self.fact}: {' '.join(self.say.split())}"


def new_conflicts(report: Report, batch: Collection[str], book: Rulebook) -> tuple[NewConflict, ...]:
    """The conflicts that the articles of `batch` (ids) bring, in the order of their places."""
    claims = {claim.id: claim for claim in report.claims}
    found: set[NewConflict] = set()
    for finding in report.findings:
        if finding.status == "conflict":
            found.update(_between(finding, claims, frozenset(batch), book))
            found.update(_faults(finding, claims, batch))
    return tuple(sorted(found))


def at_least(severity: str, least: str) -> bool:
    """Whether `severity` is `least` or worse.

    >>> at_least("high", "medium"), at_least("low", "medium"), at_least("none", "none")
    (True, False, True)
    """
    return SEVERITIES.index(severity) >= SEVERITIES.index(least)


def _between(
    finding: Finding, claims: dict[str, Claim], batch: frozenset[str], book: Rulebook
) -> Iterator[NewConflict]:
    """Conflicts of two claims: of each two values one, at the first place in the new article where it is as severe."""
    heard = {claim.id for claim in _heard(finding, claims)}
    conflicting = (verdict for verdict in finding.verdicts if STATUS[verdict.verdict] == "conflict")
    pairs = [(claims[v.a], claims[v.b], v) for v in conflicting if {v.a, v.b} <= heard]
    known = {_sides(a, b, book) for a, b, _ in pairs if not batch & {a.article, b.article}}
    worst: dict[tuple[str, frozenset[str]], tuple[Claim, Verdict]] = {}
    for a, b, verdict in pairs:
        ours, sides = _ours(a, b, batch), _sides(a, b, book)
        if ours is None or sides in known:
            continue
        key = (ours.article, sides)
        if key not in worst or not at_least(worst[key][1].severity, verdict.severity):
            worst[key] = (ours, verdict)
    for claim, verdict in worst.values():
        yield _placed(claim, finding, verdict.severity, verdict.say)


def _faults(finding: Finding, claims: dict[str, Claim], batch: Collection[str]) -> Iterator[NewConflict]:
    """What is wrong without two claims that differ, such as a day after its own report, as new articles tell it."""
    for fault in finding.faults:
        own = [claim for claim in _heard(finding, claims) if claim.article in batch and claim.article in fault.articles]
        if own:
            yield _placed(own[0], finding, finding.severity, fault.say)


def _heard(finding: Finding, claims: dict[str, Claim]) -> Sequence[Claim]:
    """The claims that decide: the articles' answers, or, of what all only recall, the figures for the whole."""
    stated = (claims[identity] for row in finding.values for identity in row.claims)
    given = [claim for claim in stated if not claim.superseded]
    given.sort(key=lambda claim: (claim.article, claim.start))
    return [claim for claim in given if claim.says] or [claim for claim in given if claim.role == "total"]


def _ours(a: Claim, b: Claim, batch: frozenset[str]) -> Claim | None:
    """The claim of the batch that brings the conflict: the later one where both are of the batch."""
    if a.article == b.article:
        a, b = sorted((a, b), key=lambda claim: claim.start)
    return next((claim for claim in (b, a) if claim.article in batch), None)


def _sides(a: Claim, b: Claim, book: Rulebook) -> frozenset[str]:
    return frozenset((_side(a, book), _side(b, book)))


def _side(claim: Claim, book: Rulebook) -> str:
    """What a claim holds in a conflict; of a fact on which each speaker answers for itself, with the speaker."""
    speaker = f" by {claim.speaker}" * book.facts[claim.fact].by_speaker
    return f"{'not ' * (claim.stance == 'denied')}{claim.value}{speaker}"


def _placed(claim: Claim, finding: Finding, severity: str, say: str) -> NewConflict:
    return NewConflict(claim.article, claim.line, claim.column, finding.fact, severity, say)
