"""New conflicts as workflow commands of GitHub Actions, which become annotations. In: a run of the gate. Out: lines.

The runner makes annotations of the first 10 commands of each sort that a step prints and cuts messages at 4,096
characters (`_maxCountPerIssueType` and `_maxIssueMessageLength` in actions/runner, ExecutionContext.cs). What has no
room is a plain line of the log, and the last annotation says so. The runner reads a command from a line that begins
with `::`, and from `##[` anywhere in one (ActionCommand.cs): no plain line here has either."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reconcile.check import Checked, NewConflict
from reconcile.report.check.located import Located, Places, in_short, places
from reconcile.report.safe import escaped, for_log
from reconcile.rulebook import Rulebook
from reconcile.rulebook.policies import SEVERITIES

LEVELS = {"high": "error", "medium": "warning", "low": "notice", "none": "notice"}
MOST = 10  # annotations of one sort in a step
LONGEST = 4096  # characters of a message
_TITLE = 255  # characters of a title
_CUT = "… (cut; the other formats have all of it)"
_MOST_OTHERS = 5


@dataclass(frozen=True, slots=True)
class _Annotation:
    level: str
    message: str
    place: Mapping[str, str]


def write(found: Checked, book: Rulebook, /) -> str:
    """What could not be read and the new conflicts, the most severe first; the rest as plain lines."""
    annotations = [*_problems(found), *_conflicts(found, book), *_stale(found)]
    room = Counter(dict.fromkeys(LEVELS.values(), MOST))
    room["notice"] -= 1  # for what is said at the end
    lines, left = [], 0
    for one in annotations:
        fits = room[one.level] > 0
        room[one.level] -= 1
        left += not fits
        lines.append(command(one.level, one.message, one.place) if fits else plain(one.message))
    lines.append(_end(found, left))
    return "".join(f"{line}\n" for line in lines)


def _end(found: Checked, left: int) -> str:
    if not left:
        return plain(in_short(found))
    said = (
        f"{in_short(found)}. {left} have no annotation, as a step has room for {MOST} of a sort; the log has them all."
    )
    return command("notice", said, {"title": "reconcile check"})


def command(level: str, message: str, place: Mapping[str, str]) -> str:
    r"""A workflow command; nothing in it ends its line, its properties or its message early.

    >>> command("error", "100 %\n::set-env", {"file": "a,b:c.txt"})
    '::error file=a%2Cb%3Ac.txt::100 %25%0A::set-env'
    """
    properties = ",".join(
        f"{key}={_data(value).replace(':', '%3A').replace(',', '%2C')}" for key, value in place.items()
    )
    return f"::{level}{' ' * bool(properties)}{properties}::{_data(_cut(message, LONGEST))}"


def plain(text: str) -> str:
    """`text` as one line of the log that is no command."""
    return for_log(" ".join(text.split()))


def _data(text: str) -> str:
    return escaped(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - len(_CUT)]}{_CUT}"


def _problems(found: Checked) -> Iterator[_Annotation]:
    for problem in found.problems:
        yield _Annotation("error", f"{problem.article}: {problem.problem}", {"title": "reconcile: not read"})


def _conflicts(found: Checked, book: Rulebook) -> Iterator[_Annotation]:
    where = places(found, book)
    worst_first = sorted(found.new, key=lambda one: -SEVERITIES.index(one.severity))
    for conflict in worst_first:
        ours = where.ours(conflict)
        title = {"title": _cut(f"{book.facts[conflict.fact].label}: conflict, {conflict.severity}", _TITLE)}
        yield _Annotation(LEVELS[conflict.severity], _message(conflict, where), {**_place(ours), **title})


def _message(conflict: NewConflict, where: Places) -> str:
    others = where.others(conflict)
    against = [
        f"against {other}: “{' '.join(other.quote.split())}” ({other.source})" for other in others[:_MOST_OTHERS]
    ]
    more = [f"and {len(others) - _MOST_OTHERS} more"] if len(others) > _MOST_OTHERS else []
    return "\n".join((str(conflict), *against, *more))


def _place(ours: Located) -> dict[str, str]:
    if ours.file == "-":
        return {}
    if ours.record:
        return {"file": ours.file, "line": str(ours.record)}
    lines = {"file": ours.file, "line": str(ours.line), "endLine": str(ours.end_line)}
    one_line = ours.line == ours.end_line  # only then are columns allowed
    return lines | ({"col": str(ours.column), "endColumn": str(ours.end_column)} if one_line else {})


def _stale(found: Checked) -> Iterator[_Annotation]:
    for entry in found.stale:
        yield _Annotation("notice", f"stale in the baseline: {entry}", {"title": "reconcile check"})
