"""Names in a text: parties and places that the rules know, and names that no rule knows, by grammar.

In: an article's text and a rulebook. Out: `NameMention`s in text order, not overlapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from reconcile.extract.names.classes import classes
from reconcile.extract.names.found import Found
from reconcile.extract.names.hit import Hit
from reconcile.extract.names.known import known_names
from reconcile.extract.names.lexicon import Lexicon, lexicon
from reconcile.extract.names.officials import Officials, reach
from reconcile.extract.names.unknown import with_unknown
from reconcile.extract.names.words import Words, read_words
from reconcile.kinds.named import Named, by_id, by_words
from reconcile.model import Mention
from reconcile.rulebook import Rulebook

DEFAULT_LANGUAGE = "en"


@dataclass(slots=True)  # not frozen, as that trebles the time to make one; nothing changes them all the same
class NameMention:
    """One name. `kind`: actor or place (of the rules), adjective ("Russian", alone no party), person, venue or name.

    A capital or a country is both an actor and a place. `of` is the state of an official or the place inside a longer
    name; `possessive` says that "'s" follows."""

    start: int
    end: int
    kind: str
    actor: Named | None = None
    place: Named | None = None
    of: Named | None = None
    possessive: bool = False

    @property
    def known(self) -> bool:
        """Whether it is a party or a place of the rules, and more than an adjective."""
        actor, place = self.actor, self.place
        known = (actor is not None and actor.known) or (place is not None and place.known)
        return known and self.kind != "adjective"


@dataclass(frozen=True, slots=True)
class _Reader:
    lexicon: Lexicon
    classes: dict[str, int]
    officials: Officials
    numbers: frozenset[str]


@lru_cache(maxsize=8)
def _reader(book: Rulebook, language: str) -> _Reader:
    lex = lexicon(book, language)
    return _Reader(lex, classes(lex.spec), Officials(lex.spec), frozenset(lex.spec.numbers))


def find_names(text: str, book: Rulebook, language: str = DEFAULT_LANGUAGE) -> list[NameMention]:
    """The names of `text` in order, without overlaps."""
    reader = _reader(book, language)
    words = read_words(text, reader.lexicon.spelling)
    hits = known_names(words, reader.lexicon)
    found = with_unknown(words, hits, reader.classes, reader.lexicon)
    return _with_officials(words, _mentions(words, found), reader)


def as_mentions(names: Iterable[NameMention]) -> list[Mention]:
    """The same as the mentions of actors and places that the contract prints; a bare adjective is neither."""
    return list(_as_mentions(names))


def _as_mentions(names: Iterable[NameMention]) -> Iterator[Mention]:
    for name in names:
        if name.actor is not None and name.kind != "adjective":
            yield Mention("actor", name.actor, name.start, name.end)
        if name.place is not None:
            yield Mention("place", name.place, name.start, name.end)


def _mentions(words: Words, found: Iterable[Hit | Found]) -> Iterator[NameMention]:
    for name in found:
        start, end = words.starts[name.first], words.ends[name.last - 1]
        possessive = words.flat.startswith("'s" if words.flat[end - 1] != "s" else "'", end)
        if isinstance(name, Hit):
            yield _of_hit(name, start, end, possessive)
        else:
            yield _of_found(name, words.text[start:end], start, end, possessive)


def _of_hit(hit: Hit, start: int, end: int, possessive: bool) -> NameMention:
    place = by_id(hit.place.id) if hit.place else None
    if hit.form is None:
        return NameMention(start, end, "place", None, place, None, possessive)
    spec = hit.form.actor
    kind = "adjective" if hit.form.sort == "adjective" else "actor"
    of = by_id(spec.of) if spec.of else None
    return NameMention(start, end, kind, by_id(spec.id), place if kind == "actor" else None, of, possessive)


def _of_found(found: Found, quote: str, start: int, end: int, possessive: bool) -> NameMention:
    value = by_words(found.value or quote)
    of = by_id(found.inside) if found.inside else None
    if found.kind == "venue":
        return NameMention(start, end, "venue", None, value, of, possessive)
    if found.kind == "place":
        return NameMention(start, end, "name", None, value, of, possessive)
    return NameMention(start, end, found.kind, value, None, of, possessive)


def _with_officials(words: Words, names: Iterable[NameMention], reader: _Reader) -> list[NameMention]:
    """With "Russian" and the office after it as one mention: of the state, or of the person named there."""
    folded = words.flat.lower()
    kept: list[NameMention] = []
    for name in names:
        before = kept[-1] if kept else None
        if before is not None and name.start < before.end:
            continue
        if before is not None and _is_in_office(before, name, words):
            kept[-1] = replace(name, start=before.start, of=before.actor)
            continue
        end = 0
        if _is_state(name, reader) and not _is_counted(folded, name.start, reader):
            end = reach(folded, name.end, reader.officials)
        kept.append(NameMention(name.start, end, "actor", name.actor, None, name.actor) if end else name)
    return kept


def _is_in_office(before: NameMention, name: NameMention, words: Words) -> bool:
    """Whether `before` is an office right before the name of who holds it: "Russian President Vladimir Putin"."""
    is_office = before.of is not None and before.of == before.actor
    return is_office and name.kind in ("person", "actor", "name") and words.text[before.end : name.start] == " "


def _is_counted(folded: str, start: int, reader: _Reader) -> bool:
    """Whether a number stands before it, so that it counts people: "two Russian officials"."""
    before = folded[max(start - 12, 0) : start].split()
    return bool(before) and (before[-1].isdigit() or before[-1] in reader.numbers)


def _is_state(name: NameMention, reader: _Reader) -> bool:
    """Whether an office after it would speak for a state: "Russian", "U.S.", "Ukraine's"."""
    if name.actor is None or not name.actor.known:
        return False
    spec = reader.lexicon.roster.actors.get(name.actor.id)
    return spec is not None and spec.kind == "state"
