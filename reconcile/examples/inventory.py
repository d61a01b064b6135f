"""What the rule files hold. In: a rulebook. Out: a line for each file with the number of its tables."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from reconcile.rulebook import Rulebook


def inventory(book: Rulebook) -> Iterator[str]:
    """Each file's name and what it holds, in the order of names."""
    for _, file in sorted(book.files.items()):
        yield f"{file.shown:<44} {_holds(file.path)}".rstrip()
    for file in book.gazetteers:
        places = sum(1 for line in file.path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
        yield f"{file.shown:<44} {places} place"


def _holds(path: Path) -> str:
    tree = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    tables = {key: rows for key, rows in tree.items() if isinstance(rows, list) and rows and isinstance(rows[0], dict)}
    held = [f"{len(rows)} {key}" for key, rows in tables.items()]
    counter = sum(example.get("claim") == "none" for example in tables.get("example", []))
    return ", ".join(held) + (f" ({counter} of them counter-examples)" if counter else "")
