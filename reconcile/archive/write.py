"""Rows into the tables, within the transaction of a writer. In: rows whose content the store does not have. Out: for
each what became of it; counts and keys are then those of the current articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from reconcile.archive.keys import filed, place_of, word_key
from reconcile.archive.load import stored
from reconcile.archive.merge import added, written
from reconcile.archive.rows import Row
from reconcile.archive.tables import ARTICLE, DRAFT, KEY, WORD
from reconcile.archive.weeks import note_weeks
from reconcile.events.frames import Frames
from reconcile.times import BEFORE, compared

_ASKED = 200  # values of one IN


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an article: `added`, `version` (it supersedes others), `older` (it is superseded by one that was
    there), or `unchanged`. `version` is its number among those of its id or page, in the order in which they came; 0
    for what is unchanged. `others` are the ids of those that it supersedes, or by which it is superseded."""

    article: str
    outcome: str
    version: int = 0
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Current:
    """The current version of an article."""

    number: int
    id: str
    page: str
    version: int
    published: str


def write(connection: Connection, rows: Sequence[Row], frames: Frames) -> dict[str, Kept]:
    """Write `rows`, each after those before it; what became of each, by its content."""
    first = connection.scalar(select(func.coalesce(func.max(ARTICLE.c.number), 0))) or 0
    current = _Versions(_current(connection, rows))
    told: dict[str, Kept] = {}
    new: dict[int, tuple[Row, _Current]] = {}
    for number, row in enumerate(rows, first + 1):
        one, others, outcome = current.place(number, row)
        new[number] = (row, one)
        told[row.content] = Kept(row.article.id, outcome, one.version, tuple(other.id for other in others))
    later = current.superseded
    gone = sorted(number for number in later if number <= first)
    if gone:
        mark = update(ARTICLE).where(ARTICLE.c.number == bindparam("old")).values(superseded_by=bindparam("by"))
        connection.execute(mark, [{"old": number, "by": later[number]} for number in gone])
        unfile(connection, gone, frames)
    columns = [
        {**row.columns(), "number": n, "version": one.version, "superseded_by": later.get(n)}
        for n, (row, one) in new.items()
    ]
    if columns:
        connection.execute(insert(ARTICLE), columns)
    file(connection, {number: row for number, (row, _) in new.items()}, superseded=later.keys())
    return told


def file(connection: Connection, rows: dict[int, Row], superseded: Iterable[int]) -> None:
    """Write the drafts of articles by their numbers, and the keys and words of those that are current."""
    drafts = [{"article": n, "profile": r.profile, "body": r.body, "digest": r.digest} for n, r in rows.items()]
    if drafts:
        connection.execute(insert(DRAFT), drafts)
    old = set(superseded)
    current = {number: row for number, row in rows.items() if number not in old}
    places = {number: place_of(row.article) for number, row in current.items()}
    keys = ((term, places[number], number) for number, row in current.items() for term in row.keys.all())
    written(connection, KEY, sorted(keys))
    _count(connection, Counter(word_key(word) for row in current.values() for word in row.story.words))
    note_weeks(connection, current.values())


def unfile(connection: Connection, numbers: Sequence[int], frames: Frames) -> None:
    """Take what is superseded out of keys and counts; its text and its draft stay. In how many weeks an outlet
    printed a word is left as it is: it did print it."""
    for number, draft in stored(connection, numbers):
        keys = filed(draft, frames)[1].all()
        place = place_of(draft.article)
        for first in range(0, len(keys), _ASKED):
            these = KEY.c.term.in_(keys[first : first + _ASKED])
            connection.execute(delete(KEY).where(these, KEY.c.place == place, KEY.c.article == number))
        _count(connection, Counter(dict.fromkeys(map(word_key, draft.story.words), -1)))
    connection.execute(delete(WORD).where(WORD.c.articles <= 0))


def _count(connection: Connection, words: Counter[int]) -> None:
    added(connection, WORD, sorted(words.items()))


class _Versions:
    """The current versions by id and by page, as they are while rows come in."""

    def __init__(self, current: Iterable[_Current]) -> None:
        self.superseded: dict[int, int] = {}
        self._by_id: dict[str, _Current] = {}
        self._by_page: dict[str, _Current] = {}
        for one in current:
            self._put(one)

    def _put(self, one: _Current) -> None:
        self._by_id[one.id] = one
        if one.page:
            self._by_page[one.page] = one

    def place(self, number: int, row: Row) -> tuple[_Current, list[_Current], str]:
        """Find a new row's place: what it is, those that it supersedes or that supersede it, and the outcome."""
        name, published = row.article.id, row.article.published
        found = [self._by_id.get(name), self._by_page.get(row.page) if row.page else None]
        others = list({one.number: one for one in found if one}.values())
        version = max((one.version for one in others), default=0) + 1
        one = _Current(number, name, row.page, version, published)
        later = [other for other in others if compared(published, other.published) == BEFORE]
        if later:
            self.superseded[number] = later[0].number
            return one, later[:1], "older"
        for other in others:
            self.superseded[other.number] = number
            self._by_id.pop(other.id, None)
            self._by_page.pop(other.page, None)
        self._put(one)
        return one, others, "version" if others else "added"


def _current(connection: Connection, rows: Sequence[Row]) -> Iterator[_Current]:
    """The current versions that have an id or a page of `rows`."""
    table = ARTICLE.c
    for first in range(0, len(rows), _ASKED):
        some = rows[first : first + _ASKED]
        same = or_(
            table.id.in_([row.article.id for row in some]), table.page.in_([row.page for row in some if row.page])
        )
        asked = select(table.number, table.id, table.page, table.version, table.published)
        for found in connection.execute(asked.where(same, table.superseded_by.is_(None))):
            yield _Current(*found)
