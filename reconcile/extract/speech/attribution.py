"""Who says what. In: text, its sentences, the words of a language. Out: speeches, and attributions for `mentions`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.extract.speech.flags import Is
from reconcile.extract.speech.quotes import paragraphs
from reconcile.extract.speech.speeches import Speech, speeches
from reconcile.extract.speech.vocabulary import Vocabulary, vocabulary
from reconcile.model import Attribution, Span
from reconcile.rulebook.language.speech import SpeechWords
from reconcile.text.fold import fold

_FAR = 1500  # characters; a pronoun further from the last speaker may be anybody
_PRONOUN = 10  # characters of the longest pronoun

__all__ = ["Speech", "chain", "distanced", "find_attributions", "find_speeches", "speaker_at"]


def find_attributions(text: str, sentences: Sequence[Span], words: SpeechWords) -> list[Attribution]:
    """Who says what in `text`, ordered by cue; without what only echoes a speech around it."""
    return [Attribution(s.source, s.cue, s.content) for s in find_speeches(text, sentences, words) if not s.echo]


def find_speeches(text: str, sentences: Sequence[Span], words: SpeechWords) -> list[Speech]:
    """Who says what in `text`, with what the cue tells about it, ordered by cue."""
    known = vocabulary(words)
    found = [speech for paragraph in paragraphs(text, sentences) for speech in speeches(text, paragraph, known)]
    found.sort(key=lambda speech: (speech.cue, speech.content))
    return _with_antecedents(text, found, known)


def _with_antecedents(text: str, found: list[Speech], known: Vocabulary) -> list[Speech]:
    """The same speeches, where a personal pronoun speaks ("he said") with the last speaker who was named before it."""
    named: Span | None = None
    resolved = []
    for speech in found:
        source = speech.source
        flag = known.flags[text[source.start : source.end].lower()] if source and _is_short(source) else 0
        near = source and named and source.start - named.end <= _FAR
        resolved.append(replace(speech, antecedent=named) if near and flag & Is.NOMINATIVE else speech)
        if source and not flag & (Is.PRONOUN | Is.RELATIVE | Is.DETERMINER):
            named = source
    return resolved


def _is_short(source: Span) -> bool:
    return source.end - source.start <= _PRONOUN


def chain(speeches: Sequence[Speech], start: int, end: int) -> list[Speech]:
    """The speeches whose content covers `start`..`end`, outermost first: "the daily writes that the minister said"."""
    covering = [
        speech
        for speech in speeches
        if speech.content.start <= start and end <= speech.content.end and not _within(speech, start, end)
    ]
    return sorted(covering, key=lambda speech: (speech.content.start - speech.content.end, speech.cue))


def speaker_at(speeches: Sequence[Speech], start: int, end: int) -> Speech | None:
    """The innermost speech whose content covers `start`..`end`."""
    covering = chain(speeches, start, end)
    return covering[-1] if covering else None


def distanced(text: str, start: int, end: int, words: SpeechWords) -> Span | None:
    """The first word in `start`..`end` by which the writer keeps a distance: "reportedly", "unconfirmed"."""
    found = vocabulary(words).hedges.search(fold(text[start:end]))
    return Span(start + found.start(), start + found.end()) if found else None


def _within(speech: Speech, start: int, end: int) -> bool:
    """Whether the place is the speech's own source or cue, which a quotation in two pieces stands around."""
    return any(part is not None and part.start < end and start < part.end for part in (speech.source, speech.cue))
