from __future__ import annotations

import pytest

from reconcile.compare import compare_claims
from tests.factory import article
from tests.resolve.table import BOOK, says

MORNING, EVENING = {"as_of": "2024-05-01T08:00:00Z"}, {"as_of": "2024-05-01T20:00:00Z"}


def test_texts_that_share_no_fact_are_unrelated() -> None:
    found = compare_claims([says("a", "death_toll", "12")], [says("b", "injured", "12")], BOOK)
    assert (found.verdict, found.facts) == ("unrelated", ())


def test_the_overall_verdict_is_the_most_serious_of_the_facts() -> None:
    a = [says("a", "death_toll", "11", **MORNING), says("a", "injured", "30", **MORNING)]
    b = [says("b", "death_toll", "17", **EVENING), says("b", "injured", "30", **EVENING)]
    found = compare_claims(a, b, BOOK)
    assert [(one.fact, one.verdict) for one in found.facts] == [("death_toll", "update"), ("injured", "agree")]
    assert found.verdict == "update"


def test_values_stand_on_the_side_of_their_text_whichever_is_the_later() -> None:
    older, newer = [says("a", "death_toll", "11", **MORNING)], [says("b", "death_toll", "17", **EVENING)]
    assert [(one.a, one.b) for one in compare_claims(newer, older, BOOK).facts] == [("17", "11")]
    assert [(one.a, one.b) for one in compare_claims(older, newer, BOOK).facts] == [("11", "17")]


def test_of_several_answers_the_best_fitting_one_is_compared() -> None:
    a = [says("a", "death_toll", "12"), says("a", "death_toll", "60")]
    found = compare_claims(a, [says("b", "death_toll", "12")], BOOK)
    assert [(one.a, one.b, one.verdict) for one in found.facts] == [("12", "12", "agree")]


def test_where_a_text_has_no_answer_its_figure_for_the_whole_stands_in() -> None:
    a = [says("a", "death_toll", "12", says=False), says("a", "death_toll", "3", says=False, role="part")]
    assert compare_claims(a, [says("b", "death_toll", "12")], BOOK).verdict == "agree"


@pytest.mark.parametrize(("published", "expected"), [("2024-05-02", "update"), ("", "contradiction")])
def test_publication_orders_claims_that_have_no_time_of_their_own(published: str, expected: str) -> None:
    known = {"a": article("a", published="2024-05-01"), "b": article("b", published=published)}
    a, b = [says("a", "death_toll", "11")], [says("b", "death_toll", "17")]
    assert compare_claims(a, b, BOOK, articles=known).verdict == expected


def test_swapping_the_texts_changes_neither_verdict_nor_sentence() -> None:
    a, b = [says("a", "death_toll", "133+")], [says("b", "death_toll", "137+")]
    one, other = compare_claims(a, b, BOOK).facts[0], compare_claims(b, a, BOOK).facts[0]
    assert (one.verdict, one.say, one.rule) == (other.verdict, other.say, other.rule)
