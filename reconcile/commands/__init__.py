"""The commands. In: settings and arguments. Out: data on stdout, talk on stderr, and an exit code.

COMMANDS is the one table: what is typed after `reconcile`, the function that does it, and the example that its `--help`
shows. A command imports the stages that it needs when it runs, so that `reconcile --help` is quick."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reconcile.commands import (
    check,
    compare,
    conflicts,
    decisions,
    diff,
    events,
    explain,
    extract,
    ingest,
    mentions,
    report,
    review,
    rules,
    show,
    store,
)
from reconcile.errors import ExitCode


@dataclass(frozen=True, slots=True)
class Command:
    """`run` takes the settings and then what its signature says; its docstring is the help."""

    run: Callable[..., ExitCode]
    example: str


#: what the commands of two words are about, by the first of the two
GROUPS = {
    "events": "List the events of articles, and rule which are one.",
    "decisions": "List open conflicts, rule on them, take back and restore what was ruled.",
    "store": "See to the store that articles are kept in.",
    "rules": "List, test and measure the rules.",
}

COMMANDS = {
    "report": Command(report.run, report.EXAMPLE),
    "extract": Command(extract.run, extract.EXAMPLE),
    "show": Command(show.run, show.EXAMPLE),
    "mentions": Command(mentions.run, mentions.EXAMPLE),
    "explain": Command(explain.run, explain.EXAMPLE),
    "compare": Command(compare.run, compare.EXAMPLE),
    "check": Command(check.run, check.EXAMPLE),
    "review": Command(review.run, review.EXAMPLE),
    "diff": Command(diff.run, diff.EXAMPLE),
    "ingest": Command(ingest.run, ingest.EXAMPLE),
    "store info": Command(store.info, store.INFO),
    "store verify": Command(store.verify, store.VERIFY),
    "store export": Command(store.export, store.EXPORT),
    "events list": Command(events.list_events, events.LIST),
    "events why": Command(events.why, events.WHY),
    "events merge": Command(events.merge, events.MERGE),
    "events split": Command(events.split, events.SPLIT),
    "decisions list": Command(conflicts.list_conflicts, conflicts.LIST),
    "decisions add": Command(conflicts.add, conflicts.ADD),
    "decisions log": Command(decisions.log, decisions.LOG),
    "decisions undo": Command(decisions.undo, decisions.UNDO),
    "decisions redo": Command(decisions.redo, decisions.REDO),
    "rules list": Command(rules.list_rules, "reconcile rules list"),
    "rules test": Command(rules.test, "reconcile rules test --rules my-rules"),
    "rules stats": Command(rules.stats, "reconcile rules stats"),
    "rules coverage": Command(rules.coverage, "reconcile rules coverage seeds"),
}
