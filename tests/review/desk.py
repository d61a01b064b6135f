"""A desk for tests: a few articles about made-up fires, a session over them, and the screen as lines of text.

In: what a test cares about. Out: articles, a session, what is on the screen."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from html import unescape
from itertools import count
from pathlib import Path

from textual.app import App

from reconcile import pipeline
from reconcile.decisions import Decision
from reconcile.model import Draft, Report
from reconcile.review.journal import Journal
from reconcile.review.material import Material, acting
from reconcile.review.resume import Place, left
from reconcile.review.session import Session
from reconcile.rulebook import Rulebook, load
from reconcile.sources import read_articles

ROOT = Path(__file__).parent.parent.parent

LEEDS = "A fire at a market in Leeds killed {} people and injured {} others on Wednesday, {} said."
DERBY = "A train crash near Derby killed {} people on Friday, {} said."
TEXTS = {
    "a": ("Northern Post", "2023-05-04", "Fire at the market", LEEDS.format(12, 30, "police")),
    "b": ("City Courier", "2023-05-04", "Market fire", LEEDS.format(13, 41, "the fire service")),
    "c": ("Evening Bell", "2023-05-04", "Fire in Leeds", LEEDS.format(15, 30, "officials")),
    "d": ("Northern Post", "2023-06-10", "Train crash", DERBY.format(4, "police")),
    "e": ("City Courier", "2023-06-10", "Crash near Derby", DERBY.format(6, "the rail operator")),
}


@cache
def book() -> Rulebook:
    """The shipped rules."""
    return load()


def write_articles(folder: Path, texts: Mapping[str, tuple[str, str, str, str]] | None = None) -> Path:
    """The articles as files in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (outlet, published, title, text) in (texts or TEXTS).items():
        head = f"Title: {title}\nOutlet: {outlet}\nPublished: {published}\n\n"
        (folder / f"{name}.txt").write_text(f"{head}{text}\n", encoding="utf-8")
    return folder


@cache
def drafts(folder: Path) -> tuple[Draft, ...]:
    """What is read in the articles of `folder`."""
    articles, _ = read_articles([str(folder)])
    return tuple(pipeline.drafts(articles, book())[0])


def material(folder: Path, decisions: Sequence[Decision] = (), *, saved: bool = False) -> Material:
    """Those articles on the desk, or their report as if it had been saved."""
    read = drafts(folder)

    def made(decided: Sequence[Decision]) -> Report:
        return pipeline.reported(read, book(), decisions=decided)

    return Material(made(() if saved else acting(decisions)), book(), lambda article: article, None if saved else made)


def session(
    folder: Path, journal: Path, *, by: str = "Ann", state: Path | None = None, start: int = 0, saved: bool = False
) -> Session:
    """A session over the articles of `folder`; `start` is the second at which its clock begins."""
    place = left(state) if state is not None else Place()
    kept, ticks = Journal(journal), count(start)

    def now() -> str:
        second = next(ticks)
        return f"2023-06-12T{10 + second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}.000000Z"

    lying = material(folder, kept.decisions, saved=saved)
    return Session(lying, kept, by=by, clock=now, place=place, state=state)


_TEXT = re.compile(r'<text class="[^"]*" x="([\d.]+)" y="[\d.]+"[^>]*clip-path="url\(#[^)]*-line-(\d+)\)">(.*?)</text>')


def screen(app: App[None]) -> list[str]:
    """What is on the screen, line by line, read from the picture that textual makes of it."""
    columns, rows = app.size
    picture = app.export_screenshot()
    found = [(float(x), int(row), unescape(text).replace("\xa0", " ")) for x, row, text in _TEXT.findall(picture)]
    lines = [[" "] * (columns + 1) for _ in range(rows)]
    for x, row, text in found:
        at = round(x / 12.2)
        if row < rows:
            lines[row][at : at + len(text)] = text
    return ["".join(one).rstrip() for one in lines]


def shown(app: App[None]) -> str:
    """The same as one text."""
    return "\n".join(screen(app))
