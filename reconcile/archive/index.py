"""Look-up of current articles by their keys. In: keys. Out: who has them, in order of publication.

Of a key that few have all are read at once; of one that many have those next to a place in that order, before it and
behind it, as grouping looks at the latest ones before each article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from sqlalchemy import BigInteger, BindParameter, Connection, Integer, bindparam, select

from reconcile.archive.fetch import Fetch
from reconcile.archive.tables import KEY

_ASKED = 900  # values of one IN
Place = tuple[int, int]  # in the order of publication, and the number of the article


class Index:
    """The keys of a store, those that were read before kept."""

    def __init__(self, connection: Connection) -> None:
        self._all: dict[int, list[Place]] = {}
        self._near: dict[tuple[int, int], tuple[list[int], list[int]]] = {}
        table = KEY.c
        at: BindParameter[int] = bindparam("at", type_=BigInteger)
        named = table.term == bindparam("term", type_=BigInteger)
        asked = select(table.article).where(named).limit(bindparam("most", type_=Integer))
        before = asked.where(table.place < at).order_by(table.place.desc(), table.article.desc())
        behind = asked.where(table.place >= at).order_by(table.place, table.article)
        self._asked = [Fetch(connection, statement) for statement in (before, behind)]
        order = ", ".join(column.name for column in KEY.primary_key)
        self._many = Fetch(
            connection,
            select(table.term, table.place, table.article),
            f" WHERE term IN ({{among}}) ORDER BY {order}",
        )

    def read(self, terms: Iterable[int]) -> None:
        """Read all that have these keys, of which few have each."""
        new = sorted(set(terms) - self._all.keys())
        for first in range(0, len(new), _ASKED):
            some = new[first : first + _ASKED]
            self._all.update({term: [] for term in some})
            for term, place, article in self._many.rows(among=some):
                self._all[term].append((place, article))

    def around(self, term: int, place: int, most: int) -> list[int]:
        """The numbers of those that have a key: at most so many before a place and behind it, the nearest first on
        either side. Where not all were read, `most` may not grow from one call to the next."""
        known = self._all.get(term)
        if known is not None:
            at = bisect_left(known, (place, 0))
            near = [article for _, article in known[max(0, at - most) : at][::-1]]
            return near + [article for _, article in known[at : at + most]]
        if (term, place) not in self._near:
            given = {"term": term, "at": place, "most": most}
            before, behind = ([article for (article,) in asked.rows(given)] for asked in self._asked)
            self._near[term, place] = before, behind
        before, behind = self._near[term, place]
        return before[:most] + behind[:most]
