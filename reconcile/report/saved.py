"""A saved JSON report, read again. In: what `reconcile report --format json` wrote, and the rulebook. Out: the report.

The inverse of `report.json`: written again it is the same bytes. What JSON leaves out is empty: the texts of articles
(`with_texts` puts them back) and what only extracting and comparing need (LEFT_OUT)."""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import get_args

import msgspec

from reconcile.errors import SavedError
from reconcile.kinds import KINDS
from reconcile.model import Article, Claim, Event, Finding, Problem, Reading, Report, Value
from reconcile.report import wire
from reconcile.report.json import SCHEMA
from reconcile.rulebook import Rulebook

#: fields of the model that are not in the JSON, and empty in a report that was read from it
LEFT_OUT = {
    Article: ("text", "title_span", "body_start", "notes"),  # notes are among the problems of its reading
    Claim: ("area", "holds", "persons", "figure", "several", "latest", "of_all", "divides", "some"),
}
_OF_ARTICLE = tuple(one.name for one in fields(Article) if one.name not in LEFT_OUT[Article])
_OF_READING = tuple(one.name for one in fields(Reading) if one.name != "article")
_OF_CLAIM = tuple(one.name for one in fields(Claim) if one.name not in (*LEFT_OUT[Claim], "value"))
_WORDS = {
    "status": wire.Status,
    "severity": wire.Severity,
    "verdict": wire.Word,
    "move": wire.Move,
    "role": wire.Role,
    "stance": wire.Stance,
    "published_from": wire.PublishedFrom,
    "as": wire.Ruled,
}
_AGAIN = "make it again with reconcile report PATH... --format json"
_PLACE = re.compile(r"(.*) - at `\$\.?(.*?)`", re.DOTALL)
_BYTE = re.compile(r"\(byte (\d+)\)")


def read(path: str, book: Rulebook) -> Report:
    """The report saved at `path`. Raises SavedError with the file, the place in it and what is allowed there."""
    if path == "-":
        raise SavedError(path, "", "a saved report is a file, standard input is not taken; name one")
    try:
        document = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        what = error.strerror if isinstance(error, OSError) else error
        raise SavedError(path, "", f"cannot be read: {what}; {_AGAIN}") from None
    return decode(document, book, shown=path)


def decode(document: bytes | str, book: Rulebook, *, shown: str = "report") -> Report:
    """The report that `document` is; `shown` names it in errors. Raises SavedError."""
    try:
        with _uncollected():
            return _report(msgspec.json.decode(document, type=wire.Report), book, shown)
    except msgspec.ValidationError as error:
        raise _unfit(document, str(error), shown) from None
    except msgspec.DecodeError as error:
        raise _malformed(document, str(error), shown) from None
    except (UnicodeDecodeError, RecursionError) as error:
        raise SavedError(shown, "", f"is no JSON: {error}; {_AGAIN}") from None


def with_texts(report: Report, articles: Iterable[Article]) -> tuple[Report, tuple[str, ...]]:
    """`report` with the texts of those `articles` that it is about, and the ids of its articles whose text is missing
    there or is no longer the one that was reported on (its sha256 differs); those stay without text."""
    known = {article.id: article for article in articles}
    readings, without = [], []
    for reading in report.articles:
        found = known.get(reading.article.id)
        if found is None or found.sha256 != reading.article.sha256:
            without.append(reading.article.id)
            readings.append(reading)
        else:
            again = {name: getattr(found, name) for name in LEFT_OUT[Article]}
            readings.append(replace(reading, article=replace(reading.article, **again)))
    return replace(report, articles=tuple(readings)), tuple(without)


def paths(report: Report) -> tuple[str, ...]:
    """The files in which the articles of `report` stood, each once, in the report's order."""
    return tuple(dict.fromkeys(reading.article.path for reading in report.articles))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for cycles in between: nothing that is made here has any, and looking takes as long as making."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _report(found: wire.Report, book: Rulebook, shown: str) -> Report:
    report = Report(
        tuple(_reading(article) for article in found.articles),
        _claims(found.claims, book, shown),
        msgspec.convert(found.events, tuple[Event, ...], from_attributes=True),
        msgspec.convert(found.findings, tuple[Finding, ...], from_attributes=True),
        msgspec.convert(found.problems, tuple[Problem, ...], from_attributes=True),
    )
    _check_links(report, shown)
    return report


def _reading(found: wire.Article) -> Reading:
    article = Article(text="", **{name: getattr(found, name) for name in _OF_ARTICLE})
    return Reading(article, **{name: getattr(found, name) for name in _OF_READING})


def _claims(found: Sequence[wire.Claim], book: Rulebook, shown: str) -> tuple[Claim, ...]:
    """Claims with their values, which their facts' kinds read."""
    parts, made = attrgetter(*_OF_CLAIM), []
    parsers = {fact.id: lru_cache(maxsize=None)(KINDS[fact.kind].parse) for fact in book.facts.values()}
    for n, claim in enumerate(found):
        if claim.start > claim.end:
            raise SavedError(shown, f"claims[{n}].end", f"{claim.end} comes before its 'start', {claim.start}")
        value = _value(claim, parsers, f"claims[{n}]", shown)
        made.append(Claim(value=value, **dict(zip(_OF_CLAIM, parts(claim), strict=True))))
    return tuple(made)


def _value(claim: wire.Claim, parsers: Mapping[str, Callable[[str], Value]], place: str, shown: str) -> Value:
    try:
        return parsers[claim.fact](claim.value)
    except KeyError:
        what = f"no rule knows the fact {claim.fact[:40]!r}; name the rules the report was made with: --rules DIR"
        raise SavedError(shown, f"{place}.fact", what) from None
    except ValueError as error:
        raise SavedError(shown, f"{place}.value", str(error)) from None


def _check_links(report: Report, shown: str) -> None:
    """What has an id has one of its own, and what is named by its id is there. Raises SavedError."""
    articles = _ids("articles", [reading.article.id for reading in report.articles], shown)
    events = _ids("events", [event.id for event in report.events], shown)
    claims = _ids("claims", [claim.id for claim in report.claims], shown)
    _ids("findings", [finding.id for finding in report.findings], shown)
    verdicts = [[side for one in finding.verdicts for side in (one.a, one.b)] for finding in report.findings]
    given = [[claim for row in finding.values for claim in row.claims] for finding in report.findings]
    givers = [[article for row in finding.values for article in row.articles] for finding in report.findings]
    for place, named, known in (
        ("articles[{}].events", [(r.main_event, *r.events) for r in report.articles], events),
        ("claims[{}].article", [(claim.article,) for claim in report.claims], articles),
        ("claims[{}].event", [(claim.event,) for claim in report.claims], events),
        ("events[{}].articles", [event.articles for event in report.events], articles),
        ("findings[{}].event", [(finding.event,) for finding in report.findings], events),
        ("findings[{}].values", given, claims),
        ("findings[{}].values", givers, articles),
        ("findings[{}].verdicts", verdicts, claims),
    ):
        if not known.issuperset(chain.from_iterable(named)):
            n, one = next((n, one) for n, those in enumerate(named) for one in those if one not in known)
            raise SavedError(shown, place.format(n), f"names {one[:80]!r}, which is not in the report")


def _ids(part: str, ids: Sequence[str], shown: str) -> frozenset[str]:
    found = frozenset(ids)
    if len(found) < len(ids):
        counts = Counter(ids)
        n, twice = next((n, one) for n, one in reversed([*enumerate(ids)]) if counts[one] > 1)
        raise SavedError(shown, f"{part}[{n}].id", f"{twice[:80]!r} is the id of one before it as well")
    return found


def _unfit(document: bytes | str, what: str, shown: str) -> SavedError:
    """JSON, but not of this schema: another version of it, or a value that cannot be."""
    try:
        schema = msgspec.json.decode(document, type=dict[str, msgspec.Raw]).get("schema", msgspec.Raw(b'""'))
        named = msgspec.json.decode(schema, type=str)
    except msgspec.MsgspecError:
        named = ""
    if named != SCHEMA:
        is_ = f"is of the schema {named[:40]!r}, and this reconcile reads" if named else "has no 'schema'; it is no"
        return SavedError(shown, "", f"{is_} {SCHEMA!r}; {_AGAIN}")
    found = _PLACE.fullmatch(what)
    say, place = (found[1], found[2]) if found else (what, "")
    words = _WORDS.get(place.rpartition(".")[2]) if "enum" in say else None
    allowed = ", ".join(word or '""' for word in get_args(words)) if words else ""
    return SavedError(shown, place, f"{say}; allowed: {allowed}" if allowed else f"{say}; {_AGAIN}")


def _malformed(document: bytes | str, what: str, shown: str) -> SavedError:
    byte = _BYTE.search(what)
    if not byte:
        return SavedError(shown, "", f"is no JSON: {what}; {_AGAIN}")
    before = (document.encode() if isinstance(document, str) else document)[: int(byte[1])]
    line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
    return SavedError(f"{shown}:{line}:{column}", "", f"is no JSON: {_BYTE.sub('', what).strip()}; {_AGAIN}")
