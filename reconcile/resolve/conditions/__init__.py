"""What a level of a ladder may ask of a pair. In: a `Pair`. Out: whether it holds.

CONDITIONS is the closed table: the names are those of `rulebook.policies.CONDITION_NAMES`, one module for each kind of
value. COVERS says of each kind whether one value says less than another, so that the other may stand for both."""

from __future__ import annotations

from collections.abc import Callable

from reconcile.resolve.conditions import counts, dates, general, parties, places, terms
from reconcile.resolve.pair import Pair

Condition = Callable[[Pair], bool]

CONDITIONS: dict[str, Condition] = {
    **general.CONDITIONS,
    **counts.CONDITIONS,
    **dates.CONDITIONS,
    **parties.CONDITIONS,
    **places.CONDITIONS,
    **terms.CONDITIONS,
}

#: kind -> (whether a's value says less than b's, whether b's says less than a's)
COVERS: dict[str, Callable[[Pair], tuple[bool, bool]]] = {
    "count": counts.covers,
    "date": dates.covers,
    "actor": parties.covers,
    "place": places.covers,
    "term": terms.covers,
}
