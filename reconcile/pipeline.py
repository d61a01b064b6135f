"""The whole job, read aloud: articles, drafts, events, origins, findings.

In: articles and a rulebook. Out: claims or a report."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.errors import ReconcileError
from reconcile.events import Grouping, Seen, group
from reconcile.extract import draft
from reconcile.extract import mentions as recognised
from reconcile.extract.many import each
from reconcile.model import Article, Attribution, Draft, Mention, Problem, Reading, Report
from reconcile.rulebook import Rulebook

if TYPE_CHECKING:
    from reconcile.decisions import Decision
    from reconcile.origins import Origin

Progress = Callable[[int, int], None]  # articles done, articles in all


def report(
    articles: Sequence[Article],
    book: Rulebook,
    *,
    problems: Sequence[Problem] = (),
    decisions: Sequence[Decision] = (),
    progress: Progress | None = None,
) -> Report:
    """Claims, events and findings of `articles`. `problems` (of the input) are handed through into the report;
    `decisions` are all of the journal."""
    read, failed = drafts(articles, book, progress)
    return reported(read, book, problems=(*problems, *failed), decisions=decisions)


def reported(
    read: Sequence[Draft],
    book: Rulebook,
    *,
    problems: Sequence[Problem] = (),
    decisions: Sequence[Decision] = (),
    seen: Seen | None = None,
) -> Report:
    """What `report` makes of the articles that were `read`; where those are some of an archive, `seen` is what all of
    it tells of words."""
    from reconcile.decisions import decided
    from reconcile.origins import trace  # with the next line
    from reconcile.resolve.against_itself import against_itself
    from reconcile.resolve.findings import resolve  # 0.02 s that extracting can do without
    from reconcile.resolve.reworded import reworded

    grouping = _grouped(read, book, decisions, seen)
    by_id = {draft.article.id: draft.article for draft in read}
    origins = trace(by_id.values(), grouping.main, grouping.claims, book)
    heard = [claim for claim in origins.claims if not claim.misread]
    findings = resolve(grouping.events, heard, by_id, book, intervals=grouping.intervals)
    inside = against_itself(heard, findings, by_id, book)
    readings = [_reading(by_id[name], grouping, inside, origins.of) for name in sorted(by_id)]
    claims = sorted(origins.claims, key=lambda c: (c.article, c.start, -c.end, c.fact, c.id))
    ordered = sorted(problems, key=lambda p: (p.article, p.problem))
    found = decided(Report(tuple(readings), tuple(claims), grouping.events, findings, tuple(ordered)), decisions)
    return replace(found, findings=reworded(found.findings, {claim.id: claim for claim in claims}, by_id, book))


def extract(
    articles: Sequence[Article],
    book: Rulebook,
    *,
    problems: Sequence[Problem] = (),
    decisions: Sequence[Decision] = (),
    progress: Progress | None = None,
) -> Report:
    """The same without findings: claims with events and `says`, articles in the order given, claims in text order."""
    read, failed = drafts(articles, book, progress)
    return extracted(read, book, problems=(*problems, *failed), decisions=decisions)


def extracted(
    read: Sequence[Draft], book: Rulebook, *, problems: Sequence[Problem] = (), decisions: Sequence[Decision] = ()
) -> Report:
    """What `extract` makes of the articles that were `read`."""
    grouping = _grouped(read, book, decisions)
    readings = tuple(_reading(draft.article, grouping, {}, {}) for draft in read)
    return Report(readings, grouping.claims, grouping.events, (), tuple(problems))


def _grouped(
    read: Sequence[Draft], book: Rulebook, decisions: Sequence[Decision], seen: Seen | None = None
) -> Grouping:
    if not decisions:
        return group(read, book, seen=seen)
    from reconcile.decisions import misreadings, rulings

    return group(read, book, rulings(decisions), misreadings(decisions), seen)


def mentions(article: Article, book: Rulebook) -> list[Mention | Attribution]:
    """What is recognised in `article` before any rule about facts."""
    return recognised(article, book)


def drafts(
    articles: Sequence[Article], book: Rulebook, progress: Progress | None = None
) -> tuple[list[Draft], list[Problem]]:
    """Each article with the claims that it makes, before events are told apart; and the articles on which that failed.

    A defect that one article brings out must not cost the others: it is a problem of that article, with the place in
    the code. Errors of the rules are not the article's and are raised."""
    done: list[Draft] = []
    failed: list[Problem] = []
    for number, read in enumerate(drafted(articles, book), 1):
        if isinstance(read, Draft):
            done.append(read)
        else:
            failed.append(read)
        if progress is not None:
            progress(number, len(articles))
    return done, failed


def drafted(articles: Sequence[Article], book: Rulebook) -> Iterator[Draft | Problem]:
    """The same one after the other, as they are read."""
    return each(lambda article: _read(article, book), articles)


def _read(article: Article, book: Rulebook) -> Draft | Problem:
    try:
        return draft(article, book)
    except ReconcileError:
        raise
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__} in {Path(where.filename).name}:{where.lineno}: {error}"
        return Problem(article.id, f"could not be read, through a defect of reconcile: {what}")


def _reading(
    article: Article, grouping: Grouping, inside: Mapping[str, tuple[str, ...]], origins: Mapping[str, Origin]
) -> Reading:
    found = origins.get(article.id)
    return Reading(
        article,
        main_event=grouping.main[article.id],
        events=grouping.of_article[article.id],
        origin=found.origin if found else article.id,
        problems=(*article.notes, *inside.get(article.id, ())),
        because=found.because if found else (),
        superseded_by=found.superseded_by if found else "",
    )
