"""Articles written for a test, and what the whole run makes of them. In: texts. Out: a grouping or a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reconcile import pipeline
from reconcile.events import Grouping, group
from reconcile.model import Article, Claim, Event, Report
from reconcile.rulebook import Rulebook, load
from tests import factory

BOOK: Rulebook = load()


def written(name: str, text: str, **fields: Any) -> Article:
    """An article of 22 March 2024 without header; `fields` are those of an article."""
    return factory.article(name, text, **fields)


def grouped(articles: Sequence[Article]) -> Grouping:
    """The claims and events of `articles`."""
    drafts, failed = pipeline.drafts(articles, BOOK)
    assert failed == []
    return group(drafts, BOOK)


def reported(articles: Sequence[Article]) -> Report:
    """The report of `articles`."""
    return pipeline.report(articles, BOOK)


def main_events(articles: Sequence[Article]) -> list[set[str]]:
    """The articles that share a main event, as sets of names, the largest first."""
    found = grouped(articles)
    together: dict[str, set[str]] = {}
    for article, event in found.main.items():
        together.setdefault(event, set()).add(article)
    return sorted(together.values(), key=lambda names: (-len(names), sorted(names)))


def values(found: Grouping, article: str, fact: str, *, main: bool) -> list[str]:
    """The values that `article` gives of `fact`, of its main event or of all its others."""
    event = found.main[article]
    return [
        str(c.value) for c in found.claims if c.article == article and c.fact == fact and (c.event == event) == main
    ]


def said(found: Grouping, article: str, fact: str) -> list[str]:
    """The values with which `article` answers."""
    return [str(c.value) for c in found.claims if c.article == article and c.fact == fact and c.says]


def event_of(found: Grouping, claim: Claim) -> Event:
    """The event that a claim belongs to."""
    return next(event for event in found.events if event.id == claim.event)
