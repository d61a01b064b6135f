"""`reconcile store info|verify|export`: a store in; what it holds, what is wrong with it, or its articles out."""

from __future__ import annotations

import json
from dataclasses import asdict

from reconcile.commands import options
from reconcile.commands.console import emit, note
from reconcile.commands.settings import Settings
from reconcile.errors import ExitCode, UsageError


def info(
    settings: Settings,
    store: options.Stored = None,
    named: options.StoredToo = None,
    output: options.InfoFormats = options.InfoFormat.TEXT,
) -> ExitCode:
    """Say what a store holds: articles, versions, outlets, size, and by which rules and code it was made."""
    from reconcile.archive.info import info as told
    from reconcile.archive.info import lines
    from reconcile.archive.store import opened
    from reconcile.report.safe import escaped
    from reconcile.rulebook import load

    found = told(opened(_one(store, named)), load(settings.rules))
    if output is options.InfoFormat.TEXT:
        emit("".join(f"{escaped(line)}\n" for line in lines(found)))
    else:
        indent = 1 if output is options.InfoFormat.JSON else None
        emit(json.dumps(asdict(found), ensure_ascii=False, indent=indent) + "\n")
    return ExitCode.OK


def verify(settings: Settings, store: options.Stored = None, named: options.StoredToo = None) -> ExitCode:
    """Make sure that a store is whole: texts, what was read out of them, versions, keys, counts. Exits 2 where not."""
    from reconcile.archive.info import info as told
    from reconcile.archive.store import opened, rebuilding
    from reconcile.archive.verify import verify as wrong
    from reconcile.report.safe import escaped
    from reconcile.report.words import number_of
    from reconcile.rulebook import load

    kept, book = opened(_one(store, named)), load(settings.rules)
    found = told(kept, book)
    number = 0
    for number, what in enumerate(wrong(kept, book), 1):  # noqa: B007
        emit(escaped(what).replace("\n", " ") + "\n")
    if found.stale:
        note(f"{found.store} {found.stale}: its keys were not compared; {rebuilding(found.store)}")
    if number == 0:
        counted = f"{number_of(found.articles, 'article')}, {number_of(found.superseded, 'older version')}"
        emit(f"whole: {counted}\n")
    return ExitCode.BAD_INPUT if number else ExitCode.OK


def export(
    settings: Settings,
    store: options.Stored = None,
    named: options.StoredToo = None,
    versions: options.Versions = False,
) -> ExitCode:
    """Print the articles of a store as JSON Lines, which every command reads; with --versions the superseded ones
    too."""
    from reconcile.archive.export import export as exported
    from reconcile.archive.store import opened

    for record in exported(opened(_one(store, named)), versions=versions):
        emit(json.dumps(record, ensure_ascii=False) + "\n")
    return ExitCode.OK


def _one(store: str | None, named: str | None) -> str:
    """The one store that was named."""
    if bool(store) == bool(named):
        raise UsageError("name one store: its URL, such as sqlite:///archive.db, or the path of its SQLite file")
    return str(store or named)
