"""Where things are: places by name, and what lies within what. In: a rulebook. Out: a `Gazetteer`.

Places come from `rules/places/*.toml` and from the compact lists `rules/places/*.tsv` (id, name, other names, within,
population; names and ids separated by semicolons), which are kept as lines and parsed where a name is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reconcile.errors import RuleError
from reconcile.rulebook import Rulebook
from reconcile.rulebook.rule_file import RuleFile
from reconcile.rulebook.spec import PlaceSpec
from reconcile.text.fold import fold

_APOSTROPHES = re.compile(r"['.]|-(?=\d)")
_APART = re.compile(r"[^a-z0-9]+")
_COLUMNS = 5
_REGION, _COUNTRY = 150_000, 1_000_000_000


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere on earth. `population` is 0 for what is no town; `within` names what is nearest around it."""

    id: str
    name: str
    within: tuple[str, ...]
    population: int

    @property
    def rank(self) -> int:
        """By which places of one name are ordered: towns by their people, a region like a town of middling size."""
        return self.population or _REGION

    @property
    def wide(self) -> bool:
        """Whether it is a region, a country or more, rather than a town."""
        return not 0 < self.population < _COUNTRY


def name_key(name: str) -> str:
    """A name as indexes hold it: folded words with single spaces, without dots and apostrophes.

    >>> name_key("Sana'a"), name_key("U.S."), name_key("Islamic State—Khorasan"), name_key("M-19")
    ('sanaa', 'us', 'islamic state khorasan', 'm19')
    """
    return _APART.sub(" ", _APOSTROPHES.sub("", fold(name))).strip()


class Gazetteer:
    """Places by the key of their name, most populous first, and by id. The same id in a later list replaces it."""

    def __init__(self, book: Rulebook) -> None:
        self._lines: dict[str, str] = {}
        self._by_key: dict[str, str] = {}  # ids, separated by spaces
        self.abbreviations: dict[str, dict[str, str]] = {}  # by key, "Fla", "L.A" and the place of each
        self._named: dict[str, tuple[Place, ...]] = {}
        self._parents: dict[str, tuple[str, ...]] = {}
        for file in book.gazetteers:
            self._read(file)
        for spec in book.places.values():
            self._add_spec(spec)

    def _read(self, file: RuleFile) -> None:
        lines, by_key = self._lines, self._by_key
        for number, line in enumerate(file.path.read_text(encoding="utf-8").splitlines(), 1):
            if not line or line[0] == "#":
                continue
            try:
                place, name, also, _ = line.split("\t", 3)
            except ValueError:
                what = "a place is: id, name, other names, within, population; with tabs between them"
                raise RuleError(file.shown, number, 1, what, line) from None
            lines[place] = line
            key = name.lower() if name.replace(" ", "").isalpha() and name.isascii() else name_key(name)
            by_key[key] = f"{by_key[key]} {place}" if key in by_key else place
            if also:
                self._name(place, also.split(";"))

    def _name(self, place: str, names: list[str]) -> None:
        for name in names:
            key = name_key(name)
            if name.endswith(".") or name.isupper():
                self.abbreviations.setdefault(key, {})[name.rstrip(".")] = place
            ids = self._by_key.get(key)
            if ids is None:
                self._by_key[key] = place
            elif place not in ids.split():
                self._by_key[key] = f"{ids} {place}"

    def _add_spec(self, spec: PlaceSpec) -> None:
        self._lines[spec.id] = "\t".join(
            (spec.id, spec.name, ";".join(spec.also), ";".join(spec.within), str(spec.population))
        )
        self._name(spec.id, [spec.name, *spec.also])

    @property
    def keys(self) -> dict[str, str]:
        """The ids of the places of each name, separated by spaces."""
        return self._by_key

    def place(self, place: str) -> Place | None:
        """The place of that id."""
        line = self._lines.get(place)
        return None if line is None else _parsed(line)

    def named(self, key: str) -> tuple[Place, ...]:
        """The places of a name (its `name_key`), most populous first."""
        known = self._named.get(key)
        if known is None:
            found = [_parsed(self._lines[place]) for place in self._by_key.get(key, "").split()]
            known = self._named[key] = tuple(sorted(found, key=lambda place: -place.rank))
        return known

    def called(self, place: Place) -> str:
        """Its name as no other place is called: of those that share a name the most populous has it alone, the others
        with what is nearest around them, and with their ids where that is not enough."""
        same = [other for other in self.named(name_key(place.name)) if other.name == place.name]
        if len(same) < 2 or same[0] == place:
            return place.name
        called = {other.id: self._within_what(other) for other in same}
        twins = list(called.values()).count(called[place.id]) > 1
        return f"{called[place.id]} ({place.id})" if twins else called[place.id]

    def _within_what(self, place: Place) -> str:
        around = self.place(place.within[0]) if place.within else None
        return f"{place.name}, {around.name}" if around else f"{place.name} ({place.id})"

    def abbreviated(self, key: str, written: str) -> tuple[Place, ...]:
        """The places whose abbreviation is `written` so, in other capitals if need be: "La.", "LA", "L.A."."""
        forms = self.abbreviations.get(key, {})
        alike = [place for form, place in forms.items() if form == written.rstrip(".")]
        alike = alike or [place for form, place in forms.items() if name_key(form) == key and written.isupper()]
        return tuple(_parsed(self._lines[place]) for place in alike)

    def parents(self, place: str) -> tuple[str, ...]:
        """The ids of everything that contains it, nearest first."""
        if place not in self._parents:
            self._parents[place] = tuple(self._above(place))
        return self._parents[place]

    def _above(self, place: str) -> dict[str, None]:
        found: dict[str, None] = {}
        queue = [place]
        for inner in queue:
            line = self._lines.get(inner)
            for outer in _parsed(line).within if line else ():
                if outer not in found and outer != place:
                    found[outer] = None
                    queue.append(outer)
        return found

    def contains(self, outer: str, inner: str) -> bool:
        """Whether `inner` lies within `outer`; a place does not contain itself."""
        return outer in self.parents(inner)


@lru_cache(maxsize=8)
def gazetteer(book: Rulebook) -> Gazetteer:
    """The places of `book`, read once."""
    return Gazetteer(book)


@lru_cache(maxsize=8192)
def _parsed(line: str) -> Place:
    place, name, _, within, population = line.split("\t")[:_COLUMNS]
    return Place(place, name, tuple(part for part in within.split(";") if part), int(population or 0))
