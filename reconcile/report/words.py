"""Values, statuses and sources in plain words. In: spellings of the contract. Out: what a reader would say.

How a value is worded is said once, in `resolve.words`; here it is read from its spelling, and what the text leaves open
is added."""

from __future__ import annotations

from reconcile.kinds import KINDS
from reconcile.kinds import date as dates
from reconcile.kinds.date import WEEKDAYS
from reconcile.model import Article, Claim, Headline
from reconcile.resolve.words import figures_in_words, in_words, listed
from reconcile.rulebook import Rulebook, policies
from reconcile.rulebook.outlets import outlet_name
from reconcile.text.fold import fold

STATUSES = {
    "conflict": "conflict",
    "updated": "updated",
    "compatible": "compatible",
    "agreed": "agreed",
    "single": "one source",
}
SEVERITIES = policies.SEVERITIES[::-1]  # the most severe first
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

_SEVERAL = " | "  # between the values of a headline that has more than one


def value_in_words(value: str, kind: str, book: Rulebook, quote: str = "") -> str:
    """What `value` of `kind` says; `quote` helps with a weekday that has no date. A spelling of no kind stays as it is.

    >>> value_in_words("133+", "count", Rulebook()), value_in_words("XXXX-03-22", "date", Rulebook())
    ('at least 133', '22 March (year not stated)')
    """
    if _SEVERAL in value:
        return listed([value_in_words(one, kind, book, quote) for one in value.split(_SEVERAL)], last="or")
    try:
        read = KINDS[kind].parse(value)
    except (KeyError, ValueError):
        return value
    return _date(read, book, quote) if isinstance(read, dates.Date) else in_words(read, book)


def headline_in_words(headline: Headline, kind: str, book: Rulebook) -> str:
    """What a policy would print: `15 (low 12, high 20)`, `137, according to the Interior Ministry`."""
    policy = book.headlines.get(headline.policy)
    figures = figures_in_words(headline.value, policy.print) if policy else ""
    words = figures or value_in_words(headline.value, kind, book)
    return f"{words}, according to {listed(headline.by)}" if headline.by else words


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
    if not isinstance(claim.value, dates.Date) or not (claim.stated or claim.rule):
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


def named_outlet(article: Article, book: Rulebook) -> str:
    """The outlet's name, empty where none is known."""
    return outlet_name(article.outlet, article.url, book)


def outlet_in_words(article: Article, book: Rulebook) -> str:
    """The outlet's name, or the article's file where no outlet is known."""
    return named_outlet(article, book) or article.id.rpartition("/")[2]


def source_in_words(article: Article, outlet: str) -> str:
    """Where a claim stands: `Outlet, 2024-03-28`, by what `outlet_in_words` makes of its outlet."""
    return f"{outlet}, {article.published[:10]}" if outlet and article.published else outlet or article.published[:10]


def number_of(n: int, one: str, many: str = "") -> str:
    """`1 article`, `2 articles`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def _date(date: dates.Date, book: Rulebook, quote: str) -> str:
    start = date.start
    if not (start.year or start.month or start.day):
        weekday = next((day for day in WEEKDAYS if day.lower() in fold(quote)), "weekday")
        return f"a {weekday} (no date)"
    missing = [name for name, part in (("day", start.day), ("month", start.month), ("year", start.year)) if part == 0]
    return in_words(date, book) + (f" ({' and '.join(missing)} not stated)" if missing else "")
