"""Sentences about a finding as a whole.

In: its voices, answers and status. Out: what a reader should know beside the verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.kinds.count import Count
from reconcile.kinds.date import WEEKDAYS, Date
from reconcile.resolve.answers import Answer
from reconcile.resolve.conditions.counts import LOWER_BOUNDS, vague_word
from reconcile.resolve.conditions.dates import weekday
from reconcile.resolve.pair import Voice
from reconcile.resolve.voice_words import voice_in_words
from reconcile.resolve.words import day_in_words, in_words, listed
from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import Fact
from reconcile.times import BEFORE, compared


def notes(found: Sequence[Answer], status: str, fact: Fact, book: Rulebook) -> Iterator[str]:
    """The remarks that the kind of value calls for."""
    if fact.kind == "count":
        yield from _far_below(found, fact, book)
        if status == "conflict":
            yield from _possible_update(found, book)
    if fact.kind == "date" and status == "conflict":
        yield from _weekdays(found, book)


def _far_below(found: Sequence[Answer], fact: Fact, book: Rulebook) -> Iterator[str]:
    """A lower bound that is true beside the other figures, and yet far below all of them."""
    for answer in found:
        value, others = answer.value, [other for other in found if other is not answer]
        if not isinstance(value, Count) or value.form not in LOWER_BOUNDS or not others or fact.materiality is None:
            continue
        if vague_word(answer.voices[0], book):
            continue
        if value.point <= fact.materiality.far_below * min(_point(other) for other in others):
            figures = listed([_with_names(other, book) for other in others])
            than = (
                "the other figure" if len(others) == 1 else "the other two" if len(others) == 2 else "the other figures"
            )
            yield _sentence(
                f"{_with_names(answer, book)} is far below {than}, {figures}, though it can be literally true"
            )


def _possible_update(found: Sequence[Answer], book: Rulebook) -> Iterator[str]:
    """The highest figure, if it is the latest that has a date and others that differ from it have none."""
    top = max(found, key=_point, default=None)
    if top is None or not top.latest:
        return
    others = [answer for answer in found if answer is not top]
    undated = [answer for answer in others if not answer.latest and _unbounded(answer)]
    if undated and all(not other.latest or compared(other.latest, top.latest, 0) == BEFORE for other in others):
        what = listed([_with_names(answer, book) for answer in undated])
        has = "has" if len(undated) == 1 else "have"
        yield _sentence(
            f"{_with_names(top, book)}, the latest dated ({day_in_words(top.latest)}), may be an update of {what}, "
            f"which {has} no date, so that no update is claimed"
        )


def _unbounded(answer: Answer) -> bool:
    value = answer.value
    return isinstance(value, Count) and not (value.form in LOWER_BOUNDS and value.granule >= 10)


def _weekdays(found: Sequence[Answer], book: Rulebook) -> Iterator[str]:
    """What day of the week each day was that is given."""
    days = [answer for answer in found if isinstance(answer.value, Date) and answer.value.is_day]
    if len(found) > 1 and days:
        facts = [f"{in_words(a.value, book)} was a {WEEKDAYS[weekday(a.voices[0], book) or 0]}" for a in days]
        yield _sentence("; ".join(facts))


def _with_names(answer: Answer, book: Rulebook) -> str:
    return f"{voice_in_words(answer.voices[0], book)} ({listed(names(answer.voices))})"


def names(voices: Sequence[Voice]) -> list[str]:
    """What the articles of some voices are called, each once."""
    return sorted({voice.name for voice in voices})


def _point(answer: Answer) -> float:
    return answer.value.point if isinstance(answer.value, Count) else 0


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + "."
