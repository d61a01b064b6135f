"""Actors that point at each other rightly. In: all actors and where each stands. Out: nothing; RuleError at the place.

A branch names a parent that exists, nobody is its own ancestor, and ids are plain words joined by hyphens."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from reconcile.errors import RuleError
from reconcile.kinds import named
from reconcile.rulebook.decode import rule_error
from reconcile.rulebook.rule_file import RuleFile
from reconcile.rulebook.spec import ActorSpec

Stands = tuple[RuleFile, int]  # the file, and which [[actor]] of it


def check_actors(actors: Mapping[str, ActorSpec], stands: Mapping[str, Stands]) -> None:
    """Raise RuleError for the first actor whose id or parents cannot be."""
    for spec in actors.values():
        if not _is_id(spec.id):
            raise _error(stands[spec.id], "id", f"{spec.id!r} is no id: small letters and digits joined by hyphens")
        for key, parent in _parents(spec):
            if parent not in actors:
                close = difflib.get_close_matches(parent, actors, 1)
                hint = f"; did you mean {close[0]!r}?" if close else ""
                raise _error(stands[spec.id], key, f"no actor is called {parent!r}{hint}")
        if spec.id in _ancestors(spec, actors):
            raise _error(stands[spec.id], "affiliate_of", f"{spec.id!r} would be its own ancestor")


def _is_id(identity: str) -> bool:
    try:
        return named.parse(identity).known
    except ValueError:
        return False


def _parents(spec: ActorSpec) -> Iterator[tuple[str, str]]:
    yield from (("affiliate_of", parent) for parent in spec.affiliate_of)
    if spec.of:
        yield "of", spec.of


def _ancestors(spec: ActorSpec, actors: Mapping[str, ActorSpec]) -> set[str]:
    found: set[str] = set()
    queue = list(spec.affiliate_of)
    while queue:
        parent = queue.pop()
        if parent not in found and parent in actors:
            found.add(parent)
            queue += actors[parent].affiliate_of
    return found


def _error(stands: Stands, key: str, what: str) -> RuleError:
    file, number = stands
    return rule_error(file.shown, file.path.read_text(encoding="utf-8-sig"), ("actor", number, key), what)
