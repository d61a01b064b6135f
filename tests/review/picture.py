"""The picture of the desk in README.md. In: made-up articles. Out: the screen as text.

Run it from the project's folder after the desk has changed: python -m tests.review.picture"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

from reconcile.review.screen.app import Desk
from tests.review.desk import screen, session, write_articles

BLOCK = re.compile(r"<!-- desk -->\n```text\n(.*?)\n```\n<!-- end -->", re.S)


async def picture() -> str:
    """What is on a screen of 80 columns and 24 lines; to be called in an empty folder."""
    news = write_articles(Path("news"))
    app = Desk(session(news, Path("decisions.jsonl")), {})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down")
        await pilot.pause()
        return "\n".join(line.translate(_BARS).rstrip() for line in screen(app))


_BARS = {ord(part): " " for part in "▁▂▃▄▅▆▇█"}  # of the scroll bar, which no two terminals draw alike

if __name__ == "__main__":
    readme = Path("README.md").absolute()
    os.chdir(tempfile.mkdtemp())
    found = asyncio.run(picture())
    text = BLOCK.sub(
        lambda _: f"<!-- desk -->\n```text\n{found}\n```\n<!-- end -->", readme.read_text(encoding="utf-8")
    )
    readme.write_text(text, encoding="utf-8")
