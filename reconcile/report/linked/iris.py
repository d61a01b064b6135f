"""Identifiers that other programs may keep. In: ids of a report. Out: IRIs, the same for the same ids in every run.

What has no address of its own is a UUID URN (RFC 4122, version 5: made from its name), a text is a `ni` URI of its
SHA-256 (RFC 6920). Addresses by strangers are taken only where they are plain http or https."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

from reconcile.model import Article
from reconcile.report.safe import json_text

_OURS = UUID("75cc7cc1-3036-5c69-b241-d0561426ede0")
_ADDRESS = re.compile(r"https?://[^\s/?#<>\"{}|\\^`]+(?:[/?#][^\s<>\"{}|\\^`]*)?", re.IGNORECASE)
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def urn(sort: str, *names: str) -> str:
    """The identifier of the thing of that sort with those names.

    >>> urn("event", "ev-1")
    'urn:uuid:a5a4b8ad-3fa5-59bc-8ba4-ae7b4f3c41a2'
    """
    key = json.dumps([sort, *names])  # ASCII, so that halves of surrogate pairs do no harm
    return f"urn:uuid:{uuid5(_OURS, key)}"


def article_urn(article: Article) -> str:
    """The identifier of an article with just this text."""
    return urn("article", article.id, article.sha256)


def text_uri(sha256: str) -> str:
    """The name of a text by its SHA-256.

    >>> text_uri("00" * 32)
    'ni:///sha-256;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    """
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def address(url: str) -> str:
    """`url` where it is a web address that can stand as it is, else empty.

    >>> address("https://example.com/a?b=1#c"), address("javascript:alert(1)"), address("http://a b")
    ('https://example.com/a?b=1#c', '', '')
    """
    sound = _ADDRESS.fullmatch(url) and not _UNSEEN.search(url) and not _PERCENT.search(url)
    return url if sound else ""


def document(tree: Mapping[str, Any]) -> str:
    """`tree` as JSON that ends in a line break, with nothing unseen in it."""
    return json_text(json.dumps(tree, ensure_ascii=False, indent=1) + "\n")


def filled(**keys: Any) -> dict[str, Any]:
    """Those of the keys that have something to say; `id` and `type` as JSON-LD spells them."""
    spelled = {"id": "@id", "type": "@type"}
    return {spelled.get(key, key): value for key, value in keys.items() if value not in ("", None, [], ())}
