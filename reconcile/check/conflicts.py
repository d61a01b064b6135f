"""Conflicts that new articles bring. In: a report of an archive together with a batch. Out: the batch's, with places.

A conflict that two articles of the archive had before is not new, however many new articles repeat a side of it, unless
a person had ruled on it and the ruling reopened."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.check.sides import Sides, side
from reconcile.check.unmet import Parts, of_archive, of_batch, parts
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
    sides: Sides = ()
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
    of, ours = parts(report, book), frozenset(batch)
    renewed = frozenset(one.article.id for one in report.articles if one.superseded_by in ours)
    claims = {claim.id: claim for claim in report.claims}
    found: set[NewConflict] = set()
    for finding in report.findings:
        if finding.status == "conflict" and finding.is_open != ruled:
            dispute = _dispute(finding, claims, ours, renewed, of)
            found.update(_between(dispute))
            found.update(_faults(dispute))
    return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class _Dispute:
    """A finding that is a conflict. `heard` are the claims that decide, by article in text order; `archive` those that
    decided before, some of which new articles of the `batch` supersede."""

    finding: Finding
    claims: Mapping[str, Claim]
    heard: Sequence[Claim]
    archive: Sequence[Claim]
    batch: frozenset[str]
    of: Parts

    def pairs(self, verdicts: Iterable[Verdict], among: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Verdict]]:
        """The conflicts of two claims `among` some."""
        known = {claim.id for claim in among}
        for verdict in verdicts:
            if STATUS[verdict.verdict] == "conflict" and {verdict.a, verdict.b} <= known:
                yield self.claims[verdict.a], self.claims[verdict.b], verdict

    def sides(self, a: Claim, b: Claim) -> Sides:
        """What stands against what."""
        return tuple(sorted({self.side(a), self.side(b)}))

    def side(self, claim: Claim) -> str:
        """What a claim holds."""
        return side(claim, self.of.articles.get(claim.article), self.of.book)


def _dispute(
    finding: Finding, claims: Mapping[str, Claim], batch: frozenset[str], renewed: frozenset[str], of: Parts
) -> _Dispute:
    stated = [claims[identity] for row in finding.values for identity in row.claims]
    before = (claim for claim in stated if claim.article not in batch)
    lasting = (replace(claim, superseded=False) if claim.article in renewed else claim for claim in before)
    heard, archive = (sorted(speaking(those), key=lambda one: (one.article, one.start)) for those in (stated, lasting))
    return _Dispute(finding, claims, heard, archive, batch, of)


def _between(given: _Dispute) -> Iterator[NewConflict]:
    """Conflicts of two claims: of each two values one, at the first place in the new article where it is as severe."""
    known = _known(given)
    worst: dict[tuple[str, Sides], tuple[Claim, Verdict]] = {}
    others: dict[tuple[str, Sides], list[Claim]] = {}
    verdicts = (*given.finding.verdicts, *of_batch(given.finding, given.heard, given.batch, given.of))
    for a, b, verdict in given.pairs(verdicts, given.heard):
        ours, sides = _ours(a, b, given.batch), given.sides(a, b)
        if ours is None or sides in known:
            continue
        key = (ours.article, sides)
        others.setdefault(key, []).append(b if ours is a else a)
        if key not in worst or not at_least(worst[key][1].severity, verdict.severity):
            worst[key] = (ours, verdict)
    for key, (claim, verdict) in worst.items():
        yield _placed(claim, given.finding, verdict.severity, verdict.say, key[1], _alike(others[key], claim, given))


def _known(given: _Dispute) -> frozenset[Sides]:
    """What stood against what in the archive, also in versions of articles that the new ones supersede."""
    if _reopened(given.finding):
        return frozenset()
    verdicts = (*given.finding.verdicts, *of_archive(given.finding, given.archive, given.of))
    return frozenset(given.sides(a, b) for a, b, _ in given.pairs(verdicts, given.archive))


def _faults(given: _Dispute) -> Iterator[NewConflict]:
    """What is wrong without two claims that differ, such as a day after its own report, as new articles tell it."""
    for fault in given.finding.faults:
        told = [claim for claim in given.heard if claim.article in fault.articles]
        own = [claim for claim in told if claim.article in given.batch]
        if own:
            others = tuple(claim.id for claim in told if claim.article not in given.batch)
            yield _placed(own[0], given.finding, given.finding.severity, fault.say, (fault.say,), others)


def _alike(others: Sequence[Claim], ours: Claim, given: _Dispute) -> tuple[str, ...]:
    """`others`, and whoever says the same as one of them, of the archive first."""
    said = {(given.side(claim), claim.role, claim.counted) for claim in others}
    same = [one for one in given.heard if (given.side(one), one.role, one.counted) in said and one.id != ours.id]
    return tuple(claim.id for claim in sorted(same, key=lambda one: one.article in given.batch))


def _ours(a: Claim, b: Claim, batch: frozenset[str]) -> Claim | None:
    """The claim of the batch that brings the conflict: the later one where both are of the batch."""
    if a.article == b.article:
        a, b = sorted((a, b), key=lambda claim: claim.start)
    return next((claim for claim in (b, a) if claim.article in batch), None)


def _reopened(finding: Finding) -> tuple[str, ...]:
    """What is new since a person ruled on it."""
    return finding.decision.new if finding.decision is not None and finding.is_open else ()


def _placed(
    claim: Claim, finding: Finding, severity: str, say: str, sides: Sides, others: tuple[str, ...]
) -> NewConflict:
    place = (claim.article, claim.line, claim.column)
    return NewConflict(
        *place, finding.fact, severity, say, sides, finding.id, claim.id, others, reopened=_reopened(finding)
    )
