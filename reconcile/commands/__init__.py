"""The commands. In: settings and arguments. Out: data on stdout, talk on stderr, and an exit code.

COMMANDS is the one table: what is typed after `reconcile`, the function that does it, and the example that its `--help`
shows. A command is imported when it is asked for, and imports the stages that it needs when it runs."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from reconcile.errors import ExitCode


class Command(NamedTuple):
    """Where a command is, and how it is typed."""

    module: str
    function: str
    example: str

    @property
    def run(self) -> Callable[..., ExitCode]:
        """What does it: it takes the settings and then what its signature says; its docstring is the help."""
        found: Callable[..., ExitCode] = getattr(import_module(f"{__name__}.{self.module}"), self.function)
        return found


#: what the commands of two words are about, by the first of the two
GROUPS = {
    "events": "List the events of articles, and rule which are one.",
    "decisions": "List open conflicts, rule on them, take back and restore what was ruled.",
    "store": "See to the store that articles are kept in.",
    "rules": "List, test and measure the rules.",
}

COMMANDS = {
    "report": Command("report", "run", "reconcile report seeds --out reports"),
    "extract": Command("extract", "run", "reconcile extract seeds --format jsonl"),
    "show": Command("show", "run", "reconcile show 'archive.jsonl#a-17'"),
    "mentions": Command("mentions", "run", "reconcile mentions seeds --format jsonl"),
    "explain": Command("explain", "run", "reconcile explain f-0123456789 --on seeds"),
    "compare": Command(
        "compare", "run", "reconcile compare seeds/001_57fb97e838b4dea0.txt seeds/004_099b2a307345b595.txt"
    ),
    "check": Command("check", "run", "reconcile check seeds/004_099b2a307345b595.txt --against seeds"),
    "review": Command("review", "run", "reconcile review seeds"),
    "diff": Command("diff", "run", "reconcile diff last-week/report.json reports/report.json"),
    "ingest": Command("ingest", "run", "reconcile ingest seeds --store sqlite:///archive.db"),
    "store info": Command("store", "info", "reconcile store info sqlite:///archive.db"),
    "store verify": Command("store", "verify", "reconcile store verify sqlite:///archive.db"),
    "store export": Command("store", "export", "reconcile store export sqlite:///archive.db"),
    "events list": Command("events", "list_events", "reconcile events list seeds"),
    "events why": Command(
        "events", "why", "reconcile events why seeds/001_57fb97e838b4dea0.txt seeds/004_099b2a307345b595.txt --on seeds"
    ),
    "events merge": Command(
        "events", "merge", 'reconcile events merge ev-0123456789 ev-9876543210 --on seeds --note "one siege, two names"'
    ),
    "events split": Command(
        "events", "split", "reconcile events split ev-0123456789 seeds/004_099b2a307345b595.txt --on seeds"
    ),
    "decisions list": Command("conflicts", "list_conflicts", "reconcile decisions list seeds"),
    "decisions add": Command(
        "conflicts",
        "add",
        'reconcile decisions add f-0123456789 --on seeds --as confirmed --note "both called back" --by Ann',
    ),
    "decisions log": Command("decisions", "log", "reconcile decisions log"),
    "decisions undo": Command("decisions", "undo", "reconcile decisions undo d-0123456789ab"),
    "decisions redo": Command("decisions", "redo", "reconcile decisions redo"),
    "rules list": Command("rules", "list_rules", "reconcile rules list"),
    "rules test": Command("rules", "test", "reconcile rules test --rules my-rules"),
    "rules stats": Command("rules", "stats", "reconcile rules stats"),
    "rules coverage": Command("rules", "coverage", "reconcile rules coverage seeds"),
}
