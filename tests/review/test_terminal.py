"""The program itself in a terminal: it is opened, decides, is left or killed, and goes on where it was."""

from __future__ import annotations

import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.review.desk import write_articles
from tests.review.many import saved

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")

LONGEST = 60.0  # seconds for what takes about one


class Terminal:
    """`reconcile review` in a pseudo-terminal of 80 columns and 24 lines, in `folder`."""

    def __init__(self, folder: Path, *options: str, color: bool = True) -> None:
        self.child, self.end = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.environ.update(TERM="xterm-256color", COLUMNS="80", LINES="24", XDG_STATE_HOME=str(folder / "state"))
            os.environ.pop("NO_COLOR", None)
            if not color:
                os.environ["NO_COLOR"] = "1"
            os.execv(sys.executable, [sys.executable, "-m", "reconcile", "review", *options])  # noqa: S606
        self.seen, self.told = "", 0

    def until(self, words: str) -> str:
        """All that was written until `words` were."""
        begun, limit = self.told, time.monotonic() + LONGEST
        while words not in _plain(self.seen[begun:]):
            assert time.monotonic() < limit, f"no {words!r} in {_plain(self.seen)[-2000:]!r}"
            if select.select([self.end], [], [], 1)[0]:
                self.seen += self._read()
        return self.seen[begun:]

    def press(self, keys: str) -> None:
        """Press keys; what is told from now on is the answer."""
        self.told = len(self.seen)
        os.write(self.end, keys.encode())

    def over(self) -> int:
        """Its exit code."""
        limit = time.monotonic() + LONGEST
        while select.select([self.end], [], [], LONGEST)[0] and self._read():
            if time.monotonic() > limit:
                break
        if time.monotonic() > limit:
            os.kill(self.child, signal.SIGKILL)
        _, status = os.waitpid(self.child, 0)
        os.close(self.end)
        return os.waitstatus_to_exitcode(status)

    def _read(self) -> str:
        try:
            return os.read(self.end, 65536).decode("utf-8", "replace")
        except OSError:  # it has closed its end
            return ""


def _plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;?<>=]*[a-zA-Z]", "", text)


def kept(folder: Path) -> list[str]:
    path = folder / "decisions.jsonl"
    return [json.loads(line)["as"] for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def test_start_decide_leave_resume(tmp_path: Path) -> None:
    write_articles(tmp_path / "news")
    desk = Terminal(tmp_path, "news", "--by", "Ann")
    desk.until("3 of 3 open")
    desk.press("c")
    desk.until("Kept:")
    assert kept(tmp_path) == ["confirmed"]
    desk.press("j")
    desk.until("2/2")
    desk.press("q")
    assert desk.over() == 0
    again = Terminal(tmp_path, "news", "--by", "Ann")
    again.until("2/2 open")
    again.press("z")
    again.until("Taken back")
    os.kill(again.child, signal.SIGKILL)
    again.over()
    assert kept(tmp_path) == ["confirmed", "undo"]
    assert (tmp_path / "state" / "reconcile").is_dir()


def test_without_colour_no_colour_is_written(tmp_path: Path) -> None:
    saved(3, tmp_path, _book())
    desk = Terminal(tmp_path, "3.json", color=False)
    written = desk.until("1/3 open") + desk.until("help")
    desk.press("q")
    desk.over()
    codes = {code for found in re.findall(r"\x1b\[([0-9;]*)m", written) for code in found.split(";")}
    assert "7" in codes  # what is selected is reversed
    assert not codes & {str(code) for code in (*range(30, 39), *range(40, 49), *range(90, 108))}


def _book():  # type: ignore[no-untyped-def]
    from tests.review.desk import book

    return book()


def test_a_saved_report_shows_its_texts_where_they_are_still_the_same(tmp_path: Path) -> None:
    news = write_articles(tmp_path / "news")
    command = [sys.executable, "-m", "reconcile", "report", "news", "--format", "json"]
    (tmp_path / "report.json").write_bytes(
        subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout
    )
    (news / "e.txt").write_text("Title: Another text\n\nNothing happened.\n", encoding="utf-8")
    desk = Terminal(tmp_path, "report.json", "--by", "Ann")
    desk.until("has changed since")
    desk.press("o")
    desk.until("esc back")  # the whole article of the other side is there
    desk.press("q")
    desk.until("3 of 3 open")
    desk.press("q")
    assert desk.over() == 0
    (news / "e.txt").unlink()
    again = Terminal(tmp_path, "report.json", "--by", "Ann")
    again.until("is not there any more")
    again.press("q")
    assert again.over() == 0


def test_a_desk_that_is_told_to_end_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    write_articles(tmp_path / "news")
    desk = Terminal(tmp_path, "news", "--by", "Ann")
    desk.until("3 of 3 open")
    os.kill(desk.child, signal.SIGTERM)
    begun, limit = desk.told, time.monotonic() + LONGEST
    while "\x1b[?1049l" not in desk.seen[begun:]:  # back from the other screen
        assert time.monotonic() < limit
        desk.seen += desk._read()
    assert desk.over() == 0


def test_over_a_saved_report_a_title_stands_without_the_header_lines_around_it(tmp_path: Path) -> None:
    told = "Title: Fire kills {0} people in Leeds\nOutlet: {1}\nPublished: 2023-05-04\n\nNobody knows why it burned.\n"
    (tmp_path / "news").mkdir()
    for name, toll, outlet in (("a", 12, "Northern Post"), ("b", 15, "City Courier")):
        (tmp_path / "news" / f"{name}.txt").write_text(told.format(toll, outlet), encoding="utf-8")
    command = [sys.executable, "-m", "reconcile", "report", "news", "--format", "json"]
    (tmp_path / "report.json").write_bytes(
        subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout
    )
    desk = Terminal(tmp_path, "report.json", "--by", "Ann")
    assert "Published:" not in desk.until("Title: Fire")
    desk.press("q")
    assert desk.over() == 0
