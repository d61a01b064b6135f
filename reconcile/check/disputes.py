"""Findings in dispute, by what a batch says and what the archive said before. In: a report of both. Out: `Dispute`s."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.check.before import Before
from reconcile.check.sides import Sides, side
from reconcile.check.unmet import Parts, of_archive, of_batch, parts
from reconcile.model import Claim, Finding, Report, Verdict, speaking
from reconcile.resolve.standing import STATUS
from reconcile.rulebook import Rulebook

Met = tuple[Claim, Claim, Verdict]
_Where = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A finding that is a conflict. `heard` are the claims that decide, by article in text order; `archive` those that
    decided before, some of which new articles of the `batch` supersede; `known` is what stood against what before."""

    finding: Finding
    claims: Mapping[str, Claim]
    heard: Sequence[Claim]
    archive: Sequence[Claim]
    batch: frozenset[str]
    of: Parts
    known: frozenset[Sides] = frozenset()

    def met(self) -> Iterator[Met]:
        """All conflicts of two claims."""
        return self._pairs(
            (*self.finding.verdicts, *of_batch(self.finding, self.heard, self.batch, self.of)), self.heard
        )

    def met_before(self) -> Iterator[Met]:
        """Those of two claims of the archive, also of versions of articles that the new ones supersede."""
        return self._pairs((*self.finding.verdicts, *of_archive(self.finding, self.archive, self.of)), self.archive)

    def sides(self, a: Claim, b: Claim) -> Sides:
        """What stands against what."""
        return tuple(sorted({self.side(a), self.side(b)}))

    def side(self, claim: Claim) -> str:
        """What a claim holds."""
        return side(claim, self.of.articles.get(claim.article), self.of.book)

    def reopened(self) -> tuple[str, ...]:
        """What is new since a person ruled on it."""
        return self.finding.decision.new if self.finding.decision is not None and self.finding.is_open else ()

    def _pairs(self, verdicts: Iterable[Verdict], among: Sequence[Claim]) -> Iterator[Met]:
        ids = {claim.id for claim in among}
        for verdict in verdicts:
            if STATUS[verdict.verdict] == "conflict" and {verdict.a, verdict.b} <= ids:
                yield self.claims[verdict.a], self.claims[verdict.b], verdict


def disputes(
    report: Report, batch: Collection[str], book: Rulebook, *, ruled: bool, before: Before | None = None
) -> Sequence[Dispute]:
    """The conflicts of `report`: those on which a person's ruling stands (`ruled`), or the others.

    What two articles that are not of `batch` contradict each other on is known; with `before` only where they do so
    without the batch, too. Where a ruling reopened, nothing is."""
    of, ours = parts(report, book), frozenset(batch)
    renewed = frozenset(one.article.id for one in report.articles if one.superseded_by in ours)
    claims = {claim.id: claim for claim in report.claims}
    conflicts = (one for one in report.findings if one.status == "conflict" and one.is_open != ruled)
    found = [_dispute(finding, claims, ours, renewed, of) for finding in conflicts]
    return found if before is None else list(_alone(found, before, book))


def _dispute(
    finding: Finding, claims: Mapping[str, Claim], batch: frozenset[str], renewed: frozenset[str], of: Parts
) -> Dispute:
    stated = [claims[identity] for row in finding.values for identity in row.claims]
    before = (claim for claim in stated if claim.article not in batch)
    lasting = (replace(claim, superseded=False) if claim.article in renewed else claim for claim in before)
    heard, archive = (sorted(speaking(those), key=lambda one: (one.article, one.start)) for those in (stated, lasting))
    found = Dispute(finding, claims, heard, archive, batch, of)
    if found.reopened() or not batch.intersection(claim.article for claim in heard):
        return found
    return replace(found, known=frozenset(found.sides(a, b) for a, b, _ in found.met_before()))


def _alone(found: Sequence[Dispute], before: Before, book: Rulebook) -> Iterator[Dispute]:
    """`found`, where only what the archive contradicts itself on without the batch is known."""
    asked = {one.finding.id: one for one in found if _repeats(one)}
    articles = {c.article for one in asked.values() for c in one.of.claims[one.finding.event]}
    articles -= {article for one in asked.values() for article in one.batch}
    report = before(articles) if articles else Report()
    had: dict[str, list[tuple[frozenset[_Where], Sides]]] = {}  # by fact, which claims meet with which sides
    for one in (one for ruled in (False, True) for one in disputes(report, (), book, ruled=ruled)):
        met = ((frozenset((_where(a), _where(b))), one.sides(a, b)) for a, b, _ in one.met_before())
        had.setdefault(one.finding.fact, []).extend(met)
    for dispute in found:
        if dispute.finding.id in asked:
            yield replace(dispute, known=dispute.known & _had(dispute, had.get(dispute.finding.fact, ())))
        else:
            yield dispute


def _repeats(one: Dispute) -> bool:
    """Whether a new article takes part in a conflict that is known."""
    return any(one.sides(a, b) in one.known for a, b, _ in one.met() if {a.article, b.article} & one.batch)


def _had(dispute: Dispute, met: Iterable[tuple[frozenset[_Where], Sides]]) -> frozenset[Sides]:
    """What claims of its archive contradict each other on, of all that `met` on its fact in the archive alone."""
    ours = {_where(claim) for claim in dispute.archive}
    return frozenset(sides for pair, sides in met if pair <= ours)


def _where(claim: Claim) -> _Where:
    """Which claim it is in any report of the article."""
    return claim.article, claim.start, claim.end, str(claim.value)
