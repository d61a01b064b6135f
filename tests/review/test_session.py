"""A session at the desk: what an editor does, what of it is in the journal, and what is there when coming back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reconcile import pipeline
from reconcile.decisions import append, decide, read, standing
from reconcile.errors import JournalError, UsageError
from reconcile.kinds.named import Named
from reconcile.model import Claim, Finding
from reconcile.review.choice import Choice, offers
from reconcile.review.journal import Journal
from reconcile.review.material import Material
from reconcile.review.passage import paragraph
from reconcile.review.resume import Place, leave, left, state_file
from reconcile.review.session import Session
from tests.review.desk import book, drafts, material, session, write_articles


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_articles(tmp_path_factory.mktemp("desk") / "news")


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "decisions.jsonl"


def facts(rows: object) -> list[tuple[str, str]]:
    return [(case.finding.fact, case.event.type) for case in rows]  # type: ignore[attr-defined]


ALL = [("death_toll", "crash"), ("death_toll", "fire"), ("injured", "fire")]


def test_the_most_severe_conflict_comes_first(news: Path, journal: Path) -> None:
    desk = session(news, journal)
    assert facts(desk.rows) == ALL
    assert [case.origins for case in desk.rows] == [2, 3, 3]
    assert desk.current is desk.rows[0]
    assert not journal.exists()


@pytest.mark.parametrize("kind", ["confirmed", "update", "scope", "unsure"])
def test_a_ruling_is_in_the_journal_and_the_next_conflict_selected(news: Path, journal: Path, kind: str) -> None:
    desk = session(news, journal)
    assert desk.rule(kind).startswith("Kept: ")
    [kept] = read(journal)
    assert (kept.kind, kept.by, kept.on["fact"]) == (kind, "Ann", "death_toll")
    assert facts(desk.rows) == ALL[1:]
    assert desk.current is desk.rows[0]
    assert facts(session(news, journal).rows) == ALL[1:]


def test_a_value_is_accepted(news: Path, journal: Path) -> None:
    desk = session(news, journal)
    desk.rule("accept", value="5")
    assert read(journal)[0].on["value"] == "5"
    desk.show(Choice(view="decided"))
    assert desk.rows[0].finding.headline.value == "5"


def test_what_was_read_wrongly_has_no_voice_once_it_is_said(news: Path, journal: Path) -> None:
    desk = session(news, journal)
    desk.go(1)
    claims = {str(claim.value): claim.id for claim in desk.ruled.view.claims.values() if claim.fact == "death_toll"}
    assert desk.rule("misread", value="15", claims=[claims["15"]]) == "Kept: read wrongly 15; Death toll."
    case = next(
        case
        for case in desk.cases
        if case.key == ("death_toll", "fire") or (case.fact == "Death toll" and case.event.type == "fire")
    )
    assert {row.value for row in case.finding.values} == {"12", "13"}
    assert case.state == "updated"  # two values are left, on which nobody ruled
    desk.undo()
    assert {row.value for row in desk.current.finding.values} == {"12", "13", "15"}  # type: ignore[union-attr]


def test_one_key_silences_a_value_wherever_its_article_gives_it(tmp_path: Path, journal: Path) -> None:
    line = "A fire at a market in Leeds killed {} people on Wednesday, {} said."
    twice = {
        "a": ("Northern Post", "2023-05-04", "Fire kills 12 people in Leeds", line.format(12, "police")),
        "b": ("City Courier", "2023-05-04", "Market fire", line.format(15, "officials")),
    }
    desk = session(write_articles(tmp_path / "twice", twice), journal)
    claim = next(one for one in desk.ruled.view.claims.values() if str(one.value) == "12")
    desk.rule_on("misread", claim)
    assert [one["wrong"] for one in read(journal)[0].on["evidence"] if one["value"] == "12"] == [True, True]
    assert [case for case in desk.cases if case.fact == "Death toll" and case.state != "decided"] == []


@pytest.mark.parametrize("saved", [False, True])
def test_what_is_to_be_written_follows_the_ruling_and_goes_with_it(news: Path, journal: Path, *, saved: bool) -> None:
    desk = session(news, journal)
    desk.rule("accept", value="5")
    key = read(journal)[0].on["event"], read(journal)[0].on["fact"]
    report = pipeline.reported(drafts(news), book(), decisions=read(journal))
    lying = Material(report, book(), lambda article: article) if saved else material(news, read(journal))
    again = Session(lying, Journal(journal), by="Ann", clock=lambda: "2023-06-13T10:00:00.000000Z")

    def finding() -> Finding:
        return next(case.finding for case in again.cases if case.key == key)

    assert (finding().headline.value, finding().wording) == ("5", "The death toll is given as 5.")
    again.undo()
    assert finding().headline.policy != "decision"
    assert finding().wording == ("" if saved else "Outlets put the death toll between 4 and 6.")


def test_over_a_saved_report_it_is_said_to_act_later(news: Path, journal: Path) -> None:
    desk = session(news, journal, saved=True)
    claim = next(c for c in desk.ruled.view.claims.values() if str(c.value) == "6")
    assert desk.rule("misread", value="6", claims=[claim.id]).endswith("It acts in the next report.")
    assert "next report" in desk.again()
    assert facts(desk.rows) == ALL[1:]
    assert facts(case for case in session(news, journal).cases if case.finding.status == "conflict") == ALL[1:]


def test_an_article_of_another_event_is_parted(news: Path, journal: Path) -> None:
    desk = session(news, journal)
    claim = next(c for c in desk.ruled.view.claims.values() if str(c.value) == "6")
    desk.rule("other-event", value="6", claims=[claim.id])
    assert facts(case for case in desk.cases if case.finding.status == "conflict") == ALL[1:]
    desk.undo()
    assert facts(desk.cases) == ALL


def test_what_cannot_be_said_is_refused_and_nothing_kept(news: Path, journal: Path) -> None:
    desk = session(news, journal)
    with pytest.raises(UsageError):
        desk.rule("misread", value="7")
    assert not journal.exists()
    assert desk.current is desk.rows[0]


def test_undo_and_redo_go_over_sessions(news: Path, journal: Path) -> None:
    desk = session(news, journal)
    for kind in ("confirmed", "scope", "unsure"):
        desk.rule(kind)
    assert desk.rows == ()
    later = session(news, journal, start=100)
    assert later.undo() == "Taken back: in doubt; Number of injured, by Ann."
    assert later.current is not None
    assert later.current.finding.fact == "injured"
    later.undo()
    later.undo()
    assert later.undo() == "Ann has no decision to take back."
    assert facts(later.rows) == ALL
    assert later.redo() == "Restored: a conflict, confirmed; Death toll, by Ann."
    again = session(news, journal, start=200)
    assert facts(again.rows) == ALL[1:]
    again.rule("update")  # a new decision ends what could be restored
    assert again.redo() == "There is nothing to restore."
    assert len(read(journal)) == 8
    assert [one.kind for one in standing(read(journal))] == ["confirmed", "update"]


def test_the_ruling_of_another_is_taken_back_on_its_conflict_only(news: Path, journal: Path) -> None:
    session(news, journal, by="Bob").rule("confirmed")
    desk = session(news, journal, start=10)
    assert desk.undo() == "Ann has no decision to take back."
    assert desk.take_back() == "Nobody has ruled on this conflict."
    desk.show(Choice(view="decided"))
    assert desk.take_back() == "Taken back: a conflict, confirmed; Death toll, by Bob."
    assert desk.redo() == "Restored: a conflict, confirmed; Death toll, by Bob."


def test_skipped_conflicts_stay_open_and_are_passed_over(news: Path, journal: Path, tmp_path: Path) -> None:
    desk = session(news, journal, state=tmp_path / "state.json")
    desk.skip()
    assert desk.at == 1
    desk.next_open()
    assert desk.at == 2
    desk.next_open()
    assert desk.at == 1
    desk.next_open(-1)
    assert desk.at == 2
    desk.skip()
    assert desk.next_open() == "This is the only conflict left to review here."
    assert desk.skip() == "All are reviewed but for 3 that you skipped."
    assert len(desk.rows) == 3
    assert session(news, journal, state=tmp_path / "state.json").skipped == desk.skipped


def test_a_comment_goes_with_the_ruling(news: Path, journal: Path) -> None:
    desk = session(news, journal)
    assert desk.comment("both  called back") == "The comment goes with your ruling."
    desk.rule("confirmed")
    assert read(journal)[0].note == "both called back"
    assert desk.comments == {}
    desk.show(Choice(view="decided"))
    desk.comment("and again")
    assert [one.note for one in read(journal)] == ["both called back", "and again"]
    assert desk.rows[0].finding.decision.note == "and again"  # type: ignore[union-attr]


def test_filters_and_search(news: Path, journal: Path) -> None:
    desk = session(news, journal)
    found = {(one.by, one.name): one for one in offers(desk.cases, desk.choice)}
    assert found["severity", "high"].count == 1
    assert found["outlet", "Northern Post"].count == 3
    assert found["fact", "Death toll"].count == 2
    for by, name, left_over in (
        ("severity", "high", ALL[:1]),
        ("outlet", "Evening Bell", ALL[1:]),
        ("fact", "Number of injured", ALL[2:]),
        ("event", "fire, Leeds, 2023-05-03", ALL[1:]),
    ):
        desk.show(replace(Choice(), **{by: found[by, name].value}))
        assert facts(desk.rows) == left_over
    for words, left_over in (("derby", ALL[:1]), ("LEEDS injured", ALL[2:]), ("killed 15", ALL[1:2]), ("nowhere", [])):
        said = desk.show(Choice(search=words))
        assert facts(desk.rows) == left_over
        assert bool(said) == (not left_over)


def test_the_view_turns(news: Path, journal: Path) -> None:
    desk = session(news, journal)
    desk.rule("confirmed")
    assert [(desk.turn_view(), len(desk.rows)) for _ in range(3)] == [
        ("All conflicts.", 3),
        ("Those that were ruled on.", 1),
        ("Open conflicts.", 2),
    ]


def test_where_one_left_is_where_one_comes_back(news: Path, journal: Path, tmp_path: Path) -> None:
    state = tmp_path / "state" / "desk.json"
    desk = session(news, journal, state=state)
    desk.show(Choice(view="all", fact="death_toll"))
    desk.go(1)
    desk.draft("half a com")
    again = session(news, journal, state=state)
    assert (again.choice, again.at) == (Choice(view="all", fact="death_toll"), 1)
    assert again.comments == {desk.current.key: "half a com"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", '{"at": 1}', '{"at": ["a"], "choice": {}, "skipped": [], "comments": []}']
)
def test_a_state_file_that_is_none_loses_nothing(tmp_path: Path, kept: str) -> None:
    state = tmp_path / "desk.json"
    state.write_text(kept, encoding="utf-8")
    assert left(state) == Place()


def test_a_place_is_read_as_it_was_left(tmp_path: Path) -> None:
    place = Place(("ev-1", "injured"), Choice(search="a\ud800b"), frozenset({("e", "f")}), {("e", "f"): "so"})
    leave(tmp_path / "x" / "desk.json", replace(place, choice=Choice(search="a b")))
    assert left(tmp_path / "x" / "desk.json") == replace(place, choice=Choice(search="a b"))
    leave(tmp_path / "x" / "desk.json" / "impossible", place)  # where it cannot be kept, the desk goes on


def test_the_state_is_kept_outside_of_the_project(tmp_path: Path) -> None:
    journal = tmp_path / "decisions.jsonl"
    at = state_file(journal, {"XDG_STATE_HOME": "/somewhere"})
    assert at.parent == Path("/somewhere/reconcile")
    assert at != state_file(tmp_path / "others.jsonl", {"XDG_STATE_HOME": "/somewhere"})
    assert state_file(journal, {}).parent == Path.home() / ".local/state/reconcile"


def test_what_another_editor_decides_is_taken_in_and_said(news: Path, journal: Path) -> None:
    ann, bob = session(news, journal), session(news, journal, by="Bob", start=10)
    assert ann.news() == ""
    bob.rule("confirmed")
    bob.rule("scope")
    assert ann.news() == "Meanwhile Bob made 2 decisions."
    assert facts(ann.rows) == ALL[2:]
    ann.rule("unsure")
    assert bob.news() == "Meanwhile Ann made 1 decision."
    assert len(read(journal)) == 3


def test_what_another_adds_between_a_look_and_a_ruling_is_not_missed(news: Path, journal: Path) -> None:
    ann, bob = session(news, journal), session(news, journal, by="Bob", start=10)
    bob.go(2)
    bob.rule("scope")
    ann.rule("confirmed")  # without having looked
    assert ann.news() == "Meanwhile Bob made 1 decision."
    assert ann.news() == ""
    assert facts(ann.rows) == ALL[1:2]


def test_journals_of_two_editors_merge_in_either_order(news: Path, tmp_path: Path) -> None:
    paths = [tmp_path / "ann.jsonl", tmp_path / "bob.jsonl"]
    ann, bob = session(news, paths[0]), session(news, paths[1], by="Bob", start=30)
    ann.rule("confirmed")
    ann.rule("update")
    bob.rule("scope")
    ann.undo()
    bob.go(1)
    bob.rule("unsure")
    one, other = (path.read_text(encoding="utf-8") for path in paths)
    both = [tmp_path / "1.jsonl", tmp_path / "2.jsonl"]
    both[0].write_text(one + other, encoding="utf-8")
    both[1].write_text(other + one, encoding="utf-8")
    desks = [session(news, path) for path in both]
    rulings = [[(case.key, case.finding.decision) for case in desk.cases] for desk in desks]
    assert rulings[0] == rulings[1]
    assert [decision and decision.kind for _, decision in rulings[0]] == ["scope", None, "unsure"]
    assert standing(read(both[0])) == standing(read(both[1]))


def test_a_journal_that_somebody_broke_is_named_and_nothing_is_added(news: Path, journal: Path) -> None:
    desk = session(news, journal)
    desk.rule("confirmed")
    with journal.open("a") as file:
        file.write("<<<<<<< HEAD\n")
    with pytest.raises(JournalError, match=r"decisions\.jsonl:2:1"):
        desk.news()


def test_where_the_journal_cannot_be_written_nothing_is_said_to_be_kept(news: Path, tmp_path: Path) -> None:
    desk = session(news, tmp_path / "none" / "decisions.jsonl")
    with pytest.raises(JournalError, match="was not kept"):
        desk.rule("confirmed")
    assert facts(desk.rows) == ALL


def test_a_ruling_that_saw_something_else_leaves_the_conflict_open_and_says_what_is_new(
    news: Path, journal: Path
) -> None:
    desk = session(news, journal)
    case = desk.current
    assert case is not None
    on = json.loads(
        json.dumps(
            {"event": case.finding.event, "fact": case.finding.fact, "value": "", "labels": [""], "evidence": []}
        )
    )
    on["evidence"] = [
        {"origin": "x", "value": "4", "article": "x", "text": "", "quote": "", "start": 0, "rule": "", "wrong": False}
    ]
    append(journal, decide("confirmed", on, at="2023-06-11T00:00:00.000000Z", by="Bob"))
    desk.news()
    assert desk.rows[0].state == "updated"
    assert "is new" in " ".join(desk.rows[0].finding.decision.new)  # type: ignore[union-attr]


def test_where_making_the_report_anew_takes_long_it_waits_until_it_is_asked_for(news: Path, journal: Path) -> None:
    kept = Journal(journal)
    desk = Session(material(news), kept, by="Ann", clock=lambda: "2023-06-12T10:00:00.000000Z", took=60.0)
    claim = next(c for c in desk.ruled.view.claims.values() if str(c.value) == "6")
    said = desk.rule("misread", value="6", claims=[claim.id])
    assert said.endswith("It acts in the next report, or once you make it anew.")
    assert {row.value for row in desk.cases[0].finding.values} == {"4", "6"}
    assert desk.cases[0].state == "decided"
    assert desk.again() == "The report is up to date with all decisions."
    assert facts(case for case in desk.cases if case.finding.status == "conflict") == ALL[1:]


def test_a_title_stands_in_the_passage_without_the_header_lines_around_it(news: Path) -> None:
    [told] = [draft.article for draft in drafts(news) if draft.article.id.endswith("a.txt")]
    title = Claim(told.id, "place", Named("market"), "market", 19, 25)
    assert told.text[title.start : title.end] == "market"
    shown = "".join(piece.text for piece in paragraph(title, None, told, book(), 80))
    assert shown == "Title: Fire at the ⟦market⟧"
