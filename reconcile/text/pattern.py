"""Patterns over untrusted text, in time linear in its length. In: RE2 syntax. Out: compiled patterns.

The home of google-re2. RE2 has no lookaround and no back-references; `\\w` and `\\b` are ASCII, so rules match folded
text (see `fold`)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, Protocol, TypeVar

import re2

_ANYWHERE, _AT_START, _WHOLE = re2._Anchor.UNANCHORED, re2._Anchor.ANCHOR_START, re2._Anchor.ANCHOR_BOTH
Spans = list[tuple[int, int]]  # of the groups of a match
Refused = Callable[[str], Exception]  # what is raised where RE2 refuses a pattern, by its words
_NOWHERE: Spans = [(-1, -1)]

_OTHERS = "reconcile.text.pattern"  # how `str.encode` is told what other characters become
# the capturing groups of a pattern among what may hold brackets
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]|(?P<group>\((?:\?P?<(?P<name>\w+)>|(?!\?)))", re.DOTALL)
# what only patterns have that may tell such characters apart: themselves, their codes and classes, flags
_TELLS_APART = re.compile(r"[^\x00-\x7e]|\\x(?![0-6])|\\[0-7pPC]|\[:|\(\?[A-OQ-Za-z-]")


def _as_one(error: UnicodeError) -> tuple[str, int]:
    """The characters that ASCII lacks, each as one that no text has."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "\x7f" * (error.end - error.start), error.end


codecs.register_error(_OTHERS, _as_one)


def encode(text: str) -> bytes:
    """`text` as RE2 reads it, a byte for each character."""
    return text.encode("ascii", _OTHERS)


class Match:
    """Where a pattern matched; groups by number, as spans in characters, (-1, -1) for a group that took no part."""

    __slots__ = ("_groupindex", "spans", "text")

    def __init__(self, text: str, spans: Spans, groupindex: dict[str, int]) -> None:
        self.text, self.spans, self._groupindex = text, spans, groupindex

    def start(self, group: int = 0) -> int:
        """Where a group begins."""
        return self.spans[group][0]

    def end(self, group: int = 0) -> int:
        """Where a group ends."""
        return self.spans[group][1]

    def span(self, group: int = 0) -> tuple[int, int]:
        """Where a group stands."""
        return self.spans[group]

    def group(self, group: int = 0) -> str | None:
        """What a group matched, None where it took no part."""
        start, end = self.spans[group]
        return self.text[start:end] if start >= 0 else None

    def groupdict(self) -> dict[str, str | None]:
        """What the named groups matched."""
        return {name: self.group(number) for name, number in self._groupindex.items()}


class Pattern:
    """A compiled pattern, which asks RE2 itself: re2's own wrapper takes longer than most of its matches.

    RE2 counts bytes, which are characters where all are of ASCII. Other characters become one that no text has, unless
    the pattern tells them apart; then the wrapper counts."""

    __slots__ = ("_match", "_refused", "_tells_apart", "_wrapped", "groupindex", "groups", "pattern")

    _match: Any
    _wrapped: Any

    def __init__(self, pattern: str, refused: Refused = ValueError) -> None:
        self.pattern, self._refused = pattern, refused
        names = [token["name"] for token in _TOKEN.finditer(pattern) if token["group"]]
        self.groups = len(names)
        self.groupindex = {name: number for number, name in enumerate(names, 1) if name}
        self._tells_apart = _TELLS_APART.search(pattern) is not None

    def __getattr__(self, name: str) -> Any:
        """What there is only once the pattern is compiled: it is at the first question, as many are never asked."""
        if name not in ("_match", "_wrapped"):
            raise AttributeError(name)
        self.compile()
        return getattr(self, name)

    def compile(self) -> None:
        """Have RE2 read the pattern. Raises what `refused` makes of RE2's own words where it is none."""
        options = re2.Options()
        options.log_errors = False
        options.max_mem = 256 << 20
        try:
            self._wrapped = re2.compile(self.pattern, options=options)
        except re2.error as error:
            what = error.args[0] if error.args else error
            raise self._refused(what.decode() if isinstance(what, bytes) else str(what)) from None
        self._match = self._wrapped._regexp.Match

    def search(self, text: str, pos: int = 0, endpos: int | None = None) -> Match | None:
        """The first match in `text[pos:endpos]`."""
        return self._first(_ANYWHERE, text, pos, endpos)

    def match(self, text: str, pos: int = 0, endpos: int | None = None) -> Match | None:
        """The match that begins where `text[pos:endpos]` does."""
        return self._first(_AT_START, text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int | None = None) -> Match | None:
        """The match of all of `text[pos:endpos]`."""
        return self._first(_WHOLE, text, pos, endpos)

    def finditer(self, text: str) -> Iterable[Match]:
        """All matches from left to right, none within another."""
        if self._tells_apart and not text.isascii():
            return (self._counted(found, text) for found in self._wrapped.finditer(text))
        return [Match(text, spans, self.groupindex) for spans in self._all(text, encode(text))]

    def _all(self, text: str, encoded: bytes) -> Iterable[Spans]:
        """The spans of all matches."""
        if self._tells_apart and not text.isascii():
            return [self._counted(found, text).spans for found in self._wrapped.finditer(text)]
        spans = self._match(_ANYWHERE, encoded, 0, len(encoded))
        return self._rest(spans, encoded) if spans[0][0] >= 0 else ()

    def _rest(self, spans: Spans, encoded: bytes) -> Iterator[Spans]:
        """The match at `spans` and those behind it."""
        end = len(encoded)
        while spans[0][0] >= 0:
            yield spans
            start, pos = spans[0]
            pos += start == pos  # behind an empty match
            if pos > end:
                return
            spans = self._match(_ANYWHERE, encoded, pos, end)

    def _first(self, anchor: Any, text: str, pos: int, endpos: int | None) -> Match | None:
        end = len(text) if endpos is None else min(endpos, len(text))
        if self._tells_apart and not text.isascii():
            found = next(self._wrapped._match(anchor, text, pos, end), None)
            return None if found is None else self._counted(found, text)
        spans = self._match(anchor, encode(text), pos, end) if pos <= end else _NOWHERE
        return Match(text, spans, self.groupindex) if spans[0][0] >= 0 else None

    def _counted(self, found: Any, text: str) -> Match:
        return Match(text, [found.span(group) for group in range(self.groups + 1)], self.groupindex)


class Tried(Protocol):
    """What has a pattern."""

    @property
    def pattern(self) -> Pattern:
        """The pattern."""
        ...


_Tried = TypeVar("_Tried", bound=Tried)


def all_matches(tried: Iterable[_Tried], text: str) -> Iterator[tuple[_Tried, Spans]]:
    """Every match in `text` of the pattern of each of `tried`, with the spans of its groups."""
    encoded, plain = encode(text), text.isascii()
    end = len(encoded)
    for one in tried:
        pattern = one.pattern
        if plain or not pattern._tells_apart:
            spans = pattern._match(_ANYWHERE, encoded, 0, end)
            if spans[0][0] < 0:  # most have none, and are done with here, as a call takes longer
                continue
            matches: Iterable[Spans] = pattern._rest(spans, encoded)
        else:
            matches = pattern._all(text, encoded)
        for spans in matches:
            yield one, spans


def compiled(pattern: str) -> Pattern:
    """`pattern` compiled. Raises ValueError with RE2's own words where it is no pattern."""
    made = Pattern(pattern)
    made.compile()
    return made


def one_of(phrases: Iterable[str]) -> str:
    """A group that matches any of `phrases`, the longest first, their spaces as any single space.

    >>> one_of(["a", "a few", "U.S."])
    '(?:a few|U\\\\.S\\\\.|a)'
    """
    return _any(tuple(phrases))


@lru_cache(maxsize=1024)
def _any(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(map(_quoted, longest_first)) + ")"


def _quoted(phrase: str) -> str:
    plain = phrase.isascii() and phrase.replace(" ", "").isalnum()  # most are, and asking RE2 takes its time
    return phrase if plain else str(re2.escape(phrase).replace("\\ ", " "))
