"""JUnit XML: by a schema and by a parser that are not ours, and names that a CI system can keep a history by."""

from __future__ import annotations

from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase
from lxml import etree

from reconcile.check import Checked
from reconcile.model import Problem
from reconcile.report.check import junit
from tests.report.check.runs import accepted, hostile, one_conflict, ruled, run, told
from tests.written import BOOK

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "junit-10.xsd"))


def cases(found: Checked) -> list[TestCase]:
    """The test cases, once the schema has been asked."""
    text = junit.write(found, BOOK).encode()
    SCHEMA.assertValid(etree.fromstring(text))
    return [case for suite in JUnitXml.fromstring(text) for case in suite]


def sorts(found: Checked) -> list[list[type]]:
    return [[type(result) for result in case.result] for case in cases(found)]


def test_a_conflict_is_a_case_that_fails_with_its_place_and_the_older_source() -> None:
    (case,) = cases(one_conflict())
    assert (case.classname, case.name) == ("new/b.txt", "death_toll: 12 against 9")
    (result,) = case.result
    assert isinstance(result, Failure)
    assert result.message.startswith("high: ")
    first, second = result.text.splitlines()
    assert ":1:1: high death_toll: " in first
    assert second.startswith("against a.txt:1:1: “Twelve")


def test_below_the_severity_that_fails_a_case_passes() -> None:
    new = [told("b.txt", "Exactly 101", outlet="The Northport Daily")]
    found = run(new, [told("a.txt", "Exactly 100")], fail_on="high")
    assert len(found.new) == 1
    assert sorts(found) == [[]]


def test_an_article_without_conflicts_is_a_case_that_passes() -> None:
    (case,) = cases(run([told("b.txt", "Twelve")], [told("a.txt", "Twelve")]))
    assert (case.name, case.result) == ("no conflicts", [])


@pytest.mark.parametrize(("hidden", "words"), [(ruled, "reviewed: "), (accepted, "accepted in the baseline: ")])
def test_what_does_not_count_is_skipped_with_the_reason(hidden: type, words: str) -> None:
    (case,) = cases(hidden(one_conflict()))
    (result,) = case.result
    assert isinstance(result, Skipped)
    assert result.message.startswith(words)


def test_what_could_not_be_read_is_an_error() -> None:
    found = cases(one_conflict(problems=[Problem("c.txt", "is empty")]))
    assert [type(result) for result in found[-1].result] == [Error]
    assert (found[-1].classname, found[-1].name) == ("not read", "c.txt")


def test_the_totals_are_those_of_the_cases() -> None:
    whole = JUnitXml.fromstring(junit.write(one_conflict(problems=[Problem("c.txt", "is empty")]), BOOK).encode())
    counted = (whole.tests, whole.failures, whole.errors)
    whole.update_statistics()
    assert counted == (whole.tests, whole.failures, whole.errors) == (2, 1, 1)


def test_no_two_cases_of_an_article_have_one_name() -> None:
    twice = [Problem("c.txt", "is empty"), Problem("c.txt", "is empty too")]
    names = [(case.classname, case.name) for case in cases(one_conflict(problems=twice))]
    assert len(names) == len(set(names)) == 3


def test_names_stay_when_lines_move() -> None:
    new = told("new/b.txt", "Nine", outlet="The Northport Daily")
    from dataclasses import replace

    moved = replace(new, text=f"Leeds, a town in England.\n\n{new.text}")
    first, second = (cases(run([article], [told("a.txt", "Twelve")])) for article in (new, moved))
    assert [case.name for case in first] == [case.name for case in second]


def test_words_of_articles_are_no_markup_and_no_illegal_characters() -> None:
    found = cases(hostile())
    assert len(found) == 2
    assert found[0].classname.startswith("%0A::error::x ##[add-mask]y ]]> <b>|")
