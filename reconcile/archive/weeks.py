"""What outlets print week after week. In: rows that come in. Out: in how many weeks each outlet printed each word.

A word that comes again in the same week counts once, so each week keeps the set of its words: four bytes each."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, and_, func, literal_column, or_, select

from reconcile.archive.fetch import Fetch
from reconcile.archive.keys import outlet_key, word_key
from reconcile.archive.merge import added, put
from reconcile.archive.rows import Row
from reconcile.archive.tables import OUTLET_WEEK, OUTLET_WORD
from reconcile.events.stories import week

SHORT = 0xFFFFFFFF
OFTEN = 4  # weeks from which on a word lies in an index of its own
_MANY = 400  # pairs of one statement


def note_weeks(connection: Connection, rows: Iterable[Row]) -> None:
    """Count the words of new articles."""
    words: dict[tuple[int, int], set[int]] = defaultdict(set)
    for row in rows:
        if row.article.outlet and (number := week(row.article)):
            words[outlet_key(row.article.outlet), number].update(map(word_key, row.story.words))
    if not words:
        return
    known = _known(connection, sorted(words))
    fresh: Counter[tuple[int, int]] = Counter()
    weeks = []
    for (outlet, number), terms in sorted(words.items()):
        before = known.get((outlet, number), frozenset())
        new = {term for term in terms if term & SHORT not in before}
        fresh.update((outlet, term) for term in new)
        kept = array("I", sorted(before | {term & SHORT for term in new})).tobytes()
        weeks.append((outlet, number, kept))
    put(connection, OUTLET_WEEK, weeks)
    added(connection, OUTLET_WORD, [(outlet, term, n) for (outlet, term), n in sorted(fresh.items())])


def _known(connection: Connection, weeks: Sequence[tuple[int, int]]) -> dict[tuple[int, int], frozenset[int]]:
    table = OUTLET_WEEK.c
    found: dict[tuple[int, int], frozenset[int]] = {}
    for first in range(0, len(weeks), _MANY):
        asked = [and_(table.outlet == outlet, table.week == number) for outlet, number in weeks[first : first + _MANY]]
        for outlet, number, words in connection.execute(
            select(table.outlet, table.week, table.words).where(or_(*asked))
        ):
            found[outlet, number] = frozenset(array("I", bytes(words)))
    return found


def weekly(
    connection: Connection, outlets: Sequence[str], *, least: float, weeks: int
) -> dict[str, tuple[int, dict[int, int]]]:
    """By outlet the number of its weeks, and by key in how many of them each word stands that it prints in the share
    `least` of them; no word for those of fewer than `weeks`."""
    found: dict[str, tuple[int, dict[int, int]]] = {outlet: (0, {}) for outlet in outlets}
    by_key = {outlet_key(outlet): outlet for outlet in outlets}
    table, column = OUTLET_WEEK.c, OUTLET_WORD.c
    for first in range(0, len(outlets), _MANY):
        keys = sorted(by_key)[first : first + _MANY]
        asked = select(table.outlet, func.count()).where(table.outlet.in_(keys)).group_by(table.outlet)
        for outlet, number in connection.execute(asked).all():
            often = select(column.term, column.weeks).where(column.outlet == outlet, column.weeks >= least * number)
            if least * number >= OFTEN:
                often = often.where(column.weeks >= literal_column(str(OFTEN)))  # of these there is an index
            words = Fetch(connection, often).rows() if number >= weeks else ()
            found[by_key[outlet]] = number, dict(words)
    return found
