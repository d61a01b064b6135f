"""The speeches of a paragraph. In: text and the sentences of one paragraph. Out: `Speech`, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.extract.speech import inversion
from reconcile.extract.speech.clauses import Clause, Cue, clause
from reconcile.extract.speech.contents import content_of, hearer_of
from reconcile.extract.speech.cues import cues
from reconcile.extract.speech.flags import Is
from reconcile.extract.speech.quotes import quotations
from reconcile.extract.speech.relays import citing
from reconcile.extract.speech.subjects import before
from reconcile.extract.speech.vocabulary import Vocabulary
from reconcile.model import Span
from reconcile.text.fold import fold

_LONGEST_CLAUSE = 1000  # characters; a longer stretch without a full stop is no prose and is read in pieces
_GAP = 2  # characters between a quotation and the sentence behind it
_SHORT_QUOTE = 20  # below this, quotation marks single out words rather than quote somebody
_LABEL_CHARACTERS, _LABEL_WORDS = 60, 5  # the longest name before a colon


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody says or holds something.

    `hearer` is whom it is told to: the channel, where that is a newspaper or an agency. `denial`: the source means the
    opposite of the content. `direct`: the content is quoted. `negated`: the source does not say it ("did not confirm
    that"). `echo`: a stance, or what a pronoun says, inside another's content ("he said he thinks"). `antecedent`:
    the noun phrase before "who", or the last named speaker before "he", where such a pronoun is the source. `cited`:
    whom the source only passes on: "the agency reported, citing police"."""

    source: Span | None
    cue: Span
    content: Span
    hearer: Span | None = None
    denial: bool = False
    direct: bool = False
    negated: bool = False
    echo: bool = False
    antecedent: Span | None = None
    cited: Span | None = None


def speeches(text: str, sentences: Sequence[Span], known: Vocabulary) -> list[Speech]:
    """Who says what in the paragraph that `sentences` make up."""
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
        quoting = len(found) + new.index(furthest) if furthest and furthest.direct else -1
        found.extend(new)
    return found


def _labelled(text: str, start: int, end: int, known: Vocabulary) -> list[Speech]:
    """The speech of a paragraph that begins with a name and a colon, as transcripts and headlines have it."""
    colon = text.find(":", start, start + _LABEL_CHARACTERS)
    label = text[start:colon].split() if colon > start and text[colon + 1 : colon + 2].isspace() else []
    named = label and len(label) <= _LABEL_WORDS and all(word[0].isupper() for word in label)
    if not named or fold(label[-1]) in known.labels or end < colon + 2:
        return []
    return [Speech(Span(start, colon), Span(colon, colon + 1), Span(colon + 2, end))]


def _pieces(sentences: Iterable[Span]) -> Iterator[Span]:
    for span in sentences:
        if span.end - span.start <= _LONGEST_CLAUSE:
            yield span
            continue
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
    found: list[Speech] = []
    here = cues(row, known)
    for index, cue in enumerate(here):
        limit = min((_limit(row, cue, following) for following in here[index + 1 :]), default=len(row.words))
        phrase = content_of(row, cue, limit)
        content = _span(row, *phrase, quotes) if phrase else _quote_before(row, cue, quotes)
        if content:
            found.append(_speech(row, cue, content, quotes, found))
    return _with_cited(row, known, found)


def _limit(row: Clause, cue: Cue, following: Cue) -> int:
    """Where a content has to end because a later cue begins: at its verb, or at the clause of its own subject."""
    if following.order == "shared":
        return following.first
    if following.order == "active" and following.source and following.source[0] <= cue.first:
        inside = (
            cue.first <= following.source[1]
        )  # "the man who praised the crews said"; else ", whom they blame, said"
        return following.source[1] + 1 if inside else following.first
    if following.order == "active" and following.source and following.source[0] > 1:
        own = following.source[0]
        if row.flags[own - 1] & (Is.COORDINATOR | Is.SUBORDINATOR) and row.flags[own - 2] & Is.COMMA:
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


def _speech(row: Clause, cue: Cue, content: Span, quotes: list[Span], earlier: list[Speech]) -> Speech:
    source = row.span_of(cue.source) if cue.source else None
    place = row.span_of((cue.first, cue.last))
    hearer = cue.teller or hearer_of(row, cue)
    negated = row.find(Is.NEGATION, cue.first, cue.last + 1) >= 0
    return Speech(
        source,
        place,
        content,
        row.span_of(hearer) if hearer else None,
        denial=cue.verb.denial and not negated,
        direct=any(_quotes(quote, content) for quote in quotes),
        negated=negated,
        echo=_only_echoes(row, cue) and any(s.content.start <= place.start < s.content.end for s in earlier),
        antecedent=_antecedent(row, cue, earlier),
    )


def _antecedent(row: Clause, cue: Cue, earlier: list[Speech]) -> Span | None:
    """What "who" or "which" stands for: the speaker that ends there, or the phrase before it."""
    if not cue.source or not row.flags[cue.source[0]] & Is.RELATIVE:
        return None
    first = cue.source[0]
    end = row.ends[first - 1 - bool(row.flag(first - 1) & Is.COMMA)] if first > 1 else -1
    speaker = next((speech.source for speech in earlier if speech.source and speech.source.end == end), None)
    phrase = None if speaker else before(row, first)
    return row.span_of(phrase) if phrase else speaker


def _with_cited(row: Clause, known: Vocabulary, found: list[Speech]) -> list[Speech]:
    """`found`, one of them with whom its source only passes on: "the daily, citing police, said", "said, citing"."""
    place = citing(row, known) if found else -1
    phrase = inversion.behind(row, place + 1) if place >= 0 else None
    if phrase is None:
        return found
    comma = row.find(Is.COMMA, *phrase)
    cited = row.span_of((phrase[0], comma - 1) if comma > phrase[0] else phrase)
    at_place = row.starts[place]
    behind = [number for number, speech in enumerate(found) if speech.cue.start > at_place]
    before = [number for number, speech in enumerate(found) if speech.cue.end < at_place]
    leads = behind and (not before or (found[behind[0]].source or found[behind[0]].cue).start < at_place)
    number = behind[0] if leads else before[-1] if before else -1
    return [replace(speech, cited=cited) if at == number else speech for at, speech in enumerate(found)]


def _quotes(quote: Span, content: Span) -> bool:
    """Whether the content is the quotation, or holds a long one."""
    if quote.start >= content.end or quote.end <= content.start:
        return False
    return quote.start <= content.start or quote.end - quote.start > _SHORT_QUOTE


def _only_echoes(row: Clause, cue: Cue) -> bool:
    pronoun = cue.source and row.flags[cue.source[0]] & Is.PRONOUN
    return bool(pronoun) or not (cue.verb.say or cue.verb.tell)
