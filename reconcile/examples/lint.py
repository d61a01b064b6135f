"""What rules get wrong among themselves. In: a rulebook. Out: located errors.

A wording file without a counter-example, two patterns of one id, a word list that no pattern asks for, a name that
stands for two actors, and a parent, owner or container that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.errors import RuleError
from reconcile.rulebook import Rulebook
from reconcile.rulebook.decode import decode
from reconcile.rulebook.gazetteer import Gazetteer, gazetteer
from reconcile.rulebook.place import place
from reconcile.rulebook.rule_file import RuleFile
from reconcile.rulebook.spec import ActorFile, ActorSpec, PlaceFile

_BRACES = re.compile(r"\{(?:[a-z_]+:)?([a-z_-]+)\}")


def faults(book: Rulebook) -> Iterator[RuleError]:
    """Everything wrong, file by file."""
    for fact, language in sorted(book.wordings):
        yield from _wording_faults(book, fact, language)
    owners: dict[str, str] = {}
    for name in sorted(book.files):
        if name.startswith("actors/"):
            yield from _actor_faults(book, name, owners)
        elif name.startswith("places/"):
            yield from _place_faults(book, name, gazetteer(book))
    for file in book.gazetteers:
        yield from _gazetteer_faults(file, gazetteer(book))


def _wording_faults(book: Rulebook, fact: str, language: str) -> Iterator[RuleError]:
    name = f"facts/{fact}/{language}.toml"
    wordings = book.wordings[fact, language]
    if not any(example.claim == "none" for example in wordings.example):
        yield place(book, name, (), 'no counter-example: write an [[example]] with claim = "none"')
    seen = set()
    for number, pattern in enumerate(wordings.pattern):
        if pattern.id in seen:
            yield place(book, name, ("pattern", number, "id"), f"a second pattern {pattern.id!r}")
        seen.add(pattern.id)
    matches = [*(pattern.match for pattern in wordings.pattern), *(one.match for one in wordings.except_)]
    matches += wordings.parts.values()
    asked = {name for match in matches for name in _BRACES.findall(match)}
    for words in wordings.words:
        if words not in asked and words not in {term.id for term in book.facts[fact].term}:
            yield place(book, name, ("words", words), f"no pattern asks for the list {words!r}")
    for part in sorted(wordings.parts.keys() - asked):
        yield place(book, name, ("parts", part), f"no pattern asks for the part {part!r}")


def _actor_faults(book: Rulebook, name: str, owners: dict[str, str]) -> Iterator[RuleError]:
    for number, actor in enumerate(decode(ActorFile, book.files[name].path, name).actor):
        if book.actors[actor.id] != actor:
            continue  # another file replaces it
        for words in _names(actor):
            owner = owners.setdefault(words, actor.id)
            if owner != actor.id:
                what = f"{words!r} stands for {owner!r} and for {actor.id!r}; a name has one owner"
                yield place(book, name, ("actor", number), what)


def _names(actor: ActorSpec) -> tuple[str, ...]:
    return tuple(dict.fromkeys((actor.name, *actor.also, *actor.adjective, *actor.metonym)))


def _place_faults(book: Rulebook, name: str, known: Gazetteer) -> Iterator[RuleError]:
    for number, spec in enumerate(decode(PlaceFile, book.files[name].path, name).place):
        for container in spec.within:
            if known.place(container) is None:
                yield place(book, name, ("place", number), _nowhere(spec.id, container))


def _gazetteer_faults(file: RuleFile, known: Gazetteer) -> Iterator[RuleError]:
    for number, line in enumerate(file.path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            identity, containers = line.split("\t")[0], line.split("\t")[3]
            for container in filter(None, containers.split(";")):
                if known.place(container) is None:
                    yield RuleError(file.shown, number, 1, _nowhere(identity, container), line)


def _nowhere(identity: str, container: str) -> str:
    return f"{identity!r} lies within {container!r}, which no file of places/ has"
