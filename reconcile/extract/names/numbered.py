"""Bodies that are named by a number or a day: "Brigade 313", "the 55th Brigade", "the 12 March Movement".

In: the words of a text. Out: `Found`s; the number, which is no word, is put to the word beside it."""

from __future__ import annotations

import re

from reconcile.extract.names.classes import BODY, PLAIN
from reconcile.extract.names.context import Article
from reconcile.extract.names.found import Found

_BEHIND = re.compile(r" [0-9]{2,5}\b")
_LONGEST = 8  # characters of a number and what is around it


def numbered(article: Article, first: int, last: int) -> Found | None:
    """The body that words `first` up to `last` name together with a number beside them; None where they do not."""
    words, of = article.words, article.of
    if not of.get(words.keys[last - 1], 0) & BODY:
        return None
    begins_plain = last - first > 1 and all(of.get(key, 0) & PLAIN for key in words.keys[first : last - 1])
    if last - first > 1 and not begins_plain:
        return None
    start = _number_before(article, first, alone=not begins_plain)
    if start < words.starts[first]:
        words.starts[first] = start
        return Found(first, last, "name")
    behind = _BEHIND.match(words.flat, words.ends[last - 1])
    if behind is None:
        return None
    words.ends[last - 1] = behind.end()
    return Found(last - 1, last, "name")


def _number_before(article: Article, first: int, *, alone: bool) -> int:
    """Where the number behind "the" begins that stands before word `first`; where that does if none does. A body that
    is `alone` has a place in a row: "the 55th Brigade"."""
    words = article.words
    start = words.starts[first]
    before = words.flat[max(start - _LONGEST, 0) : start]
    number = article.lex.numbered.search(before)
    if number is None or (alone and not number[2]):
        return start
    at = start - len(number[0])
    opens = words.flat[max(at - _LONGEST, 0) : at].lower().split()[-1:]
    return at if opens and opens[0] in article.lex.spec.definite else start
