"""Surnames that stand alone, read as the full name given elsewhere. In: the names of a text. Out: the same."""

from __future__ import annotations

from collections.abc import Sequence

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
    return [_in_full(words, name, full, known) for name in found]


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
