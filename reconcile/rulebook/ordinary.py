"""The ordinary words of a language, by which a text in capitals shows its names. In: a rulebook. Out: `Ordinary`.

They stand in `rules/languages/<language>/ordinary.txt`, separated by white space, without those that only add an
ending; lines that begin with "#" are comments. The file is read when a text in capitals first asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from reconcile.rulebook.language.names import NameWords

_STEM = 3  # letters that are left without an ending
_MOST_WORDS = 50_000  # of which it is remembered whether they are ordinary


class Ordinary:
    """Tells ordinary words from names. `roots` are folders of rules, `spec` says what an ordinary word may add."""

    def __init__(self, roots: Sequence[Path], language: str, spec: NameWords) -> None:
        self._files = [root / "languages" / language / "ordinary.txt" for root in roots]
        self._endings, self._beginnings = spec.endings, spec.beginnings
        self._asked: dict[str, bool] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that are listed; none where no folder of rules lists any."""
        return frozenset(self._listed())

    def __contains__(self, word: str) -> bool:
        known = self._asked.get(word)
        if known is None:
            if len(self._asked) >= _MOST_WORDS:
                self._asked.clear()
            known = self._asked[word] = self._is_ordinary(word)
        return known

    def _is_ordinary(self, word: str) -> bool:
        bare = (word.removeprefix(beginning) for beginning in self._beginnings if word.startswith(beginning))
        return self._listed_or_longer(word) or any(len(rest) >= _STEM and self._listed_or_longer(rest) for rest in bare)

    def _listed_or_longer(self, word: str) -> bool:
        return word in self.words or any(
            word.endswith(ending) and len(word) >= _STEM + len(ending) and word[: -len(ending)] in self.words
            for ending in self._endings
        )

    def _listed(self) -> Iterator[str]:
        for file in self._files:
            for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
                if not line.startswith("#"):
                    yield from line.split()
