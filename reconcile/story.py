"""By which words an article tells its story. In: nothing. Out: `Story`, a noun of `model` with a module of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Story:
    """Words, folded, each with how often, those in the title and the first sentences counting for more. `names` are
    those of them that stand in names. Figures that count somebody are no part of it."""

    words: Mapping[str, int] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
