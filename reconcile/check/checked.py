"""One run of the gate. In: a report of archive and batch, the batch, and what was accepted. Out: `Checked`."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reconcile.check.baseline import Entry, entries_of, merged, split
from reconcile.check.before import Before
from reconcile.check.conflicts import NewConflict, at_least, new_conflicts, reviewed_conflicts
from reconcile.check.places import covers, from_root, named
from reconcile.model import Article, Problem, Report
from reconcile.rulebook import Rulebook

_LINE = re.compile(r":[0-9]+$")  # behind the file, where a problem's record has no id


@dataclass(frozen=True, slots=True)
class Checked:
    """What the articles of `batch` (ids), read from `paths`, bring: conflicts that are `new`, that somebody `reviewed`,
    and that the baseline `accepted`, each in the order of their places; the baseline's `stale` entries, and those
    `unseen`, of articles or facts that this run did not look at.

    `facts` are those that were looked at, `root` the folder from which articles are named, and new conflicts of
    severity `fail_on` or above make the gate fail."""

    report: Report
    batch: tuple[str, ...]
    paths: tuple[str, ...]
    facts: tuple[str, ...]
    fail_on: str
    root: Path
    new: tuple[NewConflict, ...] = ()
    reviewed: tuple[NewConflict, ...] = ()
    accepted: tuple[NewConflict, ...] = ()
    stale: tuple[Entry, ...] = ()
    unseen: tuple[Entry, ...] = ()

    @property
    def failing(self) -> tuple[NewConflict, ...]:
        """The new conflicts for which the gate fails."""
        return tuple(conflict for conflict in self.new if at_least(conflict.severity, self.fail_on))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read."""
        return self.report.problems

    @property
    def articles(self) -> Mapping[str, Article]:
        """All articles, by id."""
        return {reading.article.id: reading.article for reading in self.report.articles}


def checked(  # noqa: PLR0913 - the settings of a run
    report: Report,
    batch: Collection[str],
    book: Rulebook,
    *,
    paths: Sequence[str] = (),
    facts: Collection[str] = (),
    before: Before | None = None,
    fail_on: str = "medium",
    root: Path = Path(),
) -> Checked:
    """What the articles of `batch` bring to the others of `report`, on `facts` (all where none is given); `before`
    reports on the others alone."""
    looked_at = tuple(fact for fact in sorted(book.facts) if fact in facts or not facts)
    new, reviewed = (
        tuple(conflict for conflict in conflicts if conflict.fact in looked_at)
        for conflicts in (
            new_conflicts(report, batch, book, before=before),
            reviewed_conflicts(report, batch, book, before=before),
        )
    )
    return Checked(
        report, tuple(sorted(batch)), tuple(paths), looked_at, fail_on, root.absolute(), new=new, reviewed=reviewed
    )


def with_baseline(found: Checked, entries: Iterable[Entry], book: Rulebook) -> Checked:
    """`found` where what `entries` accept is not new. An entry is stale where the run looked at its fact and at its
    article, or where that had been, and met no such conflict; what could not be read may be as it was."""
    names = names_of(found)
    ours = {names[article] for article in found.batch if article in names}
    looked = [from_root(path, found.root) for path in found.paths]
    unread = [from_root(_LINE.sub("", problem.article), found.root) for problem in found.problems]

    def in_view(entry: Entry) -> bool:
        if entry.fact in book.facts and entry.fact not in found.facts:
            return False
        return entry.article in ours or (covers(looked, entry.article) and not covers(unread, entry.article))

    by = split(sorted((*found.new, *found.accepted)), entries, names.__getitem__, in_view)
    return replace(found, new=by.new, accepted=by.accepted, stale=by.stale, unseen=by.unseen)


def baseline_for(found: Checked) -> tuple[Entry, ...]:
    """The baseline that accepts what this run met, and what it did not look at."""
    return merged((*entries_of((*found.new, *found.accepted), names_of(found).__getitem__), *found.unseen))


def names_of(found: Checked) -> Mapping[str, str]:
    """Each article's id, and its name from the root."""
    return {identity: named(article, found.root) for identity, article in found.articles.items()}


def fingerprints(found: Checked) -> Mapping[NewConflict, str]:
    """Which conflict each is, in 16 hexadecimal digits and a number that tells those of one article apart which have
    fact and sides in common. No line and no time is part of it."""
    names = names_of(found)
    seen: Counter[str] = Counter()
    marks = {}
    for conflict in sorted((*found.new, *found.reviewed, *found.accepted)):
        key = "\n".join((names[conflict.article], conflict.fact, *conflict.sides))
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[digest] += 1
        marks[conflict] = f"{digest}:{seen[digest]}"
    return marks
