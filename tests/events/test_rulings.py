"""What people ruled on events goes before what the texts say."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from reconcile import pipeline
from reconcile.decisions import Decision, decide, decided_on
from reconcile.events.rulings import bound
from reconcile.model import Article, Event, Member, Report, Ruling
from tests.written import BOOK, written

FIRE = "Twelve people were killed when a fire broke out at a market in Leeds on Wednesday, police said."
SAME = "A fire at a market in Leeds killed 13 people on Wednesday, police said."
QUAKE = "An earthquake killed 40 people near Tabriz on Monday, the governor said."
A, B, C = written("a.txt", FIRE), written("b.txt", SAME), written("c.txt", QUAKE)


def run(articles: Sequence[Article], *decisions: Decision) -> Report:
    return pipeline.report(articles, BOOK, decisions=decisions)


def event_of(name: str, report: Report) -> Event:
    main = next(reading.main_event for reading in report.articles if reading.article.id == name)
    return next(event for event in report.events if event.id == main)


def member(name: str, report: Report) -> Member:
    return next(m for m in event_of(name, report).members if m.article == name and m.main)


def ruling(first: str, second: str, *, merge: bool, on: Sequence[Article] = (A, B, C), minute: int = 1) -> Decision:
    report = run(on)
    sides = decided_on([[member(first, report)], [member(second, report)]], [first, second])
    return decide("merge" if merge else "split", sides, at=f"2024-05-14T10:{minute:02}:00.000000Z", by="Ann")


def test_without_rulings_the_texts_decide() -> None:
    report = run([A, B, C])
    assert event_of("a.txt", report) == event_of("b.txt", report)
    assert event_of("a.txt", report) != event_of("c.txt", report)


def test_a_split_parts_what_is_alike_and_says_whose_word_it_is() -> None:
    split = ruling("a.txt", "b.txt", merge=False)
    report = run([A, B, C], split)
    one, other = event_of("a.txt", report), event_of("b.txt", report)
    assert one != other
    assert one.because[0] == f"a.txt not of one event with b.txt, by the word of Ann on 2024-05-14 ({split.id})"
    assert other.because[0] == f"b.txt not of one event with a.txt, by the word of Ann on 2024-05-14 ({split.id})"


def test_a_merge_joins_what_nothing_else_would_with_its_conflicts() -> None:
    report = run([A, B, C], ruling("a.txt", "c.txt", merge=True))
    event = event_of("a.txt", report)
    assert event.articles == ("a.txt", "b.txt", "c.txt")
    toll = next(f for f in report.findings if f.event == event.id and f.fact == "death_toll")
    assert toll.status == "conflict"


def test_rulings_hold_whatever_articles_come_and_go() -> None:
    split = ruling("a.txt", "b.txt", merge=False)
    more = written("d.txt", "The fire that killed 12 people in Leeds on Wednesday began in a kitchen, police said.")
    report = run([more, C, B, A], split)
    assert event_of("a.txt", report) != event_of("b.txt", report)
    assert run([C], split) == run([C])


def test_a_newer_text_of_the_article_is_still_the_one_that_was_ruled_on() -> None:
    split = ruling("a.txt", "b.txt", merge=False)
    report = run([written("a.txt", FIRE + " An inquiry has begun."), B, C], split)
    assert event_of("a.txt", report) != event_of("b.txt", report)


def test_an_event_answers_to_the_ids_that_its_articles_would_found() -> None:
    alone = event_of("b.txt", run([B])).id
    assert alone in {(event := event_of("b.txt", run([A, B, C]))).id, *event.aliases}


MEMBERS = [Member(f"{n}.txt", f"ev-{n}", True) for n in range(6)]
SIDES = st.lists(st.sampled_from(MEMBERS), min_size=1, max_size=3, unique=True).map(tuple)
RULINGS = st.lists(st.builds(Ruling, st.just("d-1"), st.booleans(), SIDES, SIDES, st.just("")), max_size=8)


@given(RULINGS)
def test_nothing_is_both_joined_and_parted_and_the_last_word_stands(rulings: list[Ruling]) -> None:
    found = bound(rulings, MEMBERS)
    groups = {n: set(group) for group in found.together for n in group}
    assert all(groups.get(n, {n}).isdisjoint(others) for n, others in found.apart.items())
    if rulings and not set(rulings[-1].first) & set(rulings[-1].second):
        last = rulings[-1]
        for a in map(MEMBERS.index, last.first):
            for b in map(MEMBERS.index, last.second):
                assert b in (groups[a] if last.merge else found.apart[a])
