"""An article against itself. In: claims, findings, articles, rules. Out: by article, sentences for its `problems`.

Two of its own answers that contradict each other (title against body), and what else cannot be (`checks`, `calendar`,
`sums`, `opening`). What two parties say in one article is a conflict between them, no fault of the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reconcile.model import Article, Claim, Finding
from reconcile.resolve.findings import voices
from reconcile.resolve.groups import pairs
from reconcile.resolve.ladder import judge
from reconcile.resolve.standing import STATUS
from reconcile.rulebook import Rulebook


def against_itself(
    claims: Sequence[Claim], findings: Sequence[Finding], articles: Mapping[str, Article], book: Rulebook
) -> dict[str, tuple[str, ...]]:
    """What is wrong inside each article, by its id; an article with nothing wrong is left out."""
    grouped: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.says:
            grouped[claim.article, claim.event, claim.fact].append(claim)
    found: dict[str, list[str]] = defaultdict(list)
    for (article, _, _), given in sorted(grouped.items()):
        found[article] += _contradictions(given, articles.get(article), book)
    for finding in sorted(findings, key=lambda one: one.id):
        for fault in finding.faults:
            if len(fault.articles) == 1:
                found[fault.articles[0]].append(fault.say)
    return {article: tuple(dict.fromkeys(faults)) for article, faults in sorted(found.items()) if faults}


def _contradictions(claims: Sequence[Claim], article: Article | None, book: Rulebook) -> Iterator[str]:
    fact = book.facts[claims[0].fact]
    heard = voices(claims, fact, {article.id: article} if article else {}, book)
    for pair in pairs(heard, fact, book):
        judgement = judge(pair)
        if pair.a.claim.vouched_by == pair.b.claim.vouched_by and STATUS[judgement.verdict] == "conflict":
            yield f"{fact.label}: {judgement.say}"
