"""Conflicts that new articles bring. In: a report of an archive together with a batch. Out: the batch's, with places.

A conflict that two articles of the archive had before is not new, however many new articles repeat a side of it, unless
a person had ruled on it and the ruling reopened."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.model import Claim, Finding, Report, Verdict, speaking
from reconcile.resolve.standing import STATUS
from reconcile.rulebook import Rulebook
from reconcile.rulebook.policies import SEVERITIES


@dataclass(frozen=True, slots=True, order=True)
class NewConflict:
    """A conflict, at the place in the new article. `str()` reads `path:line:col: severity fact: sentence`.

    `claim` is the new article's, `others` those that it conflicts with (ids); `sides` is what stands against what, in
    an order of its own, or of a fault its sentence: with article and fact it says which conflict this is, whatever
    moves in the text. `reopened` says what is new since somebody ruled on it."""

    article: str
    line: int
    column: int
    fact: str
    severity: str
    say: str
    sides: tuple[str, ...] = ()
    finding: str = ""
    claim: str = ""
    others: tuple[str, ...] = ()
    reopened: tuple[str, ...] = ()

    def __str__(self) -> str:
        since = f" (reopened: {'; '.join(self.reopened)})" if self.reopened else ""
        said = " ".join(f"{self.say}{since}".split())
        return f"{self.article}:{self.line}:{self.column}: {self.severity} {self.fact}: {said}"


def new_conflicts(report: Report, batch: Collection[str], book: Rulebook) -> tuple[NewConflict, ...]:
    """The conflicts that the articles of `batch` (ids) bring, in the order of their places; none that was ruled on."""
    return _all(report, batch, book, ruled=False)


def reviewed_conflicts(report: Report, batch: Collection[str], book: Rulebook) -> tuple[NewConflict, ...]:
    """Those that the articles of `batch` would bring, had nobody ruled on them."""
    return _all(report, batch, book, ruled=True)


def at_least(severity: str, least: str) -> bool:
    """Whether `severity` is `least` or worse.

    >>> at_least("high", "medium"), at_least("low", "medium"), at_least("none", "none")
    (True, False, True)
    """
    return SEVERITIES.index(severity) >= SEVERITIES.index(least)


def _all(report: Report, batch: Collection[str], book: Rulebook, *, ruled: bool) -> tuple[NewConflict, ...]:
    claims = {claim.id: claim for claim in report.claims}
    found: set[NewConflict] = set()
    for finding in report.findings:
        if finding.status == "conflict" and finding.is_open != ruled:
            found.update(_between(finding, claims, frozenset(batch), book))
            found.update(_faults(finding, claims, batch))
    return tuple(sorted(found))


def _reopened(finding: Finding) -> tuple[str, ...]:
    """What is new since a person ruled on it."""
    return finding.decision.new if finding.decision is not None and finding.is_open else ()


def _between(
    finding: Finding, claims: Mapping[str, Claim], batch: frozenset[str], book: Rulebook
) -> Iterator[NewConflict]:
    """Conflicts of two claims: of each two values one, at the first place in the new article where it is as severe."""
    heard = {claim.id for claim in _heard(finding, claims)}
    conflicting = [verdict for verdict in finding.verdicts if STATUS[verdict.verdict] == "conflict"]
    known = _known(finding, conflicting, claims, batch, book)
    worst: dict[tuple[str, tuple[str, ...]], tuple[Claim, Verdict]] = {}
    others: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for verdict in conflicting:
        a, b = claims[verdict.a], claims[verdict.b]
        ours, sides = _ours(a, b, batch), _sides(a, b, book)
        if ours is None or sides in known or not {a.id, b.id} <= heard:
            continue
        key = (ours.article, sides)
        others.setdefault(key, set()).add(b.id if ours is a else a.id)
        if key not in worst or not at_least(worst[key][1].severity, verdict.severity):
            worst[key] = (ours, verdict)
    for key, (claim, verdict) in worst.items():
        against = tuple(sorted(others[key], key=lambda one: (claims[one].article, claims[one].start, one)))
        yield _placed(claim, finding, verdict.severity, verdict.say, key[1], against)


def _known(
    finding: Finding,
    conflicting: Sequence[Verdict],
    claims: Mapping[str, Claim],
    batch: frozenset[str],
    book: Rulebook,
) -> frozenset[tuple[str, ...]]:
    """What stood against what in the archive, also in versions of articles that the new ones supersede."""
    if _reopened(finding):
        return frozenset()
    given = (claim for claim in _stated(finding, claims) if claim.article not in batch and not claim.misread)
    heard = {claim.id for claim in given if claim.says or claim.role == "total"}
    pairs = [(claims[v.a], claims[v.b]) for v in conflicting if {v.a, v.b} <= heard]
    return frozenset(_sides(a, b, book) for a, b in pairs)


def _faults(finding: Finding, claims: Mapping[str, Claim], batch: Collection[str]) -> Iterator[NewConflict]:
    """What is wrong without two claims that differ, such as a day after its own report, as new articles tell it."""
    heard = _heard(finding, claims)
    for fault in finding.faults:
        told = [claim for claim in heard if claim.article in fault.articles]
        own = [claim for claim in told if claim.article in batch]
        if own:
            others = tuple(claim.id for claim in told if claim.article not in batch)
            yield _placed(own[0], finding, finding.severity, fault.say, (fault.say,), others)


def _heard(finding: Finding, claims: Mapping[str, Claim]) -> Sequence[Claim]:
    """The claims that decide, by article in text order."""
    return sorted(speaking(_stated(finding, claims)), key=lambda claim: (claim.article, claim.start))


def _stated(finding: Finding, claims: Mapping[str, Claim]) -> Sequence[Claim]:
    return [claims[identity] for row in finding.values for identity in row.claims]


def _ours(a: Claim, b: Claim, batch: frozenset[str]) -> Claim | None:
    """The claim of the batch that brings the conflict: the later one where both are of the batch."""
    if a.article == b.article:
        a, b = sorted((a, b), key=lambda claim: claim.start)
    return next((claim for claim in (b, a) if claim.article in batch), None)


def _sides(a: Claim, b: Claim, book: Rulebook) -> tuple[str, ...]:
    return tuple(sorted({_side(a, book), _side(b, book)}))


def _side(claim: Claim, book: Rulebook) -> str:
    """What a claim holds in a conflict; of a fact on which each speaker answers for itself, with the speaker."""
    speaker = f" by {claim.speaker}" * book.facts[claim.fact].by_speaker
    return f"{'not ' * (claim.stance == 'denied')}{claim.value}{speaker}"


def _placed(
    claim: Claim, finding: Finding, severity: str, say: str, sides: tuple[str, ...], others: tuple[str, ...]
) -> NewConflict:
    place = (claim.article, claim.line, claim.column)
    return NewConflict(
        *place, finding.fact, severity, say, sides, finding.id, claim.id, others, reopened=_reopened(finding)
    )
