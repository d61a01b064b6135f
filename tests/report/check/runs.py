"""Runs of the gate over articles written for a test. In: articles. Out: `Checked`.

`hostile` is one in which every word that an article brings in tries to leave the place where it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from reconcile.check import Checked, checked, with_baseline
from reconcile.check.baseline import Entry
from reconcile.model import Article, Decided, Problem
from tests.written import BOOK, reported, written

ROOT = Path("/srv/news")
FIRE = "{} people were killed when a fire broke out at a market in Leeds on Tuesday, May 2, 2023, police said."
HOSTILE = "%0A::error::x ##[add-mask]y ]]> <b>|`*_[x](javascript:z) @all \u202e\x1b[31m\x00\ufffe\ud800, a=b:c"


def told(name: str, killed: str, **fields: Any) -> Article:
    """An article on one fire in which `killed` people died."""
    path = f"{ROOT}/{name}"
    known = {
        "outlet": "The Weir Herald",
        "published": "",
        "published_from": "",
        "path": path.partition("#")[0] if ".jsonl#" in path else path,
    }
    return written(path, FIRE.format(killed), **{**known, **fields})


def run(new: Sequence[Article], old: Sequence[Article], *, problems: Sequence[Problem] = (), **options: Any) -> Checked:
    """What `new` articles bring to `old` ones."""
    report = replace(reported([*new, *old]), problems=tuple(problems))
    return checked(report, [one.id for one in new], BOOK, root=ROOT, **options)


def one_conflict(**options: Any) -> Checked:
    """One new article that gives 9 where the archive has 12."""
    return run([told("new/b.txt", "Nine", outlet="The Northport Daily")], [told("a.txt", "Twelve")], **options)


def ruled(found: Checked) -> Checked:
    """`found` where a person has ruled on every conflict."""
    decided = Decided("d-1", "confirmed", "", "as the police say", "Ann", "2024-05-14T10:00:00Z")
    report = replace(found.report, findings=tuple(replace(one, decision=decided) for one in found.report.findings))
    return checked(report, found.batch, BOOK, root=ROOT)


def accepted(found: Checked, *stale: Entry) -> Checked:
    """`found` where a baseline accepts every conflict, and `stale` ones."""
    from reconcile.check import baseline_for

    return with_baseline(found, [*baseline_for(found), *stale], BOOK)


def hostile() -> Checked:
    """One conflict between articles whose names, outlets and texts are `HOSTILE`, and a problem that is."""
    new = told(f"{HOSTILE}.txt", "Nine", outlet=HOSTILE)
    old = told(f"::error::{HOSTILE}.txt", "Twelve", outlet=f"{HOSTILE}!")
    return run([new], [old], problems=[Problem(f"::error::{HOSTILE}", HOSTILE)])
