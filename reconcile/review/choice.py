"""Which conflicts an editor wants to see. In: cases and a `Choice`. Out: those that it lets through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace

from reconcile.report.words import SEVERITIES
from reconcile.review.cases import DECIDED, Case

VIEWS = ("open", "all", "decided")
BY = ("severity", "fact", "outlet", "event")


@dataclass(frozen=True, slots=True)
class Choice:
    """Empty where anything will do. `event` is an id, `fact` a fact's id, `search` words that all must be there."""

    view: str = "open"
    severity: str = ""
    fact: str = ""
    outlet: str = ""
    event: str = ""
    search: str = ""

    @property
    def narrows(self) -> bool:
        """Whether it keeps anything from being seen, whatever the view."""
        return any(getattr(self, one.name) for one in fields(self) if one.name != "view")

    def lets(self, case: Case) -> bool:
        """Whether `case` is to be seen."""
        finding = case.finding
        return (
            (self.view == "all" or (case.state == DECIDED) == (self.view == "decided"))
            and self.severity in ("", finding.severity)
            and self.fact in ("", finding.fact)
            and self.event in ("", finding.event)
            and (not self.outlet or self.outlet in case.outlets)
            and all(word in case.words for word in self.search.casefold().split())
        )


@dataclass(frozen=True, slots=True)
class Offer:
    """One filter that an editor may choose: `by` which of BY, its value and name, and how many conflicts have it."""

    by: str
    value: str
    name: str
    count: int


def offers(cases: Iterable[Case], choice: Choice) -> Iterator[Offer]:
    """The filters that let something through, beside what else is chosen; the most frequent first, severities in order.

    A filter of one sort takes the place of the one before, so that it is offered whatever that was."""
    found = list(cases)
    for by in BY:
        free = replace(choice, **{by: ""})
        counts: Counter[tuple[str, str]] = Counter(pair for case in found if free.lets(case) for pair in _has(by, case))
        for (value, name), count in sorted(counts.items(), key=lambda one: (_rank(by, one[0][0]), -one[1], one[0][1])):
            yield Offer(by, value, name, count)


def _has(by: str, case: Case) -> Iterator[tuple[str, str]]:
    finding = case.finding
    match by:
        case "severity":
            yield finding.severity, finding.severity
        case "fact":
            yield finding.fact, case.fact
        case "event":
            yield finding.event, case.event.label
        case "outlet":
            yield from ((outlet, outlet) for outlet in case.outlets)


def _rank(by: str, value: str) -> int:
    return SEVERITIES.index(value) if by == "severity" and value in SEVERITIES else 0
