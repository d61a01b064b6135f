"""Which outlet an article is from. In: what its header calls the outlet, its URL, a rulebook. Out: an `OutletSpec`.

An outlet goes by its id, its names and its web domains (the longest that fits); a name that no rule has may be another
spelling of one."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from reconcile.rulebook import Rulebook
from reconcile.rulebook.gazetteer import name_key
from reconcile.rulebook.spec import OutletSpec
from reconcile.text.likeness import closest


class Outlets:
    """The outlets that a rulebook knows, by the keys of their names and by their domains."""

    def __init__(self, book: Rulebook) -> None:
        self._by_name: dict[str, OutletSpec] = {}
        self._by_domain: dict[str, OutletSpec] = {}
        self._alike: dict[str, OutletSpec | None] = {}
        self._named: dict[str, OutletSpec | None] = {}  # by a name as it was given: very many articles have few
        for spec in book.outlets.values():
            keys = [name_key(name) for name in (spec.id, spec.name, *spec.also)]
            self._by_name.update(dict.fromkeys(keys, spec))
            self._by_domain.update(dict.fromkeys(spec.domains, spec))
        for key, spec in list(self._by_name.items()):  # "The Daily Star" and "Daily Star" may be two
            self._by_name.setdefault(key.removeprefix("the "), spec)

    def find(self, name: str, url: str = "") -> OutletSpec | None:
        """The outlet that is called `name`, or whose page `url` is where no name is given; None for an unknown one."""
        if not name:
            return self._of_page(url)
        if name not in self._named:
            self._named[name] = self._called(name)
        return self._named[name]

    def _called(self, name: str) -> OutletSpec | None:
        key = name_key(name)
        known = self._by_name.get(key) or self._by_name.get(key.removeprefix("the "))
        return known or self._by_domain.get(name.lower().removeprefix("www.")) or self._spelled(key)

    def _spelled(self, key: str) -> OutletSpec | None:
        if key not in self._alike:
            self._alike[key] = self._by_name.get(closest(key, self._by_name))
        return self._alike[key]

    def _of_page(self, url: str) -> OutletSpec | None:
        try:
            host = urlsplit(url).hostname or ""
        except ValueError:  # no URL at all
            return None
        labels = host.split(".")
        domains = (".".join(labels[at:]) for at in range(len(labels)))
        return next((self._by_domain[domain] for domain in domains if domain in self._by_domain), None)


@lru_cache(maxsize=8)
def outlets(book: Rulebook) -> Outlets:
    """The outlets of `book`, indexed once."""
    return Outlets(book)


def outlet_name(name: str, url: str, book: Rulebook) -> str:
    """What to call an article's outlet: by the rules, else as its header does; empty where nothing tells it."""
    spec = outlets(book).find(name, url)
    return spec.name if spec else name
