"""What an archive had before a batch came. In: its articles as they were read. Out: a report of some of them alone.

A new article can bring articles of the archive together that were of two events before: only then do they contradict
each other, and that conflict is new. Asked for only where it matters, and only for the articles that it concerns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from reconcile import pipeline
from reconcile.events.stories import Seen, seen_in
from reconcile.model import Draft, Report
from reconcile.rulebook import Rulebook

if TYPE_CHECKING:
    from reconcile.decisions import Decision

Before = Callable[[Collection[str]], Report]  # ids of articles


def before(
    archive: Sequence[Draft], book: Rulebook, *, decisions: Sequence[Decision] = (), seen: Seen | None = None
) -> Before:
    """What reports on articles of `archive` without any batch; `seen` is what all of it tells of words, where those
    are some of very many."""

    def report(articles: Collection[str]) -> Report:
        told = [draft for draft in archive if draft.article.id in articles]
        stories = [draft.story for draft in archive]
        known = seen or seen_in([draft.article for draft in archive], stories, book.joining.telling)
        return pipeline.reported(told, book, decisions=decisions, seen=known)

    return report
