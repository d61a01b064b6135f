"""Names that the rules know: parties and places. In: the words of a text. Out: `Hit`s, leftmost and longest, places chosen.

A name of several places is read by what follows it ("Moscow, Idaho"), by the same name read so elsewhere in the text, by
the countries and regions that the text names, and else as the most populous."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile.extract.name_words import Spelling, Words, spelling
from reconcile.rulebook import Rulebook
from reconcile.rulebook.gazetteer import Gazetteer, Place, gazetteer
from reconcile.rulebook.language.names import NameWords
from reconcile.rulebook.roster import NameForm, Roster, letters, roster

_METROPOLIS = 1_000_000


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that recognising names needs of a rulebook in one language."""

    roster: Roster
    gazetteer: Gazetteer
    spec: NameWords
    spelling: Spelling
    reach: dict[str, int]  # first word of a longer name -> letters of the longest such name
    short_words: frozenset[str]
    shy: frozenset[str]
    where: frozenset[str]
    region_words: frozenset[str]


@dataclass(slots=True)
class Hit:
    """Words `first` up to `last` (exclusive) are a known name: of a party (`form`), of places (largest first), or of both."""

    first: int
    last: int
    key: str
    form: NameForm | None
    places: tuple[Place, ...]
    place: Place | None = None


@lru_cache(maxsize=8)
def lexicon(book: Rulebook, language: str) -> Lexicon:
    """What `book` knows of names in `language`, prepared once."""
    spec = book.languages[language].names
    names, places = roster(book), gazetteer(book)
    reach: dict[str, int] = {}
    for keys in (names.forms, places.keys):
        for key in keys:
            first, space, _ = key.partition(" ")
            if space and reach.get(first, 0) < len(key):
                reach[first] = len(key)
    for first in [first for first in reach if first.endswith("s")]:  # "Lord's Resistance Army"
        reach[first[:-1]] = max(reach[first], reach.get(first[:-1], 0))
    sets = (frozenset(words) for words in (spec.short_words, spec.shy_places, spec.where, spec.region_words))
    return Lexicon(names, places, spec, spelling(spec), reach, *sets)


def known_names(words: Words, lex: Lexicon) -> list[Hit]:
    """The known names of a text in order, without overlaps."""
    found: list[Hit] = []
    at, count = 0, len(words.keys)
    while at < count:
        hit = _hit_at(words, at, lex)
        if hit is None:
            at += 1
        else:
            found.append(hit)
            at = hit.last
    found = _without_lone_shared(found)
    _choose_places(words, found, lex)
    return [hit for hit in found if hit.form or hit.place]


def _hit_at(words: Words, at: int, lex: Lexicon) -> Hit | None:
    """The longest known name that begins with word `at`."""
    keys, glue, joins = words.keys, words.glue, words.joins
    names, places = lex.roster.forms, lex.gazetteer.keys
    key = keys[at]
    ends = [(at + 1, key)] if key in names or key in places else []
    reach = lex.reach.get(key.partition(" ")[0], 0)
    last = at
    while len(key) < reach and glue[last]:
        key += joins[last] + keys[last + 1]
        last += 1
        if key in names or key in places:
            ends.append((last + 1, key))
    for last, key in reversed(ends):
        form = _form(words, at, last, key, lex)
        ids = "" if form and form.exact else places.get(key, "")
        if ids and words.capitals and key in lex.short_words:
            ids = ""
        if form or ids:
            return Hit(at, last, key, form, lex.gazetteer.named(key) if ids else ())
    if " " in keys[at] and not ends:  # "al-Raqqa" where the rules have "Raqqa"
        bare = keys[at].partition(" ")[2]
        if bare in places and bare not in names:
            return Hit(at, at + 1, bare, None, lex.gazetteer.named(bare))
    return None


def _form(words: Words, first: int, last: int, key: str, lex: Lexicon) -> NameForm | None:
    """The party's name that the text may mean there, judged by its capitals."""
    forms = lex.roster.forms.get(key)
    if forms is None:
        return None
    written = words.flat[words.starts[first] : words.ends[last - 1]]
    if words.capitals:
        if key in lex.short_words and "." not in written:
            return None
        return forms[0]
    for form in forms:
        if not form.exact or letters(written).endswith(form.exact):
            return form
    return None


def _without_lone_shared(hits: list[Hit]) -> list[Hit]:
    """Without parties whose every name in the text also means something else."""
    sure = {hit.form.actor.id for hit in hits if hit.form and not hit.form.shared}
    for hit in hits:
        if hit.form and hit.form.shared and hit.form.actor.id not in sure:
            hit.form = None
    return [hit for hit in hits if hit.form or hit.places]


def _choose_places(words: Words, hits: Sequence[Hit], lex: Lexicon) -> None:
    """Set the place of every hit that has candidates."""
    named: set[str] = set()
    for hit in hits:
        if hit.form and hit.form.actor.kind == "state":
            named.add(hit.form.actor.id)
        elif len(hit.places) == 1 and hit.places[0].wide:
            named.add(hit.places[0].id)
    qualified: dict[str, Place] = {}
    for number, hit in enumerate(hits):
        if hit.places and (place := _by_region(words, hits, number, lex)):
            qualified.setdefault(hit.key, place)
    for number, hit in enumerate(hits):
        if hit.places:
            direct = _by_region(words, hits, number, lex)
            hit.place = direct or qualified.get(hit.key) or _by_text(words, hit, named, lex)


def _by_region(words: Words, hits: Sequence[Hit], number: int, lex: Lexicon) -> Place | None:
    """The place that lies in the region named right after it: "Moscow, Idaho", "Paris (Texas)"."""
    if number + 1 == len(hits):
        return None
    hit, after = hits[number], hits[number + 1]
    if not after.places or words.text[words.ends[hit.last - 1] : words.starts[after.first]] not in (", ", ",\n", " (", " "):
        return None
    outer = {place.id for place in after.places}
    return next((place for place in hit.places if outer.intersection(lex.gazetteer.parents(place.id))), None)


def _by_text(words: Words, hit: Hit, named: set[str], lex: Lexicon) -> Place | None:
    """The likeliest place of a name that nothing qualifies, None where the word is more likely no place."""
    first = hit.places[0]
    if first.rank < _METROPOLIS:
        near = (place for place in hit.places if named.intersection(lex.gazetteer.parents(place.id)))
        first = next(near, first)
    if hit.form:
        return first
    small = not first.wide and (first.population < lex.spec.town_size or hit.key in lex.shy)
    if small and not stands_in_place(words, hit.first, lex):
        return None
    if small and words.capitals and not named.intersection(lex.gazetteer.parents(first.id)):
        return None
    return first


def stands_in_place(words: Words, first: int, lex: Lexicon) -> bool:
    """Whether the word before is one that places follow: "in", "near", "outskirts of"."""
    start = words.starts[first]
    before = words.flat[max(start - 24, 0) : start].lower().split()
    return bool(before) and (before[-1] in lex.where or " ".join(before[-2:]) in lex.where)
