"""Who is who: the names of known parties, ready for matching. In: a rulebook. Out: a `Roster`.

A name is held by its key (`gazetteer.name_key`). Some names count only as written (`exact`: "WHO" is not "who"), some
only in an article that gives another name of the party (`shared`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reconcile.rulebook import Rulebook
from reconcile.rulebook.gazetteer import name_key
from reconcile.rulebook.spec import ActorSpec

_LONGEST_ACRONYM = 6
_PLURAL_IN_S = ("n", "i", "t", "k", "b", "d")  # "Russians", "Iraqis", but not "Chineses"


@dataclass(frozen=True, slots=True)
class NameForm:
    """One name of one party. `sort` is name, adjective or metonym; `exact` its letters where capitals matter."""

    actor: ActorSpec
    sort: str
    exact: str
    shared: bool
    dotted: bool = False


class Roster:
    """The forms of every name, by key; and the ways from a party to those it is a branch of."""

    def __init__(self, book: Rulebook) -> None:
        self.actors = book.actors
        self.forms: dict[str, tuple[NameForm, ...]] = {}
        for actor in book.actors.values():
            sure = tuple(name for name in (actor.name, *actor.also) if name not in actor.shared)
            self._add(actor, "name", sure, shared=False)
            self._add(actor, "name", actor.shared, shared=True)
            self._add(actor, "adjective", actor.adjective, shared=False)
            if actor.kind == "state":
                plurals = tuple(f"{word}s" for word in actor.adjective if word.endswith(_PLURAL_IN_S))
                self._add(actor, "adjective", plurals, shared=False)
            self._add(actor, "metonym", actor.metonym, shared=False)

    def _add(self, actor: ActorSpec, sort: str, names: tuple[str, ...], *, shared: bool) -> None:
        for name in names:
            key = name_key(name)
            form = NameForm(actor, sort, _exact(name), shared, "." in name)
            self.forms[key] = (*self.forms.get(key, ()), form)

    def parents(self, actor: str) -> tuple[str, ...]:
        """The ids of everything that `actor` is a branch of, nearest first."""
        found: dict[str, None] = {}
        queue = [actor]
        for branch in queue:
            spec = self.actors.get(branch)
            for parent in spec.affiliate_of if spec else ():
                if parent not in found and parent != actor:
                    found[parent] = None
                    queue.append(parent)
        return tuple(found)


@lru_cache(maxsize=8)
def roster(book: Rulebook) -> Roster:
    """The parties that `book` knows, indexed once."""
    return Roster(book)


def letters(name: str) -> str:
    """The letters and digits of a name, capitals kept: how an exact name is compared."""
    return "".join(char for char in name if char.isalnum())


def _exact(name: str) -> str:
    """The letters of a short name that is written with more than one capital in its first word, else nothing."""
    first = name.split(maxsplit=1)[0]
    capitals = sum(char.isupper() for char in first)
    return (
        letters(name)
        if capitals > 1 and len(letters(first)) <= _LONGEST_ACRONYM and "-" not in name.strip("-")[2:]
        else ""
    )
