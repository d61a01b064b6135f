"""The whole run: the same bytes whatever order and folder, identities that stay, one article's defect its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from reconcile import pipeline
from reconcile.errors import ReconcileError
from reconcile.model import Article, Draft, Problem, Report
from reconcile.report.writers import WRITERS
from reconcile.rulebook import Rulebook
from reconcile.sources import from_text, read_articles
from tests.written import BOOK, reported, written

SEEDS = Path(__file__).parents[1] / "seeds"
NAMES = sorted(path.name for path in SEEDS.iterdir())
UNRELATED = "A ferry sank off Bari on 4 May 2019 and 20 people drowned, the coast guard said."


@pytest.fixture(scope="module")
def seeds() -> list[Article]:
    articles, problems = read_articles([str(SEEDS)])
    assert problems == []
    return articles


@pytest.fixture(scope="module")
def whole(seeds: list[Article]) -> Report:
    return reported(seeds)


def as_json(report: Report) -> str:
    return WRITERS["json"](report, BOOK)


def printed(folder: str, cwd: Path, seed: str) -> bytes:
    """What the command prints for `folder` when run in `cwd` with this hash seed."""
    command = [sys.executable, "-m", "reconcile", "report", folder, "--format", "json"]
    environment = os.environ | {"PYTHONHASHSEED": seed}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=True).stdout


def test_the_order_of_the_articles_changes_no_byte(seeds: list[Article], whole: Report) -> None:
    for order in ([4, 3, 2, 1, 0], [2, 0, 4, 1, 3], [1, 4, 0, 3, 2]):
        assert as_json(reported([seeds[n] for n in order])) == as_json(whole)


def test_hash_seed_and_folder_change_nothing_but_the_paths(tmp_path: Path) -> None:
    elsewhere = tmp_path / "deep" / "elsewhere"
    shutil.copytree(SEEDS, elsewhere)
    shutil.copytree(SEEDS, tmp_path / "here")
    first = printed("here", tmp_path, "0")
    assert printed("here", tmp_path, "4711") == first
    assert printed("deep/elsewhere", tmp_path, "1").replace(b"deep/elsewhere/", b"here/") == first
    assert printed("elsewhere", tmp_path / "deep", "2").replace(b"elsewhere/", b"here/") == first
    assert printed(str(elsewhere), SEEDS, "3").replace(os.fsencode(elsewhere), b"here") == first


def test_an_unrelated_article_changes_no_event_and_no_finding_of_the_others(
    seeds: list[Article], whole: Report
) -> None:
    more = reported([*seeds, written("zz.txt", UNRELATED, published="2019-05-05")])
    assert set(whole.events) < set(more.events)
    assert set(whole.findings) < set(more.findings)
    assert set(whole.claims) < set(more.claims)


@pytest.mark.parametrize("gone", NAMES)
def test_an_article_that_goes_leaves_the_ids_of_what_it_did_not_found(
    seeds: list[Article], whole: Report, gone: str
) -> None:
    rest = reported([article for article in seeds if Path(article.id).name != gone])
    kept = {event.id for event in rest.events}
    founded = {event.id for event in whole.events if Path(founder(event.articles, seeds)).name == gone}
    stay = {e.id for e in whole.events if any(Path(article).name != gone for article in e.articles)} - founded
    assert stay <= kept
    assert {c.id for c in rest.claims} == {c.id for c in whole.claims if Path(c.article).name != gone}


def founder(articles: tuple[str, ...], known: list[Article]) -> str:
    """The earliest published of `articles`, those without a date last, then the one with the smallest sha256."""
    return min((a for a in known if a.id in articles), key=lambda a: (a.published or "~", a.sha256)).id


def test_two_of_the_five_are_enough_to_find_the_event_again(seeds: list[Article]) -> None:
    apart = [pair for pair in combinations(seeds, 2) if len({r.main_event for r in reported(pair).articles}) > 1]
    assert [(Path(a.id).name[:3], Path(b.id).name[:3]) for a, b in apart] == []


def test_one_article_that_brings_out_a_defect_is_a_problem_of_its_own(
    seeds: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No text is known to do this, so extraction is made to fail here, and only here."""
    draft, broken = pipeline.draft, seeds[1]

    def failing(article: Article, book: Rulebook) -> Draft:
        if article.id == broken.id:
            raise IndexError("no such slot")
        return draft(article, book)

    monkeypatch.setattr(pipeline, "draft", failing)
    found = pipeline.report(seeds, BOOK, problems=[Problem("x.txt", "no text")])
    assert [problem.article for problem in found.problems] == sorted([broken.id, "x.txt"])
    (defect,) = (problem for problem in found.problems if problem.article == broken.id)
    assert "IndexError" in defect.problem
    assert "no such slot" in defect.problem
    assert {reading.article.id for reading in found.articles} == {a.id for a in seeds} - {broken.id}
    assert {claim.article for claim in found.claims} == {a.id for a in seeds} - {broken.id}
    assert json.loads(as_json(found))["problems"]


def test_an_error_of_the_rules_is_no_problem_of_an_article(
    seeds: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(article: Article, book: Rulebook) -> Draft:
        raise ReconcileError("a rule is wrong")

    monkeypatch.setattr(pipeline, "draft", failing)
    with pytest.raises(ReconcileError, match="a rule is wrong"):
        pipeline.report(seeds, BOOK)


def test_no_articles_make_an_empty_report() -> None:
    assert reported(()) == Report()


def test_extract_keeps_the_order_in_which_articles_are_given(seeds: list[Article], whole: Report) -> None:
    backwards = pipeline.extract(seeds[::-1], BOOK)
    given = list(dict.fromkeys(claim.article for claim in backwards.claims))
    assert given == [article.id for article in seeds[::-1]]
    told = {claim.id: replace(claim, origin="", chain=()) for claim in whole.claims}  # only a report tells origins
    assert {claim.id: claim for claim in backwards.claims} == told
    for article in seeds:
        starts = [claim.start for claim in backwards.claims if claim.article == article.id]
        assert starts == sorted(starts)


def test_progress_is_told_after_every_article(seeds: list[Article]) -> None:
    told: list[tuple[int, int]] = []
    pipeline.extract(seeds, BOOK, progress=lambda done, of: told.append((done, of)))
    assert told == [(n, len(seeds)) for n in range(1, len(seeds) + 1)]


def test_mentions_are_those_of_the_text_in_its_order(seeds: list[Article]) -> None:
    found: list[Any] = pipeline.mentions(seeds[2], BOOK)
    counts = [one for one in found if getattr(one, "mention", "") == "count"]
    assert {">130", "~200"} <= {str(one.value) for one in counts}
    starts = [one.start for one in found if hasattr(one, "mention")]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        ".",
        "\u0000\u200b",
        "12",
        "killed " * 500,
        "12 killed, " * 300,
        "(" * 400 + "12 killed" + ")" * 400,
        "“" * 200 + " said " * 50,
        "Mosul " * 300,
        "attack in Mosul on March 22, " * 100,
        "Ünïcödé 💥 in Ōsaka killed 3 ﬁreﬁghters on Friday.",
        "İstanbul'da bir patlama. 3 people were killed in İstanbul.",
    ],
)
def test_a_strange_text_is_read_like_any_other(text: str) -> None:
    found = reported([written("a.txt", text)])
    assert found.problems == ()
    assert [reading.article.id for reading in found.articles] == ["a.txt"]
    assert all(text[claim.start : claim.end] == claim.quote for claim in found.claims)


@pytest.mark.parametrize(
    "repeated",
    [
        "Ten people were killed in Leeds. ",
        "Five people were shot and one died, police said. ",
        "A bomb killed 12 in Quetta, the mayor said.\n\n",
    ],
)
def test_an_article_takes_time_by_its_length_however_many_claims_it_makes(repeated: str) -> None:
    def seconds(characters: int) -> float:
        article = from_text(repeated * (characters // len(repeated)), id="a", published="2024-03-20")
        begin = time.process_time()
        pipeline.extract([article], BOOK)
        return time.process_time() - begin

    seconds(2_000)
    assert seconds(80_000) < 8 * max(seconds(20_000), 0.1)  # four times the length; its square would be sixteen times
