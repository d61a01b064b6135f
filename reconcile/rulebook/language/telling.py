"""`rules/languages/<language>/telling.toml`: how common words are, and which numbers name something. In: nothing. Out:
the spec."""

from __future__ import annotations

from msgspec import Struct


class Band(Struct, frozen=True):
    """`[[band]]`: words, folded, that about this share of all articles have."""

    share: float
    words: tuple[str, ...]


class TellingWords(Struct, frozen=True):
    """By which words one story is told from another."""

    numbered_behind: tuple[str, ...]  # what makes a name of the number before it: "the 1800 block"
    numbered_before: tuple[str, ...]  # and of the one behind it: "flight 370"
    band: tuple[Band, ...]

    __hash__ = object.__hash__  # loaded once; caches key on its identity

    def shares(self) -> dict[str, float]:
        """The share of each word that is in a band."""
        return {word: band.share for band in self.band for word in band.words}
