"""What recognising names needs of a rulebook in one language, prepared once. In: a rulebook. Out: a `Lexicon`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile.extract.names.words import Spelling, spelling
from reconcile.rulebook import Rulebook
from reconcile.rulebook.gazetteer import Gazetteer, gazetteer
from reconcile.rulebook.language.names import NameWords
from reconcile.rulebook.ordinary import Ordinary
from reconcile.rulebook.roster import Roster, roster


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that recognising names needs of a rulebook in one language."""

    roster: Roster
    gazetteer: Gazetteer
    spec: NameWords
    spelling: Spelling
    ordinary: Ordinary  # the words of the language, read when a text in capitals asks for them
    firsts: frozenset[str]  # first words of names
    pairs: frozenset[str]  # first two words of longer names
    longest: int  # letters of the longest name
    of: tuple[str, ...]  # between a name and what it is of, with the space before: " of"
    numbered: re.Pattern[str]  # what ends with a number: " 12", " 55th"; the second group is what makes it an ordinal
    never: frozenset[str]  # words that are no town's name by themselves
    blends: frozenset[str]
    after_state: frozenset[str]
    short_words: frozenset[str]
    shy: frozenset[str]
    where: frozenset[str]
    region_words: frozenset[str]
    inside: frozenset[str]
    openers: frozenset[str]
    quarters: frozenset[str]
    sides: frozenset[str]  # what may stand between "in" and a place: "northern"
    happenings: frozenset[str]  # first words of nouns for them: "the Macon shooting"
    shares: frozenset[str]  # before "of" they tell of some of a body: "guerrillas of the Red Front"
    linking: frozenset[str]  # small words within any names, of which initials are silent: "of", "and"
    small_words: frozenset[str]  # within names that no rule knows: "de", "la"


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
    sets = (never, spec.blends, spec.after_state, spec.short_words, spec.shy_places, spec.where, spec.region_words)
    nouns = (noun for type_ in book.events[language].type for noun in (*type_.nouns, *type_.plural))
    happenings = {noun.split()[0] for noun in nouns}
    longest, words = max(map(len, keys), default=0), Ordinary(book.roots, language, spec)
    small = (word for join in spec.joins if not join.startswith((*spec.of, "-")) for word in join.split())
    of = tuple(f" {word}" for word in spec.of)
    numbered = _numbered(book.languages[language].people.around.ordinal_endings)
    linking = frozenset(word for join in (*spec.joins, *spec.known_joins) for word in join.split())
    return Lexicon(
        *(names, places, spec, spelling(spec), words, frozenset(firsts), pairs, longest, of, numbered),
        *map(
            frozenset,
            (*sets, spec.inside, spec.openers, spec.quarters, spec.sides, happenings, spec.shares, linking, small),
        ),
    )


def _numbered(endings: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b([0-9]{{1,4}})({'|'.join(map(re.escape, endings))})? $")
