"""What a check of 20 new articles against very many stored ones costs.

In: how many articles are stored, and where. Out: how fast they are written, how large the store is, and the seconds of
one core that a check takes: for articles of events of all sizes, and for articles of the largest events.

    .venv/bin/python benchmarks/archive.py [N] [STORE]

The stored articles are made up as what is read out of them, as in benchmarks/grouping.py, each with a text of 3 kB and
two figures; reading them is no part of it (benchmarks/speed.py measures that), but the 20 new ones are read: as many
articles of 3 kB as speed.py has. STORE is a file in a temporary folder if not given. Start-up, which is importing and
loading the rules, is measured by itself."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

BEGUN = time.process_time()

import grouping  # noqa: E402
import speed  # noqa: E402

from reconcile import pipeline  # noqa: E402
from reconcile.__main__ import collect_seldom  # noqa: E402
from reconcile.archive.against import beside  # noqa: E402
from reconcile.archive.info import info  # noqa: E402
from reconcile.archive.ingest import keep  # noqa: E402
from reconcile.archive.rows import row_of  # noqa: E402
from reconcile.archive.store import Store, opened  # noqa: E402
from reconcile.check import new_conflicts  # noqa: E402
from reconcile.events.frames import Frames  # noqa: E402
from reconcile.kinds.count import Count  # noqa: E402
from reconcile.model import Claim, Draft, Span  # noqa: E402
from reconcile.rulebook import Rulebook, load  # noqa: E402

BATCH = 20
CHUNK = 500  # articles of one transaction
LENGTH = 3000  # characters of a text


def main(most: int, address: str) -> None:
    """Measure and print."""
    collect_seldom()  # as the command does
    book = load()
    list(pipeline.drafted(speed.made(1), book))  # some of the rules are loaded when they are first needed
    shown("start-up: importing, and loading the rules", time.process_time() - BEGUN, "s")
    drafts, gold = grouping.made(most + 2 * BATCH)
    sizes: dict[int, list[Draft]] = {}
    for draft in drafts:
        sizes.setdefault(gold[draft.article.id], []).append(draft)
    chance = random.Random(11)  # noqa: S311  (the same articles each time)
    mixed = [chance.choice(those) for those in chance.sample(list(sizes.values()), BATCH)]
    largest = [those[0] for those in sorted(sizes.values(), key=len)[-BATCH:]]
    new = {draft.article.id for draft in (*mixed, *largest)}
    store = opened(address)
    fill(store, [draft for draft in drafts if draft.article.id not in new], book)
    held = info(store, book)
    shown("articles stored", held.articles, "")
    shown("size of the store", held.bytes / 1e6, "MB")
    shown("size of one article in it", held.bytes / held.articles / 1e3, "kB")
    with timed(f"reading {BATCH} articles of 3 kB"):
        list(pipeline.drafted(speed.made(BATCH), book))
    check("events of all sizes", store, [full(draft) for draft in mixed], book)
    check("the largest events", store, [full(draft) for draft in largest], book)


def fill(store: Store, drafts: Sequence[Draft], book: Rulebook) -> None:
    """Write all of them."""
    frames = Frames(book)
    begun, cpu = time.perf_counter(), time.process_time()
    for first in range(0, len(drafts), CHUNK):
        rows = [row_of(full(draft), frames) for draft in drafts[first : first + CHUNK]]
        for _ in keep(store, rows, frames):
            pass
    shown("written, reading left out", len(drafts) / (time.perf_counter() - begun), "articles/s")
    shown("the same, by time of one core", len(drafts) / (time.process_time() - cpu), "articles/s")


def check(what: str, store: Store, batch: Sequence[Draft], book: Rulebook) -> None:
    """What a check of a batch takes, its reading left out."""
    print(f"{BATCH} articles of {what}:")
    begun, cpu = time.perf_counter(), time.process_time()
    with timed("  look-up"):
        old, seen = beside(store, batch, book)
    with timed("  grouping, resolving, new conflicts"):
        report = pipeline.reported([*batch, *old], book, seen=seen)
        found = new_conflicts(report, [draft.article.id for draft in batch], book)
    shown("  all of it, one core", time.process_time() - cpu, "s")
    shown("  all of it, by the clock", time.perf_counter() - begun, "s")
    shown("  stored articles taken along", len(old), "")
    shown("  new conflicts", len(found), "")


def full(draft: Draft) -> Draft:
    """The draft with a text of some length and two figures, which for one event differ here and there."""
    chance = random.Random(draft.article.sha256)  # noqa: S311  (the same figures each time)
    article = draft.article
    event = sorted(draft.story.names)[-1]
    base = 10 + sum(map(ord, str(draft.sightings[0].dates[0].value) if draft.sightings else event)) % 40
    text, claims = "", []
    for fact, words in (("death_toll", "people were killed"), ("injured", "were hurt")):
        number = base + (chance.randrange(1, 5) if chance.random() < 0.2 else 0)
        quote = f"{number} {words}"
        start = len(text)
        rule = f"facts/{fact}/en.toml#made-up"
        claims.append(
            Claim(article.id, fact, Count("exact", number, number), quote, start, start + len(quote), rule=rule)
        )
        text += f"{quote}. "
    text += " ".join(chance.choices(sorted(draft.story.words), k=600))[: LENGTH - len(text)]
    sentences = tuple(Span(first, min(first + 150, len(text))) for first in range(0, len(text), 150))
    wordings = tuple(Span(claim.start, claim.end) for claim in claims)
    whole = replace(article, text=text)
    return replace(draft, article=whole, sentences=sentences, claims=tuple(claims), wordings=wordings)


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how many seconds of one core the block took."""
    begun = time.process_time()
    yield
    shown(what, time.process_time() - begun, "s")


def shown(what: str, value: float, unit: str) -> None:
    """Print a line of the table."""
    print(f"{what:44} {value:10.2f} {unit}".rstrip(), flush=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
        main(number, sys.argv[2] if len(sys.argv) > 2 else str(Path(folder) / "archive.db"))
