"""An article's text in passages: its sentences and lines, folded. In: an article and a rulebook. Out: passages."""

from __future__ import annotations

import re

from reconcile.model import Article
from reconcile.rulebook import Rulebook
from reconcile.rulebook.credits import CreditWords
from reconcile.text.fold import fold

_BREAK = re.compile(r"(?<=[.!?])[ \t]+|[\r\n]+")


def credit_words(article: Article, book: Rulebook) -> CreditWords | None:
    """The wordings of credits in the article's language, else those of the only language there is."""
    return book.credits.get(article.language) or next(iter(book.credits.values()), None)


def passages(text: str) -> list[str]:
    """The sentences and lines of `text`, folded.

    >>> passages("By Ann\\nIt burned.  Two died.")
    ['by ann', 'it burned.', 'two died.']
    """
    return [folded for part in _BREAK.split(text) if (folded := " ".join(fold(part).split()))]
