"""Who speaks where. In: an article's text, sentences and names. Out: the speaker of any span, as an actor's spelling.

The innermost speech that covers a span speaks it; the speeches around that one are the channels, outermost first.
Speeches are looked for only in the paragraphs that are asked about; where a pronoun speaks, in the whole text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from reconcile.extract.names import NameMention
from reconcile.extract.speech.attribution import Speech, chain, find_speeches
from reconcile.extract.speech.quotes import paragraphs
from reconcile.model import Span
from reconcile.rulebook import Rulebook


class Voice(NamedTuple):
    """A speaker (empty where the article speaks), the channels to it, and the stance that its words give."""

    speaker: str = ""
    via: tuple[str, ...] = ()
    stance: str = "asserted"


class Voices:
    """The speeches of one article, asked by span."""

    def __init__(
        self, text: str, sentences: Sequence[Span], names: Sequence[NameMention], book: Rulebook, language: str
    ) -> None:
        self._text, self._sentences, self._names, self._book = text, sentences, names, book
        self._words = book.languages[language].speech
        self._known: dict[int, list[Speech]] = {}

    def at(self, start: int, end: int) -> Voice:
        """Who says what stands at `[start, end)`."""
        around = chain(self._near(start), start, end)
        if any(speech.source and self._is_pronoun(speech.source) for speech in around):
            around = chain(self._all, start, end)
        if not around:
            return Voice()
        spoken = [voice for speech in around for voice in (self._channel(speech), self._named(speech)) if voice]
        speaker = spoken[-1] if spoken else ""
        channels = tuple(voice for voice in dict.fromkeys(spoken) if voice != speaker)
        return Voice(speaker, channels, "denied" if around[-1].denial else "asserted")

    @cached_property
    def _paragraphs(self) -> list[list[Span]]:
        return paragraphs(self._text, self._sentences)

    @cached_property
    def _all(self) -> list[Speech]:
        return self._speeches(self._sentences)

    def _near(self, start: int) -> list[Speech]:
        """The speeches of the paragraph in which `start` stands."""
        number = next((n for n, spans in enumerate(self._paragraphs) if start < spans[-1].end), -1)
        if number not in self._known:
            self._known[number] = self._speeches(self._paragraphs[number]) if number >= 0 else []
        return self._known[number]

    def _speeches(self, sentences: Sequence[Span]) -> list[Speech]:
        found = find_speeches(self._text, sentences, self._words)
        return [
            s for s in found if not self._text[s.content.start : s.content.end].lower().startswith(self._words.acts)
        ]

    def _named(self, speech: Speech) -> str:
        """The spelling of who speaks: the first party that the source names, else the one that its pronoun stands
        for."""
        named = self._party(speech.source) if speech.source else ""
        return named or (self._party(speech.antecedent) if speech.antecedent else "")

    def _channel(self, speech: Speech) -> str:
        """The agency or outlet to which it was said, empty where it was said to anybody else."""
        hearer = self._party(speech.hearer) if speech.hearer else ""
        spec = self._book.actors.get(hearer)
        return hearer if spec is not None and spec.kind == "agency" else ""

    def _is_pronoun(self, source: Span) -> bool:
        return self._text[source.start : source.end].lower() in self._words.pronouns

    def _party(self, source: Span) -> str:
        inside = (n for n in self._names if source.start <= n.start and n.end <= source.end and n.actor is not None)
        first = next(inside, None)
        return str(first.actor) if first else ""
