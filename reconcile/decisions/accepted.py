"""A value that a person types, checked. In: its spelling and the fact it answers. Out: its one spelling."""

from __future__ import annotations

from difflib import get_close_matches

from reconcile.errors import UsageError
from reconcile.kinds import KINDS
from reconcile.rulebook import Rulebook
from reconcile.rulebook.gazetteer import gazetteer
from reconcile.rulebook.spec import Fact


def spelled(text: str, fact: Fact, book: Rulebook) -> str:
    """`text` as the fact's kind spells it (docs/contract.md has the spellings). Raises UsageError, which says what is
    allowed.

    Ids of actors, places and terms must be known; whom no rule knows is `name:` and the name."""
    try:
        value = str(KINDS[fact.kind].parse(" ".join(text.split())))
    except ValueError as error:
        raise UsageError(f"{fact.id}: {error}") from None
    if not value.startswith("name:") and not _known(value, fact, book):
        raise UsageError(f"{fact.id}: {value!r} is not known{_hint(value, fact, book)}")
    return value


def _known(value: str, fact: Fact, book: Rulebook) -> bool:
    match fact.kind:
        case "term":
            return any(term.id == value for term in fact.term)
        case "actor":
            return value in book.actors
        case "place":
            return gazetteer(book).place(value) is not None
    return True


def _hint(value: str, fact: Fact, book: Rulebook) -> str:
    if fact.kind == "term":
        return f"; there are {', '.join(term.id for term in fact.term)}"
    close = get_close_matches(value, book.actors, n=3) if fact.kind == "actor" else []
    meant = f"; did you mean {', '.join(close)}?" if close else ""
    return f"{meant or ';'} or name:{value} for {'whom' if fact.kind == 'actor' else 'where'} no rule knows"
