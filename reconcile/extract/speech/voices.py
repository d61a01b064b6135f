"""Who speaks where. In: an article's text, sentences and names. Out: the speaker of any span, as an actor's spelling.

The innermost speech that covers a span speaks it; the speeches around that one are the channels, outermost first.
Speeches are looked for only in the paragraphs that are asked about; where a pronoun speaks, also in those before it, up
to the last one in which somebody is named."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import takewhile
from operator import attrgetter
from typing import NamedTuple

from reconcile.extract.names import NameMention
from reconcile.extract.sightings import event_nouns
from reconcile.extract.speech.attribution import (
    FAR,
    Speech,
    chain,
    is_personal,
    named_by,
    speeches_of,
    stands_for,
    with_antecedent,
)
from reconcile.extract.speech.described import head, spelled
from reconcile.extract.speech.quotes import paragraphs
from reconcile.model import Span
from reconcile.rulebook import Rulebook


class Voice(NamedTuple):
    """A speaker (empty where the article speaks), the channels to it, and the stance that its words give."""

    speaker: str = ""
    via: tuple[str, ...] = ()
    stance: str = "asserted"


_BySentence = dict[int, list[Speech]]  # by the number of the sentence


class Voices:
    """The speeches of one article, asked by span."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        names: Sequence[NameMention],
        book: Rulebook,
        language: str,
        *,
        state: str = "",
    ) -> None:
        """`names` may hold what points back at one ("the group"); `state` is the one in which the text is set."""
        self._state = state
        self._text, self._sentences, self._names, self._book = text, sentences, names, book
        self._words = book.languages[language].speech
        self._happenings = event_nouns(book, language).types
        self._name_starts = [name.start for name in names]
        self._sentence_starts = [span.start for span in sentences]
        self._spoken: dict[int, list[Speech]] = {}  # by the number of the paragraph, as they are asked about
        self._reaching: dict[int, _BySentence] = {}

    def at(self, start: int, end: int) -> Voice:
        """Who says what stands at `[start, end)`."""
        number = bisect_right(self._ends, start)  # of the paragraph
        if number == len(self._ends):
            return Voice()
        around = chain(self._reaching_into(number).get(self._sentence_at(start), ()), start, end)
        if not around:
            return Voice()
        around = [self._with_antecedent(speech, number) for speech in around]
        around = [speech for speech in around if not self._is_heading(speech)]
        if not around:
            return Voice()
        spoken = [voice for speech in around for voice in self._voices(speech) if voice]
        speaker = spoken[-1] if spoken else ""
        channels = tuple(voice for voice in dict.fromkeys(spoken) if voice != speaker)
        return Voice(speaker, channels, "denied" if around[-1].denial else "asserted")

    def _is_heading(self, speech: Speech) -> bool:
        """Whether a place stands before a colon, of which the line tells: "Peru: 12 killed in landslide"."""
        source = speech.source
        if source is None or self._text[speech.cue.start : speech.cue.end] != ":":
            return False
        first = bisect_left(self._name_starts, source.start)
        return any(
            name.place is not None and (name.start, name.end) == (source.start, source.end)
            for name in self._names[first : first + 1]
        )

    def _sentence_at(self, offset: int) -> int:
        """The number of the sentence in which `offset` stands, or of the one before it."""
        return max(bisect_right(self._sentence_starts, offset) - 1, 0)

    @cached_property
    def _paragraphs(self) -> list[list[Span]]:
        return paragraphs(self._text, self._sentences)

    @cached_property
    def _ends(self) -> list[int]:
        return [spans[-1].end for spans in self._paragraphs]

    def _speeches(self, number: int) -> list[Speech]:
        """The speeches of a paragraph."""
        if number not in self._spoken:
            self._spoken[number] = speeches_of(self._text, self._paragraphs[number], self._words)
        return self._spoken[number]

    def _reaching_into(self, number: int) -> _BySentence:
        """The speeches of a paragraph, under each sentence that their content reaches into."""
        if number not in self._reaching:
            found = self._reaching[number] = {}
            for speech in self._speeches(number):
                start, end = speech.content.start, speech.content.end
                if not self._text[start:end].lower().startswith(self._words.acts):
                    for sentence in range(self._sentence_at(start), self._sentence_at(end - 1) + 1):
                        found.setdefault(sentence, []).append(speech)
        return self._reaching[number]

    def _with_antecedent(self, speech: Speech, number: int) -> Speech:
        """`speech` of a paragraph with whom its pronoun stands for, who may be named in a paragraph before."""
        source = speech.source
        if source is None or not is_personal(self._text, speech, self._words):
            return speech
        before = self._speeches(number)
        last = bisect_left(before, speech.cue, key=attrgetter("cue"))
        while True:
            behind = (before[place] for place in range(last - 1, -1, -1))
            near = takewhile(lambda one: source.start - one.cue.end <= FAR, behind)
            named = (named_by(self._text, one, self._words) for one in near)
            fitting = (one for one in named if one and stands_for(self._text, source, one, self._words))
            if found := next(fitting, None):
                return with_antecedent(self._text, speech, found, self._words)
            number -= 1
            if number < 0 or source.start - self._ends[number] > FAR:
                return speech
            before = self._speeches(number)
            last = len(before)

    def _voices(self, speech: Speech) -> tuple[str, str, str]:
        """To whom it was said, who says it, and whom he cites for it; the last one that is not empty speaks."""
        return self._channel(speech), self._named(speech), self._cited(speech.cited) if speech.cited else ""

    def _cited(self, cited: Span) -> str:
        """The spelling of somebody cited, empty where only a thing is: "citing bad weather"."""
        party = self._party(cited)
        if head(self._text, cited, self._words) in self._words.sayers:
            return party or self._described(cited)
        ends = bisect_left(self._name_starts, cited.end)
        return party if ends and self._names[ends - 1].end == cited.end else ""

    def _named(self, speech: Speech) -> str:
        """The spelling of who speaks: the first party that the source names, or the one that its pronoun stands for;
        else who is described there."""
        sources = [source for source in (speech.source, speech.antecedent) if source]
        named = next((party for party in map(self._party, sources) if party), "")
        return named or next((party for party in map(self._described, sources) if party), "")

    def _described(self, source: Span) -> str:
        """The spelling of a party that is only described; a happening says nothing: "the attack claimed 12 lives"."""
        if head(self._text, source, self._words) in self._happenings:
            return ""
        names = self._names[: bisect_left(self._name_starts, source.end)]
        return spelled(self._text, source, names, self._state, self._words)

    def _channel(self, speech: Speech) -> str:
        """The agency or outlet to which it was said, empty where it was said to anybody else."""
        hearer = self._party(speech.hearer) if speech.hearer else ""
        spec = self._book.actors.get(hearer)
        return hearer if spec is not None and spec.kind == "agency" else ""

    def _party(self, source: Span) -> str:
        first = bisect_left(self._name_starts, source.start)
        last = bisect_left(self._name_starts, source.end)
        inside = (n for n in self._names[first:last] if n.end <= source.end and n.actor is not None)
        return next((str(name.actor) for name in inside), "")
