"""Texts with what a reader does not read: soft hyphens, zero-width spaces, inline markup, colours of a terminal.

In: an article; what was found in it without them. Out: the article without them; the same finds at the places where
they stand in the article as it is shown. A character reference ("&nbsp;") is read as the character."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from reconcile.model import Article, Attribution, Claim, Draft, Mention, Sighting, Span

_UNSEEN = (
    "[\u00ad\u200b-\u200d\u2060\ufeff]"
    r"|</?(?:a|b|i|u|em|strong|span|mark|small|sub|sup|cite|q|font|time)(?:\s[^<>]{0,400})?>"
    "|\ufffd\\[[0-9;]{0,16}m"  # a colour for the terminal, its escape character already replaced
    "|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}[0-9]{0,2});"
)
_IN_MARKDOWN = r"|\*{1,3}|_{2,3}|`{1,3}|\[(?=[^\[\]\n]{1,300}\]\()|\]\([^()\s]{0,500}\)"  # emphasis, code, links
_ANYWHERE, _PAGE = re.compile(_UNSEEN), re.compile(_UNSEEN + _IN_MARKDOWN)
_Placed = TypeVar("_Placed", Span, Mention, Sighting, Claim)


def _pattern(article: Article) -> re.Pattern[str]:
    return _PAGE if article.path.endswith(".md") else _ANYWHERE


class Places:
    """Where the characters of `seen`, an article without what nobody reads, stand in `shown`."""

    def __init__(self, shown: Article) -> None:
        self.shown = shown
        self._kept: list[int] = []  # where each character of the seen text begins in the shown one, and where it ends
        self._ends: list[int] = []
        pieces: list[str] = []
        pos = 0
        for start, end in [*(m.span() for m in _pattern(shown).finditer(shown.text)), (len(shown.text),) * 2]:
            self._keep(pieces, shown.text[pos:start], range(pos, start), range(pos + 1, start + 1))
            if char := _referred(shown.text[start:end]):
                self._keep(pieces, char, [start], [end])
            pos = end
        span = shown.title_span
        self.seen = replace(
            shown,
            text="".join(pieces),
            title_span=Span(self._before(span.start), self._before(span.end)),
            body_start=self._before(shown.body_start),
            path="",  # read once: what is left is no page
        )

    def _keep(self, pieces: list[str], text: str, starts: Iterable[int], ends: Iterable[int]) -> None:
        pieces.append(text)
        self._kept.extend(starts)
        self._ends.extend(ends)

    def _before(self, at: int) -> int:
        return bisect_left(self._kept, at)

    def of_draft(self, found: Draft) -> Draft:
        """`found` in `seen`, as it stands in `shown`."""
        return replace(
            found,
            article=self.shown,
            sentences=tuple(map(self._of, found.sentences)),
            places=tuple(map(self._of, found.places)),
            sightings=tuple(replace(self._of(s), dates=tuple(map(self._of, s.dates))) for s in found.sightings),
            claims=tuple(replace(moved := self._of(c), quote=self._text(moved)) for c in found.claims),
            wordings=tuple(map(self._of, found.wordings)),
            setting=self._of(found.setting) if found.setting else None,
        )

    def of_mention(self, found: Mention | Attribution) -> Mention | Attribution:
        """`found` in `seen`, as it stands in `shown`."""
        if isinstance(found, Mention):
            return self._of(found)
        source = self._of(found.source) if found.source else None
        return Attribution(source, self._of(found.cue), self._of(found.content))

    def _of(self, placed: _Placed) -> _Placed:
        start = self._kept[placed.start] if placed.start < len(self._kept) else len(self.shown.text)
        return replace(placed, start=start, end=self._ends[placed.end - 1] if placed.end > placed.start else start)

    def _text(self, placed: Claim) -> str:
        return self.shown.text[placed.start : placed.end]


def _referred(written: str) -> str:
    """The harmless character that a character reference stands for, empty where it is none of a single one."""
    char = html.unescape(written) if written.startswith("&") else ""
    return char if len(char) == 1 and (char.isprintable() or char.isspace()) else ""


def hidden(article: Article) -> bool:
    """Whether there is anything in `article` that nobody reads."""
    return _pattern(article).search(article.text) is not None
