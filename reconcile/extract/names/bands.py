"""Bodies that no rule knows in a text in capitals, by the marks around their names. In: words. Out: `Found`s.

What tells them are initials in brackets behind the name, "RED VALLEY FRONT (RVF)", after which the initials alone are
the body too, and quotation marks behind the noun for a body: "THE GROUP 'SONS OF THE DAWN'"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from reconcile.extract.names.classes import BODY
from reconcile.extract.names.context import Article
from reconcile.extract.names.found import Found
from reconcile.extract.names.words import Words

_LONGEST = 8  # words of a name, the small ones within it included
_LEAST = 3  # initials
_QUOTED = 6  # words in quotation marks
_QUOTES = "\"'"


def bands_in_capitals(article: Article, taken: Container[int]) -> list[Found]:
    """The bodies in order; `taken` are the words of names that are known."""
    words, found = article.words, list[Found]()
    short: dict[str, str] = {}
    for at, key in enumerate(words.keys):
        if at in taken or not _is_behind(found, at):
            continue
        mark = words.text[words.starts[at] - 1 : words.starts[at]] if at else ""
        if mark == "(" and (name := _before(article, at, taken)):
            found.append(name)
            short[key] = words.text[words.starts[name.first] : words.ends[name.last - 1]]
        if key in short:
            found.append(Found(at, at + 1, "name", value=short[key]))
        elif mark and mark in _QUOTES:
            found += _quoted(article, at, mark, taken)
    return found


def _is_behind(found: list[Found], at: int) -> bool:
    """Whether the word stands behind all that was found."""
    return not found or at >= found[-1].last


def _before(article: Article, at: int, taken: Container[int]) -> Found | None:
    """The name before word `at`, which stands in brackets and gives its initials; None where it does not."""
    words = article.words
    initials = words.keys[at]
    if len(initials) < _LEAST or not initials.isalpha() or words.text[words.ends[at] : words.ends[at] + 1] != ")":
        return None
    left = len(initials)
    for first in range(at - 1, max(at - 1 - _LONGEST, -1), -1):
        behind = words.text[words.ends[first] : words.starts[first + 1]]
        if first in taken or behind not in ((" (", "\n(") if first == at - 1 else (" ", "\n")):
            return None
        letter, small = words.keys[first][0], words.keys[first] in article.lex.linking
        if letter == initials[left - 1]:
            left -= 1
            if not left:
                return Found(first, at, "name")
        elif not small:
            return None
    return None


def _quoted(article: Article, first: int, mark: str, taken: Container[int]) -> Iterator[Found]:
    """The name in quotation marks that begins with word `first`, if the noun for a body stands before it."""
    words = article.words
    before = words.keys[first - 1] if first else ""
    if not article.of.get(before, 0) & BODY or words.text[words.ends[first - 1] : words.starts[first] - 1].strip():
        return
    for last in range(first, min(first + _QUOTED, len(words.keys))):
        if last in taken:
            return
        if words.text[words.ends[last] : words.ends[last] + 1] == mark:
            yield Found(first, last + 1, "name")
            return
        if not _goes_on(words, last):
            return


def _goes_on(words: Words, at: int) -> bool:
    return at + 1 < len(words.keys) and words.text[words.ends[at] : words.starts[at + 1]] in (" ", "\n", "-")
