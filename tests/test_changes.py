"""What two reports disagree on: findings new, gone and changed, events followed through their aliases."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import pipeline
from reconcile.changes import CHANGED, GONE, NEW, changes
from reconcile.model import Article, Decided, Report
from tests import factory
from tests.written import BOOK, written

FIRE = "{} people were killed when a fire broke out at a market in Leeds on Tuesday, May 2, 2023, police said."
FLOOD = "Floods in Lagos killed {} people on Friday, May 5, 2023, officials said."
DAYS = {
    "a.txt": "2023-05-03",
    "b.txt": "2023-05-04",
    "c.txt": "2023-05-04",
    "z.txt": "2023-05-02",
    "f.txt": "2023-05-06",
}


def article(name: str, killed: str, text: str = FIRE) -> Article:
    return written(name, text.format(killed), outlet=f"Outlet {name[0].upper()}", published=DAYS[name])


A, B, FLOODED = article("a.txt", "Twelve"), article("b.txt", "Twelve"), article("f.txt", "nine", FLOOD)


def reported(*articles: Article) -> Report:
    return pipeline.report(articles, BOOK)


def told(before: Report, after: Report) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.change, one.fact, one.what) for one in changes(before, after).findings]


def test_a_report_does_not_disagree_with_itself() -> None:
    report = reported(A, B, FLOODED)
    found = changes(report, report)
    assert (found.new, found.gone, found.edited, found.events, found.findings) == ((), (), (), (), ())


def test_a_new_article_that_contradicts_changes_status_severity_and_values() -> None:
    found = changes(reported(A, B), reported(A, B, article("c.txt", "Nine")))
    assert found.new == ("c.txt",)
    (toll,) = [one for one in found.findings if one.fact == "death_toll"]
    assert (toll.change, toll.came, toll.went, toll.articles) == (CHANGED, ("9",), (), ("c.txt",))
    assert toll.before and toll.after
    assert {"status", "severity", "values"} <= set(toll.what)
    assert (toll.before.status, toll.after.status) == ("agreed", "conflict")


def test_what_only_repeats_a_value_changes_no_value() -> None:
    for change, fact, what in told(reported(A, B), reported(A, B, article("c.txt", "Twelve"))):
        assert "values" not in what, (change, fact)


def test_a_new_event_brings_new_findings_and_an_event_that_is_gone_takes_them() -> None:
    came, went = changes(reported(A), reported(A, FLOODED)), changes(reported(A, FLOODED), reported(A))
    assert [one.change for one in came.events] == [NEW]
    assert {one.change for one in came.findings} == {NEW}
    assert [one.change for one in went.events] == [GONE]
    assert {(one.change, one.fact) for one in went.findings} == {(GONE, one.fact) for one in came.findings}
    assert went.gone == ("f.txt",)


def test_an_event_whose_id_an_earlier_article_changed_is_the_same_event() -> None:
    before, after = reported(A, B), reported(A, B, article("z.txt", "Twelve", f"{FIRE} Stalls burned all night."))
    assert {event.id for event in before.events} != {event.id for event in after.events}
    found = changes(before, after)
    assert found.events == ()
    assert {one.change for one in found.findings} <= {CHANGED}


def test_an_edited_article_is_named_and_its_event_is_still_the_same() -> None:
    found = changes(reported(A), reported(article("a.txt", "Fourteen")))
    assert (found.new, found.gone, found.edited) == ((), (), ("a.txt",))
    (toll,) = [one for one in found.findings if one.fact == "death_toll"]
    assert (toll.change, toll.came, toll.went, toll.articles) == (CHANGED, ("14",), ("12",), ("a.txt",))


def test_two_events_that_are_one_now_are_told_as_one_that_changed() -> None:
    one, other = factory.event("ev-1", "a.txt"), factory.event("ev-2", "b.txt")
    apart = Report(events=(one, other))
    together = Report(events=(factory.event("ev-1", "a.txt", "b.txt", aliases=("ev-2",)),))
    (joined,) = changes(apart, together).events
    assert (joined.change, joined.before, joined.after) == (CHANGED, ("ev-1", "ev-2"), ("ev-1",))
    (parted,) = changes(together, apart).events
    assert (parted.change, parted.before, parted.after) == (CHANGED, ("ev-1",), ("ev-1", "ev-2"))


def test_a_ruling_is_a_change_of_its_own() -> None:
    claims = (factory.claim("12", "a.txt"), factory.claim("9", "b.txt"))
    finding = factory.finding(*claims, status="conflict", severity="medium")
    ruled = replace(finding, decision=Decided("d-1", "accept", "12", "", "Ann", "2024-05-14T10:00:00Z"))
    before, after = (factory.report(one, claims=claims) for one in (finding, ruled))
    assert told(before, after) == [(CHANGED, "death_toll", ("decision",))]
    assert told(after, after) == []


def test_the_most_severe_comes_first() -> None:
    found = changes(reported(A, FLOODED), reported(A, FLOODED, article("c.txt", "Nine")))
    severities = [one.severity for one in found.findings]
    assert severities == sorted(severities, key=("high", "medium", "low", "none").index)
    assert severities[0] != "none"


REPORTS = [reported(A), reported(A, B), reported(A, FLOODED), reported(A, B, article("c.txt", "Nine"))]


@settings(max_examples=16, deadline=None)
@given(st.sampled_from(REPORTS), st.sampled_from(REPORTS))
def test_what_is_new_one_way_is_gone_the_other_way(before: Report, after: Report) -> None:
    there, back = changes(before, after), changes(after, before)
    assert (there.new, there.gone) == (back.gone, back.new)
    other = {NEW: GONE, GONE: NEW, CHANGED: CHANGED}
    forth = {(one.change, one.fact, one.came, one.went) for one in there.findings}
    assert forth == {(other[one.change], one.fact, one.went, one.came) for one in back.findings}
