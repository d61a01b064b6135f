"""Who says what. In: text, its sentences, the words of a language. Out: speeches, and attributions for `mentions`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.extract import contents
from reconcile.extract.clauses import Clause, Is, Vocabulary, clause, vocabulary
from reconcile.extract.cues import Cue, cues
from reconcile.extract.quotes import paragraphs, quotations
from reconcile.model import Attribution, Span
from reconcile.rulebook.language.speech import SpeechWords
from reconcile.text.fold import fold

_LONGEST_CLAUSE = 2000  # characters; a longer stretch without a full stop is no prose and is read in pieces
_GAP = 2  # characters between a quotation and the sentence behind it
_LONGEST_LABEL, _LABEL_WORDS = 60, 5  # characters and words of a name before a colon
_SHORT_QUOTE = 20  # below this, quotation marks single out words rather than quote somebody


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody says or holds something.

    `denial` where the source means the opposite of the content, `direct` where the content is quoted, `echo` where it is a stance or a
    pronoun's inside another's content ("he said he thinks"), `hearer` whom
    it is told to: the channel, where that is a newspaper or an agency."""

    source: Span | None
    cue: Span
    content: Span
    hearer: Span | None = None
    denial: bool = False
    direct: bool = False
    echo: bool = False


def find_attributions(text: str, sentences: Sequence[Span], words: SpeechWords) -> list[Attribution]:
    """Who says what in `text`, ordered by cue."""
    return [Attribution(s.source, s.cue, s.content) for s in find_speeches(text, sentences, words) if not s.echo]


def find_speeches(text: str, sentences: Sequence[Span], words: SpeechWords) -> list[Speech]:
    """Who says what in `text`, with what the cue tells about it, ordered by cue."""
    known = vocabulary(words)
    found: list[Speech] = []
    for paragraph in paragraphs(text, sentences):
        found.extend(_speeches(text, paragraph, known))
    return sorted(found, key=lambda speech: (speech.cue, speech.content))


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
    folded = fold(text[start:end])
    hedges = vocabulary(words).hedges
    found = hedges.search(folded)
    return Span(start + found.start(), start + found.end()) if found else None


def _within(speech: Speech, start: int, end: int) -> bool:
    """Whether the place is the speech's own source or cue, which a quotation in two pieces stands around."""
    return any(part is not None and part.start < end and start < part.end for part in (speech.source, speech.cue))


def _speeches(text: str, sentences: list[Span], known: Vocabulary) -> list[Speech]:
    quotes = quotations(text, sentences[0].start, sentences[-1].end)
    found = _labelled(text, sentences[0].start, sentences[-1].end, known)
    quoting = -1  # the speech that quoted sentences behind it go on with
    for span, near in _beside_quotes(_pieces(sentences), quotes):
        row = clause(text, span, near, known)
        new = _in_clause(row, known, near) if row else []
        if not new and quoting >= 0 and _is_quoted(span, near):
            content = found[quoting].content
            found[quoting] = replace(found[quoting], content=Span(content.start, max(content.end, span.end)))
            continue
        furthest = max(new, key=lambda speech: (speech.content.end, -speech.cue.start), default=None)
        found.extend(new)
        quoting = found.index(furthest) if furthest and furthest.direct else -1
    return found


def _labelled(text: str, start: int, end: int, known: Vocabulary) -> list[Speech]:
    """The speech of a paragraph that begins with a name and a colon, as transcripts and headlines have it."""
    colon = text.find(":", start, start + _LONGEST_LABEL)
    label = text[start:colon].split() if colon > start and text[colon + 1 : colon + 2].isspace() else []
    names = label and len(label) <= _LABEL_WORDS and all(word[0].isupper() for word in label)
    if not names or fold(label[-1]) in known.labels or end - colon < _LABEL_WORDS:
        return []
    return [Speech(Span(start, colon), Span(colon, colon + 1), Span(colon + 2, end))]


def _pieces(sentences: Iterable[Span]) -> Iterator[Span]:
    for span in sentences:
        for start in range(span.start, span.end, _LONGEST_CLAUSE):
            yield Span(start, min(start + _LONGEST_CLAUSE, span.end))


def _beside_quotes(sentences: Iterable[Span], quotes: list[Span]) -> Iterator[tuple[Span, list[Span]]]:
    """Each sentence with the quotations that it touches or that end right before it."""
    first = 0
    for span in sentences:
        while first < len(quotes) and quotes[first].end + _GAP < span.start:
            first += 1
        last = first
        while last < len(quotes) and quotes[last].start < span.end:
            last += 1
        yield span, quotes[first:last]


def _is_quoted(span: Span, quotes: list[Span]) -> bool:
    """Whether the sentence begins in a quotation and most of it stands in one."""
    return any(
        quote.start <= span.start and 2 * (min(quote.end, span.end) - span.start) > span.end - span.start
        for quote in quotes
    )


def _in_clause(row: Clause, known: Vocabulary, quotes: list[Span]) -> list[Speech]:
    found = []
    here = cues(row, known)
    for index, cue in enumerate(here):
        limit = min((_limit(row, following) for following in here[index + 1 :]), default=len(row.words))
        phrase = contents.of(row, cue, limit)
        content = _span(row, *phrase, quotes) if phrase else _quote_before(row, cue, quotes)
        if content:
            speech = _speech(row, cue, content, quotes)
            echo = (cue.pronoun or not (cue.verb.say or cue.verb.tell)) and any(s.content.start <= speech.cue.start < s.content.end for s in found)
            found.append(replace(speech, echo=True) if echo else speech)
    return found


def _limit(row: Clause, following: Cue) -> int:
    """Where a content has to end because the next cue begins: at its verb, or at the clause of its own subject."""
    if following.order == "shared":
        return following.first
    if following.order == "active" and following.source and following.source[0] > 1:
        own = following.source[0]
        if row.flags[own - 1] & (Is.COORDINATOR | Is.SUBORDINATOR) and row.words[own - 2] == ",":
            return own - 2
    return len(row.words)


def _span(row: Clause, first: int, last: int, quotes: list[Span]) -> Span:
    """The words `first`..`last`; where they begin or end inside a quotation, the whole of it beyond the sentence."""
    start, end = row.starts[first], row.ends[last]
    for quote in quotes:
        if first == 0 and quote.start < row.span.start < quote.end:
            start = quote.start
        if last >= len(row.words) - 2 and quote.start < row.span.end - 1 and row.span.end < quote.end:
            end = quote.end
    return Span(start, end)


def _quote_before(row: Clause, cue: Cue, quotes: list[Span]) -> Span | None:
    """The quotation that ended with the sentence before: "Stop!" she said."""
    ended = [quote for quote in quotes if 0 <= row.span.start - quote.end <= _GAP]
    return ended[-1] if ended and cue.verb.say else None


def _speech(row: Clause, cue: Cue, content: Span, quotes: list[Span]) -> Speech:
    source = Span(row.starts[cue.source[0]], row.ends[cue.source[1]]) if cue.source else None
    direct = any(
        quote.start < content.end and quote.end > content.start and quote.end - quote.start > _SHORT_QUOTE
        for quote in quotes
    )
    return Speech(source, Span(row.starts[cue.first], row.ends[cue.last]), content, None, cue.verb.denial, direct)
