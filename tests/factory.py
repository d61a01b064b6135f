"""Builders for the nouns of the model, with defaults that make one small sound report. In: what a test cares about."""

from __future__ import annotations

import hashlib
from typing import Any

from reconcile.kinds import count
from reconcile.model import Article, Claim, Event, Finding, Headline, Reading, Report, ValueRow, Verdict


def article(name: str = "a.txt", text: str = "At least 12 people were killed.", **fields: Any) -> Article:
    """An article of Outlet A of 22 March 2024 unless `fields` say otherwise; its sha256 is that of its text."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    known = {"outlet": "Outlet A", "published": "2024-03-22", "published_from": "header", "language": "en"}
    return Article(**{"id": name, "text": text, "sha256": sha256, "path": name, **known, **fields})


def claim(
    value: Any = "12+", name: str = "a.txt", quote: str = "At least 12", fact: str = "death_toll", **fields: Any
) -> Claim:
    """A claim of article `name`, the article's answer for ev-1; `value` is a value, or the spelling of a count."""
    start = fields.pop("start", 0)
    known = {"start": start, "end": start + len(quote), "event": "ev-1", "says": True, "line": 1, "column": start + 1}
    known |= {"rule": "facts/death_toll/en.toml#n-killed", "id": f"c-{name}-{fact}-{start}", "as_of": "2024-03-22"}
    read = count.parse(value) if isinstance(value, str) else value
    return Claim(**{"article": name, "fact": fact, "value": read, "quote": quote, **known, **fields})


def event(identity: str = "ev-1", *articles: str, **fields: Any) -> Event:
    """A market fire in Northport that `articles` (a.txt if none) speak of."""
    known = {"label": "fire, Northport market, 2024-03-22", "type": "fire", "date": "2024-03-22", "place": "northport"}
    return Event(**{"id": identity, **known, "articles": articles or ("a.txt",), "because": (), **fields})


def finding(*claims: Claim, verdicts: tuple[Verdict, ...] = (), **fields: Any) -> Finding:
    """What `claims` of one fact of one event come to: their values in the order given, with status `single`."""
    first = claims[0]
    by_value: dict[str, list[Claim]] = {}
    for one in claims:
        by_value.setdefault(str(one.value), []).append(one)
    values = tuple(_value_row(value, those) for value, those in by_value.items())
    known = {"id": f"f-{first.event}-{first.fact}", "event": first.event, "fact": first.fact, "status": "single"}
    known |= {"severity": "none", "range": "", "headline": Headline("", "", ()), "wording": ""}
    return Finding(**{**known, "values": values, "verdicts": verdicts, **fields})


def verdict(a: Claim, b: Claim, word: str = "contradiction", say: str = "they differ", **fields: Any) -> Verdict:
    """How `a` and `b` relate."""
    return Verdict(
        **{"a": a.id, "b": b.id, "verdict": word, "say": say, "rule": "policies/rising_count.toml#1", **fields}
    )


def reading(one: Article, main_event: str = "ev-1", *events: str, **fields: Any) -> Reading:
    """`one` in a report, with `main_event` as its only event unless `events` are given."""
    return Reading(
        **{"article": one, "main_event": main_event, "events": events or (main_event,), "origin": "", **fields}
    )


def report(*findings: Finding, claims: tuple[Claim, ...] = (), **fields: Any) -> Report:
    """A report of `claims` and `findings` over the articles and events that they name, each with its defaults."""
    names = sorted({one.article for one in claims}) or ["a.txt"]
    events = sorted({one.event for one in claims}) or ["ev-1"]
    known = {
        "articles": tuple(reading(article(name)) for name in names),
        "events": tuple(event(identity, *names) for identity in events),
    }
    return Report(**{**known, "claims": claims, "findings": findings, **fields})


def _value_row(value: str, claims: list[Claim]) -> ValueRow:
    articles = tuple(sorted({one.article for one in claims}))
    times = sorted(one.as_of for one in claims)
    return ValueRow(value, tuple(one.id for one in claims), articles, len(articles), times[0], times[-1])
