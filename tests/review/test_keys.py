"""Every action of the desk has a key, each key one action, and the configuration may say otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.config import load_config
from reconcile.errors import RuleError
from reconcile.keys import ACTIONS, NAMES, UnsuitableKeyError, keymap
from reconcile.review.frame import foot, help_lines
from reconcile.review.looks import columns_of, plain


def test_every_action_has_a_key_and_no_key_two_actions() -> None:
    assert set(keymap({}).values()) == set(NAMES)
    keys = [key for action in ACTIONS for key in action.keys.split()]
    assert len(keys) == len(set(keys))


def test_an_action_that_is_given_keys_has_those_and_no_others() -> None:
    keys = keymap({"undo": "U f9"})
    assert (keys["U"], keys["f9"]) == ("undo", "undo")
    assert "z" not in keys


@pytest.mark.parametrize("key", ["ß", "ctrl+a", "alt+x", "shift+up", "f12", "ctrl+pagedown", "1", "!"])
def test_what_may_be_a_key(key: str) -> None:
    assert keymap({"take-back": key})[key] == "take-back"


@pytest.mark.parametrize("key", ["zz", "ctrl+", "strg+a", "f13", "f0", "", "  "])
def test_what_may_not(key: str) -> None:
    with pytest.raises(UnsuitableKeyError):
        keymap({"undo": key})


@pytest.mark.parametrize("file", ["reconcile.toml", "pyproject.toml"])
@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('undoo = "z"', "unknown key 'undoo'; did you mean 'undo'?"),
        ('undo = "q"', "'q' already is the key of 'leave'; one of them needs another"),
        ('redo = "zz"', "'zz' is no key: one character, or a name such as space, f1, ctrl+z"),
        ('redo = ""', "'redo' needs a key; it has 'y ctrl+y' unless configured"),
        ("redo = 1", "must be a string, not a whole number"),
    ],
)
def test_a_key_that_cannot_be_is_named_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, line: str, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    table = "tool.reconcile." if file == "pyproject.toml" else ""
    Path(file).write_text(f'[{table}keys]\nhelp = "h"\n{line}\n')
    with pytest.raises(RuleError) as caught:
        load_config(Path())
    assert str(caught.value).startswith(f"{file}:3:1: {says}")


def test_the_configuration_gives_keys(tmp_path: Path) -> None:
    (tmp_path / "reconcile.toml").write_text('[keys]\nundo = "U"\nnext = "N right"\n')
    assert load_config(tmp_path).keys == {"undo": "U", "next": "N right"}


@pytest.mark.parametrize("columns", [40, 77, 78, 120])
def test_the_help_names_every_key_and_fits(columns: int) -> None:
    lines = help_lines({}, columns)
    assert max(columns_of(line) for line in lines) <= columns
    told = " ".join(" ".join(plain(line).split()) for line in lines)
    if columns >= 77:
        assert all(action.does in told for action in ACTIONS)
        assert len(lines) <= 22  # of a screen of 24 lines


def test_the_foot_names_the_keys_as_they_are_configured() -> None:
    [first, second] = [plain(line) for line, _ in foot({}, 80)]
    assert first.startswith(" c confirmed  u update")
    assert "? help" in second
    assert plain(foot({"confirmed": "ctrl+k"}, 80)[0][0]).startswith(" ^k confirmed")
    assert all(columns_of(line) <= 40 for line, _ in foot({}, 38))
