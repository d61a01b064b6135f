"""Names in a headline, where every word has a capital: those that stand in the text elsewhere.

In: the names of a text. Out: the same, and those of its headlines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from reconcile.extract.names.classes import NEVER_ALONE
from reconcile.extract.names.context import Article, is_lower_elsewhere
from reconcile.extract.names.found import Found
from reconcile.extract.names.hit import Hit
from reconcile.extract.names.words import APART


def with_headlines(article: Article, found: list[Hit | Found]) -> list[Hit | Found]:
    """`found` (in order) and what the lines that are headlines say of the same names that no rule knows."""
    lines = [start for start, is_one in article.headlines.items() if is_one]
    if not lines:
        return found
    words = article.words
    names: dict[str, list[tuple[tuple[str, ...], Found]]] = {}
    for name in found:
        if isinstance(name, Found) and name.kind in ("person", "name"):
            keys = tuple(words.keys[name.first : name.last])
            names.setdefault(keys[0], []).append((keys, name))
    taken = {number for name in found for number in range(name.first, name.last)}
    added = [name for line in sorted(lines) for name in _of_line(article, line, names, taken)]
    return sorted([*found, *added], key=lambda name: name.first) if added else found


def _of_line(
    article: Article, start: int, names: dict[str, list[tuple[tuple[str, ...], Found]]], taken: set[int]
) -> Iterable[Found]:
    """The names in the line that begins at offset `start`."""
    words = article.words
    end = words.text.find("\n", start)
    at = bisect_left(words.starts, start)
    last = bisect_right(words.starts, end if end >= 0 else len(words.text))
    while at < last:
        name = _at(article, at, names.get(words.keys[at], ()), taken)
        if name is not None:
            yield name
        at = name.last if name is not None else at + 1


def _at(article: Article, at: int, names: Sequence[tuple[tuple[str, ...], Found]], taken: set[int]) -> Found | None:
    """The longest of `names` that stands at word `at`."""
    words = article.words
    for keys, name in sorted(names, key=lambda one: -len(one[0])):
        last = at + len(keys)
        if tuple(words.keys[at:last]) != keys or not taken.isdisjoint(range(at, last)):
            continue
        if any(words.links[number][0] == APART for number in range(at, last - 1)):
            continue
        alone = len(keys) == 1 and (article.of.get(keys[0], 0) & NEVER_ALONE or is_lower_elsewhere(article, at))
        if not alone:
            value = words.text[words.starts[name.first] : words.ends[name.last - 1]]
            return Found(at, last, name.kind, name.inside, value)
    return None
