"""Values as a reader reads them.

In: a value and the rulebook. Out: "at least 133", "22 March 2024", "Islamic State"."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.kinds import count
from reconcile.kinds.count import Count
from reconcile.kinds.date import MONTHS, Date, Point
from reconcile.kinds.named import Named
from reconcile.model import Value
from reconcile.rulebook import Rulebook
from reconcile.rulebook.gazetteer import gazetteer

_COUNTS = {
    "exact": "{:,}",
    "least": "at least {:,}",
    "over": "more than {:,}",
    "most": "up to {:,}",
    "under": "fewer than {:,}",
    "about": "about {:,}",
    "range": "between {:,} and {:,}",
}


def in_words(value: Value, book: Rulebook) -> str:
    """`value` in plain words.

    >>> from reconcile.kinds.count import parse
    >>> in_words(parse(">130"), Rulebook())
    'more than 130'
    """
    match value:
        case Count():
            return _COUNTS[value.form].format(value.n, value.m)
        case Date():
            return _date(value)
        case Named():
            return _named(value, book)
    return str(value).replace("-", " ")


def figures_in_words(spelling: str, form: str) -> str:
    """A headline of several figures in words, empty where `form` is none of several or there is only one.

    >>> figures_in_words("12..20", "low-to-high"), figures_in_words("15+ (12..20)", "best-low-high")
    ('12 to 20', 'at least 15 (low 12, high 20)')
    """
    best, bracket, span = spelling.partition(" (") if form == "best-low-high" else ("", "", spelling)
    low, dots, high = span.rstrip(")").partition("..")
    if form not in ("low-to-high", "best-low-high") or not dots:
        return ""
    if not bracket:
        return f"{int(low):,} to {int(high):,}"
    values = [count.parse(one) for one in best.split(" | ")]
    words = listed([_COUNTS[value.form].format(value.n, value.m) for value in values])
    return f"{words} (low {int(low):,}, high {int(high):,})"


def actor_in_words(actor: str, book: Rulebook) -> str:
    """The party that `actor` (an id or `name:` and words) spells; empty for nobody."""
    return _named(Named(actor), book) if actor else ""


def day_in_words(as_of: str) -> str:
    """An as-of day or time: "31 March 2024", "31 March 2024, 14:10"."""
    if len(as_of) < 10:
        return "an unknown time"
    year, month, day = as_of[:10].split("-")
    time = f", {as_of[11:16]}" if len(as_of) >= 16 else ""
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}{time}"


def listed(words: Sequence[str], *, last: str = "and") -> str:
    """Words as a list in a sentence.

    >>> listed(["133", "137", "143"])
    '133, 137 and 143'
    """
    return f" {last} ".join(part for part in (", ".join(words[:-1]), words[-1]) if part) if words else ""


def _named(value: Named, book: Rulebook) -> str:
    if not value.known:
        return value.words
    if actor := book.actors.get(value.id):
        return actor.name
    if place := gazetteer(book).place(value.id):
        return gazetteer(book).called(place)
    return " ".join(word.capitalize() for word in value.words.split())


def _date(value: Date) -> str:
    if value.is_weekday:
        return "a weekday"
    if value.until is None:
        return _point(value.start)
    return f"{_point(value.start)} to {_point(value.until)}"


def _point(point: Point) -> str:
    day = str(point.day) if point.day else ""
    month = MONTHS[point.month - 1] if point.month else ""
    year = str(point.year) if point.year else ""
    words = " ".join(part for part in (day, month, year) if part)
    return words + " (or day and month the other way round)" * point.uncertain
