"""`rules/languages/<language>/sentences.toml`: what does not end a sentence. In: nothing. Out: the spec."""

from __future__ import annotations

from msgspec import Struct


class SentenceWords(Struct, frozen=True):
    """What does not end a sentence: words that are written with a full stop, without that stop.

    A word given with a capital is an abbreviation only where the text gives it one ("Miss.", not "a near miss.")."""

    titles: tuple[str, ...]  # always followed by a name: the stop after them never ends a sentence
    numbered: tuple[str, ...]  # the stop after them ends no sentence if a digit follows
    abbreviations: tuple[
        str, ...
    ]  # the stop after them, as after "U.S.", ends a sentence only before one of `starters`
    starters: tuple[str, ...]  # words that begin sentences and hardly ever names

    __hash__ = object.__hash__  # loaded once; caches key on its identity
