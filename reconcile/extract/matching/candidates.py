"""Which rules can match a sentence at all. In: what each rule needs, and word lists. Out: the rules worth trying.

A rule whose needs are not all there is ruled out by set operations, hundreds of times quicker than by its pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reconcile.extract.matching.required import Clauses
from reconcile.extract.matching.slots import ASKED

_WORD = re.compile(r"[^\W_]+")
_COUNTED = frozenset({"count", "people", "attackers", "things"})  # sorts that only the masked sentence shows


class Candidates:
    """Rules by what they need. `needs` holds for each rule the names of slots (`{count}`), lists and words."""

    def __init__(self, needs: Sequence[Clauses], lists: Mapping[str, Sequence[str]]) -> None:
        members = {member for clauses in needs for clause in clauses for member in clause}
        self._needs = tuple(tuple(sorted(clauses, key=len)) for clauses in needs)
        self._slots = tuple((f"{{{asked}}}", frozenset(of)) for asked, of in ASKED.items() if f"{{{asked}}}" in members)
        self._telling: dict[str, set[str]] = {member: {member} for member in members if member[0] != "{"}
        for name in sorted(members & lists.keys()):
            for phrase in lists[name]:
                longest = max(_WORD.findall(phrase), key=len, default="")  # the word that the fewest sentences have
                self._telling.setdefault(longest, set()).add(name)

    def among(self, text: str, sorts: set[str]) -> Iterator[int]:
        """The rules that may match a masked sentence with slots of `sorts`."""
        present = self._present(text, sorts)
        return (n for n, clauses in enumerate(self._needs) if not any(map(present.isdisjoint, clauses)))

    def any(self, folded: str, sorts: set[str]) -> bool:
        """Whether any rule may match a sentence of which only dates, names and happenings are known to be of
        `sorts`."""
        return next(self.among(folded, sorts | _COUNTED), None) is not None

    def _present(self, text: str, sorts: set[str]) -> set[str]:
        present = {asked for asked, of in self._slots if not sorts.isdisjoint(of)}
        for word in self._telling.keys() & set(_WORD.findall(text)):
            present |= self._telling[word]
        return present
