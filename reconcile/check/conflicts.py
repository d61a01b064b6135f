"""Conflicts that new articles bring. In: a report of an archive together with a batch. Out: the batch's, with places.

A conflict that two articles of the archive had before is not new, however many new articles repeat a side of it, unless
a person had ruled on it and the ruling reopened."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from reconcile.check.before import Before
from reconcile.check.disputes import Dispute, disputes
from reconcile.check.sides import Sides
from reconcile.model import Claim, Report, Verdict
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
    sides: Sides = ()
    finding: str = ""
    claim: str = ""
    others: tuple[str, ...] = ()
    reopened: tuple[str, ...] = ()

    def __str__(self) -> str:
        since = f" (reopened: {'; '.join(self.reopened)})" if self.reopened else ""
        said = " ".join(f"{self.say}{since}".split())
        return f"{self.article}:{self.line}:{self.column}: {self.severity} {self.fact}: {said}"


def new_conflicts(
    report: Report, batch: Collection[str], book: Rulebook, *, before: Before | None = None
) -> tuple[NewConflict, ...]:
    """The conflicts that the articles of `batch` (ids) bring, in the order of their places; none that was ruled on.

    `before` reports on articles of the archive alone; without it all that two of them contradict each other on in
    `report` was there before."""
    return _told(disputes(report, batch, book, ruled=False, before=before))


def reviewed_conflicts(
    report: Report, batch: Collection[str], book: Rulebook, *, before: Before | None = None
) -> tuple[NewConflict, ...]:
    """Those that the articles of `batch` would bring, had nobody ruled on them."""
    return _told(disputes(report, batch, book, ruled=True, before=before))


def at_least(severity: str, least: str) -> bool:
    """Whether `severity` is `least` or worse.

    >>> at_least("high", "medium"), at_least("low", "medium"), at_least("none", "none")
    (True, False, True)
    """
    return SEVERITIES.index(severity) >= SEVERITIES.index(least)


def _told(found: Sequence[Dispute]) -> tuple[NewConflict, ...]:
    return tuple(sorted({one for dispute in found for one in (*_between(dispute), *_faults(dispute))}))


def _between(given: Dispute) -> Iterator[NewConflict]:
    """Conflicts of two claims: of each two values one, at the first place in the new article where it is as severe."""
    worst: dict[tuple[str, Sides], tuple[Claim, Verdict]] = {}
    others: dict[tuple[str, Sides], list[Claim]] = {}
    for a, b, verdict in given.met():
        ours, sides = _ours(a, b, given.batch), given.sides(a, b)
        if ours is None or sides in given.known:
            continue
        key = (ours.article, sides)
        others.setdefault(key, []).append(b if ours is a else a)
        if key not in worst or not at_least(worst[key][1].severity, verdict.severity):
            worst[key] = (ours, verdict)
    for key, (claim, verdict) in worst.items():
        yield _placed(claim, given, verdict.severity, verdict.say, key[1], _alike(others[key], claim, given))


def _faults(given: Dispute) -> Iterator[NewConflict]:
    """What is wrong without two claims that differ, such as a day after its own report, as new articles tell it."""
    for fault in given.finding.faults:
        told = [claim for claim in given.heard if claim.article in fault.articles]
        own = [claim for claim in told if claim.article in given.batch]
        if own:
            others = tuple(claim.id for claim in told if claim.article not in given.batch)
            yield _placed(own[0], given, given.finding.severity, fault.say, (fault.say,), others)


def _ours(a: Claim, b: Claim, batch: frozenset[str]) -> Claim | None:
    """The claim of the batch that brings the conflict: the later one where both are of the batch."""
    if a.article == b.article:
        a, b = sorted((a, b), key=lambda claim: claim.start)
    return next((claim for claim in (b, a) if claim.article in batch), None)


def _alike(others: Sequence[Claim], ours: Claim, given: Dispute) -> tuple[str, ...]:
    """`others`, and whoever says the same as one of them, of the archive first."""
    said = {(given.side(claim), claim.role, claim.counted) for claim in others}
    same = [one for one in given.heard if (given.side(one), one.role, one.counted) in said and one.id != ours.id]
    return tuple(claim.id for claim in sorted(same, key=lambda one: one.article in given.batch))


def _placed(
    claim: Claim, given: Dispute, severity: str, say: str, sides: Sides, others: tuple[str, ...]
) -> NewConflict:
    place, finding = (claim.article, claim.line, claim.column), given.finding
    return NewConflict(*place, finding.fact, severity, say, sides, finding.id, claim.id, others, given.reopened())
