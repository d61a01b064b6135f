"""Very many articles: several processes do what one does."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from reconcile.extract.many import each


@pytest.mark.parametrize("many", [1, 1000])
@pytest.mark.parametrize("count", [0, 1, 2, 61, 100])
def test_results_come_in_the_order_of_the_articles(count: int, many: int) -> None:
    assert list(each(lambda n: n * n, range(count), many)) == [n * n for n in range(count)]


@pytest.mark.parametrize("many", [1, 1000])
def test_an_error_is_raised_as_it_is_behind_the_results_before_it(many: int) -> None:
    results = []
    with pytest.raises(ZeroDivisionError):
        for result in each(lambda n: 1 / (n - 30), range(100), many):
            results.append(result)
    assert len(results) == 30


def test_what_ends_a_process_costs_no_result() -> None:
    parent = os.getpid()

    def deadly(n: int) -> int:
        if n == 50 and os.getpid() != parent:
            os._exit(1)
        return n

    items: Sequence[int] = range(100)
    assert list(each(deadly, items, 1)) == list(items)
