"""The conflicts of a report as an editor goes through them. In: a view of a report. Out: a `Case` for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from reconcile.decisions import Sources
from reconcile.model import Event, Finding, speaking
from reconcile.report.rows import voices
from reconcile.report.view import View, conflicts
from reconcile.report.words import fact_label, outlet_in_words

Key = tuple[str, str]  # of a conflict: its event and its fact

OPEN, UPDATED, DECIDED = "open", "updated", "decided"


@dataclass(frozen=True)
class Case:
    """A finding that is a conflict or was ruled on, with what is said of it in a list."""

    finding: Finding
    event: Event
    fact: str  # the fact's label
    origins: int
    outlets: tuple[str, ...]
    words: str  # what a search looks through, in small letters

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


def cases(shown: View, sources: Sources, ruled: Callable[[Finding], Finding]) -> tuple[Case, ...]:
    """All conflicts, the most severe first, whatever was `ruled` on them; then what was ruled on and is none any more.

    Their order does not change with rulings."""
    disputed = conflicts(shown)
    seen = {finding.id for finding in disputed}
    settled = (finding for finding in map(ruled, shown.report.findings) if finding.id not in seen and finding.decision)
    return tuple(case(finding, shown, sources) for finding in (*map(ruled, disputed), *settled))


def case(finding: Finding, shown: View, sources: Sources) -> Case:
    """One of them."""
    stated = sources.stated(finding)
    origins = {claim.origin or claim.article for claim in speaking(stated)}
    origins |= {article for fault in finding.faults for article in fault.articles} if not origins else set()
    named = (*(claim.article for claim in stated), *(name for fault in finding.faults for name in fault.articles))
    articles = dict.fromkeys(name for name in named if name in shown.readings)
    outlets = dict.fromkeys(outlet_in_words(shown.readings[name].article, shown.book) for name in articles)
    event, fact = sources.events[finding.event], fact_label(finding.fact, shown.book)
    heard = voices(finding, shown)
    words = _words(
        event.label, fact, outlets, (c.quote for c in stated if c.id in heard), (r.value for r in finding.values)
    )
    return Case(finding, event, fact, len(origins), tuple(outlets), words)


def _words(event: str, fact: str, outlets: Iterable[str], quotes: Iterable[str], values: Iterable[str]) -> str:
    return " ".join((event, fact, *outlets, *quotes, *values)).casefold()
