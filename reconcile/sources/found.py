"""Which files the named paths mean. In: paths as given. Out: files in that order, those of a folder sorted by path.

Dotfiles and what desktop systems and this tool itself leave in a folder are no articles; whatever else has a suffix
that nothing reads is a problem by name."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reconcile.model import Problem
from reconcile.sources.characters import one_line

_NO_ARTICLES = (
    "Thumbs.db",
    "desktop.ini",
    "decisions.jsonl",
    "reconcile-baseline.jsonl",
    "reconcile.toml",
    "pyproject.toml",
)


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: where it is, the name it has in ids and problems, and its suffix in small letters."""

    path: str
    shown: str
    suffix: str


def files(paths: Iterable[str], suffixes: Collection[str]) -> Iterator[File | Problem]:
    """The files that `paths` mean, each once; `-` is standard input. What cannot be read is a problem of its own."""
    seen: set[str] = set()
    for given in paths:
        for found in _of(given, suffixes):
            place = os.path.abspath(found.path) if isinstance(found, File) else f"problem {found.article}"  # noqa: PTH100 - text only
            if place not in seen:
                seen.add(place)
                yield found


def wont_open(shown: str, error: OSError) -> Problem:
    """The problem of a path that the system will not open, with what to do about it."""
    if isinstance(error, FileNotFoundError):
        return Problem(shown, "there is no such file or folder; check the path (a link may point at nothing)")
    if isinstance(error, PermissionError):
        return Problem(shown, "may not be read; give yourself permission to read it, or leave it out")
    return Problem(shown, f"cannot be read: {(error.strerror or str(error)).lower()}")


def no_reader(shown: str, suffix: str, suffixes: Collection[str]) -> Problem:
    """The problem of a file that no reader takes."""
    return Problem(shown, f"no reader for {one_line(suffix) or 'files without a suffix'}; {_listed(suffixes)} are read")


def _of(given: str, suffixes: Collection[str]) -> Iterator[File | Problem]:
    if given == "-":
        yield File("-", "-", "")
        return
    shown = one_line(given) or "''"
    try:
        mode = os.stat(given).st_mode  # noqa: PTH116 - a path that Path would rewrite
    except (OSError, ValueError) as error:
        yield wont_open(shown, error) if isinstance(error, OSError) else Problem(shown, f"is no path: {error}")
        return
    suffix = Path(given).suffix.lower()
    if not stat.S_ISDIR(mode):
        yield File(given, shown, suffix) if suffix in suffixes or not suffix else no_reader(shown, suffix, suffixes)
        return
    empty = True
    for found in _inside(os.path.normpath(given), suffixes):
        empty = False
        yield found
    if empty:
        yield Problem(shown, f"is a folder without articles; {_listed(suffixes)} are read")


def _inside(folder: str, suffixes: Collection[str]) -> Iterator[File | Problem]:
    """Everything below `folder`; a folder that links lead to twice is read once."""
    seen: set[tuple[int, int]] = set()
    ahead = [folder]
    while ahead:
        path = ahead.pop()
        shown, suffix = one_line(path), Path(path).suffix.lower()
        try:
            here = os.stat(path)  # noqa: PTH116
            if stat.S_ISDIR(here.st_mode):
                if (here.st_dev, here.st_ino) not in seen:
                    seen.add((here.st_dev, here.st_ino))
                    ahead += sorted(_children(path), reverse=True)
            elif suffix not in suffixes:
                yield no_reader(shown, suffix, suffixes)
            elif stat.S_ISREG(here.st_mode):
                yield File(path, shown, suffix)
            else:
                yield Problem(shown, "is no regular file; give its path by itself to read it all the same")
        except OSError as error:
            yield wont_open(shown, error)


def _children(folder: str) -> Iterator[str]:
    for name in os.listdir(folder):  # noqa: PTH208
        if not (name.startswith(".") or name.endswith("~") or name in _NO_ARTICLES):
            yield name if folder == "." else os.path.join(folder, name)  # noqa: PTH118


def _listed(suffixes: Collection[str]) -> str:
    *most, last = suffixes
    return f"{', '.join(most)} and {last}"
