"""The names in a run of capitalised words that no rule knows. In: the words. Out: `Found`s, trimmed and of a kind.

Titles, side words ("downtown") and words that begin a sentence are no part of a name."""

from __future__ import annotations

from reconcile.extract.names.classes import BODY, GIVEN, NEVER_ALONE, PLAIN, SIDE, TITLE, VENUE
from reconcile.extract.names.context import (
    Article,
    begins_sentence,
    begins_sentence_plainly,
    in_headline,
    is_definite,
    is_lower_elsewhere,
    is_name_elsewhere,
)
from reconcile.extract.names.found import Found
from reconcile.extract.names.towns import stands_in_place
from reconcile.extract.names.words import LOOSE, Words

_LONGEST = 7  # words; a longer run is a headline or a list
_QUOTES = ('"', "'")
_LONGEST_PERSON = 4  # words


def names_in(article: Article, first: int, last: int) -> list[Found]:
    """The names in words `first` up to `last`, cut where an "of" is no part of one: "John Smith of the Red Team"."""
    words = article.words
    while first < last and _is_plain(article, first, last):
        first += 1
    for at in range(first, last - 1):
        cut = words.links[at][0] == LOOSE and words.links[at][1].startswith(article.lex.of)
        key = words.keys[at]
        if cut and (key in article.lex.shares if at == first else not _holds(article, first, at)):
            found = [_name(article, first, at + 1), *names_in(article, at + 1, last)]
            return [name for name in found if name]
    name = _name(article, first, last)
    return [name] if name else []


def _holds(article: Article, first: int, at: int) -> bool:
    """Whether the name that begins with word `first` goes on behind the "of" after word `at`: "Bank of the Desert",
    "the Free Men of the Mountains", not "John Smith of the Red Team"."""
    kinds = [article.of.get(key, 0) for key in article.words.keys[first : at + 1]]
    return bool(kinds[-1] & (BODY | VENUE)) or (
        is_definite(article, first) and not any(kind & (GIVEN | TITLE | SIDE) for kind in kinds)
    )


def quoted(article: Article, first: int, last: int) -> Found | None:
    """The name that stands in quotation marks by itself, "of" and known places included; None where none does."""
    words, opened = article.words, first
    while first < last and words.keys[first] in article.lex.spec.definite:
        first += 1
    start, end = words.starts[opened] if opened < last else 0, words.ends[last - 1]
    mark = words.flat[start - 1 : start] if start else ""
    if mark not in _QUOTES or words.flat[end : end + 2].lstrip(",.")[:1] != mark or not 1 < last - first <= _LONGEST:
        return None
    if not any(words.links[at][1].startswith(article.lex.of) for at in range(first, last - 1)):
        return None
    return Found(first, last, "name")


def _name(article: Article, first: int, last: int) -> Found | None:
    """The name in words `first` up to `last`, trimmed; None where there is none."""
    words, of = article.words, article.of
    titled = False
    while first < last:
        word = of.get(words.keys[first], 0)
        plain = _is_plain(article, first, last)
        if plain or (word & (TITLE | SIDE) and last - first > 1) or begins_sentence_plainly(article, first):
            titled = titled or bool(word & TITLE)
            first += 1
        else:
            break
    first = _after_titles(article, first, last)
    while last > first and of.get(words.keys[last - 1], 0) & PLAIN:
        last -= 1
    if first >= last or last - first > _LONGEST or in_headline(article, first):
        return None
    single = last - first == 1
    if single and not (_is_single_name(article, first) or (titled and not of.get(words.keys[first], 0) & NEVER_ALONE)):
        return None
    return Found(first, last, _kind(article, first, last, titled=titled))


def _is_plain(article: Article, at: int, last: int) -> bool:
    """Whether the word is no part of a name that ends before word `last`; right behind "the" it may be: "the Black
    Wolves", "the Islamic Front"."""
    words, of = article.words, article.of
    if not of.get(words.keys[at], 0) & PLAIN:
        return False
    goes_on = at + 1 < last and words.links[at][0] >= LOOSE and not of.get(words.keys[at + 1], 0) & PLAIN
    return words.keys[at] in article.lex.spec.definite or not (goes_on and is_definite(article, at))


def _after_titles(article: Article, first: int, last: int) -> int:
    """Where the person's name begins after a title with more before it: "Senate Minority Leader Ada Quill"."""
    kinds = [article.of.get(key, 0) for key in article.words.keys[first:last]]
    titles = [at for at, kind in enumerate(kinds) if kind & TITLE]
    after = titles[-1] + 1 if titles else 0
    is_person = len(kinds) - after >= 2 and not any(kind & NEVER_ALONE for kind in kinds[after:])
    return first + after if after and is_person else first


def _is_single_name(article: Article, at: int) -> bool:
    words, of = article.words, article.of
    key = words.keys[at]
    if (
        len(key) < 3
        or of.get(key, 0) & NEVER_ALONE
        or key in article.lex.roster.forms
        or is_lower_elsewhere(article, at)
    ):
        return False
    return not begins_sentence(words, at) or is_name_elsewhere(article, at)


def _kind(article: Article, first: int, last: int, *, titled: bool) -> str:
    words, of = article.words, article.of
    final = of.get(words.keys[_head(article, first, last)], 0)
    single = last - first == 1
    in_place = stands_in_place(words, first, article.lex)
    if not single and final & VENUE and (in_place or not final & BODY):
        return "venue"
    if not single and final & BODY:
        return "name"
    if titled or _age_follows(words, last) or _begins_with_given_name(article, first, last):
        return "person"
    return "place" if in_place and not words.flat.endswith("and ", 0, words.starts[first]) else "name"


def _begins_with_given_name(article: Article, first: int, last: int) -> bool:
    is_given = article.of.get(article.words.keys[first], 0) & GIVEN and last - first <= _LONGEST_PERSON
    return bool(is_given) and all(glue != LOOSE for glue, _ in article.words.links[first : last - 1])


def _head(article: Article, first: int, last: int) -> int:
    """The word that says what the name is of: the last one, or the one before "of" ("Bank of the Desert")."""
    words = article.words
    return next((at for at in range(first, last - 1) if words.links[at][1].startswith(article.lex.of)), last - 1)


def _age_follows(words: Words, last: int) -> bool:
    after = words.flat[words.ends[last - 1] : words.ends[last - 1] + 5]
    return after[:2] == ", " and after[2:4].isdigit()
