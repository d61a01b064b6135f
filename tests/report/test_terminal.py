from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len

from reconcile.report import terminal
from reconcile.rulebook import Rulebook
from tests.factory import claim, event, finding, report
from tests.report.sample import book, sample
from tests.report.test_markdown import reported_everywhere


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("width", [40, 80, 109, 110, 140, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    for one in (sample(), reported_everywhere("long" * 60)):
        lines = terminal.write(one, book(), color="never", width=width).split("\n")
        assert max(map(cell_len, lines)) <= width
        assert not [line for line in lines if line != line.rstrip()]


def test_quotes_and_places_are_whole_at_80_columns() -> None:
    text = terminal.write(sample(), book(), color="never", width=80)
    for words in ("at least 12 (12+)", "batch/third.jsonl#17:3:41", "“19 dead”", "according to"):
        assert words in text


def test_a_value_that_many_give_is_cut_and_the_cut_is_named() -> None:
    claims = tuple(claim(name=f"{n:02}.txt") for n in range(30))
    one = report(finding(*claims, status="conflict", severity="low"), claims=claims)
    text = terminal.write(one, book(), color="never", width=80)
    assert "09.txt:1:1" in text
    assert "10.txt:1:1" not in text
    assert "and 20 more in the JSON" in text


def test_of_very_many_events_the_last_are_only_named() -> None:
    names = [f"{n:03}.txt" for n in range(120)]
    claims = tuple(claim(name=name, event=f"ev-{name}", id=name) for name in names)
    events = tuple(event(f"ev-{name}", name, label=f"fire {name}") for name in names)
    found = (finding(one, status="conflict", severity="low") for one in claims)
    text = terminal.write(report(*found, claims=claims, events=events), book(), color="never", width=80)
    assert text.count("CONFLICT, LOW") == 100
    assert "20 more events, told in full in the Markdown and JSON reports" in text
    assert "• Fire 119.txt" in text


def test_a_wide_screen_shows_speaker_stance_and_role() -> None:
    text = terminal.write(sample(), book(), color="never", width=140)
    assert re.search(r"Value +Source +Quote +Speaker +Stance +Role", text)
    assert re.search(r"“Police suspect a rival trader” +Northport police +suspected +whole, not its", text)


def test_conflicts_come_before_everything_else() -> None:
    text = terminal.write(sample(), book(), color="never", width=100)
    order = [
        "3 conflicts",
        "HIGH ",
        "MEDIUM ",
        "LOW ",
        "CONFLICT, HIGH",
        "UPDATED",
        "AGREED",
        "Told by one source only",
    ]
    assert sorted(order, key=text.index) == order


def test_escape_sequences_and_markup_of_articles_are_shown_as_text() -> None:
    hostile = "\x1b[2J\x9b31m\x07\u202e[red]x[/red] :smile:\r\x08"
    text = terminal.write(reported_everywhere(hostile), book(), color="never", width=300)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert "\\x1b[2J\\x9b31m\\x07\\u202e[red]x[/red] :smile:" in text


def test_with_colours_only_our_own_sequences_are_sent() -> None:
    text = terminal.write(reported_everywhere("\x1b]0;x\x07"), book(), color="always", width=80)
    assert "\x1b[" in text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", re.sub(r"\x1b\[[0-9;]*m", "", text))


def test_colour_is_for_terminals_that_want_it() -> None:
    assert terminal.wants_color("auto", Screen(), {})
    assert not terminal.wants_color("auto", Screen(), {"NO_COLOR": "1"})
    assert not terminal.wants_color("auto", Screen(), {"TERM": "dumb"})
    assert not terminal.wants_color("auto", io.StringIO(), {})
    assert terminal.wants_color("always", io.StringIO(), {"NO_COLOR": "1"})
    assert not terminal.wants_color("never", Screen(), {})


def test_the_same_report_is_the_same_text_whatever_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    before = terminal.write(sample(), Rulebook(), color="never", width=80)
    monkeypatch.setenv("COLUMNS", "33")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert terminal.write(sample(), Rulebook(), color="never", width=80) == before
