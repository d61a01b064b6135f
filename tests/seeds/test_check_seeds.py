"""Each of the five articles in turn as the new one against the other four: what it brings, as read in the articles.

Written down from the texts: five articles on one attack; 000 and 003 both have Russia and Ukraine blame each other or
one of them the other, so that neither brings what the other one has; a Friday is named by 001 and 003, so that neither
brings its difference from the Thursday that 004 names."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile import pipeline
from reconcile.check import NewConflict, new_conflicts
from reconcile.sources import read_articles
from tests.written import BOOK

ROOT = Path(__file__).parents[2]
FILES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "seeds").glob("*.txt"))

FRANCE, USA = "islamic-state by france", "islamic-state by united-states"
RUSSIA, UKRAINE = "ukraine by russia", "russia by ukraine"  # whom each of them blames
IS, ISK = "islamic-state by islamic-state", "is-khorasan by is-khorasan"  # who claims it
TOLL, DATE, WHO, HELD = "death_toll", "event_date", "attribution", "detained"

EXPECTED: dict[str, set[tuple[str, str, str, frozenset[str]]]] = {
    # 000 alone has France and the United States blame the Islamic State
    "000": {("France", WHO, "high", frozenset({FRANCE, RUSSIA})), ("France", WHO, "high", frozenset({FRANCE, UKRAINE}))}
    | {("United", WHO, "high", frozenset({USA, RUSSIA})), ("United", WHO, "high", frozenset({USA, UKRAINE}))},
    # 001 alone has the branch claim it, at least 137 dead, and two detained
    "001": {("claims", WHO, "high", frozenset({ISK, RUSSIA})), ("claims", WHO, "high", frozenset({ISK, UKRAINE}))}
    | {("137", TOLL, "medium", frozenset({"133+", "137+"})), ("137", TOLL, "medium", frozenset({"137+", "143+"}))}
    | {("2 (", HELD, "low", frozenset({"2", "11"}))},
    # 002 alone has the day, 22 March; its "more than 130" fits every other toll
    "002": {("22 March", DATE, "high", frozenset({"2024-03-22", "2023-03-23"}))},
    # 003 alone has Ukraine blame Russia, at least 133 dead, and eleven detained
    "003": {("names", WHO, "high", frozenset({UKRAINE, other})) for other in (FRANCE, USA, RUSSIA)}
    | {("claims", WHO, "high", frozenset({UKRAINE, other})) for other in (IS, ISK)}
    | {("133", TOLL, "medium", frozenset({"133+", "137+"})), ("133", TOLL, "medium", frozenset({"133+", "143+"}))}
    | {("11", HELD, "low", frozenset({"2", "11"}))},
    # 004 alone has another year, which is a fault by itself and was a Thursday, and at least 143 dead
    "004": {("22 March", DATE, "high", frozenset({"2024-03-22", "2023-03-23"}))}
    | {("neighbouring", DATE, "low", frozenset({"2023-03-23", "XXXX-XX-XX Friday"}))}
    | {("143", TOLL, "medium", frozenset({"133+", "143+"})), ("143", TOLL, "medium", frozenset({"137+", "143+"}))}
    | {("about a year before its own date", DATE, "high", frozenset())},
}


def brought(new: str, *, backwards: bool = False) -> list[NewConflict]:
    files = [str(ROOT / file) for file in FILES]
    articles, problems = read_articles(files[::-1] if backwards else files)
    assert problems == []
    batch = [article.id for article in articles if f"/{new}_" in article.id]
    assert len(batch) == 1
    return list(new_conflicts(pipeline.report(articles, BOOK), batch, BOOK))


@pytest.mark.parametrize("new", EXPECTED)
def test_a_seed_as_the_new_article_brings_just_what_no_other_says(new: str) -> None:
    found = brought(new)
    left = set(EXPECTED[new])
    for one in found:
        sides = frozenset() if one.sides == (one.say,) else frozenset(one.sides)
        (met,) = [w for w in left if w[1:] == (one.fact, one.severity, sides) and w[0] in one.say]
        left.remove(met)
    assert left == set()
    assert all(f"/{new}_" in one.article for one in found)


def test_the_order_of_the_files_changes_nothing() -> None:
    assert brought("003") == brought("003", backwards=True)
