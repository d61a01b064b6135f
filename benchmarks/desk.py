"""What the editor's desk costs over very many conflicts.

In: how many. Out: seconds until the desk over a saved report is open, and milliseconds for what an editor does there.

    .venv/bin/python benchmarks/desk.py [N]

The conflicts are made up. Opening is the whole process: the interpreter, the rules, the report, the journal, the first
screen; it is measured in a pseudo-terminal of 80 columns and 24 lines, until the list is to be seen. A step is one key:
what the session does, and drawing all of the screen."""

from __future__ import annotations

import asyncio
import os
import pty
import select
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # tests make the report

from reconcile.report import saved
from reconcile.review.journal import Journal
from reconcile.review.material import Material
from reconcile.review.screen.app import Desk
from reconcile.review.session import Session
from reconcile.rulebook import load
from tests.review.many import many
from tests.review.many import saved as make

COUNT = 5000
ROUNDS = 20
KEYS = {"one row down": "j", "a ruling": "c", "undo": "z", "the last row": "G", "the next to review": "n"}


def main(count: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        path = make(count, Path(folder), load())
        opened = sorted(opening(path) for _ in range(3))[1]
        print(f"{count} conflicts, {path.stat().st_size / 1e6:.1f} MB: open in {opened:.2f} s")
        asyncio.run(steps(Path(folder), path))


def opening(path: Path) -> float:
    """Seconds until the desk over the report at `path` shows its list."""
    command = [sys.executable, "-m", "reconcile", "review", path.name, "--by", "Ann"]
    began = time.monotonic()
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(path.parent)
        os.environ |= {"TERM": "xterm-256color", "LINES": "24", "COLUMNS": "80", "XDG_STATE_HOME": str(path.parent)}
        os.execv(sys.executable, command)  # noqa: S606 - the program itself
    seen = b""
    while b"reconcile review" not in seen:
        if not select.select([terminal], [], [], 60)[0]:
            raise SystemExit("the desk did not open")
        seen += os.read(terminal, 65536)
    took = time.monotonic() - began
    os.write(terminal, b"q")
    _drain(terminal)
    os.waitpid(child, 0)
    return took


def _drain(terminal: int) -> None:
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:  # the other end is closed
        return


async def steps(folder: Path, path: Path) -> None:
    """Print what each sort of key costs."""
    book = load()
    report = saved.read(str(path), book)
    texts = {reading.article.id: reading.article for reading in many(1).articles}
    material = Material(report, book, lambda article: texts.get(article.id, article))
    session = Session(material, Journal(folder / "decisions.jsonl"), by="Ann", clock=_now)
    desk = Desk(session, {})
    async with desk.run_test(size=(80, 24)) as pilot:
        for what, key in KEYS.items():
            taken = [await _timed(lambda key=key: pilot.press(key)) for _ in range(ROUNDS)]  # type: ignore[misc]
            print(f"{what:20} {statistics.median(taken):6.1f} ms, at most {max(taken):6.1f} ms")


async def _timed(do: Callable[[], Awaitable[None]]) -> float:
    began = time.perf_counter()
    await do()
    return (time.perf_counter() - began) * 1000


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
