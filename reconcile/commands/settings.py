"""What every command is told beside its own arguments. In: shared options and the configuration. Out: Settings.

A value after the subcommand wins over one before it, that over `reconcile.toml`, and that over the default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from reconcile.commands import options


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options that all commands share, and what only the configuration or one command says.

    `rules` are folders; `published` and `format` are empty where not given; `policy` is headline policies, each
    `NAME` or `FACT=NAME`."""

    rules: tuple[Path, ...] = ()
    published: str = ""
    on_problem: str = "error"
    skip_language: bool = False
    quiet: bool = False
    color: str = "auto"
    fail_on: str = "medium"
    format: str = ""
    decisions: str = ""
    baseline: str = ""
    policy: tuple[str, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)  # of the desk


def given(  # noqa: PLR0913 - one for each shared option
    *,
    rules: options.Rules = None,
    published: options.Published = None,
    on_problem: options.Problems = None,
    skip_language: options.SkipLanguage = None,
    decisions: options.Decisions = None,
    policy: options.Policies = None,
    quiet: options.Quiet = None,
    color: options.Colors = None,
) -> dict[str, Any]:
    """Those of the shared options that were given, by the name of their field of Settings."""
    values = {
        "rules": tuple(Path(folder) for folder in rules or ()) or None,
        "published": published,
        "on_problem": on_problem and on_problem.value,
        "skip_language": skip_language,
        "decisions": decisions,
        "policy": tuple(policy or ()) or None,
        "quiet": quiet,
        "color": color and color.value,
    }
    return {name: value for name, value in values.items() if value is not None}


def settings(before: Mapping[str, Any], after: Mapping[str, Any]) -> Settings:
    """Settings from the options `before` and `after` the subcommand, over the configuration of the current folder."""
    from reconcile.config import load_config
    from reconcile.rulebook.selected import ordered

    config = load_config(Path.cwd())
    stated = {field.name: getattr(config, field.name) for field in fields(Settings) if hasattr(config, field.name)}
    rules = (*before.get("rules", ()), *after.get("rules", ())) or tuple(Path(folder) for folder in config.rules)
    policy = ordered(config.policy, before.get("policy", ()), after.get("policy", ()))
    return Settings(**{**stated, **before, **after, "rules": rules, "policy": policy})
