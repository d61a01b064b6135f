"""A simple temporal problem: days and bounds on how far apart they lie. In: statements. Out: which cannot all be true.

After Dechter, Meiri and Pearl, Temporal constraint networks, Artificial Intelligence 49 (1991): a bound on a difference
is an edge of a graph, statements that cannot all be true are a cycle of negative weight, and the cycle of the fewest
edges is the smallest set of them. The home of networkx."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    import networkx as nx

T = TypeVar("T")
ORIGIN = ""  # the node from which days of the calendar are counted
_LONGEST = 8  # statements that an explanation may have, so that a person can follow it


class Statement(NamedTuple, Generic[T]):
    """`low` to `high` days lie from `first` to `second`; None where a side is open. `says` is what stands for it."""

    first: str
    second: str
    low: int | None
    high: int | None
    says: T


class _Step(NamedTuple, Generic[T]):
    """How one gets to a node: at which weight, from where, by which statement."""

    weight: int
    before: _Step[T] | None
    node: str
    statement: Statement[T] | None


def contradictions(statements: Sequence[Statement[T]], doubted: Sequence[Statement[T]]) -> Iterator[list[Statement[T]]]:
    """For each of the `doubted` that cannot be true beside others of `statements`, the smallest set of which it is one,
    itself first; the doubted are among the statements. Each set is given once."""
    graph = _graph(statements)
    given: set[frozenset[int]] = set()
    for one in doubted:
        found = min((cycle for edge in _edges(one) if (cycle := _cycle(graph, *edge, one))), key=len, default=None)
        if found is not None and (key := frozenset(map(id, found))) not in given:
            given.add(key)
            yield found


def _edges(statement: Statement[T]) -> Iterator[tuple[str, str, int]]:
    """From, to, and by how many days the second is after the first at most."""
    if statement.high is not None:
        yield statement.first, statement.second, statement.high
    if statement.low is not None:
        yield statement.second, statement.first, -statement.low


def _graph(statements: Sequence[Statement[T]]) -> nx.DiGraph[str]:
    """The graph of all bounds; of several on the same two days the tightest, and of equal ones the first."""
    import networkx as nx  # takes a tenth of a second, and most runs have no interval

    graph: nx.DiGraph[str] = nx.DiGraph()
    for statement in statements:
        for begin, end, weight in _edges(statement):
            if not graph.has_edge(begin, end) or weight < graph.edges[begin, end]["weight"]:
                graph.add_edge(begin, end, weight=weight, statement=statement)
    return graph


def _cycle(
    graph: nx.DiGraph[str], begin: str, end: str, weight: int, statement: Statement[T]
) -> list[Statement[T]] | None:
    """The statements of the negative cycle of the fewest edges that goes from `begin` to `end` by `statement`."""
    reached: dict[str, _Step[T]] = {end: _Step(weight, None, end, statement)}
    for _ in range(_LONGEST):
        if begin in reached and reached[begin].weight < 0:
            return _statements(reached[begin])
        further: dict[str, _Step[T]] = {}
        for node in sorted(reached):
            step = reached[node]
            for following in sorted(graph.successors(node)) if node in graph else ():
                if _passed(step, following, but=begin):
                    continue  # else it would be a matter of others among themselves
                edge = graph.edges[node, following]
                sum_ = step.weight + edge["weight"]
                if following not in further or sum_ < further[following].weight:
                    further[following] = _Step(sum_, step, following, edge["statement"])
        reached = further
    return None


def _passed(step: _Step[T], node: str, *, but: str) -> bool:
    """Whether the way to `step` passes `node`; `but` is where it ends."""
    way: _Step[T] | None = step
    while way is not None:
        if way.node in (node, but):
            return True
        way = way.before
    return False


def _statements(step: _Step[T]) -> list[Statement[T]]:
    """Those on the way to a step, the first first, each once."""
    found: dict[int, Statement[T]] = {}
    way: _Step[T] | None = step
    while way is not None:
        if way.statement is not None:
            found[id(way.statement)] = way.statement
        way = way.before
    return list(reversed(found.values()))
