"""Policies from the command line: chosen for a run or a fact, by the configuration, and shown in every format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reconcile.__main__ import main

Captured = pytest.CaptureFixture[str]
FIRE = "Outlet: {}\nPublished: 2024-05-14\n\n{} in a market fire in Leeds on Monday{}.\n"
ARTICLES = {
    "a.txt": FIRE.format("A", "Twelve people were killed and 30 injured", ""),
    "b.txt": FIRE.format("B", "Twenty people were killed and 40 injured", ", police said"),
}


@pytest.fixture(autouse=True)
def _articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in ARTICLES.items():
        Path(name).write_text(text, encoding="utf-8")


def headlines(capsys: Captured, *options: str) -> dict[str, dict[str, Any]]:
    assert main(["report", *ARTICLES, "--format", "json", "--quiet", *options]) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    return {finding["fact"]: finding["headline"] for finding in found}


def test_one_policy_for_all_facts_that_it_suits(capsys: Captured) -> None:
    found = headlines(capsys, "--policy", "min-max")
    assert (found["death_toll"]["value"], found["injured"]["value"]) == ("12..20", "30..40")
    assert found["death_toll"]["policy"] == "min-max"
    assert found["event_date"]["policy"] == "best-supported"


def test_a_policy_for_one_fact_beside_another_for_all(capsys: Captured) -> None:
    found = headlines(capsys, "--policy", "injured=conservative", "--policy", "best-low-high")
    assert (found["death_toll"]["value"], found["injured"]["value"]) == ("12 (12..20)", "30")
    assert found["injured"]["set_aside"] == [{"value": "40", "why": "The most conservative: 30; set aside: 40."}]


def test_authority_names_whom_it_rests_on(capsys: Captured) -> None:
    headline = headlines(capsys, "--policy", "authority")["death_toll"]
    assert (headline["value"], headline["by"]) == ("20", ["police"])


def test_the_configuration_chooses_and_the_command_line_wins(capsys: Captured) -> None:
    Path("reconcile.toml").write_text('policy = ["min-max", "injured=conservative"]\n', encoding="utf-8")
    found = headlines(capsys)
    assert (found["death_toll"]["policy"], found["injured"]["policy"]) == ("min-max", "conservative")
    found = headlines(capsys, "--policy", "injured=range")
    assert (found["death_toll"]["policy"], found["injured"]["policy"]) == ("min-max", "range")
    assert headlines(capsys, "--policy", "range")["injured"]["policy"] == "range"


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ("minmax", "no policy is called 'minmax' (did you mean 'min-max'?); allowed: all-named, authority, "),
        ("place=min-max", "the policy 'min-max' does not suit place, a place; allowed: all-named, authority, "),
        ("deaths=min-max", "no fact is called 'deaths'"),
    ],
)
def test_a_name_that_is_unknown_or_does_not_suit_exits_2_and_lists_what_does(
    choice: str, message: str, capsys: Captured
) -> None:
    assert main(["report", *ARTICLES, "--policy", choice]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err


def test_people_read_the_policy_its_steps_and_the_figures_in_words(capsys: Captured) -> None:
    for shown in ("terminal", "markdown"):
        assert main(["report", *ARTICLES, "--format", shown, "--policy", "min-max"]) == 0
        out = " ".join(capsys.readouterr().out.replace("**", "").split())
        assert "12 to 20 (policy: min-max)" in out
        assert "rovisional, on fewer than two independent sources: 12 and 20." in out


def test_a_policy_of_ones_own(capsys: Captured) -> None:
    Path("mine/headlines").mkdir(parents=True)
    Path("mine/headlines/highest-office.toml").write_text(
        'source = "Our own."\nkinds = ["count"]\n'
        '[[step]]\nkeep = "lowest"\nsay = "the lowest: {kept}; set aside: {aside}"\n'
        '[[example]]\nanswers = [{ value = "1" }, { value = "2" }]\nheadline = "1"\n',
        encoding="utf-8",
    )
    found = headlines(capsys, "--rules", "mine", "--policy", "death_toll=highest-office")
    assert (found["death_toll"]["value"], found["death_toll"]["policy"]) == ("12", "highest-office")
    assert found["injured"]["policy"] == "range"
