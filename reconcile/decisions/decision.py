"""One decision: who ruled what, when and why. In: its parts. Out: a `Decision`, with an id made of all of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from reconcile.model import Member

#: rulings on events, on conflicts, and decisions about decisions
EVENT_RULINGS = ("merge", "split")
CONFLICT_RULINGS = ("confirmed", "update", "scope", "other-event", "misread", "accept", "unsure")
ABOUT_DECISIONS = ("undo", "redo")
WORDS = (*EVENT_RULINGS, *CONFLICT_RULINGS, *ABOUT_DECISIONS)


@dataclass(frozen=True, slots=True)
class Decision:
    """`kind` is one of WORDS; `at` is UTC, to the microsecond, so that two of one person have an order."""

    id: str
    at: str
    by: str
    kind: str
    on: Mapping[str, Any]
    note: str = ""

    def line(self) -> str:
        """The line of the journal, without its line break."""
        return json.dumps(_parts(self.at, self.by, self.kind, self.on, self.note, self.id), ensure_ascii=False)


def decide(kind: str, on: Mapping[str, Any], *, at: str, by: str, note: str = "") -> Decision:
    """A new decision."""
    return Decision(_identity(at, by, kind, on, note), at, by, kind, on, note)


def decided_on(sides: Sequence[Sequence[Member]], labels: Sequence[str]) -> dict[str, Any]:
    """What a ruling on events is about: two sides of happenings, and what the reports called them then."""
    return {"sides": [[asdict(member) for member in side] for side in sides], "labels": list(labels)}


def _parts(at: str, by: str, kind: str, on: Mapping[str, Any], note: str, identity: str = "") -> dict[str, Any]:
    return {"id": identity, "at": at, "by": by, "as": kind, "on": on, "note": note}


def _identity(at: str, by: str, kind: str, on: Mapping[str, Any], note: str) -> str:
    key = json.dumps(_parts(at, by, kind, on, note), ensure_ascii=False, sort_keys=True)
    return "d-" + hashlib.sha256(key.encode()).hexdigest()[:12]
