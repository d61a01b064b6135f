"""Texts with characters that nobody sees: soft hyphens, zero-width spaces, joiners.

In: an article; what was found in it without them. Out: the article without them; the same finds at the places where
they stand in the article as it is shown."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from reconcile.model import Article, Attribution, Claim, Draft, Mention, Sighting, Span

_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_Placed = TypeVar("_Placed", Span, Mention, Sighting, Claim)


class Places:
    """Where the characters of `seen`, an article without what nobody sees, stand in `shown`."""

    def __init__(self, shown: Article) -> None:
        text, span = shown.text, shown.title_span
        self._kept = [at for at, char in enumerate(text) if not _UNSEEN.match(char)]
        self.shown = shown
        self.seen = replace(
            shown,
            text=_UNSEEN.sub("", text),
            title_span=Span(self._before(span.start), self._before(span.end)),
            body_start=self._before(shown.body_start),
        )

    def _before(self, at: int) -> int:
        return at - len(_UNSEEN.findall(self.shown.text[:at]))

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
        )

    def of_mention(self, found: Mention | Attribution) -> Mention | Attribution:
        """`found` in `seen`, as it stands in `shown`."""
        if isinstance(found, Mention):
            return self._of(found)
        source = self._of(found.source) if found.source else None
        return Attribution(source, self._of(found.cue), self._of(found.content))

    def _of(self, placed: _Placed) -> _Placed:
        start = self._kept[placed.start] if placed.start < len(self._kept) else len(self.shown.text)
        return replace(placed, start=start, end=self._kept[placed.end - 1] + 1 if placed.end > placed.start else start)

    def _text(self, placed: Claim) -> str:
        return self.shown.text[placed.start : placed.end]


def hidden(article: Article) -> bool:
    """Whether there is anything in `article` that nobody sees."""
    return not article.text.isascii() and _UNSEEN.search(article.text) is not None
