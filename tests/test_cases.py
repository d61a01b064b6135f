"""The article sets of tests/cases, each run as a whole. What a set may say is told in tests/cases/README.md."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from reconcile.model import Article, Claim, Report, Span
from tests.written import reported, written

FOLDER = Path(__file__).parent / "cases"
ROLES = ("part", "increment", "background")
SET_KEYS = {"name", "about", "events", "findings", "origins", "counted", "todo", "article"}
ARTICLE_KEYS = {"name", "outlet", "url", "published", "title", "text", "says", *ROLES, "elsewhere", "never", "blame"}

Case = dict[str, Any]
SETS: dict[str, Case] = {
    f"{path.stem}/{case['name']}": case
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["set"]
}


def expectations(case: Case) -> Iterator[str]:
    """The names of all that is expected of a set."""
    yield from ("events", "conflicts")
    yield from (f"findings.{fact}" for fact in case.get("findings", {}))
    yield from (f"origins.{name}" for name in case.get("origins", {}))
    yield from (f"counted.{fact}" for fact in case.get("counted", {}))
    for article in case["article"]:
        yield from (f"{article['name']}.blame" for _ in article.get("blame", ())[:1])
        for key in ("says", *ROLES, "elsewhere", "never"):
            yield from (f"{article['name']}.{key}.{fact}" for fact in article.get(key, {}))


def rows() -> Iterator[Any]:
    for name, case in SETS.items():
        for what in expectations(case):
            todo = case.get("todo", {}).get(what)
            marks = [pytest.mark.xfail(reason=todo, strict=True, raises=AssertionError)] if todo else []
            yield pytest.param(name, what, id=f"{name}:{what}", marks=marks)


@lru_cache(maxsize=2)
def run(name: str) -> Report:
    return reported([_article(row) for row in SETS[name]["article"]])


def _article(row: Case) -> Article:
    title, text = row.get("title", ""), row["text"]
    fields = {key: row.get(key, "") for key in ("outlet", "published", "title", "url")}
    whole = f"{title}\n\n{text}" if title else text
    start = len(title) + 2 if title else 0
    return written(row["name"], whole, **fields, title_span=Span(0, len(title)), body_start=start)


def test_sets_are_well_formed() -> None:
    for name, case in SETS.items():
        assert set(case) <= SET_KEYS, name
        assert set(case.get("todo", {})) <= set(expectations(case)), f"{name}: todo names what is not expected"
        for article in case["article"]:
            assert set(article) <= ARTICLE_KEYS, f"{name}, {article['name']}"


@pytest.mark.parametrize(("name", "what"), list(rows()))
def test_case(name: str, what: str) -> None:
    case, report = SETS[name], run(name)
    if what == "events":
        expected = case.get("events", [" ".join(row["name"] for row in case["article"])])
        assert together(report) == sorted(sorted(names.split()) for names in expected)
    elif what == "conflicts":
        assert conflicts(report) == named_conflicts(case, report)
    elif what.startswith("findings."):
        owner, fact = finding_of(what.removeprefix("findings."), case)
        assert status(report, owner, fact) == case["findings"][what.removeprefix("findings.")]
    elif what.startswith("origins."):
        name = what.removeprefix("origins.")
        assert {r.article.id: r.origin for r in report.articles}[name] == case["origins"][name]
    elif what.startswith("counted."):
        fact = what.removeprefix("counted.")
        event = main_event(report, case["article"][0]["name"])
        found = [c for c in report.claims if (c.event, c.fact, c.says) == (event, fact, True)]
        assert len({c.origin for c in found}) == case["counted"][fact]
    else:
        check_article(case, what, report)


def check_article(case: Case, what: str, report: Report) -> None:
    """One expectation of one article: `a.says.death_toll`."""
    name, key, *rest = what.split(".")
    row = next(row for row in case["article"] if row["name"] == name)
    own = main_claims(report, name)
    if key == "blame":
        found = {f"{c.speaker} {c.stance} {c.value}" for c in own if c.fact == "attribution"}
        assert set(row["blame"]) <= found, found
        return
    fact, expected = rest[0], values(row[key][rest[0]])
    if key == "says":
        assert {str(c.value) for c in own if c.fact == fact and c.says} == expected
    elif key == "never":
        assert not expected & {
            str(c.value) for c in own if (c.fact, c.role) == (fact, "total") and c.stance != "denied"
        }
    elif key == "elsewhere":
        aside = [c for c in report.claims if c.article == name and c not in own]
        assert expected <= {str(c.value) for c in aside if c.fact == fact}
    else:
        assert expected <= {str(c.value) for c in report.claims if (c.article, c.fact, c.role) == (name, fact, key)}


def values(given: str | list[str]) -> set[str]:
    return {given} if isinstance(given, str) else set(given)


def main_claims(report: Report, name: str) -> list[Claim]:
    event = main_event(report, name)
    return [c for c in report.claims if c.article == name and c.event == event]


def main_event(report: Report, name: str) -> str:
    return next(reading.main_event for reading in report.articles if reading.article.id == name)


def together(report: Report) -> list[list[str]]:
    events: dict[str, list[str]] = {}
    for reading in report.articles:
        events.setdefault(reading.main_event, []).append(reading.article.id)
    return sorted(sorted(names) for names in events.values())


def finding_of(key: str, case: Case) -> tuple[str, str]:
    """The article and the fact that a key of `findings` names."""
    owner, _, fact = key.rpartition(".")
    return owner or case["article"][0]["name"], fact


def status(report: Report, owner: str, fact: str) -> str:
    event = main_event(report, owner)
    return next((f.status for f in report.findings if (f.event, f.fact) == (event, fact)), "none")


def conflicts(report: Report) -> set[tuple[str, str]]:
    return {(f.event, f.fact) for f in report.findings if f.status == "conflict"}


def named_conflicts(case: Case, report: Report) -> set[tuple[str, str]]:
    named = [finding_of(key, case) for key, stands in case.get("findings", {}).items() if stands == "conflict"]
    return {(main_event(report, owner), fact) for owner, fact in named}
