"""Reads news articles about the same happenings and shows, fact by fact, who said what and what contradicts.

In: nothing. Out: the public names for use from Python, each loaded from its home when it is first asked for, so that
what a program does not use costs it nothing. README.md shows them at work; every other name may change."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reconcile.check import new_conflicts
    from reconcile.compare import Comparison, compare_articles
    from reconcile.errors import ReconcileError, RuleError, UsageError
    from reconcile.model import Article, Claim, Event, Finding, Problem, Report, Verdict
    from reconcile.pipeline import extract as extract_claims
    from reconcile.pipeline import mentions as recognise_mentions
    from reconcile.pipeline import report as make_report
    from reconcile.provenance import explain, tree_lines
    from reconcile.report.saved import read as read_report
    from reconcile.report.writers import WRITERS
    from reconcile.rulebook import Rulebook
    from reconcile.rulebook import load as load_rules
    from reconcile.rulebook.selected import select_policies
    from reconcile.sources import from_text as article_from_text
    from reconcile.sources import read_articles

_HOMES = {  # name -> module, and the name there where it is another one
    "WRITERS": "report.writers",
    "Article": "model",
    "Claim": "model",
    "Comparison": "compare",
    "Event": "model",
    "Finding": "model",
    "Problem": "model",
    "ReconcileError": "errors",
    "Report": "model",
    "RuleError": "errors",
    "Rulebook": "rulebook",
    "UsageError": "errors",
    "Verdict": "model",
    "article_from_text": "sources from_text",
    "compare_articles": "compare",
    "explain": "provenance",
    "extract_claims": "pipeline extract",
    "load_rules": "rulebook load",
    "make_report": "pipeline report",
    "new_conflicts": "check",
    "read_articles": "sources",
    "read_report": "report.saved read",
    "recognise_mentions": "pipeline mentions",
    "select_policies": "rulebook.selected",
    "tree_lines": "provenance",
}

__all__ = [
    "WRITERS",
    "Article",
    "Claim",
    "Comparison",
    "Event",
    "Finding",
    "Problem",
    "ReconcileError",
    "Report",
    "RuleError",
    "Rulebook",
    "UsageError",
    "Verdict",
    "article_from_text",
    "compare_articles",
    "explain",
    "extract_claims",
    "load_rules",
    "make_report",
    "new_conflicts",
    "read_articles",
    "read_report",
    "recognise_mentions",
    "select_policies",
    "tree_lines",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}; public: {', '.join(__all__)}")
    module, _, there = _HOMES[name].partition(" ")
    return getattr(import_module(f"{__name__}.{module}"), there or name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
