"""A report with its rulings, kept up as decisions come. In: material and decisions. Out: cases.

Only what a new decision touches is worked out again, so that ruling is as quick among thousands of conflicts; the
whole report is made anew only where a decision makes it another one and its articles are at hand."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from reconcile.decisions import Decision, Sources, newest_rulings, ruled_on
from reconcile.model import Finding
from reconcile.report.view import View, view
from reconcile.resolve.reworded import reworded
from reconcile.review.cases import Case, cases
from reconcile.review.material import Material, acting, without_rulings

_QUICK = 0.7  # seconds; making the report anew is left to the editor where it takes longer


class Ruled:
    """`cases` are the conflicts with what `decisions` say of them; `behind` tells that the report itself is older than
    a decision that changes it."""

    def __init__(self, material: Material, decisions: Sequence[Decision], *, took: float = 0.0) -> None:
        self.material, self.behind, self._took = material, False, took
        self._acting = _ids(acting(decisions))
        self._lay(material, decisions)

    def _lay(self, material: Material, decisions: Sequence[Decision]) -> None:
        """Begin with another report."""
        bare = without_rulings(material.report)
        self.sources = Sources(bare)
        self._bare = {finding.id: finding for finding in bare.findings}
        self._newest = newest_rulings(bare, decisions, self.sources)
        self._report = bare
        self.view: View = view(bare, material.book)
        self.cases: tuple[Case, ...] = cases(self.view, self.sources, self._ruled)

    def follow(self, decisions: Sequence[Decision], *, anew: bool = False) -> None:
        """Take in the decisions as they are now; `anew` makes a report that is behind anew, however long it takes."""
        acts = acting(decisions)
        changed = _ids(acts) != self._acting
        self.behind = changed
        if changed and self.material.remake is not None and (anew or self._took < _QUICK):
            self._remake(decisions, acts)
            return
        newest = newest_rulings(self._report, decisions, self.sources)
        old, self._newest = self._newest, newest
        touched = {one for one in old.keys() | newest.keys() if old.get(one) != newest.get(one)}
        if touched:
            self._touch(touched)

    def _remake(self, decisions: Sequence[Decision], acts: Sequence[Decision]) -> None:
        began = time.monotonic()
        assert self.material.remake is not None  # noqa: S101 - `follow` has looked
        report = self.material.remake(acts)
        self.material = replace(self.material, report=report)
        self._acting, self.behind, self._took = _ids(acts), False, time.monotonic() - began
        self._lay(self.material, decisions)

    def _touch(self, touched: set[str]) -> None:
        known = {one.finding.id for one in self.cases}
        changed = {one: Case(self._ruled(self._bare[one]), self.view, self.sources) for one in touched}
        kept = (changed.get(one.finding.id, one) for one in self.cases)
        come = (one for name, one in changed.items() if name not in known)
        self.cases = tuple(
            one for one in (*kept, *come) if one.finding.status == "conflict" or one.finding.decision is not None
        )

    def _ruled(self, finding: Finding) -> Finding:
        decision = self._newest.get(finding.id)
        if decision is None:
            return finding
        articles = {claim.article: self.view.article(claim) for claim in self.sources.stated(finding)}
        ruled = ruled_on(finding, decision, self.sources)
        return reworded([ruled], self.sources.claims, articles, self.material.book)[0]

    def finding_of(self, decision: Decision) -> str:
        """The id of the finding on which a decision rules, empty where it is none of this report's."""
        return next((name for name in newest_rulings(self._report, [decision], self.sources)), "")


def _ids(decisions: Sequence[Decision]) -> frozenset[str]:
    return frozenset(decision.id for decision in decisions)
