"""What was stored, by number. In: numbers of articles. Out: articles, profiles, drafts. Raises DamagedError with the
article where what stands there cannot be what was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from reconcile.archive.keys import Profile
from reconcile.archive.rows import article_of, draft_of, profile_of
from reconcile.archive.store import DamagedError
from reconcile.archive.tables import ARTICLE, DRAFT
from reconcile.model import Article, Draft

_ASKED = 500  # values of one IN


def stored(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, Draft]]:
    """The drafts of articles with their texts, in the order of their numbers."""
    asked = select(ARTICLE, DRAFT.c.profile, DRAFT.c.body).join(DRAFT, DRAFT.c.article == ARTICLE.c.number)
    for row in _rows(connection, asked, numbers):
        yield row.number, _draft(row)


def profiles(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, Article, Profile]]:
    """What tells of which happening articles are about; the articles are without their texts."""
    table = ARTICLE.c
    asked = select(table.number, table.id, table.sha256, table.outlet, table.published, table.url, DRAFT.c.profile)
    for row in _rows(connection, asked.join(DRAFT, DRAFT.c.article == table.number), numbers):
        try:
            known = profile_of(row.profile)
        except ValueError as error:
            raise _damaged(row, error) from None
        article = Article(row.id, "", row.sha256, outlet=row.outlet, published=row.published, url=row.url)
        yield row.number, article, known


def _rows(connection: Connection, asked: Any, numbers: Sequence[int]) -> Iterator[Row[Any]]:
    ordered = sorted(numbers)
    for first in range(0, len(ordered), _ASKED):
        those = ARTICLE.c.number.in_(ordered[first : first + _ASKED])
        yield from connection.execute(asked.where(those).order_by(ARTICLE.c.number))


def _draft(row: Row[Any]) -> Draft:
    try:
        return draft_of(article_of(row._asdict()), row.profile, row.body)
    except (ValueError, RecursionError) as error:
        raise _damaged(row, error) from None


def _damaged(row: Row[Any], error: Exception) -> DamagedError:
    return DamagedError(f"article {row.number} ({row.id}) is damaged: {error}")
