"""Articles to claims, each with its span. In: an article and a rulebook. Out: a `Draft`.

Recognise once (counts, dates, names, people, happenings), then match the wording rules on what was recognised."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from reconcile.extract.attribution import find_attributions, find_speeches
from reconcile.extract.claims import Context, claims_from
from reconcile.extract.counts import find_counts
from reconcile.extract.dates import find_dates
from reconcile.extract.groups import grouped, people_nouns
from reconcile.extract.mask import Masked, mask
from reconcile.extract.names import NameMention, as_mentions, find_names
from reconcile.extract.sightings import event_nouns, find_sightings
from reconcile.extract.slots import Slot
from reconcile.extract.voices import Voices
from reconcile.extract.wordings import rules_for
from reconcile.kinds.count import Count
from reconcile.kinds.date import Date
from reconcile.model import Article, Attribution, Claim, Draft, Mention, Sighting, Span
from reconcile.rulebook import Rulebook
from reconcile.rulebook.language.numbers import NumberWords
from reconcile.text.fold import fold
from reconcile.text.sentences import sentences

DEFAULT_LANGUAGE = "en"


def draft(article: Article, book: Rulebook) -> Draft:
    """All claims of `article`, in text order, and what the events stage needs to tell whose they are."""
    language = article.language if article.language in book.languages else DEFAULT_LANGUAGE
    words, folded = book.languages[language], fold(article.text)
    spans = _sentences(article, book, language)
    dates = find_dates(article.text, article.published, words.dates)
    names = find_names(article.text, book)
    slots = _slots(folded, dates, names, book, language)
    voices = Voices(find_speeches(article.text, spans, words.speech), names, article.text)
    context = Context(article, folded, book, language, voices.speaker)
    rules = rules_for(book, language)
    claims: list[tuple[Claim, Span]] = []
    sightings: list[Sighting] = []
    for number, span in enumerate(spans):
        masked = grouped(_masked(folded, span, slots, book, language), words.people)
        sightings.extend(find_sightings(masked, number, book, language))
        claims.extend(claims_from(rules.matches(masked), masked, context))
    claims.sort(key=lambda pair: pair[0].start)
    return Draft(
        article,
        tuple(spans),
        places=tuple(m for m in as_mentions(names) if m.mention == "place"),
        names=frozenset(folded[n.start : n.end] for n in names if not n.known and " " in folded[n.start : n.end]),
        sightings=tuple(sightings),
        claims=tuple(claim for claim, _ in claims),
        wordings=tuple(span for _, span in claims),
    )


def mentions(article: Article, book: Rulebook) -> list[Mention | Attribution]:
    """What is recognised in `article` before any rule about facts, in text order; then who says what."""
    language = article.language if article.language in book.languages else DEFAULT_LANGUAGE
    words, folded = book.languages[language], fold(article.text)
    spans = _sentences(article, book, language)
    dates = find_dates(article.text, article.published, words.dates)
    found = [*find_counts(folded, words.numbers), *as_mentions(find_names(article.text, book))]
    found = [m for m in found if m.mention != "count" or not _within(m, dates)]
    ordered = sorted([*dates, *found], key=lambda m: (m.start, m.end, m.mention))
    return [*ordered, *find_attributions(article.text, spans, words.speech)]


def _sentences(article: Article, book: Rulebook, language: str) -> list[Span]:
    """The sentences of the title and the body, not of header lines."""
    words = book.languages[language].sentences
    start, end = article.title_span.start, article.title_span.end
    if end <= start or start >= article.body_start:
        return sentences(article.text, words, article.body_start)
    return [*sentences(article.text[:end], words, start), *sentences(article.text, words, article.body_start)]


def _within(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(other.start < mention.end and mention.start < other.end for other in others)


def _slots(
    folded: str, dates: Sequence[Mention], names: Sequence[NameMention], book: Rulebook, language: str
) -> list[Slot]:
    """Dates, names and happenings of the article in text order; where two overlap, a date goes before a name, a name before a noun."""
    nouns = event_nouns(book, language)
    slots = [
        Slot("date", m.start, m.end, date=m.value, stated=m.stated, steps=m.steps)
        for m in dates
        if isinstance(m.value, Date)
    ]
    people = people_nouns(book.languages[language].people)
    slots += [
        Slot(_sort(n), n.start, n.end, party=n.actor, place=n.place)
        for n in names
        if n.known or folded[n.start : n.end] not in people
    ]
    for match in nouns.pattern.finditer(folded):
        type_, plural = nouns.types[folded[match.start() : match.end()]]
        slots.append(Slot("event", *match.span(), event=type_, plural=plural))
    rank = {"date": 0, "event": 2}
    kept: list[Slot] = []
    starts: list[int] = []
    for slot in sorted(slots, key=lambda s: (rank.get(s.sort, 1), s.start, -s.end)):
        place = bisect_left(starts, slot.start)
        clear_before = place == 0 or kept[place - 1].end <= slot.start
        if clear_before and (place == len(kept) or kept[place].start >= slot.end):
            kept.insert(place, slot)
            starts.insert(place, slot.start)
    return kept


def _sort(name: NameMention) -> str:
    """The sort of slot that a name becomes."""
    if name.actor is not None and name.place is not None and name.place.known:
        return "metonym"
    if not name.known:
        return name.kind if name.kind in ("adjective", "person") else "name"
    return "place" if name.actor is None else "actor"


def _masked(folded: str, span: Span, slots: Sequence[Slot], book: Rulebook, language: str) -> Masked:
    first = bisect_left(slots, span.start, key=lambda slot: slot.start)
    last = bisect_left(slots, span.end, key=lambda slot: slot.start)
    inside = [slot for slot in slots[first:last] if slot.end <= span.end]
    figures = _figures(folded, span, inside, book.languages[language].numbers)
    ends = {figure.end for figure in figures}
    inside = [_counted_people(folded, slot) if slot.start - 1 in ends else slot for slot in inside]
    return mask(folded, span.start, span.end, sorted([*inside, *figures], key=lambda slot: slot.start))


def _figures(folded: str, span: Span, inside: Sequence[Slot], words: NumberWords) -> list[Slot]:
    """The counts of a sentence, but for those that are part of a date or a name."""
    found: list[Slot] = []
    for m in find_counts(folded[span.start : span.end], words):
        start, end = m.start + span.start, m.end + span.start
        if isinstance(m.value, Count) and not any(slot.start < end and start < slot.end for slot in inside):
            found.append(Slot("count", start, end, count=m.value, steps=m.steps))
    return found


def _counted_people(folded: str, slot: Slot) -> Slot:
    """After a figure "U.S. troops" are people that are counted, and "Afghans" are too; neither is a party."""
    before, space, _ = folded[slot.start : slot.end].rpartition(" ")
    if slot.sort == "actor" and space:
        return replace(slot, sort="adjective", end=slot.start + len(before))
    plural = slot.sort in ("name", "adjective") and not space and folded[slot.end - 1] == "s"
    return replace(slot, plural=plural)
