"""Processes that write a store, at once or until they are killed. In: a sort of test, the address of a store, a
number. Out: JSON on stdout.

    python -m tests.archive.writers together URL 8
    python -m tests.archive.writers killed URL 120

A process of its own, so that what it forks has nothing of a test run's threads."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Iterator, Sequence

from reconcile import pipeline
from reconcile.archive.ingest import ingest, keep
from reconcile.archive.rows import Row, row_of
from reconcile.archive.store import opened
from reconcile.archive.write import Kept
from reconcile.events.frames import Frames
from reconcile.model import Draft
from reconcile.rulebook import load
from reconcile.sources import from_text
from tests.archive.made import articles

_CHUNK = 1  # rows of one transaction of a process that is to be killed


def main(sort: str, address: str, number: int) -> None:
    """Do it and print what was acknowledged."""
    print(json.dumps(together(address, number) if sort == "together" else killed(address, number)))


def together(address: str, processes: int) -> dict[str, list[str]]:
    """All processes ingest the same articles and a later version of some, each in an order of its own."""
    given = articles(10)
    given += [from_text(f"{a.text} More was said later.", id=a.id, published="2024-12-31") for a in given[::3]]
    frames = Frames(load())
    pipeline.drafts(given[:1], frames.book)
    told: dict[str, list[str]] = {"added": [], "version": [], "older": [], "unchanged": []}
    pipes = []
    for process in range(processes):
        out, into = os.pipe()
        if os.fork() == 0:
            code = 1
            try:
                order = random.Random(process).sample(given, len(given))  # noqa: S311
                store = opened(address)
                for one in ingest(store, order, frames.book):
                    assert isinstance(one, Kept)
                    os.write(into, f"{one.outcome} {one.article}\n".encode())
                code = 0
            finally:
                os._exit(code)
        os.close(into)
        pipes.append(out)
    for pipe in pipes:
        for line in _lines(pipe):
            outcome, _, name = line.partition(" ")
            told[outcome].append(name)
        assert os.waitstatus_to_exitcode(os.wait()[1]) == 0
    return {**told, "ids": sorted({a.id for a in given}), "contents": [f"{len(given)}"]}


def killed(address: str, times: int) -> dict[str, object]:
    """Processes ingest until each is killed with SIGKILL, at a moment by chance after its first, second or third
    acknowledgement or before any; what all of them acknowledged."""
    frames, chance = Frames(load()), random.Random(2)  # noqa: S311
    rows = [row_of(d, frames) for d in pipeline.drafted(articles(100, seed=2), frames.book) if isinstance(d, Draft)]
    list(keep(opened(address), rows[:1], frames))  # what is imported late is there in all that is forked
    acknowledged: dict[str, None] = {}
    killed_ = 0
    for turn in range(times):
        out, into = os.pipe()
        child = os.fork()
        if child == 0:
            _write(address, rows[len(acknowledged) % len(rows) :], frames, into)
        os.close(into)
        with os.fdopen(out, encoding="utf-8") as stream:
            acknowledged.update(dict.fromkeys(stream.readline().strip() for _ in range(turn % 3)))
            time.sleep(chance.uniform(0, 0.02))
            os.kill(child, signal.SIGKILL)
            killed_ += os.WIFSIGNALED(os.waitpid(child, 0)[1])
            acknowledged.update(dict.fromkeys(line.strip() for line in stream if line.endswith("\n")))
    acknowledged.pop("", None)
    return {"killed": killed_, "acknowledged": list(acknowledged), "given": len(rows)}


def _write(address: str, rows: Sequence[Row], frames: Frames, into: int) -> None:
    try:
        store = opened(address)
        for first in range(0, len(rows), _CHUNK):
            for kept in keep(store, rows[first : first + _CHUNK], frames):
                assert isinstance(kept, Kept)
                os.write(into, f"{kept.article}\n".encode())
    finally:
        os._exit(0)


def _lines(pipe: int) -> Iterator[str]:
    with os.fdopen(pipe, encoding="utf-8") as stream:
        for line in stream:
            if line.endswith("\n"):
                yield line.rstrip("\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
