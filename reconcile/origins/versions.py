"""Versions of one article. In: articles. Out: by article, the later version that supersedes it.

Versions share the URL, or the record id and the outlet where neither has a URL. Which is later is told by their
publication alone; where that does not tell, neither supersedes the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from reconcile.model import Article
from reconcile.times import BEFORE, compared, earliest_first

_PLAIN_ID = re.compile(r"\d{0,5}")  # a running number of a file names no article


def versions(articles: Iterable[Article]) -> list[list[Article]]:
    """The articles of which there are several versions, each in order of publication."""
    found: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if key := _key(article):
            found[key].append(article)
    order = {key: sorted(those, key=_order) for key, those in found.items() if len(those) > 1}
    return [order[key] for key in sorted(order)]


def superseded(several: Iterable[list[Article]]) -> Mapping[str, Article]:
    """By article, the latest version that is known to be later."""
    found = {}
    for those in several:
        for article in those:
            later = next(
                (other for other in reversed(those) if compared(article.published, other.published) == BEFORE), None
            )
            if later:
                found[article.id] = later
    return found


def page(url: str) -> str:
    """What of `url` names the page: no scheme, campaign, fragment or last slash; empty for a front page.

    >>> page("https://www.example.com/a/?utm_source=x#top"), page("http://example.com/")
    ('example.com/a', '')
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    query = "&".join(sorted(one for one in parts.query.split("&") if one and not one.startswith("utm_")))
    path = parts.path.rstrip("/")
    return f"{host}{path}{'?' if query else ''}{query}" if host and (path or query) else ""


def _key(article: Article) -> str:
    if article.url:
        return page(article.url)
    record = article.id.rpartition("#")[2] if "#" in article.id else ""
    return f"{article.outlet}#{record}" if article.outlet and not _PLAIN_ID.fullmatch(record) else ""


def _order(article: Article) -> tuple[object, ...]:
    return *earliest_first(article.published), article.sha256, article.id
