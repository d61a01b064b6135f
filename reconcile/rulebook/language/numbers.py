"""`rules/languages/<language>/numbers.toml`: number words, bounds and vague counts. In: nothing. Out: the spec."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Number words, bounds and vague counts."""
