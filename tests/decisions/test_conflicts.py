"""What people rule on conflicts acts on later reports, and reopens when the evidence changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from reconcile import pipeline
from reconcile.decisions import Decision, Sources, conflict_ruled_on, decide, decided, rule_labels, spelled
from reconcile.errors import UsageError
from reconcile.model import Article, Finding, Report
from tests.written import BOOK, written

FIRST = written("a.txt", "Twelve people were killed when a fire broke out at a market in Leeds on Wednesday.")
SECOND = written("b.txt", "A fire at a market in Leeds killed 15 people on Wednesday, police said.")
THIRD = written("c.txt", "On Wednesday 19 people were killed by a fire at a market in Leeds, an officer said.")
REPEATED = written("d.txt", "Fifteen people were killed on Wednesday in a fire at a market in Leeds, the mayor said.")
BOTH = (FIRST, SECOND)


def run(articles: Sequence[Article], *decisions: Decision) -> Report:
    return pipeline.report(articles, BOOK, decisions=decisions)


def toll(report: Report, article: str = "a.txt") -> Finding:
    main = next(reading.main_event for reading in report.articles if reading.article.id == article)
    return next(f for f in report.findings if f.event == main and f.fact == "death_toll")


def rule(
    kind: str, on: Sequence[Article] = BOTH, *before: Decision, value: str = "", minute: int = 1, by: str = "Ann"
) -> Decision:
    report = run(on, *before)
    about = conflict_ruled_on(kind, toll(report), Sources(report), value=value)
    return decide(kind, about, at=f"2024-05-14T10:{minute:02}:00.000000Z", by=by, note="as she said")


def about(kind: str, decision: Decision, minute: int) -> Decision:
    return decide(kind, {"decision": decision.id}, at=f"2024-05-14T10:{minute:02}:00.000000Z", by="Ann")


@pytest.mark.parametrize("kind", ["confirmed", "update", "scope", "unsure"])
def test_a_ruling_on_the_whole_is_shown_and_changes_no_verdict(kind: str) -> None:
    before, after = toll(run(BOTH)), toll(run(BOTH, rule(kind)))
    worded = {"update": ("wording",), "scope": ("wording", "range")}.get(kind, ())
    assert before.is_open
    assert not after.is_open
    assert after.decision is not None
    assert (after.decision.kind, after.decision.by, after.decision.state) == (kind, "Ann", "standing")
    assert replace(after, decision=None, **{one: getattr(before, one) for one in worded}) == before


@pytest.mark.parametrize(
    ("kind", "value", "wording", "range_"),
    [
        ("accept", "12", "The death toll is given as 12.", "12..15"),
        ("accept", "13+", "The death toll is given as at least 13.", "12..15"),  # which nobody gives
        ("update", "", "The death toll is now given as 15.", "12..15"),
        ("scope", "", "Outlets give the death toll for different things: 12 (Outlet A) and 15 (Outlet A).", ""),
        ("confirmed", "", "Outlets put the death toll between 12 and 15.", "12..15"),
        ("unsure", "", "Outlets put the death toll between 12 and 15.", "12..15"),
    ],
)
def test_what_is_to_be_written_follows_the_ruling(kind: str, value: str, wording: str, range_: str) -> None:
    found = toll(run(BOTH, rule(kind, value=value)))
    assert (found.wording, found.range) == (wording, range_)


@pytest.mark.parametrize("kind", ["accept", "update", "scope"])
def test_of_a_ruling_that_is_reopened_the_wording_is_that_of_the_conflict(kind: str) -> None:
    found = toll(run((*BOTH, THIRD), rule(kind, value="12" * (kind == "accept"))))
    assert (found.wording, found.range) == ("Outlets put the death toll between 12 and 19.", "12..19")


def test_more_who_say_what_was_accepted_do_not_reopen_it() -> None:
    accepted = rule("accept", value="15")
    found = toll(run((*BOTH, REPEATED), accepted))
    assert found.decision is not None
    assert (found.decision.state, found.headline.value) == ("standing", "15")
    against = toll(run((*BOTH, REPEATED), rule("accept", value="12")))
    assert against.decision is not None
    assert (against.decision.state, against.decision.new) == ("reopened", ("d.txt gives 15 too",))
    another = toll(run((*BOTH, REPEATED, THIRD), accepted))
    assert another.decision is not None
    assert another.decision.new == ("19 is new, from c.txt",)


def test_what_is_accepted_is_what_is_printed_and_the_policys_choice_stays_in_its_steps() -> None:
    found = toll(run(BOTH, rule("accept", value="12")))
    assert (found.headline.value, found.headline.policy) == ("12", "decision")
    assert found.headline.steps == (
        "Ann accepted 12 on 2024-05-14: as she said.",
        f"The policy range would print {toll(run(BOTH)).headline.value}.",
    )
    assert [one.value for one in found.headline.set_aside] == ["15"]
    assert [row.value for row in found.values] == ["12", "15"]


def test_what_is_misread_has_no_voice_and_is_still_shown() -> None:
    decision = rule("misread", value="15")
    report = run(BOTH, decision)
    found = toll(report)
    assert [row.value for row in found.values] == ["12"]
    assert found.status == "single"
    assert [(c.quote, c.says) for c in report.claims if c.misread == decision.id] == [("15 people", False)] or [
        (str(c.value), c.says) for c in report.claims if c.misread == decision.id
    ] == [("15", False)]


def test_the_next_best_figure_of_the_article_takes_the_place_of_a_misread_one() -> None:
    told = written("b.txt", f"{SECOND.text} In all 12 people were killed there.")
    decision = rule("misread", (FIRST, told), value="15")
    after = toll(run((FIRST, told), decision))
    assert [row.value for row in after.values] == ["12"]
    assert after.status == "agreed"


def test_a_value_that_an_article_gives_twice_is_misread_in_both_places() -> None:
    told = written("b.txt", f"{SECOND.text} In all 15 people were killed there.")
    decision = rule("misread", (FIRST, told), value="15")
    after = toll(run((FIRST, told), decision))
    assert [row.value for row in after.values] == ["12"]
    assert not after.is_open


def test_what_is_nobodys_answer_can_be_misread_by_its_value_too() -> None:
    told = written("b.txt", f'{SECOND.text} "We had 19 dead in the morgue," a hospital official said.')
    assert "19" in {row.value for row in toll(run((FIRST, told))).values}
    after = toll(run((FIRST, told), rule("misread", (FIRST, told), value="19")))
    assert [row.value for row in after.values] == ["12", "15"]


def test_a_changed_text_with_the_same_words_is_still_misread() -> None:
    decision = rule("misread", value="15")
    longer = written("b.txt", "It burned for hours. " + SECOND.text)
    assert [row.value for row in toll(run((FIRST, longer), decision)).values] == ["12"]


def test_of_another_event_are_all_articles_that_give_the_value() -> None:
    decision = rule("other-event", (FIRST, SECOND, REPEATED), value="15")
    report = run((FIRST, SECOND, REPEATED), decision)
    mains = {reading.article.id: reading.main_event for reading in report.articles}
    assert mains["a.txt"] != mains["b.txt"] == mains["d.txt"]
    assert not toll(report).is_open
    assert decision.id in " ".join(next(e for e in report.events if e.id == mains["b.txt"]).because)


def test_a_new_value_reopens_a_conflict_and_is_named() -> None:
    after = toll(run((*BOTH, THIRD), rule("confirmed")))
    assert after.is_open
    assert after.decision is not None
    assert (after.decision.state, after.decision.new) == ("reopened", ("19 is new, from c.txt",))


def test_a_new_origin_reopens_a_conflict_and_is_named() -> None:
    after = toll(run((*BOTH, REPEATED), rule("confirmed")))
    assert after.decision is not None
    assert (after.decision.state, after.decision.new) == ("reopened", ("d.txt gives 15 too",))


def test_a_copy_of_an_article_is_no_new_origin() -> None:
    copied = written("e.txt", SECOND.text)
    after = toll(run((*BOTH, copied), rule("confirmed")))
    assert after.decision is not None
    assert after.decision.state == "standing"


def test_articles_may_move_change_and_go_while_what_they_say_stays() -> None:
    decision = rule("confirmed", (*BOTH, THIRD))
    moved = [replace(one, id=f"elsewhere/{one.id}", path="") for one in (*BOTH, THIRD)]
    changed = (FIRST, written("b.txt", SECOND.text + " An inquiry has begun."), THIRD)
    for articles in (moved, changed, (THIRD, SECOND, FIRST), BOTH):
        name = articles[0].id if articles is moved else "a.txt"
        found = toll(run(articles, decision), name)
        assert found.decision is not None
        assert found.decision.state == "standing"


def test_when_an_earlier_article_joins_the_ruling_follows_the_event() -> None:
    earlier = replace(REPEATED, published="2024-03-21")
    decision = rule("confirmed")
    after = toll(run((*BOTH, earlier), decision))
    assert after.event != decision.on["event"]
    assert after.decision is not None
    assert after.decision.new == ("d.txt gives 15 too",)


def test_where_the_event_goes_by_another_id_it_is_known_by_what_the_ruling_saw() -> None:
    decision = rule("confirmed")
    renamed = replace(decision, on={**decision.on, "event": "ev-0000000000"})
    assert toll(run(BOTH, renamed)).decision is not None
    other = written("z.txt", "An earthquake killed 40 people near Tabriz on Monday, the governor said.")
    assert all(finding.decision is None for finding in run([other], renamed).findings)


def test_a_conflict_that_is_left_once_claims_are_silenced_is_open() -> None:
    decision = rule("misread", (*BOTH, THIRD), value="19")
    after = toll(run((*BOTH, THIRD), decision))
    assert after.is_open
    assert after.decision is not None
    assert after.decision.new == ("without what was ruled on, a conflict is left: 12, 15",)
    confirmed = rule("confirmed", (*BOTH, THIRD), decision, minute=2)
    settled = toll(run((*BOTH, THIRD), decision, confirmed))
    assert not settled.is_open
    assert [row.value for row in settled.values] == ["12", "15"]


def test_of_two_rulings_the_later_holds_and_undone_it_is_as_before() -> None:
    first, second = rule("update"), rule("accept", value="15", minute=2, by="Bo")
    assert (toll(run(BOTH, second, first)).decision or pytest.fail()).by == "Bo"
    undone = about("undo", second, 3)
    assert run(BOTH, first, second, undone) == run(BOTH, first)
    assert run(BOTH, first, second, undone, about("redo", second, 4)) == run(BOTH, first, second)


def test_the_order_of_the_lines_does_not_matter() -> None:
    lines = [rule("update"), rule("accept", value="12", minute=2), rule("scope", minute=4)]
    lines += [about("undo", lines[0], 3), about("undo", lines[2], 5)]
    report = run(BOTH)
    expected = decided(report, lines)
    assert all(decided(report, shuffled) == expected for shuffled in permutations(lines))


def test_what_names_none_of_its_values_or_all_articles_is_refused() -> None:
    with pytest.raises(UsageError, match="99 is none of its values: death_toll has 12, 15"):
        rule("misread", value="99")
    with pytest.raises(UsageError, match="no article is left"):
        rule("other-event", (FIRST,), value="12")


@pytest.mark.parametrize(
    ("fact", "typed", "value"),
    [
        ("death_toll", " 12+ ", "12+"),
        ("death_toll", "20..25", "20..25"),
        ("event_date", "2024-03-22", "2024-03-22"),
        ("perpetrator", "is-khorasan", "is-khorasan"),
        ("perpetrator", "name:Lena  Roth", "name:Lena Roth"),
        ("place", "moscow", "moscow"),
        ("weapon", "firearm", "firearm"),
    ],
)
def test_a_typed_value_is_spelled_as_reports_spell_it(fact: str, typed: str, value: str) -> None:
    assert spelled(typed, BOOK.facts[fact], BOOK) == value


@pytest.mark.parametrize(
    ("fact", "typed", "what"),
    [
        ("death_toll", "twelve", r"12, 12\+, >12"),
        ("event_date", "2024-02-30", "day"),
        ("perpetrator", "is-khorasam", "did you mean is-khorasan"),
        ("place", "nowhere-at-all", "name:nowhere-at-all"),
        ("weapon", "firearms", "there are .*firearm"),
    ],
)
def test_a_typed_value_that_is_none_says_what_is_allowed(fact: str, typed: str, what: str) -> None:
    with pytest.raises(UsageError, match=what):
        spelled(typed, BOOK.facts[fact], BOOK)


def test_rules_are_counted_by_what_people_took_and_refused() -> None:
    wrong = rule("misread", (*BOTH, THIRD), value="19")
    right = rule("confirmed", (*BOTH, THIRD), wrong, minute=2)
    found = rule_labels([right, wrong])
    assert sum(labels.right for labels in found) == 2
    [misread] = [one for labels in found for one in labels.wrong]
    assert (misread.article, misread.value, misread.by) == ("c.txt", "19", "Ann")
    assert found[0].wrong
    assert found[0].precision < 1
    low, high = found[-1].interval
    assert 0 < low < found[-1].precision <= high <= 1
    assert rule_labels([right, wrong, about("undo", wrong, 3), about("undo", right, 4)]) == ()


def test_who_is_unsure_says_nothing_on_the_rules() -> None:
    assert rule_labels([rule("unsure")]) == ()
