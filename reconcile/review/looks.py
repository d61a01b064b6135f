"""Lines of text with looks, laid out for a width. In: pieces of text. Out: lines that fit.

A look is a name; what it looks like is the screen's affair. Whatever comes from articles goes through `words`, which
leaves nothing in it that acts without being seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from reconcile.report.safe import one_line

PLAIN, DIM, STRONG, TITLE, MARK, DIFFERS, BAR, CURSOR, FOCUS, GOOD, WARN, KEY, HIGH, MEDIUM, LOW = (
    *("", "dim", "strong", "title", "mark", "differs", "bar", "cursor", "focus", "good", "warn", "key"),
    *("high", "medium", "low"),
)


class Piece(NamedTuple):
    """Text of one look."""

    text: str
    look: str = PLAIN


Line = tuple[Piece, ...]

_SPACES = re.compile(r"( +)")


def words(text: str, look: str = PLAIN) -> Piece:
    """Text by strangers as one piece of one line; the space at its ends stays."""
    inside = one_line(text)
    if not inside:
        return Piece(" " if text else "", look)
    return Piece(f"{' ' if text[0].isspace() else ''}{inside}{' ' if text[-1].isspace() else ''}", look)


def line(*pieces: Piece | str) -> Line:
    """A line; strings are plain."""
    return tuple(piece if isinstance(piece, Piece) else Piece(piece) for piece in pieces)


@lru_cache(maxsize=8192)
def _cell(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """How many columns of a terminal `text` takes.

    >>> width("a"), width("東京")
    (1, 4)
    """
    return len(text) if text.isascii() else sum(map(_cell, text))


def fit(text: str, columns: int) -> str:
    """`text` cut to `columns`, with `…` where something is left out."""
    if width(text) <= columns:
        return text
    return _head(text, columns - 1) + "…" if columns > 0 else ""


def _head(text: str, columns: int) -> str:
    """As much of the beginning as fits."""
    taken = 0
    for place, char in enumerate(text):
        taken += _cell(char)
        if taken > columns:
            return text[:place]
    return text


def wrap(pieces: Iterable[Piece | str], columns: int, *, hang: int = 0) -> list[Line]:
    """Lines of at most `columns`, broken between words where that is possible; later ones begin `hang` columns in.

    >>> [plain(one) for one in wrap(["at least ", Piece("137"), " lives"], 9)]
    ['at least', '137 lives']
    """
    lines: list[list[Piece]] = [[]]
    room, blank = columns, True  # blank: nothing is on the line yet but space
    for space, word in _words(line(*pieces)):
        wide = sum(width(piece.text) for piece in word)
        if not blank and width(space.text) + wide > room:
            lines.append([Piece(" " * hang)] if hang else [])
            room, blank = columns - hang, True
        elif space.text:
            lines[-1].append(space)
            room -= width(space.text)
        for text, look in word:
            rest = text
            while width(rest) > room:
                head = _head(rest, max(room, 2))
                lines[-1].append(Piece(head, look))
                rest = rest[len(head) :]
                lines.append([Piece(" " * hang)] if hang else [])
                room = columns - hang
            lines[-1].append(Piece(rest, look))
            room -= width(rest)
            blank = blank and not rest
    return [_joined(one) for one in lines]


def _words(pieces: Line) -> Iterator[tuple[Piece, list[Piece]]]:
    """Each word, which may be of several looks, with the space before it."""
    space, word = Piece(""), list[Piece]()
    for text, look in pieces:
        for part in _SPACES.split(text):
            if not part.strip():
                if part and word:
                    yield space, word
                    space, word = Piece(""), []
                space = Piece(space.text + part, look) if part else space
            else:
                word.append(Piece(part, look))
    yield space, word


def _joined(pieces: Sequence[Piece]) -> Line:
    """Neighbours of one look as one piece, without the space at the end of the line."""
    found: list[Piece] = []
    for text, look in pieces:
        if found and found[-1].look == look:
            found[-1] = Piece(found[-1].text + text, look)
        else:
            found.append(Piece(text, look))
    if found and found[-1].look in (PLAIN, DIM):
        found[-1] = Piece(found[-1].text.rstrip(), found[-1].look)
    return tuple(piece for piece in found if piece.text)


def columns_of(one: Line) -> int:
    """How many columns a line takes."""
    return sum(width(piece.text) for piece in one)


def padded(one: Line, columns: int, look: str = PLAIN) -> Line:
    """A line filled up with spaces, or cut."""
    taken = columns_of(one)
    if taken <= columns:
        return (*one, Piece(" " * (columns - taken), look)) if taken < columns else one
    found, room = [], columns
    for piece in one:
        text = fit(piece.text, room) if width(piece.text) > room else piece.text
        found.append(Piece(text, piece.look))
        room -= width(text)
        if room <= 0 or text != piece.text:
            break
    return padded(tuple(found), columns, look)


def beside(left: Sequence[Line], right: Sequence[Line], columns: int, between: str = " │ ") -> list[Line]:
    """Two blocks side by side, the left one `columns` wide."""
    rows = zip_longest(left, right, fillvalue=())
    return [(*padded(one, columns), Piece(between, DIM), *other) for one, other in rows]


def looked(one: Line, look: str) -> Line:
    """The same line, all of one look."""
    return tuple(Piece(piece.text, look) for piece in one)


def plain(one: Line) -> str:
    """The characters of a line."""
    return "".join(piece.text for piece in one)
