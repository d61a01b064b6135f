"""By what drafts were made. In: a rulebook, and this package. Out: fingerprints that differ where a draft may."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

from reconcile.archive.codec import FORMAT
from reconcile.rulebook import Rulebook

_RULES = (".toml", ".tsv", ".txt")
_PACKAGE = Path(__file__).parent.parent
#: What reads articles and makes of them what is stored: folders with all that is in them, and modules.
MAKING = (
    "events", "extract", "kinds", "model", "rulebook", "sources", "text",
    "archive/codec.py", "archive/keys.py", "archive/rows.py", "archive/weeks.py", "archive/write.py",
    "origins/versions.py", "times.py",
)  # fmt: skip


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
    """What makes drafts: the release, the layout in which they are kept, and the code."""
    return f"{layout()}/{code(_PACKAGE)}"


def layout() -> str:
    """The release, and the layout in which drafts are kept: where these are the same, drafts can be read."""
    return f"{version('claim-reconcile')}/{FORMAT}"


@cache
def code(package: Path) -> str:
    """A hash of the modules of MAKING, by name and content: two of one release may read an article in two ways."""
    found = hashlib.sha256()
    root = str(package)
    for name in MAKING:
        for path in _modules(f"{root}/{name}"):
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - see below
                source = file.read()
            found.update(f"{path.removeprefix(root)} {len(source)}\n".encode())
            found.update(source)
    return found.hexdigest()[:12]


def _modules(path: str) -> Iterator[str]:
    """The module at a path, or those in the folder, in one order everywhere. Paths are words here, as `pathlib` takes
    three times as long, and every use of a store waits for it."""
    if path.endswith(".py"):
        yield path
    for folder, inside, names in os.walk(path):
        inside.sort()
        yield from (f"{folder}/{name}" for name in sorted(names) if name.endswith(".py"))
