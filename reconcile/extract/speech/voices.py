"""Who speaks where. In: an article's text, sentences and names. Out: the speaker of any span, as an actor's spelling.

The innermost speech that covers a span speaks it; the speeches around that one are the channels, outermost first.
Speeches are looked for only in the paragraphs that are asked about; where a pronoun speaks, in the whole text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from reconcile.extract.names import NameMention
from reconcile.extract.speech.attribution import Speech, chain, find_speeches
from reconcile.extract.speech.quotes import paragraphs
from reconcile.model import Span
from reconcile.rulebook import Rulebook
from reconcile.text.sentences import sentence_at


class Voice(NamedTuple):
    """A speaker (empty where the article speaks), the channels to it, and the stance that its words give."""

    speaker: str = ""
    via: tuple[str, ...] = ()
    stance: str = "asserted"


_BySentence = dict[int, list[Speech]]  # by the number of the sentence


class Voices:
    """The speeches of one article, asked by span."""

    def __init__(
        self, text: str, sentences: Sequence[Span], names: Sequence[NameMention], book: Rulebook, language: str
    ) -> None:
        self._text, self._sentences, self._names, self._book = text, sentences, names, book
        self._words = book.languages[language].speech
        self._name_starts = [name.start for name in names]
        self._known: dict[int, _BySentence] = {}

    def at(self, start: int, end: int) -> Voice:
        """Who says what stands at `[start, end)`."""
        number = sentence_at(self._sentences, start)
        around = chain(self._near(start).get(number, ()), start, end)
        if any(speech.source and self._is_pronoun(speech.source) for speech in around):
            around = chain(self._all.get(number, ()), start, end)
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
    def _ends(self) -> list[int]:
        return [spans[-1].end for spans in self._paragraphs]

    @cached_property
    def _all(self) -> _BySentence:
        return self._speeches(self._sentences)

    def _near(self, start: int) -> _BySentence:
        """The speeches of the paragraph in which `start` stands."""
        number = bisect_right(self._ends, start)
        if number not in self._known:
            inside = number < len(self._paragraphs)
            self._known[number] = self._speeches(self._paragraphs[number]) if inside else {}
        return self._known[number]

    def _speeches(self, sentences: Sequence[Span]) -> _BySentence:
        """The speeches of `sentences`, under each sentence that their content reaches into."""
        found: _BySentence = {}
        for speech in find_speeches(self._text, sentences, self._words):
            start, end = speech.content.start, speech.content.end
            if not self._text[start:end].lower().startswith(self._words.acts):
                for number in range(sentence_at(self._sentences, start), sentence_at(self._sentences, end - 1) + 1):
                    found.setdefault(number, []).append(speech)
        return found

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
        first = bisect_left(self._name_starts, source.start)
        last = bisect_left(self._name_starts, source.end)
        inside = (n for n in self._names[first:last] if n.end <= source.end and n.actor is not None)
        return next((str(name.actor) for name in inside), "")
