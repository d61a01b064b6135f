"""What is wrong with the dates inside one article. In: its voice on a date. Out: sentences, each with a severity.

An event after its own publication, a weekday that does not fit its date, "recent" beside a date long past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day
from typing import cast

from reconcile.kinds.date import WEEKDAYS, Date
from reconcile.model import Article, Fault
from reconcile.resolve.conditions.dates import stated_weekday
from reconcile.resolve.pair import Voice
from reconcile.resolve.words import day_in_words, in_words
from reconcile.rulebook import Rulebook
from reconcile.rulebook.policies import Ladder
from reconcile.text.fold import fold
from reconcile.times import day

_WINDOW = 300  # characters before a date in which its sentence is looked for


def date_faults(voice: Voice, article: Article | None, ladder: Ladder, book: Rulebook) -> Iterator[Fault]:
    """What speaks against the date of `voice` within its own article."""
    date = voice.claim.value
    if not isinstance(date, Date):
        return
    if date.is_day and "weekday" in voice.claim.stated and "year" in voice.claim.stated:
        yield from _weekday(voice, date, book)
    published = day(article.published if article else "")
    if published is not None and date.first is not None and date.last is not None:
        yield from _against_publication(voice, article, published, ladder, book)


def _weekday(voice: Voice, date: Date, book: Rulebook) -> Iterator[Fault]:
    named, is_one = stated_weekday(voice, book), cast(Day, date.first).weekday()
    if named is not None and named != is_one:
        says = f"{voice.name} calls {in_words(date, book)} a {WEEKDAYS[named]}; it was a {WEEKDAYS[is_one]}."
        yield Fault((voice.claim.article,), says, "medium")


def _against_publication(
    voice: Voice, article: Article | None, published: Day, ladder: Ladder, book: Rulebook
) -> Iterator[Fault]:
    date, own = cast(Date, voice.claim.value), day_in_words(published.isoformat())
    first, last = cast(Day, date.first), cast(Day, date.last)
    words = in_words(date, book)
    if first > published:
        yield Fault((voice.claim.article,), f"{voice.name} dates it {words}, after its own date, {own}.", "high")
    days = (published - last).days
    if 0 < ladder.limits.long_before_days <= days:
        recent = _recent(voice, article, ladder)
        though = f', though it speaks of it as "{recent}"' if recent else ""
        says = f"{voice.name} dates it {words}, {_span(days)} before its own date, {own}{though}."
        yield Fault((voice.claim.article,), says, "medium" if recent else "none")


def _recent(voice: Voice, article: Article | None, ladder: Ladder) -> str:
    """The word for "not long ago" in the sentence before the date, empty where there is none."""
    if article is None:
        return ""
    start = max(0, voice.claim.start - _WINDOW)
    before = fold(article.text[start : voice.claim.end])
    sentence = before[max(before.rfind(". "), before.rfind("\n")) + 1 :]
    padded = f" {sentence} "
    return next((word for word in ladder.recent.get(voice.language, ()) if f" {word} " in padded), "")


def _span(days: int) -> str:
    years = round(days / 365.25)
    return "about a year" if years <= 1 else f"about {years} years"
