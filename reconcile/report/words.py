"""Values, statuses and sources in plain words. In: spellings of the contract. Out: what a reader would say."""

from __future__ import annotations

from collections.abc import Callable

from reconcile.kinds import count as counts
from reconcile.kinds import date as dates
from reconcile.kinds import named
from reconcile.model import Article, Claim
from reconcile.rulebook import Rulebook
from reconcile.text.fold import fold

STATUSES = {
    "conflict": "conflict",
    "updated": "updated",
    "compatible": "compatible",
    "agreed": "agreed",
    "single": "one source",
}
SEVERITIES = ("high", "medium", "low", "none")
VERDICTS = ("contradiction", "correction", "update", "scope", "narrower", "agree")
ROLES = {"total": "whole", "part": "part", "increment": "added to earlier", "background": "background"}
STANCES = {
    "asserted": "stated",
    "claimed": "claimed",
    "accused": "accused",
    "suspected": "suspected",
    "charged": "charged",
    "convicted": "convicted",
    "denied": "denied",
    "possible": "possible",
    "reported": "hearsay",
}
PUBLISHED_FROM = {
    "header": "in its header",
    "record": "in its record",
    "option": "as given",
    "filename": "in its file name",
}

_COUNTS = {
    "exact": "{}",
    "least": "at least {}",
    "over": "more than {}",
    "most": "up to {}",
    "under": "fewer than {}",
    "about": "about {}",
    "range": "{} to {}",
}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def value_in_words(value: str, kind: str, book: Rulebook, quote: str = "") -> str:
    """What `value` of `kind` says; `quote` helps with a weekday that has no date. A spelling of no kind stays as it is.

    >>> value_in_words("133+", "count", Rulebook()), value_in_words("XXXX-03-22", "date", Rulebook())
    ('at least 133', '22 March (year not stated)')
    """
    readers: dict[str, Callable[[], str]] = {
        "count": lambda: _count(counts.parse(value)),
        "date": lambda: _date(dates.parse(value), quote),
        "actor": lambda: actor_in_words(value, book),
        "place": lambda: place_in_words(value, book),
    }
    try:
        return readers.get(kind, lambda: value.replace("-", " "))()
    except ValueError:
        return value


def actor_in_words(actor: str, book: Rulebook) -> str:
    """The name of an actor: the rules' where they know it, else its own words."""
    return book.actors[actor].name if actor in book.actors else named.Named(actor).words


def place_in_words(place: str, book: Rulebook) -> str:
    """The name of a place: the rules' where they know it, else its own words with capitals."""
    if place in book.places:
        return book.places[place].name
    somewhere = named.Named(place)
    return somewhere.words.title() if somewhere.known else somewhere.words


def fact_label(fact: str, book: Rulebook) -> str:
    """The fact's label from the rules, with a capital."""
    label = book.facts[fact].label if fact in book.facts else fact.replace("_", " ")
    return label[:1].upper() + label[1:]


def status_in_words(status: str, severity: str) -> str:
    """Status and severity of a finding: `conflict, high`.

    >>> status_in_words("conflict", "high"), status_in_words("single", "none")
    ('conflict, high', 'one source')
    """
    words = STATUSES.get(status, status)
    return words if severity in ("", "none") else f"{words}, {severity}"


def worked_out(claim: Claim) -> str:
    """Which parts of a date the text does not state, in words; empty where it states them all.

    >>> from reconcile.kinds import date
    >>> worked_out(Claim("a", "event_date", date.parse("2024-03-22"), "March 22", 0, 8, stated=("month", "day")))
    'year worked out'
    """
    if not isinstance(claim.value, dates.Date) or not claim.stated:
        return ""
    start = claim.value.start
    parts = [name for name, part in (("year", start.year), ("month", start.month), ("day", start.day)) if part]
    missing = [name for name in parts if name not in claim.stated]
    if len(missing) == len(parts) and missing:
        return "worked out from the weekday" if "weekday" in claim.stated else "worked out from the publication"
    return f"{' and '.join(missing)} worked out" if missing else ""


def published_in_words(article: Article) -> str:
    """The publication date and where it was found: `2024-03-28 (in its header)`."""
    if not article.published:
        return "no date"
    found = PUBLISHED_FROM.get(article.published_from, article.published_from)
    return f"{article.published[:10]} ({found})" if found else article.published[:10]


def outlet_in_words(article: Article, book: Rulebook) -> str:
    """The outlet's name, or the article's file where no outlet is known."""
    if article.outlet in book.outlets:
        return book.outlets[article.outlet].name
    return article.outlet or article.id.rpartition("/")[2]


def source_in_words(article: Article, book: Rulebook) -> str:
    """Where a claim stands: `Outlet, 2024-03-28`, or the file's name where no outlet is known."""
    return ", ".join(part for part in (outlet_in_words(article, book), article.published[:10]) if part)


def number_of(n: int, one: str, many: str = "") -> str:
    """`1 article`, `2 articles`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def _count(count: counts.Count) -> str:
    return _COUNTS[count.form].format(f"{count.n:,}", f"{count.m:,}")


def _date(date: dates.Date, quote: str) -> str:
    if date.until is None:
        return _point(date.start, quote)
    start, until = date.start, date.until
    if (start.year, start.month) == (until.year, until.month) and start.day and until.day:
        return f"{start.day} to {_point(until)}"
    return f"{_point(start)} to {_point(until)}"


def _point(point: dates.Point, quote: str = "") -> str:
    if not (point.year or point.month or point.day):
        weekday = next((day for day in _WEEKDAYS if day.lower() in fold(quote)), "weekday")
        return f"a {weekday} (no date)"
    parts = [str(point.day or ""), _MONTHS[point.month - 1] if point.month else "", str(point.year or "")]
    words = " ".join(part for part in parts if part)
    missing = [name for name, part in (("day", point.day), ("month", point.month), ("year", point.year)) if part == 0]
    notes = [f"{' and '.join(missing)} not stated"] * bool(missing) + ["day and month may be swapped"] * point.uncertain
    return f"{words} ({', '.join(notes)})" if notes else words
