"""A report with very many conflicts, for what must stay quick. In: how many. Out: a report, or a file of it."""

from __future__ import annotations

from pathlib import Path

from reconcile.model import Claim, Finding, Member, Report
from reconcile.report import json
from reconcile.rulebook import Rulebook
from tests.factory import article, claim, event, finding, reading, report, verdict

_TEXT = "A fire at a market in town {} killed {} people on Wednesday, officials said. The market had been full."


def many(conflicts: int) -> Report:
    """A report with so many conflicts, each between two articles of its own."""
    findings: list[Finding] = []
    claims: list[Claim] = []
    articles, events = [], []
    for n in range(conflicts):
        mine = f"ev-{n:010x}"
        names = (f"news/{n}a.txt", f"news/{n}b.txt")
        both = [_claim(n, toll, name, mine) for toll, name in zip((12, 13 + n % 9), names, strict=True)]
        claims += both
        say = f"12 (Outlet A) and {both[1].value} (Outlet B) differ, and nothing tells which is the later."
        severity = ("high", "medium", "low")[n % 3]
        against = verdict(*both, say=say, severity=severity)
        findings.append(finding(*both, id=f"f-{n:010x}", verdicts=(against,), status="conflict", severity=severity))
        told = (article(name, _TEXT.format(n, one.value)) for name, one in zip(names, both, strict=True))
        articles += [reading(one, mine, origin=one.id) for one in told]
        members = tuple(Member(name, mine, main=True) for name in names)
        events.append(event(mine, *names, label=f"fire, town {n}, 2024-03-22", members=members))
    return report(*findings, claims=tuple(claims), articles=tuple(articles), events=tuple(events))


def _claim(n: int, toll: int, name: str, mine: str) -> Claim:
    quote = f"killed {toll} people"
    start = _TEXT.format(n, toll).index(quote)
    return claim(str(toll), name, quote, start=start, id=f"c-{name}", event=mine, origin=name, chain=(name,))


def saved(conflicts: int, folder: Path, book: Rulebook) -> Path:
    """The same as a saved report."""
    path = folder / f"{conflicts}.json"
    path.write_text(json.write(many(conflicts), book), encoding="utf-8")
    return path
