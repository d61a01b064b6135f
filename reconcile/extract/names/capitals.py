"""Names that no rule knows in a text in capitals: persons, towns before their region. In: words. Out: `Found`s."""

from __future__ import annotations

from reconcile.extract.names.classes import GIVEN
from reconcile.extract.names.context import Article
from reconcile.extract.names.found import Found
from reconcile.extract.names.hit import Hit
from reconcile.extract.names.towns import stands_in_place
from reconcile.extract.names.words import Words

_LONGEST = 5  # words


def persons_in_capitals(article: Article, at_word: dict[int, Hit]) -> list[Found]:
    """Persons where every letter is a capital: given names and the surname after them, its small words included."""
    words, of = article.words, article.of
    taken = {number for hit in at_word.values() for number in range(hit.first, hit.last)}
    found: list[Found] = []
    at, count = 0, len(words.keys)
    while at < count:
        first = at
        while at < count and at not in taken and of.get(words.keys[at], 0) == GIVEN and _together(words, at):
            at += 1
        if at == first:
            at += 1
            continue
        end = _surname(article, at, taken)
        if end:
            found.append(Found(first, end, "person"))
            at = end
    return found


def _surname(article: Article, at: int, taken: set[int]) -> int:
    """Where the surname that begins with word `at` ends, 0 where there is none. A second word belongs to it where the
    name ends with it."""
    words = article.words
    while at < len(words.keys) and words.keys[at] in article.lex.spec.joins and _together(words, at):
        at += 1
    if not _may_be_surname(article, at, taken):
        return 0
    goes_on = _together(words, at) and _may_be_surname(article, at + 1, taken)
    return at + 2 if goes_on and not _together(words, at + 1) else at + 1


def _together(words: Words, at: int) -> bool:
    """Whether nothing but white space, a line's end included, stands between a word and the next."""
    return at + 1 < len(words.keys) and words.text[words.ends[at] : words.starts[at + 1]].isspace()


def _may_be_surname(article: Article, at: int, taken: set[int]) -> bool:
    words = article.words
    return (
        at < len(words.keys) and at not in taken and not article.of.get(words.keys[at], 0) and words.keys[at].isalpha()
    )


def towns_in_capitals(article: Article, at_word: dict[int, Hit]) -> list[Found]:
    """Towns between a word like "in" and the region that they lie in: "IN SAN LUIS DE LA REINA, SAN MIGUEL"."""
    words = article.words
    found: list[Found] = []
    for hit in at_word.values():
        last = hit.first
        if (
            not hit.place
            or hit.form
            or last == 0
            or words.text[words.ends[last - 1] : words.starts[last]] not in (", ", ",\n")
        ):
            continue
        first = last
        while first > 0 and last - first < _LONGEST and _may_name_town(article, first - 1, at_word):
            first -= 1
            if stands_in_place(words, first, article.lex):
                found.append(Found(first, last, "place", hit.place.id))
                break
    return found


def _may_name_town(article: Article, at: int, at_word: dict[int, Hit]) -> bool:
    key = article.words.keys[at]
    unknown = not article.of.get(key, 0) or key in article.lex.spec.joins
    return unknown and at not in at_word and key.isalpha() and key not in article.lex.where
