"""The keys of the editor's desk. In: what a configuration says of them. Out: which key does what.

A key is one character (`c`, `?`) or a name (`space`, `pagedown`, `f1`), with `ctrl+`, `shift+` or `alt+` before a name
or a letter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a key does: its name, the keys it has unless configured, what it is for, and what of."""

    name: str
    keys: str
    does: str
    group: str
    brief: str = ""  # how the line at the foot of the screen calls it


DECIDE, GO, LOOK, JOURNAL = "Decide, and go on to the next", "Go", "Look", "Decisions"

ACTIONS = (
    Action("confirmed", "c", "it is a conflict", DECIDE, "confirmed"),
    Action("update", "u", "the later is an update", DECIDE, "update"),
    Action("scope", "s", "they count different things", DECIDE, "scope"),
    Action("other-event", "e", "the side ▶ is another event", DECIDE, "event"),
    Action("misread", "w", "the side ▶ was read wrongly", DECIDE, "wrong"),
    Action("accept", "a", "accept a value", DECIDE, "accept"),
    Action("unsure", "d", "in doubt, nobody can tell", DECIDE, "doubt"),
    Action("skip", "space", "leave it open for now", DECIDE, "skip"),
    Action("comment", "m", "a comment on the ruling", JOURNAL, "comment"),
    Action("undo", "z ctrl+z", "take back what you did last", JOURNAL, "undo"),
    Action("redo", "y ctrl+y", "restore what was taken back", JOURNAL),
    Action("take-back", "x", "take back this one's ruling", JOURNAL),
    Action("again", "r", "make the report anew", JOURNAL),
    Action("next", "n", "next to review", GO, "next"),
    Action("previous", "p", "previous to review", GO),
    Action("down", "down j", "down", GO),
    Action("up", "up k", "up", GO),
    Action("first", "home g", "first", GO),
    Action("last", "end G", "last", GO),
    Action("page-down", "pagedown ctrl+d", "scroll the conflict down", GO),
    Action("page-up", "pageup ctrl+u", "scroll it up", GO),
    Action("side", "tab", "focus the other side", LOOK, "side"),
    Action("next-pair", ".", "the next two values", LOOK, "pair"),
    Action("previous-pair", ",", "the two values before", LOOK),
    Action("article", "o enter", "the whole article", LOOK, "text"),
    Action("filter", "f", "filter: event, fact, …", LOOK, "filter"),
    Action("search", "/", "search for words", LOOK),
    Action("everything", "escape", "no filter, no search", LOOK),
    Action("view", "v", "open, all or ruled on", LOOK),
    Action("help", "? f1", "all keys", LOOK, "help"),
    Action("leave", "q ctrl+q ctrl+c", "leave; everything is kept", LOOK, "leave"),
)

NAMES = tuple(action.name for action in ACTIONS)

_NAMED = "up|down|left|right|home|end|pageup|pagedown|tab|enter|escape|space|backspace|delete|insert|f[1-9]|f1[0-2]"
_KEY = re.compile(rf"(?:(?:ctrl|shift|alt)\+)*(?:{_NAMED})|(?:(?:ctrl|alt)\+)+[a-z0-9]|[^\s\x00-\x1f\x7f]")


class UnsuitableKeyError(ValueError):
    """What is wrong with the keys that an action, `name`, is to have."""

    def __init__(self, name: str, what: str) -> None:
        self.name = name
        super().__init__(what)


def keymap(configured: Mapping[str, str]) -> dict[str, str]:
    """Key -> action, where `configured` gives actions other keys, separated by spaces. Raises UnsuitableKeyError.

    >>> keymap({"undo": "ctrl+z"})["ctrl+z"], "z" in keymap({"undo": "ctrl+z"})
    ('undo', False)
    """
    found: dict[str, str] = {}
    for name in sorted(NAMES, key=lambda name: name in configured):  # what is configured is to blame for a clash
        for key in keys_of(name, configured):
            if not _KEY.fullmatch(key):
                raise UnsuitableKeyError(name, f"{key!r} is no key: one character, or a name such as space, f1, ctrl+z")
            if found.setdefault(key, name) != name:
                raise UnsuitableKeyError(
                    name, f"{key!r} already is the key of {found[key]!r}; one of them needs another"
                )
    return found


def keys_of(name: str, configured: Mapping[str, str]) -> list[str]:
    """The keys of the action `name`. Raises UnsuitableKeyError where it would have none."""
    default = next(action.keys for action in ACTIONS if action.name == name)
    keys = configured.get(name, default).split()
    if not keys:
        raise UnsuitableKeyError(name, f"{name!r} needs a key; it has {default!r} unless configured")
    return keys
