"""Names that no rule knows in a text in capitals: persons, towns before their region. In: words. Out: `Found`s.

No letter tells a name there. What does is the company of words, a given name, a title or an age, and that the word is
no ordinary one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.extract.names.classes import GIVEN, PLAIN, TITLE
from reconcile.extract.names.context import Article
from reconcile.extract.names.found import Found
from reconcile.extract.names.hit import Hit
from reconcile.extract.names.towns import stands_in_place
from reconcile.extract.names.words import TIGHT

_LONGEST = 5  # words of a town's name
_LONGEST_PERSON = 7  # words
_SMALL_WORDS = 3  # words from one that may begin with "de la" to the name after them
_AGE = 5  # letters of ", 45,"


def persons_in_capitals(article: Article, at_word: dict[int, Hit]) -> list[Found]:
    """Persons where every letter is a capital, and their surnames where these stand alone after that."""
    taken = {number: hit for hit in at_word.values() for number in range(hit.first, hit.last)}
    found: list[Found] = []
    at, count = 0, len(article.words.keys)
    while at < count:
        last = 0 if at in taken else _person_from(article, at, taken)
        if last:
            found.append(Found(at, last, "person"))
        at = last or at + 1
    return sorted([*found, *_by_surname(article, found, taken)], key=lambda name: name.first)


def _person_from(article: Article, at: int, taken: dict[int, Hit]) -> int:
    """Where the person's name ends that begins at word `at`; 0 where none does."""
    words, of, spec = article.words, article.of, article.lex.spec
    key, before = words.keys[at], at - 1 if at and words.links[at - 1][0] == TIGHT else -1
    if before >= 0 and words.keys[before] in spec.saints:
        return 0
    given = of.get(key, 0) == GIVEN
    if not given and not _is_unknown(article, at, taken):
        return 0
    last = _run(article, at, taken)
    length = last - at
    if given:
        unknown = any(not of.get(words.keys[i], 0) & GIVEN for i in range(at, last))
        return last if unknown or length > 2 else 0
    titled = before >= 0 and of.get(words.keys[before], 0) & (TITLE | PLAIN) == TITLE
    honoured = before >= 0 and words.keys[before] in spec.honorifics
    told = (titled and length > 1) or honoured or (length > 1 and _age_follows(article, last))
    return last if told else 0


def _run(article: Article, at: int, taken: dict[int, Hit]) -> int:
    """Where a run of given names, surnames and the small words between them ends."""
    of, keys = article.of, article.words.keys
    end = at + 1
    while end - at < _LONGEST_PERSON:
        following = _after_small_words(article, end)
        if following >= len(keys):
            break
        given = of.get(keys[following], 0) == GIVEN and following not in taken
        if not (given or _is_unknown(article, following, taken) or _may_be_surname(following, taken)):
            break
        end = following + 1
    return end


def _after_small_words(article: Article, at: int) -> int:
    """The word from `at` on that is no "de la", if nothing but spaces stands before it; else the number of words."""
    words = article.words
    for number in range(at, min(at + _SMALL_WORDS, len(words.keys))):
        if words.links[number - 1][0] != TIGHT:
            break
        if words.keys[number] not in article.lex.small_words:
            return number
    return len(words.keys)


def _is_unknown(article: Article, at: int, taken: dict[int, Hit]) -> bool:
    """Whether the word is no ordinary one, and of no known name: it may be a surname."""
    key = article.words.keys[at]
    letters = key.replace(" ", "")
    return at not in taken and len(letters) > 1 and letters.isalpha() and key not in article.lex.ordinary


def _may_be_surname(at: int, taken: dict[int, Hit]) -> bool:
    """Whether the word names a town or a region, or a known person by the surname: many have such surnames."""
    hit = taken.get(at)
    if hit is None or hit.last - hit.first > 1:
        return False
    return hit.form is None or hit.form.actor.kind == "person"


def _age_follows(article: Article, last: int) -> bool:
    after = article.words.flat[article.words.ends[last - 1] :][:_AGE].replace("\n", " ")
    return after[:2] == ", " and after[2:4].isdigit() and after[4:5] in (",", ".")


def _by_surname(article: Article, full: Sequence[Found], taken: dict[int, Hit]) -> Iterator[Found]:
    """The surnames of persons named in full, where they stand alone: "GARCIA MARQUEZ", "GARCIA"."""
    words, of = article.words, article.of
    names: dict[str, Found] = {}
    inside = set(taken)
    for person in full:
        inside.update(range(person.first, person.last))
        for at in range(person.first, person.last):
            if not of.get(words.keys[at], 0) & GIVEN and at not in taken:
                names.setdefault(words.keys[at], person)
    at = 0
    while at < len(words.keys):
        first, name = at, names.get(words.keys[at])
        at += 1
        if name is None or first in inside:
            continue
        while at < len(words.keys) and at not in inside and words.links[at - 1][0] == TIGHT and words.keys[at] in names:
            at += 1
        yield Found(first, at, "person", value=words.text[words.starts[name.first] : words.ends[name.last - 1]])


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
