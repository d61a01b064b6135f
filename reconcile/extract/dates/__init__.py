"""Dates in a text. In: the text, when it was published, the words of its language. Out: mentions, in text order.

`grammar` finds and reads the wordings, `expression` turns their words into numbers, `resolve` (with `years` and
`relative`) says which date it is. Only what the text itself says is stated; the rest comes from the publication date or
from the date named before, and the steps say so. Nothing here looks at the clock."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from functools import partial

from reconcile.extract.dates.against import Against, Reading
from reconcile.extract.dates.capitals import reads_as_date
from reconcile.extract.dates.counted import counted_from
from reconcile.extract.dates.expression import Expression
from reconcile.extract.dates.grammar import Grammar, grammar_of, read
from reconcile.extract.dates.resolve import resolve
from reconcile.extract.dates.tense import tense_of
from reconcile.kinds.date import Date
from reconcile.model import Mention, Span
from reconcile.rulebook.language.dates import DateWords
from reconcile.text.fold import fold
from reconcile.times import day as day_of

_COMPARISONS = ("ago", "earlier")  # two comparisons with a year earlier mean the same year
_COUNTED = (*_COMPARISONS, "later", "same")  # dates that are told by another one
_SENTENCE_ENDS = re.compile(r"[.!?][\"')\]]* |[;\x0b]")
_REMEMBERED = 5  # dates to count from
_PARAGRAPH = "\x0b\x0b"  # no form crosses it


def find_dates(text: str, published: str, words: DateWords, happenings: Container[str] = ()) -> list[Mention]:
    """The dates of `text`; `published` is a day, a time with its UTC offset (its day there counts), or empty. Of the
    words of `happenings`, each has the date behind it, and nothing is counted from that."""
    folded = fold(text.replace("\n\n", _PARAGRAPH))
    found = _expressions(text, folded, grammar_of(words))
    day, day_first = day_of(published), _day_first([said for said, _, _ in found], words)
    mentions: list[Mention] = []
    named: tuple[Date, ...] = ()
    for n, (said, start, end) in enumerate(found):
        tense = partial(tense_of, folded, start, end, words.tense)
        against = Against(day, named, tense, day_first, words.reach)
        if said.read == "earlier" and not named and (behind := _behind(found[n : n + 2], folded)):
            next_ = resolve(behind, against)
            against = replace(against, named=(next_.date,) if next_ and next_.date.is_day else ())
        reading = resolve(said, against)
        if reading:
            mention = _mention(reading, folded, start, end, words, happenings)
            if (
                mentions and folded[mentions[-1].end : mention.start] == ", "
            ):  # "on May 3, a day before the vote of May 4"
                mention = Mention("date", reading.date, start, end, reading.stated, reading.steps, reading.about)
            mentions.append(mention)
            if reading.date.first and said.read not in _COMPARISONS:
                named = (reading.date, *named[:_REMEMBERED])
    return mentions


def _mention(
    reading: Reading, folded: str, start: int, end: int, words: DateWords, happenings: Container[str]
) -> Mention:
    """A date, or the one that is counted from it, unless it is itself counted or says whose it is ("Monday's")."""
    own = folded.startswith(words.counted.owns, end)
    counted = None if own else counted_from(folded, start, reading.date, words, happenings)
    if counted is None:
        return Mention("date", reading.date, start, end, reading.stated, reading.steps, reading.about)
    steps = (*reading.steps, counted.step)
    return Mention("date", counted.date, counted.start, end, ("relative",), steps, counted.about)


def _behind(found: list[tuple[Expression, int, int]], folded: str) -> Expression | None:
    """The second of two dates, if both are of one sentence and it counts from no other: "A bomb killed two the day
    before, and they were buried on May 10"."""
    if len(found) < 2 or found[1][0].read in _COUNTED or _SENTENCE_ENDS.search(folded[found[0][2] : found[1][1]]):
        return None
    return found[1][0]


def _expressions(text: str, folded: str, grammar: Grammar) -> list[tuple[Expression, int, int]]:
    found = []
    for hit in grammar.hits.finditer(folded):
        start, end = hit.span()
        found += _in_hit(text, folded, start, end, grammar)
    return found


def _in_hit(text: str, folded: str, start: int, end: int, grammar: Grammar) -> list[tuple[Expression, int, int]]:
    readings = read(grammar, folded[start:end])
    for said in readings:
        date = Span(start + said.start, start + said.end)
        if reads_as_date(said, text, folded, date, grammar.words):
            return [(said, date.start, date.end)]
    word = folded.find(" ", start, end)
    if word < 0 or any(said.read == "none" for said in readings):
        return []
    shorter = grammar.hits.search(folded[word + 1 : end])  # he sat March 22
    return _in_hit(text, folded, word + 1 + shorter.start(), word + 1 + shorter.end(), grammar) if shorter else []


def _day_first(found: list[Expression], words: DateWords) -> bool:
    """Whether 03/04/2024 has the day first: as in the text's own unmistakable dates, else as the language has it."""
    clear = {said.left > 12 for said in found if max(said.left, said.right) > 12}
    return clear.pop() if len(clear) == 1 else words.day_first
