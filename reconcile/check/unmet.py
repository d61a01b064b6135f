"""Verdicts that a report leaves out, as many articles say the same. In: a conflict and its event. Out: verdicts.

Of claims that say the same a report compares only a few (`resolve.groups`). The gate must know of each new article what
it contradicts, and of the archive what it had before: what was not compared is resolved again, a few at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reconcile.model import Article, Claim, Event, Finding, Report, Verdict
from reconcile.resolve.findings import resolve
from reconcile.rulebook import Rulebook

_AT_ONCE = 4  # articles of which all are compared, whatever they have in common (resolve.groups._KEPT)


@dataclass(frozen=True, slots=True)
class Parts:
    """What it takes to resolve a part of an event again: `claims` by event, events and articles by id. What was
    `resolved` is kept, as it is asked for more than once."""

    events: Mapping[str, Event]
    claims: Mapping[str, Sequence[Claim]]
    articles: Mapping[str, Article]
    book: Rulebook
    resolved: dict[tuple[str, frozenset[str]], Sequence[Verdict]] = field(default_factory=dict, compare=False)

    def verdicts(self, finding: Finding, articles: frozenset[str]) -> Sequence[Verdict]:
        """The verdicts on the fact of `finding` between claims of `articles` alone."""
        key = (finding.id, articles)
        if key not in self.resolved:
            told = self.claims[finding.event]
            kept = [claim for claim in told if claim.fact != finding.fact or claim.article in articles]
            found = resolve([self.events[finding.event]], kept, self.articles, self.book, only=[finding.fact])
            self.resolved[key] = [verdict for one in found for verdict in one.verdicts]
        return self.resolved[key]


def parts(report: Report, book: Rulebook) -> Parts:
    """The parts of `report`."""
    claims: dict[str, list[Claim]] = {}
    for claim in report.claims:
        claims.setdefault(claim.event, []).append(claim)
    articles = {reading.article.id: reading.article for reading in report.articles}
    return Parts({event.id: event for event in report.events}, claims, articles, book)


def of_archive(finding: Finding, archive: Sequence[Claim], of: Parts) -> Iterator[Verdict]:
    """What stands between claims of the archive, where the report left some of them out."""
    if len(archive) > 1 and _unmet(finding, archive):
        yield from of.verdicts(finding, frozenset(claim.article for claim in archive))


def of_batch(finding: Finding, heard: Sequence[Claim], batch: Collection[str], of: Parts) -> Iterator[Verdict]:
    """What stands between the new articles that the report left out and those of it that say something else."""
    left = _unmet(finding, heard)
    ours = sorted(left.intersection(batch))
    for at in range(0, len(ours), _AT_ONCE):
        few = frozenset(ours[at : at + _AT_ONCE])
        said = {_said(claim) for claim in heard if claim.article in few}
        others = {claim.article for claim in heard if claim.article not in left and _said(claim) not in said}
        if others:
            yield from of.verdicts(finding, few | others)


def _unmet(finding: Finding, heard: Sequence[Claim]) -> frozenset[str]:
    """The articles of which some claim that is heard was not compared with any other."""
    met = {claim for verdict in finding.verdicts for claim in (verdict.a, verdict.b)}
    return frozenset(claim.article for claim in heard if claim.id not in met)


def _said(claim: Claim) -> tuple[str, str, str]:
    return str(claim.value), claim.stance, claim.vouched_by
