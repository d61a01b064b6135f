"""The five articles in seeds/, row by row of expected.toml."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from reconcile import pipeline
from reconcile.model import Claim, Event, Finding, Report
from reconcile.rulebook import load
from reconcile.sources import read_articles

SEEDS = Path(__file__).parents[2] / "seeds"
EXPECTED = tomllib.loads((Path(__file__).parent / "expected.toml").read_text(encoding="utf-8"))
Row = dict[str, Any]


def rows(table: str, *words: str) -> list[Any]:
    """The rows of a table of expected.toml as parameters named by `words`, those with a `todo` expected to fail."""
    return [
        pytest.param(
            row,
            id="-".join(str(row[word]) for word in words if row.get(word)),
            marks=[pytest.mark.xfail(reason=row["todo"], strict=True, raises=AssertionError)] if "todo" in row else [],
        )
        for row in EXPECTED[table]
    ]


@lru_cache(maxsize=1)
def found() -> Report:
    """The report of the five articles."""
    articles, problems = read_articles([str(SEEDS)])
    return pipeline.report(articles, load(), problems=problems)


def number(article: str) -> str:
    """`000` of `seeds/000_c19….txt`."""
    return Path(article).name[:3]


def main_event() -> Event:
    """The event that is the main one of the first article."""
    return next(event for event in found().events if event.id == found().articles[0].main_event)


def named(name: str) -> list[Event]:
    """The main event, or the other ones that a row of `event` describes."""
    if not name:
        return [main_event()]
    row = next(row for row in EXPECTED["event"] if row["name"] == name)
    return [e for e in found().events if e.place == row["place"] and e.date == row["date"] and e != main_event()]


def claims_of(events: list[Event]) -> list[Claim]:
    """The claims of `events`."""
    return [claim for claim in found().claims if claim.event in {event.id for event in events}]


def shown(claims: list[Claim]) -> str:
    """Claims as lines, for a test that fails."""
    return "\n" + "\n".join(
        f"{number(c.article)} {c.fact} {c.value} {c.role} {c.stance} by {c.speaker!r} via {c.via} stated {c.stated} "
        f"says {c.says} {c.quote!r} {c.rule}"
        for c in claims
    )


def finding(fact: str) -> Finding:
    """What the main event's claims of `fact` come to."""
    return next(one for one in found().findings if one.event == main_event().id and one.fact == fact)


def test_the_five_articles_are_read_without_a_problem_of_the_input() -> None:
    assert found().problems == ()
    assert [number(reading.article.id) for reading in found().articles] == EXPECTED["main"]["articles"]


def test_one_main_event_has_all_five_articles() -> None:
    event, expected = main_event(), EXPECTED["main"]
    assert {reading.main_event for reading in found().articles} == {event.id}
    assert [number(article) for article in event.articles] == expected["articles"]
    assert (event.type, event.place, event.date) == (expected["type"], expected["place"], expected["date"])
    assert expected["label"] in event.label
    assert event.because


@pytest.mark.parametrize("row", rows("claim", "event", "article", "fact", "value", "speaker", "stance", "via"))
def test_the_claim_is_made(row: Row) -> None:
    """All that a row names is as it says; where it says nothing of them, a total that is the article's answer."""
    candidates = [c for c in claims_of(named(row.get("event", ""))) if number(c.article) == row["article"]]
    candidates = [c for c in candidates if c.fact == row["fact"]]
    wanted = {"role": "total", "says": True, **row}
    fields = [f for f in ("value", "role", "stance", "speaker", "stated", "quote", "says", "via") if f in wanted]
    made = [[_plain(getattr(claim, field)) for field in fields] for claim in candidates]
    assert [wanted[field] for field in fields] in made, shown(candidates)


def _plain(value: Any) -> Any:
    """A field of a claim as TOML would spell it."""
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("row", rows("only", "fact"))
def test_no_article_answers_with_anything_else(row: Row) -> None:
    totals = [c for c in claims_of([main_event()]) if c.fact == row["fact"] and c.role == "total"]
    answers: dict[str, list[str]] = defaultdict(list)
    for claim in totals:
        if claim.says:
            answers[number(claim.article)].append(str(claim.value))
    assert {article: sorted(values) for article, values in answers.items()} == row["values"], shown(totals)


@pytest.mark.parametrize("row", rows("only", "fact"))
def test_no_other_figure_or_day_is_taken_for_a_total_of_the_main_event(row: Row) -> None:
    if row["fact"] == "perpetrator":  # whom others blame or suspect are perpetrators too, with their stance
        return
    totals = [c for c in claims_of([main_event()]) if c.fact == row["fact"] and c.role == "total"]
    given = {(number(claim.article), str(claim.value)) for claim in totals}
    assert given == {(article, value) for article, values in row["values"].items() for value in values}, shown(totals)


@pytest.mark.parametrize("row", rows("finding", "fact"))
def test_the_finding_has_its_status_and_severity(row: Row) -> None:
    one = finding(row["fact"])
    assert (one.status, one.severity) == (row["status"], row["severity"])
    assert one.range == row.get("range", one.range)


@pytest.mark.parametrize("row", rows("finding", "fact"))
def test_the_finding_says_it_in_words(row: Row) -> None:
    one = finding(row["fact"])
    said, noted = "\n".join(verdict.say for verdict in one.verdicts), "\n".join(one.notes)
    assert [words for words in row.get("says", ()) if words not in said] == [], said
    assert [words for words in row.get("notes", ()) if words not in noted] == [], noted
    assert [words for words in row.get("wording", ()) if words not in one.wording] == [], one.wording
    assert {verdict.verdict for verdict in one.verdicts}.isdisjoint(row.get("never", ()))


@pytest.mark.parametrize("row", rows("finding", "fact"))
def test_the_verdicts_between_the_values(row: Row) -> None:
    values = {claim.id: str(claim.value) for claim in found().claims}
    given: dict[frozenset[str], set[str]] = defaultdict(set)
    for one in finding(row["fact"]).verdicts:
        given[frozenset((values[one.a], values[one.b]))].add(one.verdict)
    for a, b, verdict in row.get("verdicts", ()):
        assert given[frozenset((a, b))] == {verdict}, (a, b)


@pytest.mark.parametrize("row", rows("event", "name"))
def test_another_happening_is_one_event_of_its_articles(row: Row) -> None:
    events = named(row["name"])
    assert [[number(article) for article in event.articles] for event in events] == [row["articles"]]
    assert events[0].type == row.get("type", events[0].type)


@pytest.mark.parametrize("row", rows("event", "name"))
def test_no_claim_of_another_happening_is_an_answer(row: Row) -> None:
    assert [claim for claim in claims_of(named(row["name"])) if claim.says] == []


def test_the_dead_of_kabul_are_parts_of_one_figure_or_of_none() -> None:
    """13 troops and about 170 Afghans are no rival figures, and what is summed of them is told as a sum."""
    deaths = [c for c in claims_of(named("kabul")) if c.fact == "death_toll"]
    assert {str(c.value) for c in deaths if c.role == "part"} == {"13", "~170"}, shown(deaths)
    assert {str(c.value) for c in deaths if c.role == "total"} <= {"~183"}, shown(deaths)
    ids = {event.id for event in named("kabul")}
    verdicts = [v.verdict for one in found().findings if one.event in ids for v in one.verdicts]
    assert "contradiction" not in verdicts


def test_nothing_of_the_other_happenings_is_mixed_into_the_main_one() -> None:
    claims = claims_of([main_event()])
    absent = EXPECTED["absent"][0]
    mixed = [
        *(c for c in claims if c.fact == "place" and str(c.value) in absent["places"]),
        *(c for c in claims if c.fact == "event_date" and str(c.value) in absent["dates"]),
        *(c for c in claims if c.fact in ("death_toll", "injured") and str(c.value) in absent["counts"]),
    ]
    assert mixed == [], shown(mixed)
    huntsville = [c for c in claims if "huntsville" in c.quote.lower() or "ransomware" in c.quote.lower()]
    assert huntsville == [], shown(huntsville)


def test_the_first_article_gives_no_toll_no_day_and_no_weapon() -> None:
    facts = {claim.fact for claim in claims_of([main_event()]) if number(claim.article) == "000"}
    assert {"perpetrator", "attribution"} <= facts <= {"place", "perpetrator", "attribution"}


def test_every_claim_quotes_its_article_and_gives_its_rule_and_its_event() -> None:
    texts = {reading.article.id: reading.article.text for reading in found().articles}
    events = {event.id for event in found().events}
    for claim in found().claims:
        assert texts[claim.article][claim.start : claim.end] == claim.quote
        assert claim.rule.partition("#")[2]
        assert claim.event in events
        assert any(step.startswith("event: ") for step in claim.steps)


def test_the_article_whose_date_cannot_be_right_is_named() -> None:
    problems = {number(reading.article.id): reading.problems for reading in found().articles if reading.problems}
    assert list(problems) == ["004"]
    assert "23 March 2023" in problems["004"][0]
