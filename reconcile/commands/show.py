"""`reconcile show`: an article in, its text out, to which all offsets refer."""

from __future__ import annotations

from reconcile.commands import options
from reconcile.commands.console import emit
from reconcile.commands.reading import outcome, read
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode, UsageError

EXAMPLE = "reconcile show 'archive.jsonl#a-17'"


def run(settings: Settings, article: options.ArticleName) -> ExitCode:
    """Print one article's text exactly as claims count their offsets in it, and a newline."""
    path = article_path(article)
    given = read(settings, [path])
    shown = [one for one in given.articles if one.id == article] or list(given.articles) * (path == article)
    if len(shown) != 1:
        ids = ", ".join(one.id for one in given.articles[:5])
        raise UsageError(
            f"{article} is {'no article' if not shown else 'several articles'}; there are, for example, {ids}"
        )
    emit(shown[0].text + "\n")
    return outcome(settings, [problem for problem in given.problems if problem.article == shown[0].id])


def article_path(article: str) -> str:
    """The file in which the article of that id is: the id itself, or what stands before `#` of a record's."""
    path, mark, _ = article.rpartition("#")
    return path if mark and path.endswith(".jsonl") else article
