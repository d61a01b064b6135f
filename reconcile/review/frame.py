"""What stands around list and conflict: the head, the keys at the foot, the help. In: a session, keys. Out: lines."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.keys import ACTIONS, DECIDE, GO, JOURNAL, LOOK, Action, keys_of
from reconcile.report.safe import one_line
from reconcile.review.choice import Choice
from reconcile.review.looks import BAR, KEY, STRONG, Line, Piece, columns_of, fit, line, padded, width, wrap
from reconcile.review.session import Session

_SIGNS = {"space": "␣", "enter": "⏎", "escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "up": "↑", "down": "↓"}
_KEYS = 10


def head(session: Session, columns: int) -> Line:
    """How many conflicts are open, which are shown, and who decides."""
    cases = len(session.cases)
    row = f"{session.at + 1}/{len(session.rows)}" if session.rows else "0/0"
    left = f" reconcile review   {session.open_count()} of {cases} open   {row} {one_line(chosen(session))}"
    right = fit(f"{one_line(session.by)} ", columns // 3)
    room = columns - width(right) - 1
    return (*padded(line(Piece(fit(left, room), BAR)), columns - width(right), BAR), Piece(right, BAR))


def chosen(session: Session) -> str:
    """What is chosen to be seen, in words."""
    choice: Choice = session.choice
    labels = {case.finding.event: case.event.label for case in session.cases} if choice.event else {}
    facts = {case.finding.fact: case.fact for case in session.cases} if choice.fact else {}
    parts = (
        {"open": "open", "all": "all", "decided": "ruled on"}[choice.view],
        choice.severity,
        facts.get(choice.fact, choice.fact),
        choice.outlet,
        labels.get(choice.event, choice.event),
        f"“{choice.search}”" if choice.search else "",
    )
    return " · ".join(filter(None, parts))


def foot(configured: Mapping[str, str], columns: int) -> list[tuple[Line, tuple[tuple[range, str], ...]]]:
    """The keys that are used most, in as many lines as they need; and in which columns each action stands."""
    rows: list[tuple[Line, tuple[tuple[range, str], ...]]] = []
    pieces: list[Piece] = [Piece(" ")]
    places: list[tuple[range, str]] = []
    for action in ACTIONS:
        if not action.brief:
            continue
        one = (Piece(sign(keys_of(action.name, configured)[0]), KEY), Piece(f" {action.brief}  "))
        start = columns_of(tuple(pieces))
        if start + columns_of(one) - 2 > columns:
            rows.append((tuple(pieces), tuple(places)))
            pieces, places, start = [Piece(" ")], [], 1
        pieces += one
        places.append((range(start, start + columns_of(one) - 1), action.name))
    return [*rows, (tuple(pieces), tuple(places))]


def sign(key: str) -> str:
    """How a key is shown: `space` as `␣`, `ctrl+z` as `^z`."""
    name = key.removeprefix("ctrl+")
    return f"{'^' if name != key else ''}{_SIGNS.get(name, name)}"


def help_lines(configured: Mapping[str, str], columns: int) -> list[Line]:
    """All keys with what they do, in two columns where there is room."""
    half = columns // 2 if columns >= 76 else columns
    left = [*_group(DECIDE, configured, half), (), *_group(JOURNAL, configured, half)]
    right = [*_group(GO, configured, half), (), *_group(LOOK, configured, half)]
    if half == columns:
        return [*left, (), *right]
    rows = max(len(left), len(right))
    filled = ([*block, *[()] * (rows - len(block))] for block in (left, right))
    return [(*padded(one, half), *other) for one, other in zip(*filled, strict=True)]


def _group(group: str, configured: Mapping[str, str], columns: int) -> list[Line]:
    rows: list[Line] = [line(Piece(group, STRONG))]
    for action in ACTIONS:
        if action.group == group:
            rows += _row(action, configured, columns)
    return rows


def _row(action: Action, configured: Mapping[str, str], columns: int) -> list[Line]:
    keys = " ".join(sign(key) for key in keys_of(action.name, configured))
    return wrap([Piece(f"{fit(keys, _KEYS - 1):<{_KEYS}}", KEY), Piece(action.does)], columns - 1, hang=_KEYS)
