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
_MUCH_LARGER = 3
_BEFORE_REGION = (", ", ",\n", " (", " ")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that recognising names needs of a rulebook in one language."""

    roster: Roster
    gazetteer: Gazetteer
    spec: NameWords
    spelling: Spelling
    firsts: frozenset[str]  # first words of names
    pairs: frozenset[str]  # first two words of longer names
    longest: int  # letters of the longest name
    never: frozenset[str]  # words that are no town's name by themselves
    blends: frozenset[str]
    after_state: frozenset[str]
    short_words: frozenset[str]
    shy: frozenset[str]
    where: frozenset[str]


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
    keys = [*names.forms, *places.keys]
    longer = [key.split(" ", 2) for key in keys if " " in key]
    firsts = {parts[0] for parts in longer}.union(keys)
    firsts |= {first[:-1] for first in firsts if first.endswith("s")}  # "Lord's Resistance Army"
    pairs = frozenset(f"{parts[0]} {parts[1]}" for parts in longer)
    never = (*spec.plain, *spec.titles, *spec.venues, *spec.bodies, *spec.sides)
    sets = (never, spec.blends, spec.after_state, spec.short_words, spec.shy_places, spec.where)
    return Lexicon(names, places, spec, spelling(spec), frozenset(firsts), pairs, max(map(len, keys), default=0), *map(frozenset, sets))


def known_names(words: Words, lex: Lexicon) -> list[Hit]:
    """The known names of a text in order, without overlaps."""
    found: list[Hit] = []
    until, firsts = 0, lex.firsts
    for at, key in enumerate(words.keys):
        if at >= until and (key in firsts or " " in key) and (hit := _hit_at(words, at, lex)):
            found.append(hit)
            until = hit.last
    found = _without_lone_shared(found)
    _choose_places(words, found, lex)
    return [hit for hit in found if hit.form or hit.place]


def _hit_at(words: Words, at: int, lex: Lexicon) -> Hit | None:
    """The longest known name that begins with word `at`."""
    for last, key in reversed(_names_from(words, at, lex)):
        form = _form(words, at, last, key, lex)
        is_place = key in lex.gazetteer.keys and _may_be_place(words, at, last, key, form, lex)
        if form or is_place:
            return Hit(at, last, key, form, lex.gazetteer.named(key) if is_place else ())
    return None


def _names_from(words: Words, at: int, lex: Lexicon) -> list[tuple[int, str]]:
    """The known names that begin with word `at`, the shortest first: the word after each, and its key."""
    names, places = lex.roster.forms, lex.gazetteer.keys
    key = words.keys[at]
    found = [(at + 1, key)] if key in names or key in places else []
    _, space, bare = key.partition(" ")
    last = at
    while words.links[last][0]:
        key += words.links[last][1] + words.keys[last + 1]
        last += 1
        if last == at + 1 and " ".join(key.split(" ", 2)[:2]) not in lex.pairs:
            break
        if key in names or key in places:
            found.append((last + 1, key))
        if len(key) > lex.longest:
            break
    if space and not found and bare in places and bare not in names:  # "al-Raqqa" where the rules have "Raqqa"
        found.append((at + 1, bare))
    return found


def _may_be_place(words: Words, first: int, last: int, key: str, form: NameForm | None, lex: Lexicon) -> bool:  # noqa: PLR0913
    """Whether the words may name a place, by their letters alone."""
    if form and form.actor.kind != "state":
        return False
    if key in lex.gazetteer.abbreviations:
        start, end = words.starts[first], words.ends[last - 1]
        return "." in words.flat[start : end + 1] or (words.flat[max(start - 2, 0) : start] == ", " and not words.capitals)
    if words.capitals and key in lex.short_words:
        return False
    return last > first + 1 or key not in lex.never


def _form(words: Words, first: int, last: int, key: str, lex: Lexicon) -> NameForm | None:
    """The party's name that the text may mean there, judged by its capitals and by the words beside it."""
    forms = lex.roster.forms.get(key)
    if forms is None:
        return None
    written = words.flat[words.starts[first] : words.ends[last - 1]]
    if words.capitals and key in lex.short_words and "." not in written:
        return None
    for form in forms:
        if words.capitals or not form.exact or letters(written).endswith(form.exact):
            if form.sort == "adjective" and first and words.keys[first - 1] in lex.blends and words.links[first - 1][0]:
                return None
            return forms[-1] if _is_adjective(words, last, forms, lex) else form
    return None


def _is_adjective(words: Words, last: int, forms: Sequence[NameForm], lex: Lexicon) -> bool:
    """Whether a name that is also an adjective stands before its noun: "U.S. troops", but "the U.S. said"."""
    if len(forms) == 1 or forms[-1].sort != "adjective":
        return False
    after = words.flat[words.ends[last - 1] :][:24].lstrip(".")
    if after[:1] not in " \n-" or not after[1:2].isalpha():
        return False
    word = after[1:].split()[0].strip(".,;:'\"()").lower()
    return word not in lex.after_state and not word.endswith("ed")


def _without_lone_shared(hits: list[Hit]) -> list[Hit]:
    """Without parties whose every name in the text also means something else."""
    sure = {hit.form.actor.id for hit in hits if hit.form and not hit.form.shared}
    for hit in hits:
        if hit.form and hit.form.shared and hit.form.actor.id not in sure:
            hit.form = None
    return [hit for hit in hits if hit.form or hit.places]


def _choose_places(words: Words, hits: Sequence[Hit], lex: Lexicon) -> None:
    """Set the place of every hit that has candidates. A capital of another country speaks for nobody."""
    named = {hit.places[0].id for hit in hits if len(hit.places) == 1 and hit.places[0].wide}
    named |= {hit.form.actor.id for hit in hits if hit.form and hit.form.actor.kind == "state"}
    qualified: dict[str, Place] = {}
    for hit, after in zip(hits, hits[1:], strict=False):
        if hit.places and after.places and (place := _by_region(words, hit, after, lex)):
            hit.place = place
            qualified.setdefault(hit.key, place)
    for hit in hits:
        if hit.places and hit.place is None:
            hit.place = qualified.get(hit.key) or _by_text(words, hit, named, lex)
    sure = {hit.key: hit.place for hit in reversed(hits) if hit.place}
    for hit in hits:
        if hit.places and hit.place is None and hit.key not in lex.shy:
            hit.place = sure.get(hit.key)
        metonym = hit.place and hit.form and hit.form.sort == "metonym"
        if metonym and hit.form and hit.place and hit.form.actor.id not in lex.gazetteer.parents(hit.place.id):
            hit.form = None


def _by_region(words: Words, hit: Hit, after: Hit, lex: Lexicon) -> Place | None:
    """The place that lies in the region named right after it: "Moscow, Idaho", "Paris (Texas)"."""
    between = words.text[words.ends[hit.last - 1] : words.starts[after.first]]
    if between not in _BEFORE_REGION:
        return None
    outer = {place.id for place in after.places}
    return next((place for place in hit.places if outer.intersection(lex.gazetteer.parents(place.id))), None)


def _by_text(words: Words, hit: Hit, named: set[str], lex: Lexicon) -> Place | None:
    """The likeliest place of a name that nothing qualifies, None where the word is more likely no place."""
    first = hit.places[0]
    near = [place for place in hit.places if named.intersection(lex.gazetteer.parents(place.id))]
    if near and first.rank < _METROPOLIS and (words.capitals or _is_nearer(near[0], first, named)):
        first = near[0]
    if hit.form or any(place.wide for place in (first, *near)):
        return first
    if words.capitals and not near:
        return None
    if first.population >= lex.spec.town_size and hit.key not in lex.shy:
        return first
    return first if stands_in_place(words, hit.first, lex) else None


def _is_nearer(near: Place, first: Place, named: set[str]) -> bool:
    """Whether a place around here goes before the largest of its name: the text names its region, or it is nearly as large."""
    return bool(named.intersection(near.within)) or first.rank < _MUCH_LARGER * near.rank


def stands_in_place(words: Words, first: int, lex: Lexicon) -> bool:
    """Whether the word before is one that places follow: "in", "near", "outskirts of"."""
    start = words.starts[first]
    before = words.flat[max(start - 24, 0) : start].lower().split()
    if not words.capitals and (not start or words.text[start - 1] == "\n"):
        return len(words.keys[first]) > 3 and words.flat[start : words.ends[first]].isupper()  # a dateline
    return bool(before) and (before[-1] in lex.where or " ".join(before[-2:]) in lex.where)
