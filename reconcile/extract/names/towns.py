"""Which place of a name is meant. In: the known names of a text with their candidates. Out: the same with their places.

A name of several places is read by what follows it ("Moscow, Idaho"), by the same name read so elsewhere in the text,
by the countries and regions that the text names, and else as the most populous."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reconcile.extract.names.hit import Hit
from reconcile.extract.names.lexicon import Lexicon
from reconcile.extract.names.words import Words
from reconcile.rulebook.gazetteer import Place

_BEFORE = 30  # characters before a name that are looked at
_AFTER = 20  # characters behind a name that are looked at
_METROPOLIS = 1_000_000  # people; it needs no country beside it
_MUCH_LARGER = 3  # times
_AFTER_TOWN = (", ", " (", " -")
_BEFORE_REGION = (", ", ",\n", " (", " ")


def choose_places(words: Words, hits: Sequence[Hit], lex: Lexicon) -> None:
    """Set the place of every hit that has candidates. A capital of another country speaks for nobody."""
    named = _named_regions(hits)
    around = named.union(*(lex.gazetteer.parents(hit.places[0].id) for hit in hits if len(hit.places) == 1))
    qualified: dict[str, Place] = {}
    for hit, after in pairwise(hits):
        is_state = hit.form is not None and hit.form.sort == "name"
        if hit.places and after.places and not is_state and (place := _by_region(words, hit, after, lex)):
            hit.place = place
            qualified.setdefault(hit.key, place)
    for hit in hits:
        if hit.places and hit.place is None:
            sort = _of_named_sort(words, hit, lex)
            hit.place = qualified.get(hit.key) or sort or _by_text(words, hit, named, around, lex)
    sure = {hit.key: hit.place for hit in reversed(hits) if hit.place}
    for hit in hits:
        if hit.places and hit.place is None and hit.key not in lex.shy:
            hit.place = sure.get(hit.key)
        if hit.places and hit.place is None:
            hit.form = None
        if hit.place and hit.form:
            state = hit.form.actor.id
            if state != hit.place.id and state not in lex.gazetteer.parents(hit.place.id):
                hit.form = None


def _named_regions(hits: Sequence[Hit]) -> set[str]:
    """The ids of the regions and countries that the text names beyond doubt."""
    named = set()
    for hit in hits:
        wide = [place.id for place in hit.places if place.wide]
        if hit.form and hit.form.actor.kind == "state" and len(wide) < 2:
            named.add(hit.form.actor.id)
        elif len(wide) == 1 and len(hit.places) == 1:
            named.add(wide[0])
    return named


def _by_region(words: Words, hit: Hit, after: Hit, lex: Lexicon) -> Place | None:
    """The place that lies in the region named right after it: "Moscow, Idaho", "Paris (Texas)"."""
    between = words.text[words.ends[hit.last - 1] : words.starts[after.first]]
    if between not in _BEFORE_REGION:
        return None
    outer = {place.id for place in after.places}
    return next((place for place in hit.places if outer.intersection(lex.gazetteer.parents(place.id))), None)


def _by_text(words: Words, hit: Hit, named: set[str], around: set[str], lex: Lexicon) -> Place | None:
    """The likeliest place of a name that nothing qualifies, None where the word is more likely no place."""
    first = hit.places[0]
    if first.wide and first.id not in around:
        first = next((place for place in hit.places if place.wide and place.id in around), first)
    if not first.wide and _names_quarter(words, hit, lex):
        return next((place for place in hit.places if around.intersection(place.within)), None)
    near = [place for place in hit.places if named.intersection(lex.gazetteer.parents(place.id))]
    if near and first.rank < _METROPOLIS and (words.capitals or _is_nearer(near[0], first, named)):
        first = near[0]
    if hit.form and hit.key not in lex.shy:
        return first
    if any(place.wide for place in near) or (first.wide and len(hit.places) == 1):
        return first
    if words.capitals and not near:
        return first if _is_plainly_town(words, hit, first, lex) else None
    if first.rank >= lex.spec.town_size and hit.key not in lex.shy:
        return first
    named_so = bool(near) and hit.key not in lex.shy and _before_happening(words, hit, lex)
    return first if named_so or stands_in_place(words, hit.first, lex) else None


def _before_happening(words: Words, hit: Hit, lex: Lexicon) -> bool:
    """Whether the word behind a name is the noun of a happening: "the Macon shooting"."""
    return _word_behind(words, hit, " ") in lex.happenings


def _of_named_sort(words: Words, hit: Hit, lex: Lexicon) -> Place | None:
    """The region that a word beside a name makes of it: "Quezon province", "the state of Niger"."""
    start, sort = words.starts[hit.first], _word_behind(words, hit, " \n")
    before = words.flat[max(start - _BEFORE, 0) : start].lower().split()[-2:]
    if len(before) > 1 and " ".join(before) in lex.where:
        sort = before[0] if before[0] in lex.region_words else sort
    if sort not in lex.region_words:
        return None
    named = lex.gazetteer.named(f"{hit.key} {sort}")
    if hit.places[0].wide and not named:
        return None
    regions = (place for place in (*named, *hit.places) if place.wide and sort in place.id)
    return next(regions, named[0] if named else None)


def _names_quarter(words: Words, hit: Hit, lex: Lexicon) -> bool:
    """Whether the word behind a name makes it that of a part of a town: "the Austin neighborhood" of Chicago."""
    return _word_behind(words, hit, " \n") in lex.quarters


def _word_behind(words: Words, hit: Hit, gaps: str) -> str:
    """The word behind a name in small letters, empty where none of `gaps` stands between."""
    end = words.ends[hit.last - 1]
    after = words.flat[end : end + _AFTER].split(maxsplit=1)
    return after[0].rstrip(".,;:'").lower() if after and words.flat[end] in gaps else ""


def _is_plainly_town(words: Words, hit: Hit, place: Place, lex: Lexicon) -> bool:
    """Whether a name in capitals can be no ordinary word, and is that of a large town."""
    if hit.key in lex.shy or any(word in lex.ordinary for word in hit.key.split()):
        return False
    least = lex.spec.town_size if stands_in_place(words, hit.first, lex) else _METROPOLIS
    return place.rank >= least and not place.wide


def _is_nearer(near: Place, first: Place, named: set[str]) -> bool:
    """Whether a place of the named parts of the world goes before the largest of its name."""
    return bool(named.intersection(near.within)) or first.rank < _MUCH_LARGER * near.rank


def _is_dateline(words: Words, first: int) -> bool:
    """Whether the line begins with a town in capitals and what follows a town there: "HARTFORD, Conn. (AP)"."""
    after = words.flat[words.ends[first] : words.ends[first] + 2]
    return words.flat[words.starts[first] : words.ends[first]].isupper() and (
        after in _AFTER_TOWN or words.links[first][0] > 0
    )


def stands_in_place(words: Words, first: int, lex: Lexicon) -> bool:
    """Whether the word before is one that places follow: "in", "near", "outskirts of"."""
    start = words.starts[first]
    before = words.flat[max(start - _BEFORE, 0) : start].lower().split()
    if not words.capitals and (not start or words.text[start - 1] == "\n"):
        return _is_dateline(words, first)
    while before and before[-1] in lex.sides:
        before.pop()
    return bool(before) and (before[-1] in lex.where or " ".join(before[-2:]) in lex.where)
