"""`rules/languages/<language>/names.toml`: the words around and inside names. In: nothing. Out: the spec."""

from __future__ import annotations

from msgspec import Struct


class NameWords(Struct, frozen=True):
    """The words around and inside names, in lower case."""

    joins: tuple[str, ...]  # small words inside a name that no rule knows: "of the", "de la"
    known_joins: tuple[str, ...]  # small words inside a name that a rule knows, more of them: "and", "in the"
    abbreviations: tuple[str, ...]  # words whose full stop does not end a name: "st", "gen"
    articles: tuple[str, ...]  # prefixes of Arabic names that stand before a hyphen: "al"
    titles: tuple[str, ...]  # words before a person's name
    honorifics: tuple[str, ...]  # those of them that stand right before a surname: "dr", "colonel"
    saints: tuple[str, ...]  # before a given name they make a place of it: "San Francisco"
    venues: tuple[str, ...]  # last words of buildings, streets and other spots
    spots: tuple[str, ...]  # of those, what lies in a town: a street, a building
    bodies: tuple[str, ...]  # last words of organisations
    plain: tuple[str, ...]  # words that are capitalised at a sentence's start or always, and no names
    given: tuple[str, ...]  # given names
    shy_places: tuple[str, ...]  # names of towns that are ordinary words or given names: only beside "in" or a region
    where: tuple[str, ...]  # words before a place: "in", "near"
    inside: tuple[str, ...]  # those of them behind which something is said to be or to happen: "in"
    of: tuple[str, ...]  # between a name and what it is of: "Bank of the Desert"
    definite: tuple[str, ...]  # behind them an adjective may begin a name: "the Black Wolves"
    shares: tuple[str, ...]  # before "of" they tell of some of a body, and are no part of its name: "members"
    sides: tuple[str, ...]  # words before a place's name that are no part of it: "downtown", "northern"
    openers: tuple[str, ...]  # words of other languages that begin the names of places: "san", "los"
    endings: tuple[str, ...]  # what an ordinary word may add: "s", "ed"
    beginnings: tuple[str, ...]  # what it may add in front: "anti"
    quarters: tuple[str, ...]  # words after the name of a part of a town: "neighborhood"
    region_words: tuple[str, ...]  # words after a region's name: "province"
    official_words: tuple[str, ...]  # after "Russian" or "Russia's": who speaks or acts for the state
    official_before: tuple[str, ...]  # words that may stand between: "senior", "military"
    blends: tuple[str, ...]  # before an adjective they make another one of it: "Latin American"
    after_state: tuple[str, ...]  # words after "U.S." that show it to be a noun: "said", "and"
    numbers: tuple[str, ...]  # before "Russian officials" they count people: "two"
    short_words: tuple[str, ...]  # words that look like acronyms where a text is all capitals: "is", "us"
    town_size: int  # towns smaller than this are places only beside "in" or a region

    __hash__ = object.__hash__  # loaded once; caches key on its identity
