"""A report with its cross references and in reading order: what every format for people is written from.

In: a report and the rulebook. Out: a `View`. Conflicts come first, then what was updated, fits, agrees, or stands
alone; main events come before others, and events of which one article says one thing come last."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reconcile.model import Article, Claim, Event, Finding, Reading, Report
from reconcile.report.words import SEVERITIES, STATUSES, outlet_in_words, source_in_words
from reconcile.rulebook import Rulebook

_STATUS_ORDER = {status: place for place, status in enumerate(STATUSES)}
_SEVERITY_ORDER = {severity: place for place, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True, slots=True)
class View:
    """`claims`, `readings` and the `labels` of events by id, `findings` by event in reading order.

    `sources` is how each article is named."""

    report: Report
    book: Rulebook
    claims: dict[str, Claim]
    readings: dict[str, Reading]
    findings: dict[str, tuple[Finding, ...]]
    events: tuple[Event, ...]  # those that are told in full
    asides: tuple[Event, ...]  # those of which one article says at most one thing
    sources: dict[str, str]
    labels: dict[str, str]

    def kind(self, fact: str) -> str:
        """The kind of a fact's values, empty where the rules do not know the fact."""
        return self.book.facts[fact].kind if fact in self.book.facts else ""

    def article(self, claim: Claim) -> Article:
        """The article that a claim stands in."""
        return self.readings[claim.article].article


def view(report: Report, book: Rulebook) -> View:
    """`report` in reading order."""
    findings: dict[str, list[Finding]] = {event.id: [] for event in report.events}
    for finding in sorted(report.findings, key=lambda finding: _finding_order(finding, book)):
        findings[finding.event].append(finding)
    ordered = {event: tuple(those) for event, those in findings.items()}
    mains = Counter(reading.main_event for reading in report.articles)
    events = sorted(report.events, key=lambda event: _event_order(event, mains[event.id], ordered[event.id]))
    asides = {event.id for event in events if _is_aside(event, ordered[event.id])}
    return View(
        report=report,
        book=book,
        claims={claim.id: claim for claim in report.claims},
        readings={reading.article.id: reading for reading in report.articles},
        findings=ordered,
        events=tuple(event for event in events if event.id not in asides),
        asides=tuple(event for event in events if event.id in asides),
        sources=_sources(report, book),
        labels={event.id: event.label[:1].upper() + event.label[1:] for event in report.events},
    )


def conflicts(shown: View) -> tuple[Finding, ...]:
    """All conflicts, the open ones first and of these the most severe, in the order of the events they belong to."""
    found = [finding for event in (*shown.events, *shown.asides) for finding in shown.findings[event.id]]
    disputed = (finding for finding in found if finding.status == "conflict")
    return tuple(sorted(disputed, key=lambda f: (not f.is_open, _SEVERITY_ORDER.get(f.severity, 9))))


def told_once(finding: Finding) -> bool:
    """Whether one article alone speaks of it in any way, and nobody has ruled on it; of others that answer it alone,
    some more give a value by the way."""
    articles = {article for row in finding.values for article in row.articles}
    return finding.status == "single" and finding.decision is None and len(articles) < 2


def _finding_order(finding: Finding, book: Rulebook) -> tuple[int, int, int, str, str]:
    fact = book.facts.get(finding.fact)
    status, severity = _STATUS_ORDER.get(finding.status, 9), _SEVERITY_ORDER.get(finding.severity, 9)
    return (status, severity, fact.order if fact else len(book.facts), finding.fact, finding.id)


def _event_order(event: Event, mains: int, findings: tuple[Finding, ...]) -> tuple[bool, int, int, str, str]:
    worst = min((_SEVERITY_ORDER.get(f.severity, 9) for f in findings if f.status == "conflict"), default=9)
    return (mains == 0, -len(event.articles), worst, event.label, event.id)


def _is_aside(event: Event, findings: tuple[Finding, ...]) -> bool:
    return len(event.articles) <= 1 and len(findings) <= 1 and all(f.status != "conflict" for f in findings)


def _sources(report: Report, book: Rulebook) -> dict[str, str]:
    """Each article's name, with its file where two would be named alike."""
    articles = [reading.article for reading in report.articles]
    outlets = [outlet_in_words(article, book) for article in articles]
    words = [source_in_words(article, outlet) for article, outlet in zip(articles, outlets, strict=True)]
    names = [article.id.rpartition("/")[2] for article in articles]
    alike, files = Counter(words), Counter(names)
    sources = {}
    for article, outlet, source, file in zip(articles, outlets, words, names, strict=True):
        named_apart = file if files[file] == 1 else article.id
        apart = alike[source] > 1 and outlet != named_apart
        sources[article.id] = f"{source} ({named_apart})" if apart else source
    return sources
