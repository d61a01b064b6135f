"""Thousands of conflicts: the desk opens and moves without a wait. benchmarks/desk.py measures it; here are limits that
hold on a busy machine too, in time of the processor."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from reconcile.commands.deciding import now
from reconcile.review.journal import Journal
from reconcile.review.material import Material
from reconcile.review.screen.app import Desk
from reconcile.review.session import Session
from tests.review.desk import book, shown
from tests.review.many import many

CONFLICTS = 5000
OPENS, STEPS = 4.0, 0.3  # seconds, reading a saved report left out


def test_a_desk_of_five_thousand_conflicts_opens_and_moves(tmp_path: Path) -> None:
    report = many(CONFLICTS)
    journal = Journal(tmp_path / "decisions.jsonl")
    began = time.process_time()
    lying = Material(report, book(), lambda article: article)
    desk = Desk(Session(lying, journal, by="Ann", clock=now), {})

    async def go() -> None:
        async with desk.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "5000 of 5000 open" in shown(desk)
            assert time.process_time() - began < OPENS
            keys = ["j", "c", "z", "G", "k", "n", "c"] * 2
            begun = time.process_time()
            for key in keys:
                await pilot.press(key)
            await pilot.pause()
            assert (time.process_time() - begun) / len(keys) < STEPS

    asyncio.run(go())
    assert len(journal.decisions) == 6
