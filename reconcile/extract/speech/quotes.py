"""Quoted stretches of a text. In: text, paragraphs. Out: spans with their opening and closing marks.

A quotation that a paragraph leaves open reaches to the paragraph's end, as in print when the next goes on quoting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.model import Span

_MARK = re.compile(r"[\"“”„«»]|''")
# A quotation in single marks ends behind a comma or stop; an apostrophe in it stands between two letters.
_APOSTROPHE = re.compile(r"['‘]\w")
_SINGLE = re.compile(r"(?<![\w'’])['‘](?=\w)(?:[^'‘’\"“”„«»]|(?<=\w)['’](?=\w))+?(?<=[,.!?])['’](?!\w)")
_OPEN, _CLOSE = frozenset("“„«"), frozenset("”»")


def paragraphs(text: str, sentences: Sequence[Span]) -> list[list[Span]]:
    """`sentences` grouped by paragraph: a blank line parts them, or a line break where no sentence runs over lines."""
    wrapped = any(text.find("\n", span.start, span.end) >= 0 for span in sentences)
    groups: list[list[Span]] = []
    for span in sentences:
        breaks = text.count("\n", groups[-1][-1].end, span.start) if groups else 2
        if breaks > 1 or (breaks and not wrapped):
            groups.append([])
        groups[-1].append(span)
    return groups


def quotations(text: str, start: int, end: int) -> list[Span]:
    """The quoted stretches of the paragraph `start`..`end`, in text order, none inside another."""
    found: list[Span] = []
    opened = -1
    for mark in _MARK.finditer(text, start, end):
        if opened < 0:
            if mark[0] not in _CLOSE:
                opened = mark.start()
        elif mark[0] not in _OPEN:
            found.append(Span(opened, mark.end()))
            opened = -1
    if opened >= 0:
        found.append(Span(opened, end))
    if _APOSTROPHE.search(text, start, end):
        return sorted([*found, *_in_single_marks(text, start, end, found)])
    return found


def _in_single_marks(text: str, start: int, end: int, quotes: list[Span]) -> list[Span]:
    """The stretches quoted in single marks, outside of `quotes`."""
    singles = (Span(*match.span()) for match in _SINGLE.finditer(text, start, end))
    return [one for one in singles if not any(quote.start < one.end and one.start < quote.end for quote in quotes)]
