"""The report for a terminal, conflicts first. In: a report. Out: text, with colours where they are wanted.

The home of rich. Whatever comes from articles is put into `Text`, never read as rich's markup, and has no control
characters left. Below WIDE columns a table shows value, source and quote; above, all of a claim's provenance."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import TextIO

from rich import box
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from reconcile.model import Claim, Event, Finding, Report
from reconcile.report import claim_words, summary
from reconcile.report.conclusion import conclusion
from reconcile.report.rows import Row, likewise, relations, rows
from reconcile.report.ruling import misread_lines
from reconcile.report.safe import one_line
from reconcile.report.view import View, conflicts, told_once, view
from reconcile.report.words import (
    fact_label,
    named_outlet,
    number_of,
    published_in_words,
    status_in_words,
    worked_out,
)
from reconcile.rulebook import Rulebook

WIDE = 110
_NARROWEST = 40
_MOST_RELATIONS = 6
_MOST_NAMED = 12
_MOST_SOURCES = 4
_MOST_ROWS = 10
_MOST_EVENTS = 100
_SOURCE = "Source"
_SEVERITY_STYLE = {"high": "bold red", "medium": "bold yellow", "low": "bold cyan"}
_STATUS_STYLE = {"agreed": "green", "single": "dim", "compatible": "blue", "updated": "magenta"}


def write(report: Report, book: Rulebook, *, color: str = "auto", width: int | None = None) -> str:
    """`report` as lines of at most `width` columns (those of the terminal, or 80); `color` is auto, always or never."""
    out = io.StringIO()
    columns = shutil.get_terminal_size((80, 24)).columns if width is None else width
    console = _console(out, columns, color=wants_color(color, sys.stdout))
    shown = view(report, book)
    _head(console, shown)
    for event in shown.events[:_MOST_EVENTS]:
        _event(console, event, shown)
    _cut(console, shown.events[_MOST_EVENTS:], shown)
    _asides(console, shown)
    if misread := misread_lines(shown):
        _title(console, "Set aside as misread")
        _lines(console, [(Text("•"), _text(line)) for line in misread])
    _articles(console, shown)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).strip("\n") + "\n"


def wants_color(choice: str, stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to colour what goes to `stream`; `auto` does on a terminal, unless NO_COLOR is set or TERM is dumb."""
    if choice != "auto":
        return choice == "always"
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def _console(out: TextIO, width: int, *, color: bool) -> Console:
    return Console(
        file=out,
        width=max(width, _NARROWEST),
        force_terminal=color,
        color_system="standard" if color else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )


def _text(words: str, style: str = "") -> Text:
    return Text(one_line(words), style=style, overflow="fold")


def _head(console: Console, shown: View) -> None:
    console.print(_text(summary.counted(shown), "bold"))
    console.print(_text(summary.read(shown), "dim"))
    if found := summary.problems(shown):
        console.print()
        _lines(console, [(Text("problem ", "bold red"), _text(f"{article}: {what}")) for article, what in found])
    if disputed := conflicts(shown):
        console.print()
        _lines(console, [(_severity(finding), _text(summary.disputed(finding, shown))) for finding in disputed])


def _severity(finding: Finding) -> Text:
    return Text(f"{one_line(finding.severity).upper():<8}", _SEVERITY_STYLE.get(finding.severity, "bold"))


def _lines(console: Console, pairs: Sequence[tuple[Text, Text]]) -> None:
    """A lead word and a sentence each, the sentence's later lines below its first."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for lead, words in pairs:
        grid.add_row(lead, words)
    if pairs:
        console.print(grid)


def _title(console: Console, words: str) -> None:
    console.print()
    console.print(Rule(_text(words, "bold"), style="dim", align="left"))


def _event(console: Console, event: Event, shown: View) -> None:
    _title(console, shown.labels[event.id])
    more = len(event.articles) - _MOST_NAMED
    named = "; ".join(shown.sources[article] for article in event.articles[:_MOST_NAMED])
    told = ("told by", named + (f" and {more} more" if more > 0 else ""))
    because = [("because" if place == 0 else "and", reason) for place, reason in enumerate(event.because)]
    _lines(console, [(Text(f"{lead:<7}", "dim"), _text(words)) for lead, words in (told, *because)])
    singles = [finding for finding in shown.findings[event.id] if told_once(finding)]
    for finding in shown.findings[event.id]:
        if finding not in singles:
            _finding(console, finding, shown)
    if singles:
        console.print()
        console.print(Text("Told by one source only", "bold"))
        _together(console, [(fact_label(finding.fact, shown.book), finding) for finding in singles], shown)


def _cut(console: Console, events: Sequence[Event], shown: View) -> None:
    if events:
        _title(console, f"{number_of(len(events), 'more event')}, told in full in the Markdown and JSON reports")
        _lines(console, [(Text("•"), _text(shown.labels[event.id])) for event in events])


def _finding(console: Console, finding: Finding, shown: View) -> None:
    disputed = finding.status == "conflict"
    style = (_SEVERITY_STYLE if disputed else _STATUS_STYLE).get(
        finding.severity if disputed else finding.status, "bold"
    )
    status = _text(status_in_words(finding.status, finding.severity).upper(), style)
    console.print()
    console.print(_text(fact_label(finding.fact, shown.book), "bold") + Text("  ") + status)
    if finding.status == "agreed":
        _agreed(console, finding, shown)
    else:
        _provenance(console, finding, shown)
    _relations(console, finding, shown)
    _conclusion(console, finding, shown)


def _table(console: Console, columns: dict[str, int], body: Sequence[tuple[Text, ...]]) -> None:
    """Print `body` below the names of `columns`: sources as wide as they need, the others by share."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), expand=True, header_style="dim", show_edge=False)
    needed = max((line.cell_len for row in body for line in row[1].split("\n")), default=0)
    for name, share in columns.items():
        width = max(10, min(needed, console.width * 12 // 25)) if name == _SOURCE else None
        table.add_column(name, ratio=None if width else share, width=width, overflow="fold")
    for row in body:
        table.add_row(*row)
    if body:
        console.print(table)


def _provenance(console: Console, finding: Finding, shown: View) -> None:
    wide = console.width >= WIDE
    more = {"Speaker": 5, "Stance": 3, "Role": 4} if wide else {}
    found, body = rows(finding, shown), []
    for value in dict.fromkeys(row.value for row in found):
        givers = [row for row in found if row.value == value]
        for row in givers[:_MOST_ROWS]:
            cells = _wide_cells(row, shown) if wide else _narrow_cells(row, shown)
            body.append((_value(row, finding, shown), *cells))
        if len(givers) > _MOST_ROWS:
            body.append((_text("″"), Text(), _text(f"and {len(givers) - _MOST_ROWS} more in the JSON report", "dim")))
    _table(console, {"Value": 5, _SOURCE: 0, "Quote": 8, **more}, body)


def _agreed(console: Console, finding: Finding, shown: View) -> None:
    """One row a value: who agrees on it, and the words of the first."""
    body = []
    for row in rows(finding, shown):
        if row.first:
            names = [shown.sources[article] for article in row.value.articles]
            more = [f"and {len(names) - _MOST_SOURCES} more"] if len(names) > _MOST_SOURCES else []
            sources = [_text(name) for name in (*names[:_MOST_SOURCES], *more)]
            origins = number_of(row.value.origins, "origin")
            sources.append(_text(claim_words.SUPERSEDED if row.claim.superseded else origins, "dim"))
            quote = _stacked(f"“{row.claim.quote}”", claim_words.place_words(row.claim))
            body.append((_value(row, finding, shown), Text("\n").join(sources), quote))
    _table(console, {"Value": 5, _SOURCE: 0, "First quote": 8}, body)


def _narrow_cells(row: Row, shown: View) -> tuple[Text, Text]:
    return _source(row.claim, shown), _stacked(f"“{row.claim.quote}”", claim_words.in_passing(row, shown))


def _wide_cells(row: Row, shown: View) -> tuple[Text, ...]:
    claim = row.claim
    return (
        _source(claim, shown),
        _stacked(f"“{claim.quote}”", claim_words.again_words(row)),
        _text(claim_words.speaker_words(claim, shown)),
        _text(claim_words.stance_words(claim)),
        _text(claim_words.role_words(row)),
    )


def _source(claim: Claim, shown: View) -> Text:
    """Outlet, day and place; the place first where it is all that names the article."""
    article, place = shown.article(claim), claim_words.place_words(claim)
    named = named_outlet(article, shown.book)
    return _stacked(shown.sources[article.id], place) if named else _stacked(place, article.published[:10])


def _stacked(words: str, *below: str) -> Text:
    """`words`, and in dimmer lines below them whatever of `below` is not empty."""
    return Text("\n").join([_text(words), *(_text(line, "dim") for line in below if line)])


def _value(row: Row, finding: Finding, shown: View) -> Text:
    words = claim_words.value_words(row, finding, shown) if row.first else "″"
    lines = [_text(words, "bold" if row.claim.says else "")]
    if note := worked_out(row.claim):
        lines.append(_text(note, "dim"))
    return Text("\n").join(lines)


def _relations(console: Console, finding: Finding, shown: View) -> None:
    found = relations(finding, shown)
    told = [relation for relation in found if relation.decides][:_MOST_RELATIONS]
    pairs = []
    for relation in told:
        verdict = _text(relation.verdict, _SEVERITY_STYLE.get(relation.severity, "bold"))
        words = [verdict, Text(": "), _text(relation.say), Text(" "), _text(likewise(relation), "dim")]
        pairs.append((Text("•"), Text.assemble(*words)))
    _lines(console, pairs)
    if len(found) > len(told):
        _lines(
            console,
            [(Text(" "), _text(f"{number_of(len(found) - len(told), 'more comparison')} in the JSON report", "dim"))],
        )


def _conclusion(console: Console, finding: Finding, shown: View) -> None:
    lines = conclusion(finding, shown)
    _lines(console, [(Text(f"{lead:<5}", "dim"), _text(words)) for lead, words in lines])


def _asides(console: Console, shown: View) -> None:
    if shown.asides:
        _title(console, "Other events, each told by one article")
        _together(
            console, [(shown.labels[e.id], finding) for e in shown.asides for finding in shown.findings[e.id]], shown
        )
        silent = [(Text("•"), _text(shown.labels[event.id])) for event in shown.asides if not shown.findings[event.id]]
        _lines(console, silent)


def _together(console: Console, findings: Sequence[tuple[str, Finding]], shown: View) -> None:
    """Several findings in one table, each under a heading of its own in the first column."""
    body = []
    for heading, finding in findings:
        label = fact_label(finding.fact, shown.book)
        lead = _text(heading) if heading == label else _text(f"{heading}: {label.lower()}")
        for place, row in enumerate(rows(finding, shown)):
            value = _value(row, finding, shown)
            body.append((value if place else Text("\n").join([lead, value]), *_narrow_cells(row, shown)))
    _table(console, {"": 5, _SOURCE: 0, "Quote": 8}, body)


def _articles(console: Console, shown: View) -> None:
    _title(console, "Articles read")
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for _ in range(3):
        table.add_column(overflow="fold")
    for reading in shown.report.articles:
        article = reading.article
        outlet = named_outlet(article, shown.book) or "outlet unknown"
        table.add_row(_text(article.id), _text(outlet), _text(published_in_words(article), "dim"))
    console.print(table)
