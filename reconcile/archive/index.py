"""Look-up of current articles by their keys. In: keys. Out: who has them, in order of publication.

Of a key that few have all are read at once; of one that many have those next to a place in that order, before it and
behind it, as grouping looks at the latest ones before each article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import BigInteger, BindParameter, Connection, Integer, bindparam, select

from reconcile.archive.tables import KEY

_ASKED = 900  # values of one IN
Place = tuple[int, int]  # in the order of publication, and the number of the article


class Index:
    """The keys of a store, those that were read before kept."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._all: dict[int, list[Place]] = {}
        table = KEY.c
        at: BindParameter[int] = bindparam("at", type_=BigInteger)
        named = table.term == bindparam("term", type_=BigInteger)
        asked = select(table.place, table.article).where(named).limit(bindparam("most", type_=Integer))
        self._before = asked.where(table.place < at).order_by(table.place.desc(), table.article.desc())
        self._behind = asked.where(table.place >= at).order_by(table.place, table.article)

    def read(self, terms: Iterable[int]) -> None:
        """Read all that have these keys, of which few have each."""
        new = sorted(set(terms) - self._all.keys())
        table = KEY.c
        for first in range(0, len(new), _ASKED):
            some = new[first : first + _ASKED]
            self._all.update({term: [] for term in some})
            asked = select(table.term, table.place, table.article).where(table.term.in_(some))
            for term, place, article in self._connection.execute(asked.order_by(*KEY.primary_key)):
                self._all[term].append((place, article))

    def around(self, term: int, place: int, most: int) -> Iterator[int]:
        """The numbers of those that have a key: at most so many before a place and behind it, the nearest first."""
        known = self._all.get(term)
        if known is None:
            given: Mapping[str, int] = {"term": term, "at": place, "most": most}
            for asked in (self._before, self._behind):
                yield from (article for _, article in self._connection.execute(asked, given))
            return
        at = bisect_left(known, (place, 0))
        yield from (article for _, article in reversed(known[max(0, at - most) : at]))
        yield from (article for _, article in known[at : at + most])
