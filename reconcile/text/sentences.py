"""Sentences of a text. In: text and the words that end none. Out: spans without surrounding white space, in text order.

One pass over full stops and line breaks, each decided by what stands right beside it, so the time grows with the text and
no further. A blank line always ends a sentence; a single line break does so unless the text is hard wrapped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reconcile.model import Span
from reconcile.rulebook.language.sentences import SentenceWords

# What the standard library may match here: no repeat is followed by anything that could make it back up.
_CANDIDATE = re.compile(r"[.!?…]+[\"'”’»)\]]*|\n\s*")
_SOLID = re.compile(r"\S")
_OPENERS = "\"'“‘«([„—–-"
_NEXT_WORD = re.compile(r"[^\W\d_]{1,20}")
_LINE_WIDTHS = range(45, 101)  # how long the longest line of hard-wrapped text may be
_LONGEST_TOKEN = 24
_FULL_LINE = 0.8


def sentences(text: str, words: SentenceWords, start: int = 0) -> list[Span]:
    """The sentences of `text` from offset `start` on; headings and other lines without a full stop are sentences too."""
    known = _known(words)
    width = _wrap_width(text)
    spans: list[Span] = []
    begin = start
    for found in _CANDIDATE.finditer(text, start):
        place, end = found.span()
        if text[place] == "\n":
            ends, stop = _line_ends(text, place, end, width), place
        else:
            stop = _stop(text, begin, place, end, known)
            ends = stop > 0
        if ends:
            _append(spans, text, begin, stop)
            begin = stop
    _append(spans, text, begin, len(text))
    return spans


@dataclass(frozen=True, slots=True)
class _Known:
    titles: frozenset[str]
    numbered: frozenset[str]
    abbreviations: dict[str, bool]  # whether it must have a capital
    starters: frozenset[str]


@lru_cache(maxsize=32)
def _known(words: SentenceWords) -> _Known:
    abbreviations: dict[str, bool] = {}
    for word in words.abbreviations:
        abbreviations[word.lower()] = abbreviations.get(word.lower(), True) and word[0].isupper()
    return _Known(frozenset(words.titles), frozenset(words.numbered), abbreviations, frozenset(words.starters))


def _append(spans: list[Span], text: str, begin: int, end: int) -> None:
    solid = _SOLID.search(text, begin, end)
    if solid:
        spans.append(Span(solid.start(), begin + len(text[begin:end].rstrip())))


def _stop(text: str, begin: int, place: int, end: int, known: _Known) -> int:
    """Where the sentence ends that may end with the terminators and closing marks at `place`..`end`; 0 if it goes on."""
    if end == len(text):
        return end
    if not text[end].isspace():
        return _glued(text, begin, place, end)
    following = _SOLID.search(text, end)
    if following is None:
        return end
    after = following.start()
    if text[after].islower():
        return 0
    if (
        text[place] == "."
        and text[place + 1 : place + 2] not in {".", "!", "?", "…"}
        and (_abbreviated(text, begin, place, end, after, known))
    ):
        return 0
    return end


def _abbreviated(text: str, begin: int, place: int, end: int, after: int, known: _Known) -> bool:
    window = text[max(begin, place - _LONGEST_TOKEN) : place].split()
    token = window[-1].lstrip(_OPENERS) if window else ""
    lower = token.lower()
    if end > place + 1 and text[end - 1] not in "'’":
        return False  # a closing mark after the stop: what it closes is complete
    if lower in known.titles:
        return True
    if text[after].isdigit() and lower in known.numbered:
        return True
    if token.isdigit() and len(token) <= 2 and len(window) == 1 and place - begin < _LONGEST_TOKEN:
        return True  # "1. The first point"
    if lower not in known.abbreviations or (known.abbreviations[lower] and not token[0].isupper()):
        if not _initials(token):
            return False
        if len(token) == 1:
            return True
    return not _starts(text, after, known)


def _initials(token: str) -> bool:
    """Whether `token` is letters with stops between them: "J", "U.S", "a.m"."""
    return (
        bool(token)
        and all(len(part) == 1 and part.isalpha() for part in token.split("."))
        and (len(token) > 1 or token.isupper())
    )


def _starts(text: str, after: int, known: _Known) -> bool:
    while after < len(text) and text[after] in _OPENERS:
        after += 1
    word = _NEXT_WORD.match(text, after)
    return word is not None and word[0].lower() in known.starters


def _glued(text: str, begin: int, place: int, end: int) -> int:
    """Where paragraphs were joined without a space ("over.The next"): after a small letter or digit, before a capital."""
    before, following = text[place - 1 : place], text[end : end + 2]
    if not (before.islower() or before.isdigit()) or not following[:1].isupper() or not following[1:].islower():
        return 0
    if text[place] == "." and end == place + 1:
        token = text[max(begin, place - _LONGEST_TOKEN) : place].rsplit(None, 1)[-1]
        if len(token) < 3 or any(mark in token for mark in "./@:\\_"):
            return 0
    if text[end - 1] in "\"'" and text.count(text[end - 1], begin, end) % 2:
        return end - 1  # the mark opens what follows
    return end


def _wrap_width(text: str) -> int:
    """The length of the longest line if the text was wrapped by hand or machine, 0 if its lines are paragraphs."""
    if "\n" not in text:
        return 0
    lines = [line.rstrip() for line in text.split("\n")]
    joined = [first for first, second in pairwise(lines) if first and second]
    if not joined:
        return 0
    width = max(map(len, lines))
    unfinished = sum(line[-1] not in '.!?:"”' for line in joined)
    full = sum(len(line) > width * 0.7 for line in joined)
    return width if width in _LINE_WIDTHS and 2 * unfinished > len(joined) and 2 * full > len(joined) else 0


def _line_ends(text: str, place: int, after: int, width: int) -> bool:
    """Whether the line break at `place`, whose white space reaches to `after`, ends a sentence."""
    if text.find("\n", place + 1, after) >= 0 or after == len(text):
        return True
    if not width:
        return not text[after].islower()
    if after - place > 2:
        return True  # an indented line begins a paragraph
    line = place - text.rfind("\n", 0, place) - 1
    word = _NEXT_WORD.match(text, after)
    return line + (len(word[0]) if word else 1) < _FULL_LINE * width and not text[after].islower()
