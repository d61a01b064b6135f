"""Patterns over untrusted text, in time linear in its length. In: RE2 syntax. Out: compiled patterns.

The home of google-re2. RE2 has no lookaround and no back-references; `\\w` and `\\b` are ASCII, so rules match folded
text (see `fold`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

import re2


class Match(Protocol):
    """The part of `re.Match` that rules use; groups by number (re2 takes no names here, see `Pattern.groupindex`)."""

    def start(self, group: int = 0, /) -> int: ...  # noqa: D102
    def end(self, group: int = 0, /) -> int: ...  # noqa: D102
    def span(self, group: int = 0, /) -> tuple[int, int]: ...  # noqa: D102
    def group(self, group: int | str = 0, /) -> str | None: ...  # noqa: D102
    def groupdict(self) -> dict[str, str | None]: ...  # noqa: D102
    def __getitem__(self, group: int | str, /) -> str | None: ...


class Pattern(Protocol):
    """The part of `re.Pattern` that rules use."""

    @property
    def pattern(self) -> str: ...  # noqa: D102
    @property
    def groups(self) -> int: ...  # noqa: D102
    @property
    def groupindex(self) -> dict[str, int]: ...  # noqa: D102
    def search(self, text: str, pos: int = 0, endpos: int | None = None, /) -> Match | None: ...  # noqa: D102
    def match(self, text: str, pos: int = 0, endpos: int | None = None, /) -> Match | None: ...  # noqa: D102
    def fullmatch(self, text: str, pos: int = 0, endpos: int | None = None, /) -> Match | None: ...  # noqa: D102
    def finditer(self, text: str, pos: int = 0, endpos: int | None = None, /) -> Iterator[Match]: ...  # noqa: D102


def compiled(pattern: str) -> Pattern:
    """`pattern` compiled. Raises ValueError with RE2's own words where it is no pattern."""
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 256 << 20
    try:
        return re2.compile(pattern, options=options)  # type: ignore[no-any-return]
    except re2.error as error:
        what = error.args[0] if error.args else error
        raise ValueError(what.decode() if isinstance(what, bytes) else str(what)) from None


def one_of(phrases: Iterable[str]) -> str:
    """A group that matches any of `phrases`, the longest first, their spaces as any single space.

    >>> one_of(["a", "a few", "U.S."])
    '(?:a few|U\\\\.S\\\\.|a)'
    """
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re2.escape(phrase).replace("\\ ", " ") for phrase in longest_first) + ")"


class PatternSet:
    """Many patterns asked at once which of them occur in a text at all."""

    def __init__(self, patterns: Iterable[str]) -> None:
        options = re2.Options()
        options.log_errors = False
        options.max_mem = 512 << 20
        self._set = re2.Set.SearchSet(options)
        self._empty = True
        for pattern in patterns:
            self._set.Add(pattern)
            self._empty = False
        self._set.Compile()

    def hits(self, text: str) -> list[int]:
        """The indexes of the patterns that occur in `text`, in their order."""
        return [] if self._empty else sorted(self._set.Match(text) or ())
