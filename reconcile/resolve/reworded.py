"""What may be written once people have ruled on a finding.

In: findings that carry their rulings, and the claims that they rest on. Out: the same with the wording that follows
from the ruling. One that was reopened, or that leaves the disagreement as it is, leaves the sentence too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reconcile.kinds import KINDS
from reconcile.kinds.count import Count
from reconcile.model import Article, Claim, Finding, speaking
from reconcile.resolve.answers import Answer, answers
from reconcile.resolve.findings import voices
from reconcile.resolve.notes import names
from reconcile.resolve.pair import Voice
from reconcile.resolve.wording import by_speaker, filled, given
from reconcile.resolve.words import in_words, listed
from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import Fact
from reconcile.times import newest


def reworded(
    found: Sequence[Finding], claims: Mapping[str, Claim], articles: Mapping[str, Article], book: Rulebook
) -> tuple[Finding, ...]:
    """`found` with the sentences that their rulings call for; `claims` and `articles` by id."""
    return tuple(one if one.decision is None else _reworded(one, claims, articles, book) for one in found)


def _reworded(
    finding: Finding, claims: Mapping[str, Claim], articles: Mapping[str, Article], book: Rulebook
) -> Finding:
    ruling, fact = finding.decision, book.facts.get(finding.fact)
    if ruling is None or ruling.state != "standing" or fact is None:
        return finding
    stated = (claims[claim] for row in finding.values for claim in row.claims)
    heard = voices(speaking(stated), fact, articles, book)
    if ruling.kind == "accept":
        return replace(finding, wording=_accepted(ruling.value, heard, fact, book))
    told = answers(heard, fact, book)
    if finding.status != "conflict" or len(told) < 2:
        return finding
    if ruling.kind == "update":
        return replace(finding, wording=_updated(finding, told, heard, fact, book))
    if ruling.kind == "scope":
        return replace(finding, range="", wording=_apart(told, heard, fact, book))
    return finding


def _accepted(spelling: str, heard: Sequence[Voice], fact: Fact, book: Rulebook) -> str:
    """The accepted value, whatever else is said."""
    try:
        value = in_words(KINDS[fact.kind].parse(spelling), book)
    except ValueError:  # a journal that was written by hand
        value = spelling
    if fact.by_speaker:  # whose template tells who says what
        return filled("The {label} is given as {headline}.", fact, headline=value)
    giving = names([voice for voice in heard if str(voice.claim.value) == spelling])
    return filled(fact.wording.agreed, fact, headline=value, values=value, sources=listed(giving))


def _updated(finding: Finding, told: Sequence[Answer], heard: Sequence[Voice], fact: Fact, book: Rulebook) -> str:
    """The later value in place of the earlier ones."""
    later = _latest(finding, told)
    value = listed([in_words(one.value, book) for one in later])
    giving = names([voice for one in later for voice in one.voices])
    values = "; ".join(by_speaker(heard, book)) if fact.by_speaker else value
    return filled(fact.wording.updated, fact, headline=value, values=values, sources=listed(giving))


def _latest(finding: Finding, told: Sequence[Answer]) -> Sequence[Answer]:
    """The answers of the latest time; of counts of which nothing tells the order, the highest, as an update rises."""
    steps = [step for step in finding.timeline if step.as_of]
    last = {move.value for move in steps[-1].moves} if steps else set()
    counts = [(one.value, one) for one in told if isinstance(one.value, Count)]
    if counts:
        of_last = [pair for pair in counts if str(pair[0]) in last] or counts
        return [max(of_last, key=lambda pair: (pair[0].point, pair[0].form == "exact"))[1]]
    time = newest(one.latest for one in told)
    return [one for one in told if one.latest == time]


def _apart(told: Sequence[Answer], heard: Sequence[Voice], fact: Fact, book: Rulebook) -> str:
    """Each value with who gives it, and no range over them, as they do not count the same."""
    if fact.by_speaker:
        return filled(fact.wording.compatible, fact, values="; ".join(by_speaker(heard, book)))
    return filled(
        "Outlets give the {label} for different things: {values}.", fact, values=listed([given(a, book) for a in told])
    )
