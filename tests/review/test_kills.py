"""Whatever kills the desk and whenever: a decision that was said to be kept is kept, and the journal stays readable."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import time
from itertools import count
from pathlib import Path

from reconcile.commands.deciding import now
from reconcile.decisions import read
from reconcile.review.journal import Journal
from reconcile.review.material import Material
from reconcile.review.resume import left
from reconcile.review.session import Session
from tests.review.desk import book
from tests.review.many import many

KILLS, AT_ONCE, OF_A_JOURNAL = 200, 4, 20
CONFLICTS = 60  # more than all desks of a journal come to, so that none is left with nothing to do
PATIENCE = 10.0  # seconds for the first ruling of a desk
KINDS = ("confirmed", "update", "scope", "unsure")


def test_two_hundred_kills_lose_no_acknowledged_decision(tmp_path: Path) -> None:
    lying = Material(many(CONFLICTS), book(), lambda article: article)
    chance, every = random.Random(11), []  # noqa: S311 - the same moments each time
    for round_ in range(KILLS // AT_ONCE):
        journal = tmp_path / f"decisions-{round_ * AT_ONCE // OF_A_JOURNAL}.jsonl"
        desks = [_forked(lying, journal, f"Editor {n}") for n in range(AT_ONCE)]
        said: list[str] = []
        for desk, output in desks:
            waits = chance.random() < 0.9  # else it is killed while it opens
            begun = [output.readline()] if waits and select.select([output], [], [], PATIENCE)[0] else []
            time.sleep(chance.uniform(0.0, 0.01))
            os.kill(desk, signal.SIGKILL)
            os.waitpid(desk, 0)
            said += [line.strip() for line in (*begun, *output) if line.endswith("\n")]
            output.close()
        assert {decision.id for decision in read(journal)}.issuperset(said)  # and each line is whole
        every += said
    assert len(every) > KILLS
    assert len(every) == len(set(every))
    for state in tmp_path.glob("*.state"):
        assert json.loads(state.read_text(encoding="utf-8"))["choice"], "the place is whole too"


def _forked(lying: Material, journal: Path, by: str):  # type: ignore[no-untyped-def]
    """A desk in a process of its own; its number, and where it says which decisions it has kept."""
    out, into = os.pipe()
    desk = os.fork()
    if desk == 0:
        try:
            os.close(out)
            _decide(lying, journal, by, into)
        finally:
            os._exit(1)
    os.close(into)
    return desk, os.fdopen(out, encoding="utf-8")


def _decide(lying: Material, journal: Path, by: str, into: int) -> None:
    """Rule, take back and restore without an end."""
    state = Path(f"{journal}.{by}.state")
    desk = Session(lying, Journal(journal), by=by, clock=now, place=left(state), state=state)
    for number in count():
        desk.news()
        if not desk.rows or number % 7 == 6:
            said = desk.undo()
        elif number % 7 == 5:
            said = desk.redo()
        else:
            desk.draft(f"note {number}")
            said = desk.rule(KINDS[number % 4])
        if said.startswith(("Kept", "Taken", "Restored")):
            os.write(into, f"{desk.last}\n".encode())
