"""What of a text may be copied. In: an article and a rulebook. Out: its word 5-grams and its long quotations.

Quotations, pictures and boilerplate have no part in the 5-grams: whoever was there has the same words of a speaker, and
every article of an outlet has its newsletter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reconcile.model import Article
from reconcile.origins.passages import credit_words, passages
from reconcile.rulebook import Rulebook
from reconcile.rulebook.credits import CreditWords
from reconcile.text.fold import fold, plain
from reconcile.text.pattern import Pattern, compiled

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r'"([^"]{1,2000}?)"')


@dataclass(frozen=True, slots=True)
class Grams:
    """The 5-grams of a text and its long quotations, as words."""

    grams: frozenset[str]
    quotes: frozenset[str]


def grams(article: Article, book: Rulebook) -> Grams:
    """The 5-grams and long quotations of `article`."""
    copies, words = book.origins.copies, credit_words(article, book)
    text = "\n".join(plain(line) for line in article.text.split("\n"))
    spoken = (" ".join(_WORD.findall(fold(quote))) for quote in _QUOTED.findall(text))
    quotes = frozenset(quote for quote in spoken if quote.count(" ") + 1 >= copies.quote)
    own = _QUOTED.sub(lambda quote: "\n" if quote[1].count(" ") >= copies.gram else quote[1], text)
    kept = [part for part in passages(own) if not (words and any(p.search(part) for p in _dropped(words)))]
    run = _WORD.findall(" ".join(kept))
    found = frozenset(map(" ".join, zip(*(run[first:] for first in range(copies.gram)), strict=False)))
    return Grams(found, quotes)


def containment(a: Grams, b: Grams) -> float:
    """The share of the shorter one's 5-grams that the other has, 0 to 1."""
    few = min(len(a.grams), len(b.grams))
    return len(a.grams & b.grams) / few if few else 0.0


@lru_cache(maxsize=8)
def _dropped(words: CreditWords) -> tuple[Pattern, ...]:
    return tuple(compiled(match) for match in (*words.pictures.match, *words.boilerplate.match))
