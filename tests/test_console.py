"""What goes to the terminal: notes without tricks, a progress bar only where somebody waits for it."""

from __future__ import annotations

import io
import sys
import time

import pytest

from reconcile.commands.console import note, progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_note_shows_what_acts_without_being_seen(capsys: pytest.CaptureFixture[str]) -> None:
    note("outlet \x1b[31mred\x1b[0m \u202eback")
    assert capsys.readouterr().err == "outlet \\x1b[31mred\\x1b[0m \\u202eback\n"


def test_no_progress_where_stderr_is_no_terminal_or_quiet_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert progress(quiet=False) is None
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert progress(quiet=True) is None


def test_progress_is_shown_after_a_second_and_wiped_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    clock = iter((0.0, 0.9, 2.0, 3.0))
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    show = progress(quiet=False)
    assert show
    show(1, 10)
    assert terminal.getvalue() == ""
    show(5, 10)
    assert "5/10 articles" in terminal.getvalue()
    show(10, 10)
    assert terminal.getvalue().endswith("\r\033[K")
