"""Days and intervals that cannot all be true, over several articles."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.check import new_conflicts
from reconcile.model import Fault, Report
from tests.written import BOOK, reported, written

ATTACK = "An attack on a market in Leeds on {} killed 12 people, police said. "
WARNED = "The embassy had spoken of a danger on {}, two weeks before the attack."


def days(report: Report) -> Sequence[Fault]:
    return [fault for finding in report.findings for fault in finding.faults]


def test_who_contradicts_itself_is_told_so() -> None:
    one = written("a.txt", ATTACK.format("March 22") + WARNED.format("March 14"), published="2024-03-23")
    report = reported([one])
    assert [fault.articles for fault in days(report)] == [("a.txt",)]
    assert report.articles[0].problems == (
        "Cannot all be true: Outlet A says “March 14, two weeks before the attack”; Outlet A dates the attack 22 March "
        "2024.",
    )


def test_two_articles_that_cannot_both_be_right_are_named_together() -> None:
    one = written("a.txt", ATTACK.format("March 22"), published="2024-03-23")
    warned = ATTACK.format("Friday") + WARNED.format("March 1")
    report = reported([one, written("b.txt", warned, outlet="Outlet B", published="2024-03-24")])
    assert {articles for fault in days(report) for articles in fault.articles} >= {"b.txt"}
    date = next(finding for finding in report.findings if finding.fact == "event_date")
    assert (date.status, date.severity, len(date.verdicts)) == ("conflict", "medium", 1)
    assert date.wording == "The date is given as 22 March 2024."
    assert [conflict.article for conflict in new_conflicts(report, {"b.txt"}, BOOK)] == ["b.txt"]


def test_an_article_cannot_be_older_than_what_it_tells_of() -> None:
    text = "An attack on a market in Leeds killed 12 people, police said. " + WARNED.format("March 22")
    [fault] = days(reported([written("a.txt", text, published="2024-03-24")]))
    assert fault.say == (
        "Cannot all be true: Outlet A says “March 22, two weeks before the attack”; Outlet A told of the attack on 24 "
        "March 2024."
    )


def test_what_fits_is_no_fault() -> None:
    one = written("a.txt", ATTACK.format("March 22") + WARNED.format("March 7"), published="2024-03-23")
    assert days(reported([one])) == []
