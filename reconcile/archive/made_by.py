"""By which rules drafts were made. In: a rulebook. Out: a fingerprint that differs where a draft may."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version

from reconcile.archive.codec import FORMAT
from reconcile.rulebook import Rulebook

_RULES = (".toml", ".tsv", ".txt")


@lru_cache(maxsize=4)
def rules_in_effect(book: Rulebook) -> str:
    """A hash of all rule files, in the order in which they are laid over each other, by name and content."""
    found = hashlib.sha256()
    for turn, root in enumerate(book.roots):
        for path in sorted(p for p in root.rglob("*") if p.suffix in _RULES and p.is_file()):
            found.update(f"{turn} {path.relative_to(root).as_posix()} {path.stat().st_size}\n".encode())
            found.update(path.read_bytes())
    return found.hexdigest()


def engine() -> str:
    """The release that makes drafts, and the layout in which they are kept."""
    return f"{version('claim-reconcile')}/{FORMAT}"
