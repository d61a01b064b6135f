"""A claim in its surroundings. In: an article's text and claims. Out: pieces, with the claim in ⟦ ⟧.

The marks are characters, so that they are there without colour too."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reconcile.model import Article, Claim, Span
from reconcile.review.looks import DIFFERS, DIM, MARK, Line, Piece, line, words, wrap
from reconcile.rulebook import Rulebook
from reconcile.text.sentences import sentences

_MOST = 600  # characters of a sentence on either side of a claim
_BEFORE, _AFTER = 2, 4  # lines of what stands before and behind the sentence
_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")


def differing(quote: str, other: str) -> list[Span]:
    """The words of `quote` in which it differs from `other`: the figures where those differ, else all that do.

    >>> [("at least 137 lives")[s.start : s.end] for s in differing("at least 137 lives", "more than 130 dead")]
    ['137']
    >>> differing("Friday night", "Friday night")
    []
    """
    own, others = list(_WORD.finditer(quote)), [found[0].casefold() for found in _WORD.finditer(other)]
    match = SequenceMatcher(None, [found[0].casefold() for found in own], others, autojunk=False)
    changed = [op for op in match.get_opcodes() if op[0] != "equal"]
    mine = [found for _, first, end, _, _ in changed for found in own[first:end]]
    theirs = [word for _, _, _, first, end in changed for word in others[first:end]]
    figures = [found for found in mine if _is_figure(found[0])]
    if figures and any(map(_is_figure, theirs)):
        mine = figures
    return [Span(found.start(), found.end()) for found in mine]


def paragraph(claim: Claim, other: Claim | None, article: Article, book: Rulebook, columns: int) -> Line:
    """The paragraph of a claim on one line: its sentence plain, what is around it dim and no longer than a few lines of
    `columns`; the claim is marked, and in it the words in which it differs from the `other`."""
    text = article.text
    begin, end = _paragraph(claim, article)
    start, stop = _sentence(claim, article, text[:end], begin, book)
    start, stop = max(start, claim.start - _MOST), min(max(stop, claim.end), claim.end + _MOST)
    left = _word_after(text, max(begin, start - _BEFORE * columns), begin, start)
    right = _word_before(text, min(end, stop + _AFTER * columns), end, stop)
    return (
        Piece("… " if left > begin else "", DIM),
        words(text[left:start], DIM),
        words(text[start : claim.start]),
        *_marked(claim, other),
        words(text[claim.end : stop]),
        words(text[stop:right], DIM),
        Piece(" …" if right < end else "", DIM),
    )


def _word_after(text: str, place: int, begin: int, most: int) -> int:
    """Where the first whole word from `place` on begins."""
    space = text.find(" ", place, most) if place > begin else -1
    return space + 1 if space >= 0 else place


def _word_before(text: str, place: int, end: int, least: int) -> int:
    """Where the last whole word before `place` ends."""
    space = text.rfind(" ", least, place) if place < end else -1
    return space if space >= 0 else place


def quoted(claim: Claim, other: Claim | None) -> Line:
    """The claim alone, for an article whose text cannot be read."""
    return tuple(_marked(claim, other))


def whole(text: str, claims: Sequence[Claim], chosen: Claim, columns: int) -> tuple[list[Line], int]:
    """The whole text as lines with every one of `claims` marked, the `chosen` one with pointers; and the line that it
    begins on."""
    spans = _apart(chosen, claims)
    lines: list[Line] = []
    at = place = 0
    for row in text.split("\n"):
        if place <= chosen.start <= place + len(row):
            at = len(lines) + _row_of(_pieces(row, place, spans), columns)
        lines += wrap(_pieces(row, place, spans), columns)
        place += len(row) + 1
    return lines, at


def _row_of(pieces: Line, columns: int) -> int:
    """In which of its lines the first strongly marked piece is."""
    return next((n for n, one in enumerate(wrap(pieces, columns)) if any(p.look == DIFFERS for p in one)), 0)


def _pieces(row: str, offset: int, spans: Sequence[tuple[int, int, bool]]) -> Line:
    found: list[Piece] = []
    place = 0
    first = max(bisect_right(spans, (offset, 0, False)) - 1, 0)
    for start, end, strong in spans[first:]:
        if start > offset + len(row):
            break
        begin, stop = max(start - offset, 0), min(end - offset, len(row))
        if begin >= stop:
            continue
        found += [
            words(row[place:begin]),
            Piece("▶⟦" if strong else "⟦", MARK),
            words(row[begin:stop], DIFFERS if strong else MARK),
            Piece("⟧◀" if strong else "⟧", MARK),
        ]
        place = stop
    return line(*found, words(row[place:]))


def _apart(chosen: Claim, claims: Sequence[Claim]) -> list[tuple[int, int, bool]]:
    """Spans that do not overlap, in text order; that of the chosen claim is there, and told by its third part."""
    taken: list[tuple[int, int, bool]] = []
    end = 0
    for claim in sorted((*claims, chosen), key=lambda one: (one.start, one.end)):
        own = (claim.start, claim.end) == (chosen.start, chosen.end)
        if claim.start >= end and (own or claim.end <= chosen.start or chosen.end <= claim.start):
            taken.append((claim.start, claim.end, own))
            end = claim.end
    return taken


def _marked(claim: Claim, other: Claim | None) -> Iterator[Piece]:
    yield Piece("⟦", MARK)
    place = 0
    for span in differing(claim.quote, other.quote) if other is not None else ():
        yield words(claim.quote[place : span.start], MARK)
        yield words(claim.quote[span.start : span.end], DIFFERS)
        place = span.end
    yield words(claim.quote[place:], MARK)
    yield Piece("⟧", MARK)


def _paragraph(claim: Claim, article: Article) -> tuple[int, int]:
    """Between empty lines; of header lines, such as the title, the one in which the claim stands."""
    gap = "\n" if claim.start < article.body_start else "\n\n"
    before, after = article.text.rfind(gap, 0, claim.start), article.text.find(gap, claim.end)
    return (before + len(gap) if before >= 0 else 0), (after if after >= 0 else len(article.text))


def _sentence(claim: Claim, article: Article, text: str, begin: int, book: Rulebook) -> tuple[int, int]:
    language = book.languages.get(article.language) or next(iter(book.languages.values()), None)
    spans = sentences(text, language.sentences, begin) if language is not None else []
    found = next((span for span in spans if span.start <= claim.start < span.end), None)
    return (found.start, found.end) if found is not None else (claim.start, claim.end)


def _is_figure(word: str) -> bool:
    return any(char.isdecimal() for char in word)
