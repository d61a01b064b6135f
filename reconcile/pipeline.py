"""The whole job, read aloud: articles, drafts, events, findings. In: articles and a rulebook. Out: claims or a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reconcile.events import Grouping, group
from reconcile.extract import draft
from reconcile.extract import mentions as recognised
from reconcile.model import Article, Attribution, Draft, Mention, Problem, Reading, Report
from reconcile.resolve import resolve
from reconcile.resolve.against_itself import against_itself
from reconcile.rulebook import Rulebook

Progress = Callable[[int, int], None]  # articles done, articles in all


def report(
    articles: Sequence[Article], problems: Sequence[Problem], book: Rulebook, *, progress: Progress | None = None
) -> Report:
    """Claims, events and findings of `articles`. `problems` (of the input) are handed through into the report."""
    grouping = group(drafts(articles, book, progress), book)
    by_id = {article.id: article for article in articles}
    findings = resolve(grouping.events, grouping.claims, by_id, book)
    inside = against_itself(grouping.claims, by_id, book)
    readings = sorted((_reading(article, grouping, inside) for article in articles), key=lambda r: r.article.id)
    claims = sorted(grouping.claims, key=lambda c: (c.article, c.start, -c.end, c.fact, c.id))
    ordered = sorted(problems, key=lambda p: (p.article, p.problem))
    return Report(tuple(readings), tuple(claims), grouping.events, findings, tuple(ordered))


def extract(articles: Sequence[Article], book: Rulebook, *, progress: Progress | None = None) -> Report:
    """The same without findings: claims with events and `says`, articles in the order given, claims in text order."""
    grouping = group(drafts(articles, book, progress), book)
    readings = tuple(_reading(article, grouping) for article in articles)
    return Report(readings, grouping.claims, grouping.events)


def mentions(article: Article, book: Rulebook) -> list[Mention | Attribution]:
    """What is recognised in `article` before any rule about facts."""
    return recognised(article, book)


def drafts(articles: Sequence[Article], book: Rulebook, progress: Progress | None = None) -> list[Draft]:
    """Each article with the claims that it makes, before events are told apart."""
    done: list[Draft] = []
    for article in articles:
        done.append(draft(article, book))
        if progress is not None:
            progress(len(done), len(articles))
    return done


def _reading(article: Article, grouping: Grouping, inside: Mapping[str, tuple[str, ...]] = {}) -> Reading:  # noqa: B006
    return Reading(
        article,
        main_event=grouping.main[article.id],
        events=grouping.of_article[article.id],
        origin=article.id,
        problems=(*article.notes, *inside.get(article.id, ())),
    )
