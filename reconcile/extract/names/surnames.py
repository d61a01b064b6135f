"""Surnames and abbreviations that stand alone, read as the full name given elsewhere. In: the names of a text.
Out: the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.extract.names.classes import BODY, TITLE, VENUE
from reconcile.extract.names.context import Article
from reconcile.extract.names.found import Found
from reconcile.extract.names.hit import Hit
from reconcile.extract.names.words import Words


def with_surnames(article: Article, found: Sequence[Hit | Found]) -> list[Hit | Found]:
    """With the full name as the value of a surname that stands alone, a known person's included."""
    words, of = article.words, article.of
    full: dict[str, Found] = {}
    known: dict[str, Hit] = {}
    for name in found:
        surname = words.keys[name.last - 1]
        if name.last - name.first == 1:
            continue
        if isinstance(name, Hit):
            if name.form and name.form.actor.kind == "person":
                known.setdefault(surname, name)
        elif name.kind in ("person", "name") and not of.get(surname, 0) & (BODY | VENUE | TITLE):
            full.setdefault(surname, name)
    for key, name in _introduced(words, found):
        full.setdefault(key, name)
    return [_in_full(words, name, full, known) for name in found]


def _introduced(words: Words, found: Sequence[Hit | Found]) -> Iterator[tuple[str, Found]]:
    """Abbreviations in brackets right behind the name that they stand for: "Valley Relief Committee (VRC)"."""
    for name, short in pairwise(found):
        if isinstance(name, Hit) or isinstance(short, Hit) or short.last - short.first > 1:
            continue
        written = words.text[words.starts[short.first] : words.ends[short.first]]
        between = words.text[words.ends[name.last - 1] : words.starts[short.first]]
        if written.isupper() and between == " (" and _initials(words, name) == written.replace(".", ""):
            yield words.keys[short.first], name


def _initials(words: Words, name: Found) -> str:
    letters = (words.text[words.starts[at]] for at in range(name.first, name.last))
    return "".join(letter for letter in letters if letter.isupper())


def _in_full(words: Words, name: Hit | Found, full: dict[str, Found], known: dict[str, Hit]) -> Hit | Found:
    if isinstance(name, Hit) or name.last - name.first > 1:
        return name
    key = words.keys[name.first]
    if key in known and key not in full:
        return Hit(name.first, name.last, key, known[key].form, ())
    if key in full:
        name.value = words.text[words.starts[full[key].first] : words.ends[full[key].last - 1]]
        name.kind = full[key].kind
    return name
