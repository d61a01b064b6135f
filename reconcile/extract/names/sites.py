"""Places that no rule knows in a text in capitals, by grammar. In: words. Out: `Found`s.

A name is what the language has no ordinary word for, or what begins like one: "IN TECUN UMAN", "THE VILLAGE OF LAS
FLORES". It is a place where a word like "in" or "village of" stands before it, or one like "municipality" behind it."""

from __future__ import annotations

from collections.abc import Container, Mapping

from reconcile.extract.names.classes import BODY, GIVEN, PLAIN, SIDE, TITLE, VENUE
from reconcile.extract.names.context import Article
from reconcile.extract.names.found import Found
from reconcile.extract.names.hit import Hit
from reconcile.extract.names.words import Words

_LONGEST = 5  # words
_BEFORE = 40  # characters before a name that are looked at
_LETTERS = 3  # of a name without an opener


def sites_in_capitals(article: Article, at_word: Mapping[int, Hit], taken: Container[int]) -> list[Found]:
    """The unknown places in order; `taken` are the words of names that are known, `at_word` the known ones."""
    words = article.words
    found: list[Found] = []
    at, count = 0, len(words.keys)
    while at < count:
        rest = _rest(article, at, at_word) if at in taken else at
        last = _name_end(article, rest, taken) if rest < count else rest
        if last > rest and (site := _site(article, at, last, taken)):
            found.append(site)
            at = site.last
        else:
            at = max(last, at + 1) if rest == at else at + 1
    return found


def _rest(article: Article, at: int, at_word: Mapping[int, Hit]) -> int:
    """Where an unknown word goes on with the known place at word `at`: "SAN JOSE GUAYABAL"; else behind all words."""
    words, hit = article.words, at_word.get(at)
    if hit is None or not hit.place or hit.place.wide or words.keys[at] not in article.lex.openers:
        return len(words.keys)
    opens = hit.last < len(words.keys) and words.keys[hit.last] in article.lex.spec.joins
    goes_on = _hangs_together(words, hit.last - 1) and (opens or _is_unknown(article, hit.last))
    return hit.last if goes_on else len(words.keys)


def _name_end(article: Article, first: int, taken: Container[int]) -> int:
    """Where a name ends that may begin with word `first`; `first` where none does."""
    words, lex, of = article.words, article.lex, article.of
    at, sure = first, first  # `sure` is behind the last word that can end a name
    while at < len(words.keys) and at - first < _LONGEST and at not in taken:
        key = words.keys[at]
        before = words.keys[at - 1] if at > first else ""
        opened = before in lex.openers or (key in lex.openers and before in lex.spec.joins)
        if _is_unknown(article, at) or (opened and key.isalpha() and not of.get(key, 0) & PLAIN):
            sure = at + 1
        elif key in lex.openers or (at > first and key in lex.spec.joins):
            pass
        elif not (at > first and of.get(key, 0) == GIVEN):
            break
        else:
            sure = at + 1
        if not _hangs_together(words, at):
            break
        at += 1
    return sure


def _is_unknown(article: Article, at: int) -> bool:
    key = article.words.keys[at]
    if len(key) < _LETTERS or not key.isalpha() or article.of.get(key, 0) or key in article.lex.openers:
        return False
    lex = article.lex
    return key not in lex.spec.joins and key not in lex.roster.forms and key not in lex.ordinary


def _hangs_together(words: Words, at: int) -> bool:
    """Whether the next word may belong to the same name."""
    return at + 1 < len(words.keys) and words.text[words.ends[at] : words.starts[at + 1]] in (" ", "\n", "-")


def _site(article: Article, first: int, last: int, taken: Container[int]) -> Found | None:
    """The place that the words name, if the words around make them one."""
    words, lex, of = article.words, article.lex, article.of
    if words.flat.startswith("'", words.ends[last - 1]):
        return None
    after = words.keys[last] if _hangs_together(words, last - 1) and last not in taken else ""
    before = words.flat[max(words.starts[first] - _BEFORE, 0) : words.starts[first]].lower().split()
    if after in lex.region_words:
        return Found(first, last, "place")
    if of.get(after, 0) & VENUE:
        return Found(first, last + 1, "venue")
    while before and of.get(before[-1], 0) & SIDE:
        before.pop()
    if not before or of.get(words.keys[first], 0) & (TITLE | VENUE | BODY):
        return None
    placed = before[-1] in lex.inside or " ".join(before[-2:]) in lex.where
    return Found(first, last, "place") if placed else None
