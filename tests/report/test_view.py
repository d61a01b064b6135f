from __future__ import annotations

from reconcile.report.rows import likewise, relations, rows
from reconcile.report.view import conflicts, view
from reconcile.rulebook import Rulebook
from tests.factory import article, claim, event, finding, reading, report, verdict
from tests.report.sample import book, sample


def test_conflicts_are_in_order_of_severity_across_events() -> None:
    assert [found.severity for found in conflicts(view(sample(), book()))] == ["high", "medium", "low"]


def test_main_events_come_first_the_widest_told_before_others() -> None:
    names = ("a.txt", "b.txt", "c.txt")
    claims = tuple(
        claim(name=name, event=identity, id=f"{name}{identity}") for name in names for identity in ("ev-1", "ev-2")
    )
    events = (event("ev-2", *names, label="an earlier one"), event("ev-1", "a.txt", "b.txt"))
    one = report(claims=claims, events=events, articles=tuple(reading(article(name)) for name in names))
    assert [found.id for found in view(one, Rulebook()).events] == ["ev-1", "ev-2"]


def test_an_event_of_one_article_with_one_fact_is_an_aside_unless_it_is_disputed() -> None:
    said = claim()
    assert view(report(finding(said), claims=(said,)), Rulebook()).asides
    disputed = report(finding(said, status="conflict", severity="low"), claims=(said,))
    assert not view(disputed, Rulebook()).asides


def test_articles_of_one_outlet_and_day_are_told_apart_by_their_files() -> None:
    names = ("x/a.txt", "y/a.txt", "x/b.txt")
    sources = view(report(articles=tuple(reading(article(name)) for name in names)), Rulebook()).sources
    assert list(sources.values()) == [
        "Outlet A, 2024-03-22 (x/a.txt)",
        "Outlet A, 2024-03-22 (y/a.txt)",
        "Outlet A, 2024-03-22 (b.txt)",
    ]


def test_what_an_article_repeats_is_one_row_and_its_answer_leads() -> None:
    claims = (
        claim(start=5, says=False),
        claim(start=40),
        claim(start=90, says=False),
        claim("3", start=60, says=False),
    )
    found = rows(finding(*claims), view(report(claims=claims), Rulebook()))
    assert [(row.claim.start, row.first, [again.start for again in row.also]) for row in found] == [
        (40, True, [5, 90]),
        (60, True, []),
    ]


def test_only_beside_an_answer_is_a_claim_aside() -> None:
    recalled = tuple(claim(name=name, says=False) for name in ("a.txt", "b.txt"))
    shown = view(report(claims=recalled), Rulebook())
    assert not [row for row in rows(finding(*recalled), shown) if row.aside]


def test_one_sentence_about_many_pairs_is_one_relation_and_agreement_is_none() -> None:
    a, b, c = claim("12", "a.txt"), claim("15", "b.txt"), claim("12", "c.txt")
    verdicts = (verdict(a, b), verdict(c, b), verdict(a, c, "agree"))
    (found,) = relations(finding(a, b, c, verdicts=verdicts), view(report(claims=(a, b, c)), Rulebook()))
    assert found.pairs == tuple(f"Outlet A, 2024-03-22 ({x}.txt) / Outlet A, 2024-03-22 (b.txt)" for x in "ac")
    assert likewise(found, most=1) == f" ({found.pairs[0]}; and 1 more)"


def test_a_sentence_that_names_its_outlets_is_not_followed_by_them() -> None:
    a, b, c = claim("12", "a.txt"), claim("15", "b.txt"), claim("12", "c.txt")
    verdicts = (verdict(a, b, say="12 (Outlet A) is not 15 (Outlet A)."), verdict(c, b, say="12 is not 15"))
    (found,) = relations(finding(a, b, c, verdicts=verdicts), view(report(claims=(a, b, c)), Rulebook()))
    assert found.say == "12 (Outlet A) is not 15 (Outlet A)."
    assert likewise(found) == " (likewise Outlet A, 2024-03-22 (c.txt) / Outlet A, 2024-03-22 (b.txt))"


def test_verdicts_between_answers_come_before_more_serious_ones_that_decide_nothing() -> None:
    a, b, part = claim("12", "a.txt"), claim("15", "b.txt"), claim("3", "c.txt", says=False)
    verdicts = (verdict(a, part, "contradiction"), verdict(a, b, "update"))
    found = relations(finding(a, b, part, verdicts=verdicts), view(report(claims=(a, b, part)), Rulebook()))
    assert [(one.verdict, one.decides) for one in found] == [("update", True), ("contradiction", False)]
