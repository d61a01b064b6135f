"""Average linkage: what is alike on the whole, and nothing by way of a third."""

from __future__ import annotations

from itertools import combinations
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.events.linkage import linked

Points = dict[tuple[int, int], float]


def groups(points: Points, nodes: int = 4, crowd: int = 99, strongest: float = 0.0) -> list[list[int]]:
    pairs = [(a, b, given) for (a, b), given in points.items()]
    return linked(nodes, pairs, crowd, enough=3.0, strangers=-6.0, strongest=strongest)


def test_what_is_like_one_and_unlike_the_other_stays_out() -> None:
    assert groups({(0, 1): 6.0, (1, 2): 5.0, (0, 2): -5.0}) == [[0, 1], [2], [3]]


def test_a_weak_pair_does_not_tear_a_group_that_is_alike_on_the_whole() -> None:
    assert groups({(0, 1): 8.0, (1, 2): 8.0, (0, 2): 1.0}) == [[0, 1, 2], [3]]


def test_two_groups_that_one_pair_bridges_stay_two() -> None:
    assert groups({(0, 1): 8.0, (2, 3): 8.0, (1, 2): 7.0}) == [[0, 1], [2, 3]]


@pytest.mark.parametrize("share", [0.0, 0.15, 0.5])
def test_a_pair_that_is_forbidden_is_never_in_one_group(share: float) -> None:
    points = {(0, 1): -inf, (0, 2): 9.0, (1, 2): 9.0, (0, 3): 9.0, (1, 3): 9.0, (2, 3): 9.0}
    assert not any({0, 1} <= set(group) for group in groups(points, strongest=share))


def test_pairs_of_a_crowd_that_were_not_compared_say_nothing() -> None:
    chain = {(n, m): 6.0 for n, m in combinations(range(60), 2) if m - n <= 10}
    assert len(groups(chain, 60)) > 1
    assert len(groups(chain, 60, 10)) == 1


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.floats(-9, 9), max_size=28
    )
)
def test_every_number_is_in_one_group_whatever_the_order_of_the_pairs(
    points: Points,
) -> None:
    found = groups(points, 8)
    assert sorted(n for group in found for n in group) == list(range(8))
    assert groups(dict(sorted(points.items(), reverse=True)), 8) == found
