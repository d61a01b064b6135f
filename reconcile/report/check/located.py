"""Where a conflict stands and what stands against it. In: a run of the gate. Out: places with their words.

Lines and columns count from 1, columns in Unicode code points, and an end is the first place behind. A record of a
.jsonl file is one line of that file; places inside its text are places of the shown text only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reconcile.check import Checked, NewConflict
from reconcile.check.places import from_root, named
from reconcile.model import Claim, Finding
from reconcile.report.view import View, view
from reconcile.report.words import number_of
from reconcile.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Located:
    """`name` is the article's id from the root, `file` the file that it is in, `record` its line there or 0; `source`
    says whose words the `quote` is."""

    article: str
    name: str
    file: str
    record: int
    line: int
    column: int
    end_line: int
    end_column: int
    quote: str
    source: str

    def __str__(self) -> str:
        return f"{self.name}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Places:
    """The claims of a run of the gate, by where they stand; `known` are those that were asked for before."""

    found: Checked
    shown: View
    claims: Mapping[str, Claim]
    findings: Mapping[str, Finding]
    known: dict[str, Located] = field(default_factory=dict)

    def ours(self, conflict: NewConflict) -> Located:
        """Where the new article says it."""
        return self.of(self.claims[conflict.claim])

    def others(self, conflict: NewConflict) -> tuple[Located, ...]:
        """What it conflicts with."""
        return tuple(self.of(self.claims[claim]) for claim in conflict.others)

    def of(self, claim: Claim) -> Located:
        """Where a claim stands."""
        if claim.id not in self.known:
            self.known[claim.id] = self._located(claim)
        return self.known[claim.id]

    def _located(self, claim: Claim) -> Located:
        article = self.shown.article(claim)
        last = claim.quote.rpartition("\n")[2]
        lines = claim.quote.count("\n")
        return Located(
            article=article.id,
            name=named(article, self.found.root),
            file=from_root(article.path or article.id, self.found.root),
            record=article.record_line,
            line=claim.line,
            column=claim.column,
            end_line=claim.line + lines,
            end_column=len(last) + (1 if lines else claim.column),
            quote=claim.quote,
            source=self.shown.sources[article.id],
        )


def places(found: Checked, book: Rulebook) -> Places:
    """The places of a run."""
    shown = view(found.report, book)
    findings = {finding.id: finding for finding in found.report.findings}
    return Places(found, shown, shown.claims, findings)


def in_short(found: Checked) -> str:
    """`3 new conflicts, 1 of severity medium or above; 2 reviewed, 1 accepted in the baseline; 1 problem`."""
    parts = [f"{number_of(len(found.new), 'new conflict')}, {len(found.failing)} of severity {found.fail_on} or above"]
    if hidden := [f"{len(those)} {how}" for those, how in _hidden(found) if those]:
        parts.append(", ".join(hidden))
    if found.problems:
        parts.append(number_of(len(found.problems), "problem"))
    return "; ".join(parts)


def _hidden(found: Checked) -> tuple[tuple[tuple[NewConflict, ...], str], ...]:
    return (found.reviewed, "reviewed"), (found.accepted, "accepted in the baseline")
