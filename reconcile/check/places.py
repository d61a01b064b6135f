"""Where an article lies, as everybody who works on the same files would say. In: names and a folder. Out: names.

Baselines, SARIF and annotations outlive the folder of one run: in them an article is named from the root of its
repository."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from reconcile.model import Article


def root_of(folder: Path) -> Path:
    """The repository that `folder` is in: the nearest folder at or above it with `.git`, itself where there is none."""
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), folder)


def from_root(path: str, root: Path) -> str:
    """`path` as it reads from `root`, with `/`; as a whole where it lies outside, `-` for standard input.

    >>> from_root("/srv/news/a.txt", Path("/srv")), from_root("/tmp/a.txt", Path("/srv")), from_root("-", Path("/"))
    ('news/a.txt', '/tmp/a.txt', '-')
    """
    if path == "-":
        return path
    whole = os.path.abspath(path)  # noqa: PTH100 - links are not followed: the name is what people see
    inside = os.path.relpath(whole, root)
    outside = inside == ".." or inside.startswith(f"..{os.sep}")
    return (whole if outside else inside).replace(os.sep, "/")


def named(article: Article, root: Path) -> str:
    """The id of `article` as it reads from `root`: of a record with its own id behind `#`."""
    path = article.path or article.id
    record = article.id[len(path) :] if article.id.startswith(path) else ""
    return from_root(path, root) + record


def covers(paths: Iterable[str], name: str) -> bool:
    """Whether an article of that name would be among what `paths` mean; all are named from one root.

    >>> covers(["news"], "news/a.txt"), covers(["b.jsonl"], "b.jsonl#7"), covers(["news/a.txt"], "news/b.txt")
    (True, True, False)
    """
    return any(path in (".", name) or name.startswith((f"{path.rstrip('/')}/", f"{path}#")) for path in paths)
