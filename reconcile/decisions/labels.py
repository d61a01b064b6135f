"""How often each rule reads right, by what people ruled. In: decisions. Out: labels by rule, worst rules first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Any

from reconcile.decisions.decision import Decision
from reconcile.decisions.standing import standing

_RIGHT = ("confirmed", "update", "scope", "other-event", "accept")  # rulings by people who took the claims as they are
_Z = 1.96  # of a normal distribution, 95 % of which lies within


@dataclass(frozen=True, slots=True)
class Misread:
    """A claim that a person found to be misread: what was read in which words of which article, and who ruled so."""

    decision: str
    by: str
    article: str
    fact: str
    value: str
    quote: str
    note: str


@dataclass(frozen=True, slots=True)
class RuleLabels:
    """How many of a rule's claims people took as `right`, and those that were `wrong`."""

    rule: str
    right: int
    wrong: tuple[Misread, ...]

    @property
    def precision(self) -> float:
        """The share of the claims that were right."""
        return self.right / (self.right + len(self.wrong))

    @property
    def interval(self) -> tuple[float, float]:
        """Between what the precision lies in 95 of 100 cases, if the claims looked at are like all others (E. B.
        Wilson, Probable Inference, 1927)."""
        n, share, z = self.right + len(self.wrong), self.precision, _Z
        middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        reach = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - reach), min(1.0, middle + reach)


def rule_labels(decisions: Iterable[Decision]) -> tuple[RuleLabels, ...]:
    """Labels by rule, those of the lowest precision first. Each claim counts once, by the newest ruling that tells."""
    labels: dict[tuple[Any, ...], Misread | None] = {}
    for decision in standing(decisions):
        for one in decision.on.get("evidence", ()):
            key = (one["rule"], one["text"], decision.on["fact"], one["value"], one["quote"], one["start"])
            if decision.kind == "misread" and one["wrong"]:
                labels[key] = _misread(decision, one)
            elif decision.kind in _RIGHT and one["rule"]:
                labels[key] = None
    rules = sorted({key[0] for key in labels})
    found = []
    for rule in rules:
        own = [label for key, label in labels.items() if key[0] == rule]
        wrong = sorted((label for label in own if label), key=lambda one: (one.article, one.quote, one.decision))
        found.append(RuleLabels(rule, own.count(None), tuple(wrong)))
    return tuple(sorted(found, key=lambda one: (one.precision, -len(one.wrong), one.rule)))


def _misread(decision: Decision, one: dict[str, Any]) -> Misread:
    return Misread(
        decision.id, decision.by, one["article"], decision.on["fact"], one["value"], one["quote"], decision.note
    )
