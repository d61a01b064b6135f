"""Whether a line of the journal is a decision. In: a decoded record. Out: what keeps it from being one, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reconcile.decisions.decision import ABOUT_DECISIONS, CONFLICT_RULINGS, WORDS
from reconcile.errors import SORTS

_KEYS = {"id": str, "at": str, "by": str, "as": str, "on": dict, "note": str}
_MEMBER = {"article": str, "happening": str, "main": bool}
_CONFLICT: dict[str, type] = {"event": str, "fact": str, "value": str, "evidence": list}
_EVIDENCE: dict[str, type] = {"origin": str, "value": str, "article": str, "text": str}
_EVIDENCE |= {"quote": str, "start": int, "rule": str, "wrong": bool}


def what_is_wrong(record: Any) -> str:
    """What keeps a record from being a decision, or empty."""
    if not isinstance(record, dict):
        return "a line is to be one JSON object"
    for key, sort in _KEYS.items():
        if not isinstance(record.get(key), sort):
            return _wants(key, record, sort)
    word, on = record["as"], record["on"]
    if word not in WORDS:
        return f"'as' is {word!r}, not one of {', '.join(WORDS)}"
    if word in ABOUT_DECISIONS:
        return "" if isinstance(on.get("decision"), str) else "in 'on', 'decision' is to be the id of one"
    if word not in CONFLICT_RULINGS:
        return _wrong_sides(on)
    return _wrong_conflict(on) or (_wrong_sides(on) if word == "other-event" else "")


def _wrong_conflict(on: Mapping[str, Any]) -> str:
    for key, sort in _CONFLICT.items():
        if not isinstance(on.get(key), sort):
            return f"in 'on', {_wants(key, on, sort)}"
    sound = on["evidence"] and all(_has(one, _EVIDENCE) for one in on["evidence"])
    return "" if sound else f"'evidence' is to be a list of at least one object with just {', '.join(_EVIDENCE)}"


def _wrong_sides(on: Mapping[str, Any]) -> str:
    sides = on.get("sides")
    if not isinstance(sides, list) or len(sides) != 2 or not all(isinstance(side, list) and side for side in sides):
        return "in 'on', 'sides' are to be two lists of articles"
    sound = all(_has(member, _MEMBER) for side in sides for member in side)
    return "" if sound else f"in 'sides', each is to be an object with just {', '.join(_MEMBER)}"


def _wants(key: str, record: Mapping[str, Any], sort: type) -> str:
    return f"{key!r} is to be {SORTS[sort]}, and {'is something else' if key in record else 'is missing'}"


def _has(one: Any, keys: Mapping[str, type]) -> bool:
    """Whether it has just these keys, each of its sort."""
    known = isinstance(one, dict) and one.keys() == keys.keys()
    return known and all(type(one[key]) is sort for key, sort in keys.items())
