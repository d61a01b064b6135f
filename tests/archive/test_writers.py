"""Several writers at once, and writers that are killed: nothing that was acknowledged is lost, nothing is there
twice."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from reconcile.archive.export import export
from reconcile.archive.info import info
from reconcile.archive.store import opened
from reconcile.archive.verify import verify
from reconcile.rulebook import load

ROOT = Path(__file__).parent.parent.parent
BOOK = load()


def ran(*words: str) -> Any:
    command = [sys.executable, "-m", "tests.archive.writers", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=400, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_eight_writers_at_once_lose_and_double_nothing(address: str) -> None:
    told = ran("together", address, "8")
    store = opened(address)
    versions = list(export(store, versions=True))
    assert sorted(record["id"] for record in versions if "@" not in record["id"]) == told["ids"]
    assert len(versions) == int(told["contents"][0])
    assert len(told["added"]) == len(told["ids"])
    assert len(told["version"]) + len(told["older"]) == len(versions) - len(told["ids"])
    assert len(told["unchanged"]) == 7 * len(versions)
    newest = {record["id"] for record in versions if record["published"] == "2024-12-31"}
    assert not any("@" in name for name in newest)
    assert list(verify(store, BOOK)) == []


def test_a_hundred_killed_writers_leave_a_whole_store_with_all_that_they_acknowledged(address: str) -> None:
    told = ran("killed", address, "110")
    assert told["killed"] >= 100
    store = opened(address)
    kept = {record["id"] for record in export(store)}
    assert set(told["acknowledged"]) <= kept
    assert len(told["acknowledged"]) > 20
    assert info(store, BOOK).articles == len(kept)
    assert list(verify(store, BOOK)) == []
