"""What goes to the terminal: notes without tricks, a progress bar only where somebody waits for it."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reconcile.commands.console import note, progress

ROOT = Path(__file__).parent.parent


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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", [("report", "seeds"), ("rules", "list")])
def test_a_full_disk_is_one_clear_line_and_exit_2(command: tuple[str, ...]) -> None:
    line = [sys.executable, "-m", "reconcile", *command]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(line, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr == "error: the output cannot be written: No space left on device; send it somewhere else\n"
