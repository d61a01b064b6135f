"""Files that appear whole or not at all. In: a path and text. Out: the file."""

from __future__ import annotations

import os
from pathlib import Path


def replace_file(path: Path, text: str) -> Path:
    """Write `text` to `path` as UTF-8, in place of what is there, and return the path. Raises OSError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(text.encode("utf-8"))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path
