"""Puts the excerpt of the report and the id of a finding into README.md. In: seeds/. Out: README.md, rewritten.

Run it from the project's folder after rules have changed: python tools/readme.py"""

from __future__ import annotations

import re
from pathlib import Path

from reconcile import pipeline
from reconcile.model import Report
from reconcile.report import terminal
from reconcile.rulebook import Rulebook, load
from reconcile.sources import read_articles

SHOWN = ("event_date",)
WIDTH = 80


def seeds_report(book: Rulebook) -> Report:
    """The report on the seeds."""
    articles, problems = read_articles(["seeds"])
    return pipeline.report(articles, book, problems=problems)


def excerpt(report: Report, book: Rulebook) -> str:
    """The report's head and the parts about the facts of SHOWN, as it prints them."""
    head, *parts = terminal.write(report, book, color="never", width=WIDTH).split("\n\n")
    labels = tuple(book.facts[fact].label.capitalize() for fact in SHOWN)
    summary = parts[0]
    blocks = [part for part in parts if part.startswith(tuple(f"{label}  " for label in labels))]
    return "\n\n…\n\n".join(["\n\n".join((head, summary)), *blocks[: len(SHOWN)], ""]).rstrip()


def rewritten(readme: str, report: Report, book: Rulebook) -> str:
    """README.md with the excerpt and a finding's id as they are now."""
    finding = next(f for f in report.findings if f.fact == "death_toll" and f.status == "conflict")
    readme = re.sub(r"explain f-\w+", f"explain {finding.id}", readme)
    block = f"<!-- excerpt -->\n```text\n{excerpt(report, book)}\n```\n<!-- end -->"
    return re.sub(r"<!-- excerpt -->.*?<!-- end -->", lambda _: block, readme, flags=re.S)


if __name__ == "__main__":
    path, rules = Path("README.md"), load()
    path.write_text(rewritten(path.read_text(encoding="utf-8"), seeds_report(rules), rules), encoding="utf-8")
