"""How fast each stage is.

In: how many articles. Out: a table of articles per second and core, the time of start-up, and memory.

    .venv/bin/python benchmarks/speed.py [N]

The articles are those of seeds/ cut to about 3 kB, with other numbers and in turn, so that nothing can be cached
twice. They hold many claims, about twenty each; most that newsrooms have hold few or none, for which the words that
tell of happenings and of harm are taken out of the same texts. Either way the sentences come again, so that what RE2
and the tables of words have met before is warm, as it is in the middle of a long run and not at its beginning."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from reconcile import pipeline
from reconcile.events import group
from reconcile.extract import draft
from reconcile.model import Article
from reconcile.resolve.findings import resolve
from reconcile.rulebook import Rulebook, load
from reconcile.sources import from_text, read_articles

SEEDS = Path(__file__).parent.parent / "seeds"
LENGTH = 3000  # characters
T = TypeVar("T")
NUMBER = re.compile(r"\b\d{2,3}\b")


def main(count: int) -> None:
    """Measure and print."""
    articles = made(count)
    book = load()
    rows = [("reconcile --help", started("--help"), "s")]
    rows.append(("reconcile extract of one article", started("extract", str(min(SEEDS.glob("*.txt")))), "s"))
    seconds, drafts = timed(lambda: [draft(article, book) for article in articles])
    rows.append(("extract: articles to claims", count / seconds, "articles/s"))
    calm = [from_text(without_harm(article.text, book), id=article.id) for article in articles]
    seconds, _ = timed(lambda: [draft(article, book) for article in calm])
    rows.append(("extract: articles without harm", count / seconds, "articles/s"))
    seconds, grouping = timed(lambda: group(drafts, book))
    rows.append(("events: claims to events", count / seconds, "articles/s"))
    by_id = {article.id: article for article in articles}
    seconds, _ = timed(lambda: resolve(grouping.events, grouping.claims, by_id, book))
    rows.append(("resolve: events to findings", count / seconds, "articles/s"))
    rows.append(("memory so far, at the most", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB"))
    seconds, _ = timed(lambda: pipeline.report(articles, book), time.perf_counter)
    rows.append(("all of it, by all processors", count / seconds, "articles/s"))
    for name, value, unit in rows:
        print(f"{name:32} {value:10.2f} {unit}")


def made(count: int) -> list[Article]:
    """`count` articles of about 3 kB, each with numbers of its own."""
    texts = [article.text[:LENGTH] for article in read_articles([str(SEEDS)])[0]]
    return [from_text(varied(texts[n % len(texts)], n), id=f"article-{n}") for n in range(count)]


def varied(text: str, turn: int) -> str:
    """`text` with other numbers, in each turn others."""
    return NUMBER.sub(lambda number: str((int(number[0]) * (turn + 7)) % 900 + 10), text)


def without_harm(text: str, book: Rulebook) -> str:
    """`text` with another word in place of each that is the noun of a happening or stands in a list of harm."""
    events = book.events["en"]
    nouns = [noun for spec in events.type for noun in (*spec.nouns, *spec.plural)]
    harm = [word for name, words in events.words.items() if name in events.harm for word in words]
    phrases = sorted({*nouns, *harm}, key=len, reverse=True)
    return re.sub(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", "talk", text, flags=re.IGNORECASE)


def timed(work: Callable[[], T], clock: Callable[[], float] = time.process_time) -> tuple[float, T]:
    """Seconds that `work` takes, of processor time unless `clock` says otherwise, and what it returns."""
    begin = clock()
    done = work()
    return clock() - begin, done


def started(*arguments: str) -> float:
    """Seconds that a command takes, the best of five."""
    best = 9.9
    for _ in range(5):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "reconcile", *arguments], check=True, capture_output=True)  # noqa: S603
        best = min(best, time.perf_counter() - begin)
    return best


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
