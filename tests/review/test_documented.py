"""What README and contract say of the desk is so."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from reconcile.__main__ import main
from reconcile.config import load_config
from reconcile.keys import ACTIONS
from tests.review.picture import BLOCK, picture

ROOT = Path(__file__).parent.parent.parent
_PLACE = re.compile(r"\d+")  # lines and levels of rules, which may move


def test_the_picture_of_the_readme_is_the_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (block,) = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert _PLACE.sub("0", asyncio.run(picture())) == _PLACE.sub("0", block), "run python -m tests.review.picture"


def test_the_keys_of_the_readme_can_be_configured(tmp_path: Path) -> None:
    (block,) = re.findall(r"```toml\n(\[keys\].*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
    (tmp_path / "reconcile.toml").write_text(block, encoding="utf-8")
    assert load_config(tmp_path).keys["undo"] == "U ctrl+z"


def test_the_contract_has_every_action_with_its_keys() -> None:
    contract = (ROOT / "docs/contract.md").read_text(encoding="utf-8")
    for action in ACTIONS:
        keys = ", ".join(f"`{key}`" for key in action.keys.split())
        assert f"`{action.name}` {keys}" in contract


def test_without_a_terminal_the_desk_names_the_commands_that_do_without(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "seeds"]) == 2
    said = capsys.readouterr().err
    assert "reconcile decisions list" in said
    assert "reconcile decisions add" in said
