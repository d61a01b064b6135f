"""What a project sets once for all its runs. In: the folder of a run. Out: `Config`; the command line wins over it.

The nearest `reconcile.toml`, or `pyproject.toml` with a `[tool.reconcile]` table, in that folder or above it; in one
folder `reconcile.toml` comes first. Paths in it are relative to its own folder."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Annotated

from msgspec import Struct, field
from msgspec.structs import replace

from reconcile.errors import RuleError
from reconcile.keys import NAMES, UnsuitableKeyError, keymap
from reconcile.rulebook.allowed import Keys, Words
from reconcile.rulebook.decode import decode, rule_error

TABLE = ("tool", "reconcile")


class Config(Struct, frozen=True):
    """The keys of a configuration file; an empty string where it is silent and the command has its own way."""

    rules: tuple[str, ...] = ()
    published: str = ""
    on_problem: Annotated[str, Words(("error", "warn"))] = "error"
    skip_language: bool = False
    fail_on: Annotated[str, Words(("none", "low", "medium", "high"))] = "medium"
    format: str = ""
    color: Annotated[str, Words(("auto", "always", "never"))] = "auto"
    decisions: str = ""
    baseline: str = ""
    policy: tuple[str, ...] = ()
    keys: Annotated[dict[str, str], Keys(NAMES)] = field(default_factory=dict)  # of the desk, by action


def load_config(start: Path) -> Config:
    """The configuration for a run in `start`, defaults where there is none. Raises RuleError with the place."""
    here = Path(os.path.abspath(start))  # noqa: PTH100 - links are not followed: above is what the user sees above
    for folder in (here, *here.parents):
        for path, table in ((folder / "reconcile.toml", ()), (folder / "pyproject.toml", TABLE)):
            if path.is_file() and (not table or _has_table(path)):
                return _beside(folder, _with_sound_keys(decode(Config, path, _shown(path, here), table), path, here))
    return Config()


def _has_table(path: Path) -> bool:
    """Whether a pyproject.toml is about this tool; one that is broken and never names it is none of its business."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    try:
        tool = tomllib.loads(text).get("tool")
    except tomllib.TOMLDecodeError:
        return ".".join(TABLE) in text
    return isinstance(tool, dict) and TABLE[-1] in tool


def _beside(folder: Path, config: Config) -> Config:
    rules = tuple(str(folder / Path(rule).expanduser()) for rule in config.rules)
    decisions, baseline = (
        str(folder / Path(path).expanduser()) if path else "" for path in (config.decisions, config.baseline)
    )
    return replace(config, rules=rules, decisions=decisions, baseline=baseline)


def _with_sound_keys(config: Config, path: Path, here: Path) -> Config:
    try:
        keymap(config.keys)
    except UnsuitableKeyError as problem:
        raise _key_error(problem, path, here) from None
    return config


def _key_error(problem: UnsuitableKeyError, path: Path, here: Path) -> RuleError:
    table = TABLE if path.name == "pyproject.toml" else ()
    text = path.read_text(encoding="utf-8-sig")
    return rule_error(_shown(path, here), text, (*table, "keys", problem.name), str(problem))


def _shown(path: Path, here: Path) -> str:
    return os.path.relpath(path, here)
