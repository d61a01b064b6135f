"""A run of the gate as Markdown, for a job summary or a comment. In: a run of the gate. Out: one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.check import Checked, NewConflict
from reconcile.report.check.located import Located, Places, in_short, places
from reconcile.report.safe import markdown as md
from reconcile.report.words import fact_label
from reconcile.rulebook import Rulebook
from reconcile.rulebook.policies import SEVERITIES

SUMMARY_LIMIT = 1024 * 1024  # bytes of all summaries of one step of a job of GitHub Actions
_TAIL = 1024  # bytes kept for what is said at the end
_MOST_OTHERS = 5


def write(found: Checked, book: Rulebook, /) -> str:
    """The whole run."""
    return within(found, book, bytes_left=None)


def within(found: Checked, book: Rulebook, /, *, bytes_left: int | None) -> str:
    """As much of the run as `bytes_left` has room for, the most severe first; what has none is counted at the end."""
    lines, size, left = [], 0, 0
    for line in _lines(found, places(found, book), book):
        size += len(line.encode("utf-8", "replace")) + 1
        if bytes_left is not None and size > bytes_left - _TAIL:
            left += bool(line)
        else:
            lines.append(line)
    if left:
        lines.append(f"\n{left} more lines have no room here; the other formats have them.")
    return "\n".join(lines).rstrip("\n") + "\n"


def _lines(found: Checked, where: Places, book: Rulebook) -> Iterator[str]:
    yield from ("## Conflicts that the new articles bring", "", f"**{md(in_short(found))}.**", "")
    if found.problems:
        yield from ("### Not read", "", *(f"- {md(one.article)}: {md(one.problem)}" for one in found.problems), "")
    yield from _table("", found.new, where, book)
    yield from _table("Reviewed", found.reviewed, where, book)
    yield from _table("Accepted in the baseline", found.accepted, where, book)
    if found.stale:
        yield from ("### Stale in the baseline", "", *(f"- {md(str(entry))}" for entry in found.stale), "")


def _table(title: str, conflicts: Sequence[NewConflict], where: Places, book: Rulebook) -> Iterator[str]:
    if not conflicts:
        return
    if title:
        yield from (f"### {title}", "")
    yield from ("| Severity | Fact | New article | Against | What |", "| --- | --- | --- | --- | --- |")
    for conflict in sorted(conflicts, key=lambda one: -SEVERITIES.index(one.severity)):
        others = where.others(conflict)
        against = "<br>".join(map(_words, others[:_MOST_OTHERS])) or "—"
        more = f"<br>and {len(others) - _MOST_OTHERS} more" if len(others) > _MOST_OTHERS else ""
        since = f"<br>Reopened: {md('; '.join(conflict.reopened))}." if conflict.reopened else ""
        cells = (md(conflict.severity), md(fact_label(conflict.fact, book)), _words(where.ours(conflict)))
        yield f"| {' | '.join(cells)} | {against}{more} | {md(conflict.say)}{since} |"
    yield ""


def _words(place: Located) -> str:
    return f"{md(str(place))} “{md(place.quote)}”"
