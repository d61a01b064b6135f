"""Statements on days that cannot all be true."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.resolve.network import ORIGIN, Statement, contradictions


def on(event: str, day: int, says: str) -> Statement[str]:
    return Statement(ORIGIN, event, day, day, says)


def found(statements: list[Statement[str]], doubted: list[Statement[str]]) -> list[list[str]]:
    return [[one.says for one in cycle] for cycle in contradictions(statements, doubted)]


def test_what_fits_is_no_contradiction() -> None:
    gap = Statement("vote", "blast", 9, 11, "ten days after the vote")
    assert found([on("vote", 1, "vote on 1"), on("blast", 12, "blast on 12"), gap], [gap]) == []


def test_the_smallest_set_that_cannot_be_true_is_named() -> None:
    gap = Statement("vote", "blast", 9, 11, "ten days after the vote")
    given = [on("vote", 1, "vote on 1"), on("blast", 20, "blast on 20"), on("fire", 3, "fire on 3"), gap]
    assert [set(names) for names in found(given, [gap])] == [{"vote on 1", "blast on 20", "ten days after the vote"}]


def test_a_chain_of_intervals_is_followed() -> None:
    first = Statement("a", "b", 7, 7, "a week before b")
    second = Statement("b", "c", 7, 7, "b a week before c")
    given = [first, second, on("a", 1, "a on 1"), on("c", 20, "c on 20")]
    assert [set(names) for names in found(given, [first, second])] == [{one.says for one in given}]


def test_an_open_side_bounds_nothing() -> None:
    gap = Statement("vote", "blast", 9, 11, "ten days after the vote")
    told = Statement(ORIGIN, "blast", None, 30, "told on 30")
    assert found([on("vote", 1, "vote on 1"), told, gap], [gap]) == []
    early = Statement(ORIGIN, "blast", None, 5, "told on 5")
    assert [set(names) for names in found([on("vote", 1, "vote on 1"), early, gap], [gap])] == [
        {"vote on 1", "told on 5", "ten days after the vote"}
    ]


def test_days_that_others_disagree_on_are_no_matter_of_the_interval() -> None:
    gap = Statement("vote", "blast", 9, 11, "ten days after the vote")
    given = [on("vote", 1, "vote on 1"), on("blast", 11, "blast on 11"), on("blast", 12, "blast on 12"), gap]
    assert found(given, [gap]) == []


DAYS = st.integers(0, 40)
EVENTS = st.sampled_from("abcd")
FIXED = st.builds(on, EVENTS, DAYS, st.just(""))
PAIRS = st.lists(EVENTS, min_size=2, max_size=2, unique=True)
GAPS = st.builds(lambda pair, low, wide: Statement(*pair, low, low + wide, ""), PAIRS, DAYS, st.integers(0, 3))


@given(st.dictionaries(EVENTS, DAYS, min_size=4), st.lists(st.tuples(EVENTS, EVENTS, st.integers(0, 3)), max_size=6))
def test_statements_that_are_all_true_of_some_days_never_contradict(
    days: dict[str, int], gaps: list[tuple[str, str, int]]
) -> None:
    true = [Statement(a, b, days[b] - days[a] - wide, days[b] - days[a] + wide, "") for a, b, wide in gaps]
    fixed = [on(event, day, "") for event, day in days.items()]
    assert list(contradictions([*fixed, *true], true)) == []


@given(st.lists(FIXED, max_size=4), st.lists(GAPS, min_size=1, max_size=4))
def test_what_is_named_cannot_be_true_of_any_days(fixed: list[Statement[str]], gaps: list[Statement[str]]) -> None:
    for cycle in contradictions([*fixed, *gaps], gaps):
        assert sum(_signed(cycle)) < 0


def _signed(cycle: list[Statement[str]]) -> list[int]:
    """The weights of the edges of a cycle, each statement taken in the direction that closes it."""
    best: list[int] | None = None
    for mask in range(1 << len(cycle)):
        edges = [
            (s.first, s.second, s.high) if mask >> n & 1 else (s.second, s.first, -(s.low or 0))
            for n, s in enumerate(cycle)
        ]
        starts, ends = sorted(a for a, _, _ in edges), sorted(b for _, b, _ in edges)
        weights = [weight or 0 for _, _, weight in edges]
        if starts == ends and (best is None or sum(weights) < sum(best)):
            best = weights
    return best or [0]
