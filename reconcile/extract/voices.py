"""Who speaks where. In: the speeches and names of an article. Out: the speaker of any span, as an actor's spelling.

The innermost speech that covers a span speaks it; the speeches around that one are the channels, outermost first."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.attribution import Speech
from reconcile.extract.names import NameMention
from reconcile.model import Span


class Voices:
    """The speeches of one article, asked by span."""

    def __init__(self, speeches: Sequence[Speech], names: Sequence[NameMention], text: str) -> None:
        self._speeches, self._names, self._text = speeches, names, text

    def speaker(self, start: int, end: int) -> tuple[str, tuple[str, ...], str]:
        """Who says what stands at `[start, end)`, the channels in between, and the stance that this gives it."""
        around = [s for s in self._speeches if s.content.start <= start and end <= s.content.end]
        around.sort(key=lambda s: (s.content.start - s.content.end, s.cue.start))
        voices = [self._named(s.source) if s.source else "" for s in around]
        stance = "denied" if around and around[-1].denial else "asserted"
        chain = [voice for voice in voices if voice]
        speaker = chain[-1] if chain else ""
        return speaker, tuple(voice for voice in dict.fromkeys(chain) if voice != speaker), stance

    def _named(self, source: Span) -> str:
        """The spelling of the first party that the words of a source name, empty where they name none."""
        inside = [n for n in self._names if source.start <= n.start and n.end <= source.end and n.actor is not None]
        if inside:
            return str(inside[0].actor)
        return ""
