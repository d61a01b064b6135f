"""What was accepted before: a baseline. In: conflicts and a file. Out: which are new, and which entries are stale.

JSON Lines, sorted, one conflict a line: which article gives which fact in which way against what. No line
number and no time stands in it, so that it changes only when what is accepted does, and merges line by line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reconcile.check.conflicts import NewConflict
from reconcile.errors import SORTS, BaselineError

_SORTS = {"article": str, "fact": str, "sides": list, "count": int}


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """`count` conflicts of one article on one fact with the same sides; more than one where it tells of several
    events. `article` is named from the root of the repository."""

    article: str
    fact: str
    sides: tuple[str, ...]
    count: int = 1

    def line(self) -> str:
        """The entry as a line of the file, without its line break."""
        tree = {"article": self.article, "fact": self.fact, "sides": list(self.sides), "count": self.count}
        return json.dumps(tree, ensure_ascii=False)

    def __str__(self) -> str:
        return f"{self.article}: {self.fact}: {' against '.join(self.sides)}"


@dataclass(frozen=True, slots=True)
class Split:
    """Conflicts by a baseline: those that are `new` and those `accepted` in it; its `stale` entries, which nothing in
    this run bears out, and the `unseen` ones, of which it says nothing."""

    new: tuple[NewConflict, ...]
    accepted: tuple[NewConflict, ...]
    stale: tuple[Entry, ...]
    unseen: tuple[Entry, ...]


Named = Callable[[str], str]  # an article's id, its name from the root


def split(
    conflicts: Sequence[NewConflict], entries: Iterable[Entry], named: Named, in_view: Callable[[Entry], bool]
) -> Split:
    """`conflicts`, in the order of their places, by what `entries` accept. Only entries `in_view` can be stale: not
    those of articles or facts that this run did not look at."""
    left = Counter({(one.article, one.fact, one.sides): one.count for one in merged(entries)})
    new: list[NewConflict] = []
    accepted: list[NewConflict] = []
    for conflict in conflicts:
        key = (named(conflict.article), conflict.fact, conflict.sides)
        (accepted if left[key] > 0 else new).append(conflict)
        left[key] -= 1
    unmet = sorted(Entry(*key, count) for key, count in left.items() if count > 0)
    seen = [in_view(entry) for entry in unmet]
    stale, unseen = (tuple(e for e, looked in zip(unmet, seen, strict=True) if looked is one) for one in (True, False))
    return Split(tuple(new), tuple(accepted), stale, unseen)


def entries_of(conflicts: Iterable[NewConflict], named: Named) -> tuple[Entry, ...]:
    """The baseline that accepts all `conflicts`."""
    counted = Counter((named(conflict.article), conflict.fact, conflict.sides) for conflict in conflicts)
    return tuple(sorted(Entry(*key, count) for key, count in counted.items()))


def merged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Sorted, each conflict once: what two branches both accepted stands twice after a merge, and counts once."""
    most: dict[tuple[str, str, tuple[str, ...]], int] = {}
    for one in entries:
        key = (one.article, one.fact, one.sides)
        most[key] = max(one.count, most.get(key, 0))
    return tuple(sorted(Entry(*key, count) for key, count in most.items()))


def text_of(entries: Iterable[Entry]) -> str:
    """The whole file."""
    return "".join(f"{entry.line()}\n" for entry in merged(entries))


def read(path: Path) -> tuple[Entry, ...]:
    """The entries of a baseline. Raises BaselineError with the place where it cannot be read or a line is none."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError:
        raise BaselineError(str(path), 0, 0, "is not there; --write-baseline makes it") from None
    except UnicodeDecodeError:
        raise BaselineError(str(path), 0, 0, "cannot be read: it is not UTF-8") from None
    except OSError as error:
        raise BaselineError(str(path), 0, 0, f"cannot be read: {error.strerror}") from None
    return tuple(_entry(line, str(path), number) for number, line in enumerate(lines, 1) if line.strip())


def _entry(line: str, shown: str, number: int) -> Entry:
    try:
        tree = json.loads(line)
    except json.JSONDecodeError as error:
        raise BaselineError(shown, number, error.colno, f"no entry of a baseline: {error.msg}") from None
    except (ValueError, RecursionError) as error:
        raise BaselineError(shown, number, 1, f"no entry of a baseline: {error}") from None
    if what := _what_is_wrong(tree):
        raise BaselineError(shown, number, 1, f"no entry of a baseline: {what}")
    return Entry(tree["article"], tree["fact"], tuple(tree["sides"]), tree["count"])


def _what_is_wrong(tree: Any) -> str:
    if not isinstance(tree, dict) or tree.keys() != _SORTS.keys():
        return f"a line is one JSON object with just {', '.join(_SORTS)}"
    for key, sort in _SORTS.items():
        if type(tree[key]) is not sort:
            return f"{key!r} is to be {SORTS[sort]}"
    if not all(isinstance(side, str) for side in tree["sides"]):
        return "'sides' is to be a list of texts"
    return "" if tree["count"] > 0 else "'count' is to be above 0"
