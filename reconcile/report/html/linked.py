"""What a page links: a view with the anchor of each article, the sentences of each text, and the claims at odds.

In: a view. Out: a `Linked`. Anchors of events, findings and claims are their ids, so that a link to them stays good."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from reconcile.model import Article, Claim, Span
from reconcile.provenance import around, sentence_spans
from reconcile.report.rows import decides, voices
from reconcile.report.view import View

AT_ODDS = ("contradiction", "correction")
_NO_ID = re.compile(r"[^A-Za-z0-9_-]")
_PLAIN_URL = re.compile(r"https?://[!-~]+", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Linked:
    """A view with what its parts are linked by. `outlets` gives each outlet's number, by the name it is shown with."""

    shown: View
    articles: Mapping[str, str]  # anchors
    sentences: Mapping[str, tuple[Span, ...]]
    at_odds: frozenset[str]  # claims that a deciding contradiction or correction is about
    told: Mapping[str, tuple[Claim, ...]]  # the claims of each article
    tabled: frozenset[str]  # claims that have a row in a table

    def sentence(self, claim: Claim) -> tuple[str, str, str]:
        """The words before the claim's quote in its sentence, the quote, and those after it."""
        article = self.shown.article(claim)
        if article.text[claim.start : claim.end] != claim.quote:  # a saved report has no texts
            return "", claim.quote, ""
        spans = self.sentences[article.id]
        at = bisect_right(spans, claim.start, key=lambda span: span.start) - 1
        return around(article, claim.start, claim.end, spans[at] if at >= 0 else None)

    def fact(self, claim: Claim) -> str:
        """What its mark in a text is called: the fact that it answers, in small letters."""
        book = self.shown.book
        return book.facts[claim.fact].label if claim.fact in book.facts else claim.fact.replace("_", " ")

    def kind(self, claim: Claim) -> str:
        """The kind of its value, for the look of its mark."""
        return self.shown.kind(claim.fact) or "term"

    def has_row(self, claim: Claim) -> bool:
        """Whether there is a row, or a line among what was misread, for its mark to lead to."""
        return claim.id in self.tabled or bool(claim.misread)

    def has_mark(self, claim: Claim) -> bool:
        """Whether its words stand in the text that the page has; a saved report has none."""
        return 0 <= claim.start < claim.end <= len(self.shown.article(claim).text)

    def odd(self, claims: tuple[Claim, ...]) -> bool:
        """Whether one of `claims` is at odds with another article."""
        return any(claim.id in self.at_odds for claim in claims)


def linked(shown: View) -> Linked:
    """`shown` with its links."""
    told: dict[str, list[Claim]] = {name: [] for name in shown.readings}
    for claim in shown.claims.values():
        told[claim.article].append(claim)
    odds: set[str] = set()
    tabled = frozenset(c for finding in shown.report.findings for value in finding.values for c in value.claims)
    for finding in shown.report.findings:
        speaking = voices(finding, shown)
        for verdict in finding.verdicts:
            if verdict.verdict in AT_ODDS and decides(verdict, speaking):
                odds |= {verdict.a, verdict.b}
    return Linked(
        shown=shown,
        articles=_article_anchors([reading.article for reading in shown.report.articles]),
        sentences={
            name: tuple(sentence_spans(shown.readings[name].article, shown.book)) if claims else ()
            for name, claims in told.items()
        },
        at_odds=frozenset(odds),
        told={name: tuple(sorted(claims, key=_text_order)) for name, claims in told.items()},
        tabled=tabled,
    )


def anchor(identity: str) -> str:
    """`identity` as an HTML id.

    >>> anchor('c-1" onclick=x')
    'c-1onclickx'
    """
    return _NO_ID.sub("", identity)


def web_address(url: str) -> str:
    """`url` where it is a plain http or https address that a reader may follow, else nothing.

    >>> web_address("https://example.com/a"), web_address("javascript:alert(1)")
    ('https://example.com/a', '')
    """
    if not _PLAIN_URL.fullmatch(url):
        return ""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return ""
    return url if host else ""


def _article_anchors(articles: list[Article]) -> dict[str, str]:
    """`a-` and the beginning of the text's hash, with a number where several articles have one text."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for article in sorted(articles, key=lambda article: article.id):
        name = base = f"a-{article.sha256[:10]}"
        number = 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        found[article.id] = name
    return found


def _text_order(claim: Claim) -> tuple[int, int, str, str]:
    return (claim.start, -claim.end, claim.fact, claim.id)
