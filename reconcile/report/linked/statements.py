"""What is said of one fact of one event, alike by one or more articles. In: a view of a report. Out: statements.

Claims are one statement where value, stance, role, who is counted and who says so are the same: a value that one party
is accused of and another denies is two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.model import Claim, Event, Finding
from reconcile.report.linked.iris import urn
from reconcile.report.view import View
from reconcile.report.words import ROLES, STANCES, fact_label, value_in_words
from reconcile.resolve.words import actor_in_words


@dataclass(frozen=True, slots=True)
class Statement:
    """The claims that say one thing, in the order of their articles' publication; `words` is what they say."""

    id: str
    words: str
    event: Event
    finding: Finding
    claims: tuple[Claim, ...]


def statements(shown: View) -> Iterator[Statement]:
    """All statements, in the order of the report for people."""
    for event in (*shown.events, *shown.asides):
        for finding in shown.findings[event.id]:
            yield from _of(finding, event, shown)


def claim_in_words(claim: Claim, shown: View) -> str:
    """What a claim says, in a line: `Death toll: at least 12, according to Northport police`."""
    value = value_in_words(str(claim.value), shown.kind(claim.fact), shown.book, claim.quote)
    speaker = actor_in_words(claim.speaker, shown.book)
    words = (
        value,
        f"of {claim.counted}" if claim.counted else "",
        "" if claim.role == "total" else ROLES.get(claim.role, claim.role),
        "" if claim.stance == "asserted" else STANCES.get(claim.stance, claim.stance),
        f"according to {speaker}" if speaker else "",
    )
    return f"{fact_label(claim.fact, shown.book)}: {', '.join(word for word in words if word)}"


def _of(finding: Finding, event: Event, shown: View) -> Iterator[Statement]:
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for row in finding.values:
        for claim in sorted((shown.claims[one] for one in row.claims), key=lambda claim: _order(claim, shown)):
            same = (str(claim.value), claim.stance, claim.role, claim.counted, claim.speaker)
            groups.setdefault(same, []).append(claim)
    for key, claims in groups.items():
        words = f"{shown.labels[event.id]}. {claim_in_words(claims[0], shown)}"
        yield Statement(urn("statement", event.id, finding.fact, *key), words, event, finding, tuple(claims))


def _order(claim: Claim, shown: View) -> tuple[str, str, int, str]:
    return (shown.article(claim).published or "9", claim.article, claim.start, claim.id)
