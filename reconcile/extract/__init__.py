"""Articles to claims, each with its span. In: an article and a rulebook. Out: a `Draft`.

Recognise once (counts, dates, names, people, happenings), then match the wording rules on what was recognised."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reconcile.extract.claims import Context, claims_from
from reconcile.extract.claims.answering import answering
from reconcile.extract.claims.descriptions import described
from reconcile.extract.dates import find_dates
from reconcile.extract.figurative import LEDE, figurative
from reconcile.extract.intervals import find_intervals
from reconcile.extract.matching.candidates import words_of
from reconcile.extract.matching.wordings import rules_for
from reconcile.extract.names import as_mentions, find_names
from reconcile.extract.names.lexicon import lexicon
from reconcile.extract.people.counts import find_counts
from reconcile.extract.people.groups import grouped
from reconcile.extract.people.sorts import counted_sorts
from reconcile.extract.people.wholes import with_wholes
from reconcile.extract.recognised import article_slots, by_sentence, masked_sentence
from reconcile.extract.references import references, with_pointing
from reconcile.extract.setting import setting
from reconcile.extract.sightings import event_nouns, find_sightings
from reconcile.extract.speech.attribution import find_attributions
from reconcile.extract.speech.voices import Voices
from reconcile.extract.story import story
from reconcile.extract.unseen import Places, hidden
from reconcile.model import Article, Attribution, Claim, Draft, Mention, Sighting, Span
from reconcile.rulebook import Rulebook
from reconcile.text.fold import fold
from reconcile.text.sentences import sentences

DEFAULT_LANGUAGE = "en"


def draft(article: Article, book: Rulebook) -> Draft:
    """All claims of `article`, in text order, and what the events stage needs to tell whose they are."""
    if hidden(article):
        places = Places(article)
        return places.of_draft(_draft(places.seen, book))
    return _draft(article, book)


def _draft(article: Article, book: Rulebook) -> Draft:
    language = article.language if article.language in book.languages else DEFAULT_LANGUAGE
    words, folded = book.languages[language], fold(article.text)
    spans = _sentences(article, book, language)
    dates = find_dates(article.text, article.published, words.dates, event_nouns(book, language).types)
    names = find_names(article.text, book)
    pointing = list(references(article.text, folded, names, book, language))
    slots = article_slots(folded, dates, names, pointing, book, language)
    where = setting(article.text, article.body_start, names, book, language)
    voices = Voices(article.text, spans, with_pointing(names, pointing), book, language, state=where.state)
    context = Context(article, folded, book, language, voices)
    rules = rules_for(book, language)
    claims: list[tuple[Claim, Span]] = []
    sightings: list[Sighting] = []
    said = [words_of(folded[span.start : span.end]) for span in spans]
    in_earnest = not figurative(said, book, language)
    for number, (span, here, inside) in enumerate(zip(spans, said, by_sentence(slots, spans), strict=True)):
        sorts = {slot.sort for slot in inside}
        counted = counted_sorts(here, sorts, words)
        if "event" not in sorts and not rules.may_match(here, sorts | counted, lede=number < LEDE):
            continue
        masked = masked_sentence(folded, span, inside, words.numbers, counted, here)
        masked = with_wholes(grouped(masked, words.people, counted), words.people, words.numbers)
        if "event" in sorts and in_earnest:
            sightings.extend(find_sightings(masked, number, book, language))
        found = claims_from(rules.matches(masked, lede=number < LEDE), masked, context)
        claims.extend(found if in_earnest else (pair for pair in found if book.facts[pair[0].fact].kind == "date"))
    claims.sort(key=lambda pair: pair[0].start)
    claims = list(answering(claims, book))
    claims = described(claims, *_descriptions(book, language))
    return Draft(
        article,
        language,
        tuple(spans),
        places=tuple(Mention("place", n.place, n.start, n.end) for n in names if n.place is not None),
        names=frozenset(folded[n.start : n.end] for n in names if not n.known and " " in folded[n.start : n.end]),
        story=story(folded, article, names, words, lexicon(book, language).ordinary),
        sightings=tuple(sightings),
        claims=tuple(claim for claim, _ in claims),
        wordings=tuple(span for _, span in claims),
        setting=where.mention,
        intervals=tuple(find_intervals(article, folded, spans, dates, slots, words.dates)),
    )


@lru_cache(maxsize=8)
def _descriptions(book: Rulebook, language: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """The facts that ask for one party, nouns for attackers, and words like "the"."""
    people = book.languages[language].people
    actors = frozenset(fact.id for fact in book.facts.values() if fact.kind == "actor" and not fact.by_speaker)
    return actors, (*people.attackers.plural, *people.attackers.singular), people.around.the


def mentions(article: Article, book: Rulebook) -> list[Mention | Attribution]:
    """What is recognised in `article` before any rule about facts, in text order; then who says what."""
    if hidden(article):
        places = Places(article)
        return [places.of_mention(found) for found in _mentions(places.seen, book)]
    return _mentions(article, book)


def _mentions(article: Article, book: Rulebook) -> list[Mention | Attribution]:
    language = article.language if article.language in book.languages else DEFAULT_LANGUAGE
    words, folded = book.languages[language], fold(article.text)
    spans = _sentences(article, book, language)
    dates = find_dates(article.text, article.published, words.dates, event_nouns(book, language).types)
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
