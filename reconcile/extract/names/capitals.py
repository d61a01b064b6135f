"""Persons in a text where every letter is a capital. In: words. Out: `Found`s."""

from __future__ import annotations

from reconcile.extract.names.classes import GIVEN
from reconcile.extract.names.context import Article
from reconcile.extract.names.found import Found
from reconcile.extract.names.hit import Hit
from reconcile.extract.names.words import TIGHT


def persons_in_capitals(article: Article, at_word: dict[int, Hit]) -> list[Found]:
    """Persons where every letter is a capital: given names and the word after them."""
    words, of = article.words, article.of
    taken = {number for hit in at_word.values() for number in range(hit.first, hit.last)}
    found: list[Found] = []
    at, count = 0, len(words.keys)
    while at < count:
        first = at
        while at < count and at not in taken and of.get(words.keys[at], 0) == GIVEN and words.links[at][0] == TIGHT:
            at += 1
        if at == first or at >= count:
            at += 1
            continue
        if at not in taken and not of.get(words.keys[at], 0) and words.keys[at].isalpha():
            found.append(Found(first, at + 1, "person"))
            at += 1
    return found
