"""`reconcile show`: an article in, its text out, to which all offsets refer."""

from __future__ import annotations

from reconcile.commands import options
from reconcile.commands.console import emit
from reconcile.commands.reading import outcome, problems_of, read_one
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode


def run(settings: Settings, article: options.ArticleName) -> ExitCode:
    """Print one article's text exactly as claims count their offsets in it, and a newline."""
    shown, given = read_one(settings, article)
    emit(shown.text + "\n")
    return outcome(settings, problems_of(article, given))
