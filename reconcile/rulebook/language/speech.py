"""`rules/languages/<language>/speech.toml`: reporting verbs and what goes with them. In: nothing. Out: the spec."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Reporting verbs and what goes with them."""
