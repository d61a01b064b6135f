"""Offices after a state's name: "Russian officials", "Ukraine's Foreign Ministry". In: folded text. Out: their end."""

from __future__ import annotations

from reconcile.rulebook.language.names import NameWords
from reconcile.text.pattern import Pattern, compiled, one_of

_LONGEST = 100  # letters of an office


class Officials:
    """What may follow the name of a state and speak for it."""

    def __init__(self, spec: NameWords) -> None:
        before = one_of(spec.official_before)
        self.office: Pattern = compiled(rf"(?:'s)?[ \n](?:{before}[ \n]){{0,3}}{one_of(spec.official_words)}\b")


def reach(folded: str, end: int, officials: Officials) -> int:
    """Where the office ends that follows the name ending at `end`; 0 where none follows."""
    match = officials.office.match(folded[end : end + _LONGEST])  # RE2 reads all that it is given, at every call
    return end + match.end() if match else 0
