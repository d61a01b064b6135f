"""`rules/languages/<language>/frequent.toml`: words that tell no story from another. In: nothing. Out: the spec."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FrequentWords:
    """Words that very many articles have, folded."""

    words: tuple[str, ...]

    __hash__ = object.__hash__  # loaded once; caches key on its identity
