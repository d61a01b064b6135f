"""Builders for resolve tests: claims by what they say, and what a run makes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reconcile.kinds import KINDS
from reconcile.model import Article, Claim, Event, Finding
from reconcile.resolve.findings import resolve
from reconcile.resolve.ladder import Judgement, judge
from reconcile.resolve.pair import Voice, paired
from reconcile.rulebook import load
from tests import factory

BOOK = load()


def says(article: str, fact: str, value: str, quote: str = "", **fields: Any) -> Claim:
    """A claim of `article` on `fact`, its answer for ev-1 and undated unless `fields` say otherwise."""
    parsed = KINDS[BOOK.facts[fact].kind].parse(value)
    known = {"id": f"c-{article}-{fact}-{value}-{fields.get('speaker', '')}-{fields.get('start', 0)}", "as_of": ""}
    return factory.claim(parsed, article, quote or value, fact, **{**known, **fields})


def undated(name: str, text: str = "Text.", **fields: Any) -> Article:
    """An article of no known outlet and date."""
    return factory.article(name, text, **{"outlet": "", "published": "", **fields})


def resolved(
    *claims: Claim, articles: Sequence[Article] = (), origins: Mapping[str, str] | None = None
) -> dict[str, Finding]:
    """The findings by fact; articles that are not given are undated."""
    known = {claim.article: undated(claim.article) for claim in claims} | {one.id: one for one in articles}
    events: tuple[Event, ...] = (factory.event("ev-1", *sorted(known)),)
    return {one.fact: one for one in resolve(events, claims, known, BOOK, origins=origins or {})}


def judged(a: Claim, b: Claim) -> Judgement:
    """How two claims of one fact relate."""
    voices = [Voice(claim, "", claim.article) for claim in (a, b)]
    return judge(paired(*voices, BOOK.facts[a.fact], BOOK))


def verdict(
    fact: str, a: str, b: str, a_fields: dict[str, Any] | None = None, b_fields: dict[str, Any] | None = None
) -> str:
    """The verdict on two values, each said by an article of its own."""
    return judged(says("a.txt", fact, a, **(a_fields or {})), says("b.txt", fact, b, **(b_fields or {}))).verdict
