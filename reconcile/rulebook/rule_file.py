"""A file of rules: what claims and what messages call it, and where it is on disk. In: its place. Out: its text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RuleFile:
    """`name` is that of claims (`facts/death_toll/en.toml`), `shown` that of messages, with the folder in front
    (`rules/facts/death_toll/en.toml`, `my-rules/…`)."""

    name: str
    path: Path
    shown: str

    def text(self) -> str:
        """What the file says."""
        return self.path.read_text(encoding="utf-8-sig")
