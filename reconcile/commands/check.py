"""`reconcile check`: new articles and an archive in, the conflicts that the new ones bring out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.commands import options
from reconcile.commands.accepting import Accepted, baseline_of
from reconcile.commands.console import note, progress
from reconcile.commands.reading import Input, outcome, read
from reconcile.commands.settings import Settings
from reconcile.commands.writing import files_of, write_all
from reconcile.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from reconcile.check import Checked
    from reconcile.check.before import Before
    from reconcile.events import Seen
    from reconcile.model import Draft, Problem, Report


@dataclass(frozen=True, slots=True)
class _Together:
    """A report of the batch with the archive, what reports on the archive alone, and what was named as unreadable."""

    report: Report
    before: Before
    problems: tuple[Problem, ...]


def run(  # noqa: PLR0913 - one for each option
    settings: Settings,
    batch: options.Batch,
    *,
    against: options.Archive,
    fail_on: options.Severity = None,
    only_facts: options.OnlyFacts = None,
    baseline: options.Baseline = None,
    write_baseline: options.WriteBaseline = False,
    accept_new: options.AcceptNew = False,
    shown: options.CheckFormats = options.CheckFormat.TEXT,
    output: options.Outputs = None,
) -> ExitCode:
    """Print the conflicts that new articles bring, among themselves or with an archive.

    One a line: path:line:col: severity fact: sentence. What a person ruled on, or the baseline accepts, is not new.
    Exits 0 where none is as severe as --fail-on, 1 where one is, 2 where something could not be read."""
    from reconcile.archive.address import is_store
    from reconcile.check import checked
    from reconcile.check.places import root_of
    from reconcile.rulebook.selected import named_facts

    if (stores := any(is_store(one) for one in against)) and len(against) > 1:
        raise UsageError("--against takes one store, or folders of articles")
    files = files_of(output or ())
    accepted = baseline_of(settings, baseline, write=write_baseline, accept_new=accept_new)
    new = read(settings, batch, given_as="BATCH")
    facts = named_facts(only_facts or (), new.book)
    both = _with_store(settings, against[0], new) if stores else _with_folders(settings, against, new)
    report, ids = both.report, [article.id for article in new.articles]
    root, least = root_of(Path.cwd()), fail_on.value if fail_on else settings.fail_on
    found = checked(report, ids, new.book, paths=batch, facts=facts, before=both.before, fail_on=least, root=root)
    whole = not report.problems or settings.on_problem == "warn"
    found, unkept = accepted.applied(found, new.book, whole=whole)
    unwritten = write_all(found, new.book, shown=shown.value, files=files)
    _tell(settings, found, accepted, whole=whole, kept=not unkept)
    code = outcome(settings, report.problems, named=both.problems)
    if lost := [words for words in (unkept, *unwritten) if words]:
        raise UsageError("; ".join(lost))
    return code if code or not (found.failing or accepted.refuses(found)) else ExitCode.CONFLICTS


def _tell(settings: Settings, found: Checked, accepted: Accepted, *, whole: bool, kept: bool) -> None:
    """Say on stderr what was found, what is stale, and what became of a baseline where it could be `kept`."""
    from reconcile.report.check.located import in_short

    if not settings.quiet:
        for entry in found.stale:
            note(f"stale in {accepted.path}: {entry}; --write-baseline takes it out")
        note(in_short(found))
    told = accepted.told(found, whole=whole) if kept else ""
    if told and (accepted.refuses(found) or not whole or not settings.quiet):
        note(told)


def _with_folders(settings: Settings, against: Sequence[str], new: Input) -> _Together:
    """The batch with the articles of folders. Those of the batch are new where they also lie in a folder; a copy under
    another name is an article of its own that was there before."""
    from reconcile import pipeline
    from reconcile.check.places import named

    old, here = read(settings, against, given_as="--against"), Path.cwd()
    brought = {named(article, here) for article in new.articles}
    known = [article for article in old.articles if named(article, here) not in brought]
    drafts, failed = pipeline.drafts([*new.articles, *known], new.book, progress(quiet=settings.quiet))
    ids = {article.id for article in new.articles}
    archive = [draft for draft in drafts if draft.article.id not in ids]
    return _together(new, drafts, archive, (*new.problems, *old.problems), failed)


def _with_store(settings: Settings, against: str, new: Input) -> _Together:
    """The batch with those articles of a store that may be of one event with it."""
    from reconcile import pipeline
    from reconcile.archive.against import beside
    from reconcile.archive.store import opened
    from reconcile.check.places import named
    from reconcile.decisions import rulings

    names = [named(article, Path.cwd()) for article in new.articles]
    names += [str(Path.cwd() / name) for name in names]  # as they may have been given when they were stored
    drafts, failed = pipeline.drafts(new.articles, new.book, progress(quiet=settings.quiet))
    old, seen = beside(opened(against), drafts, new.book, names=names, rulings=rulings(new.decisions))
    return _together(new, [*drafts, *old], old, new.problems, failed, seen)


def _together(
    new: Input,
    drafts: Sequence[Draft],
    archive: Sequence[Draft],
    problems: Sequence[Problem],
    failed: Sequence[Problem],
    seen: Seen | None = None,
) -> _Together:
    from reconcile import pipeline
    from reconcile.check.before import before

    named = tuple(dict.fromkeys(problems))
    report = pipeline.reported(drafts, new.book, problems=(*named, *failed), decisions=new.decisions, seen=seen)
    return _Together(report, before(archive, new.book, decisions=new.decisions, seen=seen), named)
