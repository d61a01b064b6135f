"""`rules/languages/<language>/sentences.toml`: what does not end a sentence, and function words. In: nothing. Out: the spec."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """What does not end a sentence, and function words."""
