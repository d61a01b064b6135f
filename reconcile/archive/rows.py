"""Articles and drafts as rows and back. In: a draft. Out: what stands in the tables, ready to be written; and the
inverse, which believes nothing of what it reads."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from reconcile.archive.codec import decoded, encoded
from reconcile.archive.keys import Keys, Profile, filed
from reconcile.events.frames import Frames
from reconcile.model import Article, Draft, Span, Story
from reconcile.origins.versions import page

_PLAIN = (
    "id", "sha256", "text", "title", "body_start", "outlet", "published", "published_from", "url", "language", "path",
    "record_line",
)  # fmt: skip
_NOBODY = Article("", "", "")


@dataclass(frozen=True, slots=True)
class Row:
    """A draft ready to be written: its article's columns, profile and body as bytes, and its keys."""

    article: Article
    content: str
    page: str
    profile: bytes
    body: bytes
    digest: str
    keys: Keys
    story: Story

    def columns(self) -> dict[str, Any]:
        """The columns of the article's row but for its number and its place among versions."""
        return {"content": self.content, "page": self.page, **_columns(self.article)}


def row_of(draft: Draft, frames: Frames) -> Row:
    """What is kept of a draft."""
    profile, keys = filed(draft, frames)
    head, body = encoded(profile), encoded(replace(draft, article=_NOBODY, story=Story(), names=frozenset()))
    article = draft.article
    return Row(article, content_of(article), page(article.url), head, body, digest_of(head, body), keys, draft.story)


def content_of(article: Article) -> str:
    """A hash of what makes an article what it is: its id, its text, and what its file says of it. Not where in which
    file it stands."""
    own = {name: value for name, value in _columns(article).items() if name not in ("path", "record_line", "notes")}
    return hashlib.sha256(json.dumps(own, sort_keys=True).encode()).hexdigest()


def digest_of(profile: bytes, body: bytes) -> str:
    """A hash of what was read out of an article."""
    return hashlib.sha256(len(profile).to_bytes(8) + profile + body).hexdigest()


def article_of(row: Mapping[str, Any]) -> Article:
    """The article of a row. Raises ValueError where that is none."""
    notes = json.loads(row["notes"])
    if not isinstance(notes, list) or not all(isinstance(words, str) for words in notes):
        raise ValueError("its notes are no list of sentences")
    plain = {name: row[name] for name in _PLAIN}
    return Article(**plain, title_span=Span(row["title_start"], row["title_end"]), notes=tuple(notes))


def profile_of(data: bytes) -> Profile:
    """The profile that was stored. Raises ValueError."""
    return decoded(data, Profile)


def draft_of(article: Article, profile: bytes, body: bytes) -> Draft:
    """The draft that was stored, exactly as it was made. Raises ValueError."""
    known, rest = profile_of(profile), decoded(body, Draft)
    return replace(rest, article=article, story=known.story, names=known.names)


def _columns(article: Article) -> dict[str, Any]:
    return {
        **{name: getattr(article, name) for name in _PLAIN},
        "title_start": article.title_span.start,
        "title_end": article.title_span.end,
        "notes": json.dumps(article.notes, ensure_ascii=False),
    }
