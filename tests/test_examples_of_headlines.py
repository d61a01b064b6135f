"""`rules test` runs the examples of headline policies, of the shipped ones and of a user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.errors import RuleError
from reconcile.examples.headlines import headline_failures
from reconcile.rulebook import load

OWN = """
source = "Our own."
kinds  = ["count"]

[[step]]
keep = "lowest"
say  = "the lowest: {kept}; set aside: {aside}"

[[example]]
answers  = [{ value = "12" }, { value = "20" }]
headline = "12"
"""


def folder(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine" / "headlines" / "own.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return tmp_path / "mine"


def test_the_examples_of_a_sound_policy_come_out(tmp_path: Path) -> None:
    assert list(headline_failures(load([folder(tmp_path, OWN)]))) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('headline = "12"', 'headline = "20"', "headlines/own.toml:9:1: expected the headline '20', got '12'"),
        (', { value = "20" }', "", "headlines/own.toml:5:1: this step sets nothing aside in any example"),
        ('value = "20"', 'value = "many"', "'many' is no count"),
        ('headline = "12"', 'headline = "12"\nfact = "event_date"', "no fact 'event_date' with values that the policy"),
    ],
)
def test_an_example_that_does_not_come_out_is_an_error_at_its_place(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    found = [str(failure) for failure in headline_failures(load([folder(tmp_path, OWN.replace(old, new))]))]
    assert any(message in failure for failure in found), found


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('kinds  = ["count"]', 'kinds  = ["counts"]', "'counts' is not one of"),
        ('kinds  = ["count"]', 'kinds  = ["date"]\nprint = "low-to-high"', "only counts have a low and a high"),
        ('kinds  = ["count"]', 'kinds  = ["count"]\nprint = "best-low-high"', "go together"),
        ('kinds  = ["count"]', 'kinds  = ["count"]\norigins = 2', "write fewer"),
        ('"lowest"', '"authoritative"', r"\[\[rank\]\] is missing"),
        ('"lowest"', '"lowst"', "did you mean 'lowest'"),
        ('[{ value = "12" }, { value = "20" }]', "[]", "no answer, so nothing to print"),
    ],
)
def test_a_broken_policy_is_an_error_when_it_is_read(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        load([folder(tmp_path, OWN.replace(old, new))])
