"""Who says what. In: text, its sentences, the words of a language. Out: speeches, and attributions for `mentions`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.extract.speech.flags import Is
from reconcile.extract.speech.quotes import paragraphs
from reconcile.extract.speech.speeches import Speech, speeches
from reconcile.extract.speech.vocabulary import vocabulary
from reconcile.model import Attribution, Span
from reconcile.rulebook.language.speech import SpeechWords
from reconcile.text.fold import fold

FAR = 1500  # characters; a pronoun further from the last speaker may be anybody
_PRONOUN = 10  # characters of the longest pronoun

__all__ = ["Speech", "chain", "distanced", "find_attributions", "find_speeches", "speaker_at"]


def find_attributions(text: str, sentences: Sequence[Span], words: SpeechWords) -> list[Attribution]:
    """Who says what in `text`, ordered by cue; without what only echoes a speech around it."""
    return [Attribution(s.source, s.cue, s.content) for s in find_speeches(text, sentences, words) if not s.echo]


def find_speeches(text: str, sentences: Sequence[Span], words: SpeechWords) -> list[Speech]:
    """Who says what in `text`, with what the cue tells about it, ordered by cue."""
    of_paragraphs = [speeches_of(text, paragraph, words) for paragraph in paragraphs(text, sentences)]
    found: list[Speech] = []
    named: Span | None = None
    for speech in (speech for of_paragraph in of_paragraphs for speech in of_paragraph):
        found.append(with_antecedent(text, speech, named, words))
        named = named_by(text, speech, words) or named
    return found


def speeches_of(text: str, paragraph: Sequence[Span], words: SpeechWords) -> list[Speech]:
    """Who says what in one paragraph, ordered by cue; whom a personal pronoun stands for is not yet looked for."""
    return sorted(speeches(text, paragraph, vocabulary(words)), key=lambda speech: (speech.cue, speech.content))


def with_antecedent(text: str, speech: Speech, named: Span | None, words: SpeechWords) -> Speech:
    """`speech`, where a personal pronoun speaks ("he said") by the last speaker `named` before it, if near."""
    source = speech.source
    if not (source and named and source.start - named.end <= FAR and _flag(text, source, words) & Is.NOMINATIVE):
        return speech
    if not stands_for(text, source, named, words):
        return speech
    return replace(speech, antecedent=named)


def named_by(text: str, speech: Speech, words: SpeechWords) -> Span | None:
    """The speaker, where it is one for whom a pronoun may stand later."""
    source = speech.source
    stands_for_others = Is.PRONOUN | Is.RELATIVE | Is.DETERMINER
    return source if source and not _flag(text, source, words) & stands_for_others else None


def stands_for(text: str, pronoun: Span, named: Span, words: SpeechWords) -> bool:
    """Whether a personal pronoun may stand for the speaker `named`: "she" for no spokesman, "he" for no officials."""
    spoken, flags = text[pronoun.start : pronoun.end].lower(), vocabulary(words).flags
    told = [word.strip(".,") for word in text[named.start : named.end].split(",", 1)[0].split()]
    man, woman = ([word for word in told if word.lower() in kind] for kind in (words.men, words.women))
    if spoken not in words.gendered:
        return not (flags[spoken] & Is.SINGULAR and (man or woman))
    noun = told[-1] if told and (told[-1].islower() or told[-1].lower() in words.sayers) else ""
    several = flags[noun.lower()] & (Is.PLURAL | Is.ENDS_PLURAL)
    return not several and not (woman if spoken == words.gendered[0] else man)


def is_personal(text: str, speech: Speech, words: SpeechWords) -> bool:
    """Whether a personal pronoun speaks."""
    return speech.source is not None and bool(_flag(text, speech.source, words) & Is.NOMINATIVE)


def _flag(text: str, source: Span, words: SpeechWords) -> int:
    short = source.end - source.start <= _PRONOUN
    return vocabulary(words).flags[text[source.start : source.end].lower()] if short else 0


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
