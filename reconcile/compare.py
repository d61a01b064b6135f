"""How two texts relate, fact by fact, where the caller vouches that both speak of one event.

In: two articles, or the claims of two. Out: a `Comparison`, the answer of `reconcile compare`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from reconcile import pipeline
from reconcile.model import Article, Claim
from reconcile.resolve.findings import voices
from reconcile.resolve.ladder import Judgement, judge, seriousness
from reconcile.resolve.pair import Voice, canonical, paired
from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import Fact

UNRELATED = "unrelated"
_NONE: Mapping[str, Article] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class FactComparison:
    """How two texts relate on one fact: the two values as spelled, the verdict, why, and by which rule."""

    fact: str
    a: str
    b: str
    verdict: str
    say: str
    rule: str
    severity: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two texts relate: the most serious verdict of the facts they share, `unrelated` where they share none."""

    verdict: str
    facts: tuple[FactComparison, ...]


def compare_articles(a: Article, b: Article, book: Rulebook) -> Comparison:
    """The comparison of two articles, each read for itself."""
    a_claims, b_claims = (pipeline.extract([article], book).claims for article in (a, b))
    return compare_claims(a_claims, b_claims, book, articles={a.id: a, b.id: b})


def compare_claims(
    a_claims: Sequence[Claim],
    b_claims: Sequence[Claim],
    book: Rulebook,
    *,
    articles: Mapping[str, Article] = _NONE,
) -> Comparison:
    """The comparison of two texts by their claims; `articles` adds outlets and publication times by article id."""
    a_voices, b_voices = (_by_fact(claims, articles, book) for claims in (a_claims, b_claims))
    shared = sorted(a_voices.keys() & b_voices.keys(), key=lambda name: (book.facts[name].order, name))
    facts = tuple(_compared(a_voices[name], b_voices[name], book.facts[name], book) for name in shared)
    return Comparison(max((fact.verdict for fact in facts), key=seriousness, default=UNRELATED), facts)


def _by_fact(claims: Sequence[Claim], articles: Mapping[str, Article], book: Rulebook) -> dict[str, list[Voice]]:
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        grouped[claim.fact].append(claim)
    answers = {fact: _answers(given) for fact, given in grouped.items()}
    return {
        fact: sorted(voices(given, book.facts[fact], articles, book), key=canonical)
        for fact, given in answers.items()
        if given
    }


def _answers(claims: Sequence[Claim]) -> list[Claim]:
    """What a text answers: its own answers, or where it has none its figures for the whole, or else for parts."""
    said = [claim for claim in claims if claim.says]
    whole = [claim for claim in claims if claim.role == "total"]
    return said or whole or [claim for claim in claims if claim.role != "background"]


def _compared(a_voices: Sequence[Voice], b_voices: Sequence[Voice], fact: Fact, book: Rulebook) -> FactComparison:
    """Each answer of the text with fewer of them meets the answer of the other that it fits best; the most serious
    decides."""
    few, many = sorted((a_voices, b_voices), key=len)
    best = [min((_judged(x, y, fact, book) for y in many), key=_rank) for x in few]
    decisive = max(best, key=_rank)
    a, b = decisive.pair.a, decisive.pair.b
    if not any(a is one for one in a_voices):
        a, b = b, a
    recorded = decisive.recorded()
    spelled = str(a.claim.value), str(b.claim.value)
    return FactComparison(fact.id, *spelled, decisive.verdict, recorded.say, recorded.rule, recorded.severity)


def _judged(x: Voice, y: Voice, fact: Fact, book: Rulebook) -> Judgement:
    return judge(paired(x, y, fact, book))


def _rank(judgement: Judgement) -> tuple[int, int]:
    return seriousness(judgement.verdict), judgement.number
