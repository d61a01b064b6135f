"""The conflicts of a report as an editor goes through them. In: a view of a report. Out: a `Case` for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from reconcile.decisions import Sources
from reconcile.model import Event, Finding, speaking
from reconcile.report.view import View, conflicts
from reconcile.report.words import fact_label, outlet_in_words

Key = tuple[str, str]  # of a conflict: its event and its fact

OPEN, UPDATED, DECIDED = "open", "updated", "decided"


@dataclass(frozen=True)
class Case:
    """A finding that is a conflict or was ruled on; what is said of it in a list is worked out when it is asked for, as
    of thousands few are ever seen."""

    finding: Finding
    shown: View = field(repr=False, compare=False)
    sources: Sources = field(repr=False, compare=False)

    @property
    def key(self) -> Key:
        """By what it is known, in this report and the next."""
        return (self.finding.event, self.finding.fact)

    @cached_property
    def state(self) -> str:
        """`open`, `updated` where it was reopened, or `decided`."""
        if self.finding.is_open:
            return OPEN if self.finding.decision is None else UPDATED
        return DECIDED

    @cached_property
    def event(self) -> Event:
        """The event that it is a fact of."""
        return self.sources.events[self.finding.event]

    @cached_property
    def fact(self) -> str:
        """The fact's label."""
        return fact_label(self.finding.fact, self.shown.book)

    @cached_property
    def origins(self) -> int:
        """How many independent sources are at odds."""
        heard = speaking(self.sources.stated(self.finding))
        faulty = {article for fault in self.finding.faults for article in fault.articles}
        return len({claim.origin or claim.article for claim in heard} or faulty)

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that say something of it."""
        claimed = [name for row in self.finding.values for name in row.articles]
        named = dict.fromkeys((*claimed, *(name for fault in self.finding.faults for name in fault.articles)))
        articles = [self.shown.readings[name].article for name in named if name in self.shown.readings]
        return tuple(dict.fromkeys(outlet_in_words(article, self.shown.book) for article in articles))

    @cached_property
    def words(self) -> str:
        """What a search looks through, in small letters."""
        quotes = (claim.quote for claim in speaking(self.sources.stated(self.finding)))
        values = (row.value for row in self.finding.values)
        return " ".join((self.event.label, self.fact, *self.outlets, *quotes, *values)).casefold()


def cases(shown: View, sources: Sources, ruled: Callable[[Finding], Finding]) -> tuple[Case, ...]:
    """All conflicts, the most severe first, whatever was `ruled` on them; then what was ruled on and is none any more.

    Their order does not change with rulings."""
    disputed = conflicts(shown)
    seen = {finding.id for finding in disputed}
    settled = (finding for finding in map(ruled, shown.report.findings) if finding.id not in seen and finding.decision)
    return tuple(Case(finding, shown, sources) for finding in (*map(ruled, disputed), *settled))
