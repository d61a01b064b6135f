"""The whole job, read aloud: sources, claims, events, findings. In: articles and a rulebook. Out: claims or a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reconcile.model import Article, Problem, Report
from reconcile.rulebook import Rulebook

Progress = Callable[[int, int], None]  # articles done, articles in all


def report(
    articles: Sequence[Article], problems: Sequence[Problem], book: Rulebook, *, progress: Progress | None = None
) -> Report:
    """Claims, events and findings of `articles`. `problems` (of the input) are handed through into the report."""
    raise NotImplementedError


def extract(articles: Sequence[Article], book: Rulebook, *, progress: Progress | None = None) -> Report:
    """The same without findings: `Report.claims` holds the claims with events and `says`, `findings` is empty."""
    raise NotImplementedError
