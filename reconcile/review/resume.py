"""Where an editor left. In: a journal's path. Out: a `Place`, kept in the user's own state folder.

It is a convenience: losing it loses no decision. It also holds what is typed and not part of a ruling yet, comments and
values, at every key, so that a process that is killed costs none of it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from reconcile.review.cases import Key
from reconcile.review.choice import VIEWS, Choice


@dataclass(frozen=True, slots=True)
class Place:
    """The conflict that was selected, what was chosen to be seen, what was skipped, comments not yet kept, and values
    half typed."""

    at: Key | None = None
    choice: Choice = field(default_factory=Choice)
    skipped: frozenset[Key] = frozenset()
    comments: Mapping[Key, str] = field(default_factory=dict)
    values: Mapping[Key, str] = field(default_factory=dict)


def state_file(journal: Path, environment: Mapping[str, str] = os.environ) -> Path:
    """Where the place in `journal` is kept: `$XDG_STATE_HOME/reconcile`, or `~/.local/state/reconcile`."""
    named = environment.get("XDG_STATE_HOME", "")
    folder = Path(named) if named and Path(named).is_absolute() else Path.home() / ".local" / "state"
    name = hashlib.sha256(str(journal.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return folder / "reconcile" / f"desk-{name}.json"


def left(path: Path) -> Place:
    """The place that `path` keeps; the beginning where there is none, or none that can be read."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return _place(kept)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Place()


def leave(path: Path, place: Place) -> None:
    """Keep `place`, whole or not at all; where that is impossible, go on without."""
    kept = {
        "at": list(place.at) if place.at else None,
        "choice": asdict(place.choice),
        "skipped": sorted(map(list, place.skipped)),
        "comments": [[*key, text] for key, text in sorted(place.comments.items())],
        "values": [[*key, text] for key, text in sorted(place.values.items())],
    }
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8", errors="replace")
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def _place(kept: Mapping[str, Any]) -> Place:
    known = {one.name for one in fields(Choice)}
    choice = Choice(**{name: str(value) for name, value in kept["choice"].items() if name in known})
    return Place(
        at=_key(kept["at"]) if kept["at"] else None,
        choice=choice if choice.view in VIEWS else Choice(),
        skipped=frozenset(_key(key) for key in kept["skipped"]),
        comments={_key(key): str(text) for *key, text in kept["comments"]},
        values={_key(key): str(text) for *key, text in kept.get("values", ())},
    )


def _key(parts: list[Any]) -> Key:
    event, fact = map(str, parts)
    return (event, fact)
