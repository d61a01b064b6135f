"""An article against itself. In: claims, articles, the rulebook. Out: by article, sentences for its `problems`.

Two of its own answers that contradict each other (title against body), parts that do not add up (`sums`), and dates
that cannot be (`checks`). What two parties say in one article is a conflict between them, no fault of the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reconcile.model import Article, Claim
from reconcile.resolve import voices
from reconcile.resolve.checks import date_remarks
from reconcile.resolve.groups import pairs
from reconcile.resolve.ladder import judge
from reconcile.resolve.standing import STATUS
from reconcile.resolve.sums import sum_remarks
from reconcile.rulebook import Rulebook


def against_itself(
    claims: Sequence[Claim], articles: Mapping[str, Article], book: Rulebook
) -> dict[str, tuple[str, ...]]:
    """What is wrong inside each article, by its id; an article with nothing wrong is left out."""
    grouped: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.says or claim.divides:
            grouped[claim.article, claim.event, claim.fact].append(claim)
    found: dict[str, list[str]] = defaultdict(list)
    for (article, _, _), given in sorted(grouped.items()):
        found[article] += _faults(given, articles.get(article), book)
    return {article: tuple(dict.fromkeys(faults)) for article, faults in sorted(found.items()) if faults}


def _faults(claims: Sequence[Claim], article: Article | None, book: Rulebook) -> Iterator[str]:
    fact = book.facts[claims[0].fact]
    voiced = voices(claims, fact, {article.id: article} if article else {}, book)
    heard = [voice for voice in voiced if voice.claim.says]
    yield from (remark.say for remark in sum_remarks(voiced, fact, book))
    for pair in pairs(heard, fact, book):
        judgement = judge(pair)
        if pair.a.claim.vouched_by == pair.b.claim.vouched_by and STATUS[judgement.verdict] == "conflict":
            yield f"{fact.label}: {judgement.say}"
    for one in heard:
        for remark in date_remarks(one, article, book.ladders[fact.ladder], book):
            if remark.severity != "none":
                yield remark.say
