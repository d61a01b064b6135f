"""Sentences of a text. In: text and the words that end none. Out: spans without surrounding white space, in text order.

One pass over full stops and line breaks, each decided by what stands right beside it, so the time grows with the text
and no further. A blank line always ends a sentence; a single line break does so unless the text is hard wrapped."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reconcile.model import Span
from reconcile.rulebook.language.sentences import SentenceWords

# What the standard library may match here: no repeat is followed by anything that could make it back up.
_CANDIDATE = re.compile(r"([.!?…]+[\"'”’»)\]]*)\s*|\n\s*")
_SOLID = re.compile(r"\S")
_OPENERS = "\"'“‘«([„—–-"
_NEXT_WORD = re.compile(r"[^\W\d_]{1,20}")
_LINE_WIDTHS = range(45, 101)  # how long the longest line of hard-wrapped text may be
_LONGEST_TOKEN = 24
_LONGEST = 4000  # characters; what reads a sentence may take more than its length in time
_FULL_LINE = 0.8


def sentences(text: str, words: SentenceWords, start: int = 0) -> list[Span]:
    """The sentences of `text` from offset `start` on; headings and lines without a full stop are sentences too."""
    solid = _SOLID.search(text, start)
    if solid is None:
        return []
    known, width, spans, begin = _known(words), _wrap_width(text), [], solid.start()
    for found in _CANDIDATE.finditer(text, begin):
        place, close, after = found.start(), found.end(1), found.end()
        if after == len(text):
            break
        if close < 0:
            stop = place if _line_ends(text, place, after, width) else 0
        elif after == close:
            stop = after = _glued(text, begin, place, close) if text[after].isupper() else 0
        else:
            stop = close if _ends(text, begin, place, close, after, known) else 0
        if stop:
            spans.append(Span(begin, begin + len(text[begin:stop].rstrip())))
            begin = after
    spans.append(Span(begin, begin + len(text[begin:].rstrip())))
    if max(span.end - span.start for span in spans) <= _LONGEST:
        return spans
    return [piece for span in spans for piece in _pieces(text, span)]


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """A sentence, or what it is cut into where it is longer than anybody writes one: between words if there are any."""
    start = span.start
    while span.end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        end = space if space > 0 else start + _LONGEST
        yield Span(start, start + len(text[start:end].rstrip()))
        solid = _SOLID.search(text, end)  # a sentence ends with one
        start = solid.start() if solid else span.end
    yield Span(start, span.end)


@dataclass(frozen=True, slots=True)
class _Known:
    titles: frozenset[str]
    numbered: frozenset[str]
    abbreviations: dict[str, bool]  # whether it must have a capital
    starters: frozenset[str]


def sentence_at(spans: Sequence[Span], offset: int) -> int:
    """The number of the sentence in which `offset` stands, or of the one before it; 0 where there is none."""
    return max(bisect_right(spans, offset, key=_start) - 1, 0)


def _start(span: Span) -> int:
    return span.start


@lru_cache(maxsize=32)
def _known(words: SentenceWords) -> _Known:
    abbreviations: dict[str, bool] = {}
    for word in words.abbreviations:
        abbreviations[word.lower()] = abbreviations.get(word.lower(), True) and word[0].isupper()
    return _Known(frozenset(words.titles), frozenset(words.numbered), abbreviations, frozenset(words.starters))


def _ends(text: str, begin: int, place: int, close: int, after: int, known: _Known) -> bool:
    """Whether the stops and closing marks at `place`..`close`, with white space up to `after`, end a sentence."""
    if after - close > 1 and text.count("\n", close, after) > 1:
        return True
    if text[after].islower():
        return False
    if text[place] != "." or (close > place + 1 and text[place + 1] not in "'’"):
        return True
    token = text[max(begin, place - _LONGEST_TOKEN) : place].rsplit(None, 1)[-1:]
    return not (token and _goes_on(text, token[0].lstrip(_OPENERS), place - begin, after, known))


def _goes_on(text: str, token: str, length: int, after: int, known: _Known) -> bool:
    """Whether `token`, the last word before a full stop, is written with it and the sentence of `length` goes on."""
    lower = token.lower()
    if lower in known.titles or (lower in known.numbered and text[after].isdigit()):
        return True
    if length <= 2 and token.isdigit():
        return True  # "1. The first point"
    if lower in known.abbreviations:
        return (token[0].isupper() or not known.abbreviations[lower]) and not _starts(text, after, known)
    return _initials(token) and (len(token) == 1 or not _starts(text, after, known))


def _initials(token: str) -> bool:
    """Whether `token` is one capital, or letters with stops between them: "J", "U.S", "a.m"."""
    if len(token) < 3:
        return token.isalpha() and len(token) == 1 and token.isupper()
    return token[1] == "." and all(len(part) == 1 and part.isalpha() for part in token.split("."))


def _starts(text: str, after: int, known: _Known) -> bool:
    while after < len(text) and text[after] in _OPENERS:
        after += 1
    word = _NEXT_WORD.match(text, after)
    return word is not None and word[0].lower() in known.starters


def _glued(text: str, begin: int, place: int, close: int) -> int:
    """Where sentences were joined without a space ("over.The next"), after a small letter or digit; 0 if not."""
    before = text[place - 1 : place]
    if not (before.islower() or before.isdigit()) or not text[close + 1 : close + 2].islower():
        return 0
    if text[place] == "." and close == place + 1:
        token = text[max(begin, place - _LONGEST_TOKEN) : place].rsplit(None, 1)[-1]
        if len(token) < 3 or any(mark in token for mark in "./@:\\_"):
            return 0
    if text[close - 1] in "\"'" and text.count(text[close - 1], begin, close) % 2:
        return close - 1  # the mark opens what follows
    return close


def _wrap_width(text: str) -> int:
    """The length of the longest line if the text was wrapped by hand or machine, 0 if its lines are paragraphs."""
    if "\n" not in text:
        return 0
    lines = [line.rstrip() for line in text.split("\n")]
    width = max(map(len, lines))
    joined = [first for first, second in pairwise(lines) if first and second] if width in _LINE_WIDTHS else []
    unfinished = sum(line[-1] not in '.!?:"”' for line in joined)
    full = sum(len(line) > width * 0.7 for line in joined)
    return width if joined and 2 * unfinished > len(joined) and 2 * full > len(joined) else 0


def _line_ends(text: str, place: int, after: int, width: int) -> bool:
    """Whether the line break at `place`, whose white space reaches to `after`, ends a sentence."""
    if text.find("\n", place + 1, after) >= 0:
        return True
    if not width:
        return not text[after].islower()
    if after - place > 2:
        return True  # an indented line begins a paragraph
    line = place - text.rfind("\n", 0, place) - 1
    word = _NEXT_WORD.match(text, after)
    return line + (len(word[0]) if word else 1) < _FULL_LINE * width and not text[after].islower()
