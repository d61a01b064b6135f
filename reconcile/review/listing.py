"""The list of conflicts, row by row. In: a case. Out: a line for a width."""

from __future__ import annotations

from reconcile.report.safe import one_line
from reconcile.review.cases import DECIDED, UPDATED, Case
from reconcile.review.looks import CURSOR, DIM, GOOD, PLAIN, STRONG, WARN, Line, Piece, fit, padded, width

_RULED = {"other-event": "event", "misread": "wrong", "unsure": "doubt"}
_STATE, _SEVERITY, _FACT = 11, 7, 19
_ONE_LINE = 70  # columns from which on a conflict is one line


def height(columns: int) -> int:
    """How many lines a conflict takes in a list of that width."""
    return 1 if columns >= _ONE_LINE else 2


def row(case: Case, columns: int, part: int = 0, *, selected: bool, skipped: bool) -> Line:
    """One conflict: its severity, its state where that is not plainly open, fact, event and number of origins. In a
    narrow list `part` 1 is its second line, with the event."""
    origins = f"{case.origins:>3} {'origin ' if case.origins == 1 else 'origins'}"
    one_line_ = height(columns) == 1
    room = max(columns - 2 - _SEVERITY - _STATE - (_FACT if one_line_ else 0) - len(origins) - 1, 0)
    label = case.event.label[:1].upper() + case.event.label[1:]
    severity = case.finding.severity.upper() if case.finding.status == "conflict" else "-"
    lead = (
        Piece("▶ " if selected else "  ", STRONG),
        Piece(_cell(severity, _SEVERITY), _look(case)),
        _state(case, skipped=skipped),
    )
    if part:
        found: Line = (Piece("    "), Piece(_cell(label, max(columns - 5, 0)), DIM))
    elif one_line_:
        found = (*lead, Piece(_cell(case.fact, _FACT), STRONG), Piece(_cell(label, room)), Piece(f" {origins}", DIM))
    else:
        found = (*lead, Piece(_cell(case.fact, room), STRONG), Piece(f" {origins}", DIM))
    cut = padded(found, columns)
    return tuple(Piece(piece.text, CURSOR) for piece in cut) if selected else cut


def _look(case: Case) -> str:
    severity = case.finding.severity
    return severity if severity in ("high", "medium", "low") and case.state != DECIDED else DIM


def _state(case: Case, *, skipped: bool) -> Piece:
    ruling = case.finding.decision
    if case.state == DECIDED and ruling is not None:
        return Piece(_cell(f"✓{_RULED.get(ruling.kind, ruling.kind)}", _STATE), GOOD)
    if case.state == UPDATED:
        return Piece(_cell("updated", _STATE), WARN)
    return Piece(_cell("skipped" if skipped else "", _STATE), DIM if skipped else PLAIN)


def _cell(text: str, columns: int) -> str:
    """`text` in so many columns, with a space behind it."""
    cut = fit(one_line(text), max(columns - 1, 0))
    return cut + " " * (columns - width(cut))
