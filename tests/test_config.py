"""The configuration is found upwards, read strictly, and silent where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.config import Config, load_config
from reconcile.errors import RuleError


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    assert load_config(tmp_path) == Config()
    assert (Config().on_problem, Config().fail_on, Config().color) == ("error", "medium", "auto")


def test_every_key_is_read_and_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "reconcile.toml").write_text(
        'rules = ["house", "/etc/rules"]\npublished = "2024-03-24"\non_problem = "warn"\nskip_language = true\n'
        'fail_on = "high"\nformat = "json"\ncolor = "never"\ndecisions = "rulings.jsonl"\n'
    )
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert load_config(below) == Config(
        rules=(str(tmp_path / "house"), "/etc/rules"),
        published="2024-03-24",
        on_problem="warn",
        skip_language=True,
        fail_on="high",
        format="json",
        color="never",
        decisions=str(tmp_path / "rulings.jsonl"),
    )


def test_the_nearest_file_wins_and_its_own_goes_before_pyproject(tmp_path: Path) -> None:
    below = tmp_path / "a"
    below.mkdir()
    (tmp_path / "reconcile.toml").write_text('fail_on = "high"')
    (below / "pyproject.toml").write_text('[tool.other]\nx = 1\n[tool.reconcile]\nfail_on = "low"\n')
    assert load_config(below).fail_on == "low"
    (below / "reconcile.toml").write_text('color = "never"')
    assert (load_config(below).fail_on, load_config(below).color) == ("medium", "never")


@pytest.mark.parametrize("content", ["[tool.other]\nx = 1\n", "", "this is = broken = toml"])
def test_a_pyproject_that_is_not_about_the_tool_is_passed_over(tmp_path: Path, content: str) -> None:
    (tmp_path / "pyproject.toml").write_text(content)
    assert load_config(tmp_path) == Config()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        (
            "reconcile.toml",
            'color = "auto"\nfial_on = "low"',
            "reconcile.toml:2:1: unknown key 'fial_on'; did you mean 'fail_on'?",
        ),
        ("reconcile.toml", 'fail_on = "lots"', "reconcile.toml:1:1: 'lots' is not one of none, low, medium, high"),
        ("reconcile.toml", 'rules = "house"', "reconcile.toml:1:1: must be a list, not a string"),
        ("reconcile.toml", "rules = [", "reconcile.toml:1:"),
        (
            "pyproject.toml",
            "[tool.reconcile]\nskip_language = 1",
            "pyproject.toml:2:1: must be true or false, not a whole number",
        ),
        ("pyproject.toml", "[tool]\nreconcile = 3", "must be a table, not a whole number"),
        ("pyproject.toml", "[tool.reconcile]\ncolor = ", "pyproject.toml:2:"),
    ],
)
def test_a_bad_configuration_says_where_and_what_is_allowed(tmp_path: Path, name: str, content: str, says: str) -> None:
    (tmp_path / name).write_text(content)
    below = tmp_path / "below"
    below.mkdir()
    with pytest.raises(RuleError) as caught:
        load_config(below)
    assert says in str(caught.value)
    assert str(caught.value).startswith("../" + name)
