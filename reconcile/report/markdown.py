"""The report as Markdown that GitHub renders. In: a report. Out: one document.

All words of articles, their names and their outlets go through `safe.markdown`; the tables keep their columns
whatever is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.model import Event, Finding, Reading, Report
from reconcile.report import claim_words, summary, timeline
from reconcile.report.rows import Relation, Row, chosen_among, likewise, relations, rows
from reconcile.report.ruling import misread_lines, news_words, ruling_words
from reconcile.report.safe import markdown as md
from reconcile.report.view import View, conflicts, told_once, view
from reconcile.report.words import (
    ROLES,
    fact_label,
    headline_in_words,
    named_outlet,
    number_of,
    published_in_words,
    status_in_words,
    value_in_words,
    worked_out,
)
from reconcile.resolve.words import actor_in_words
from reconcile.rulebook import Rulebook

PROVENANCE = ("Value", "Quote", "Source", "Published", "Speaker", "How")
_MOST_RELATIONS = 8
_MOST_NAMED = 12
_NO_ID = re.compile(r"[^A-Za-z0-9_-]")
_LEGEND = "**Bold** values are what the article itself gives as its answer for its main event. ″ is the value above."


def write(report: Report, book: Rulebook) -> str:
    """`report` as Markdown: what was read, the conflicts in short, each event with its facts, the articles."""
    shown = view(report, book)
    lines = [*_head(shown)]
    for event in shown.events:
        lines += _event(event, shown)
    lines += _asides(shown)
    if misread := misread_lines(shown):
        lines += ("## Set aside as misread", "", *(f"- {md(line)}" for line in misread), "")
    lines += _articles(shown)
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(shown: View) -> Iterator[str]:
    yield from ("# What the articles say, and where they disagree", "")
    yield from (f"**{summary.counted(shown)}.** {md(summary.read(shown))}.", "")
    if found := summary.problems(shown):
        yield from ("## Problems", "", *(f"- {md(article)}: {md(what)}" for article, what in found), "")
    if disputed := conflicts(shown):
        yield from ("## Conflicts in short", "", *(_disputed(finding, shown) for finding in disputed), "")


def _disputed(finding: Finding, shown: View) -> str:
    place = f"[{md(shown.labels[finding.event])}](#{_anchor(finding.id)})"
    return f"- **{md(finding.severity)}** · {md(summary.disputed(finding, shown))} · {place}"


def _event(event: Event, shown: View) -> Iterator[str]:
    yield from (f'<a id="{_anchor(event.id)}"></a>', "", f"## {md(shown.labels[event.id])}", "")
    named = [md(shown.sources[article]) for article in event.articles[:_MOST_NAMED]]
    more = len(event.articles) - _MOST_NAMED
    yield from (f"Told by {'; '.join(named)}{f' and {more} more' if more > 0 else ''}.", "")
    if event.because:
        yield from ("<details><summary>Why these were put together</summary>", "")
        yield from (*(f"- {md(reason)}" for reason in event.because), "", "</details>", "")
    singles = [finding for finding in shown.findings[event.id] if told_once(finding)]
    for finding in shown.findings[event.id]:
        if finding not in singles:
            yield from _finding(finding, shown)
    if singles:
        yield from ("### Told by one source only", "")
        yield from _together(singles, shown)


def _finding(finding: Finding, shown: View) -> Iterator[str]:
    status = status_in_words(finding.status, finding.severity)
    yield from (f'<a id="{_anchor(finding.id)}"></a>', "")
    yield from (f"### {md(fact_label(finding.fact, shown.book))}: {md(status)}", "")
    if finding.wording:
        yield from (f"> {md(finding.wording)}", "")
    if table := [_provenance(row, finding, shown) for row in rows(finding, shown)]:
        yield from _table(PROVENANCE, table)
    yield from _relations(relations(finding, shown))
    if told := list(timeline.lines(finding, shown)):
        yield from ("Over time:", "", *(f"- {md(line)}" for line in told), "")
    if lines := list(_conclusion(finding, shown)):
        yield from ("In sum:", "", *lines, "")


def _together(findings: Sequence[Finding], shown: View) -> Iterator[str]:
    """Several findings in one table, the sentences about them below it."""
    table = []
    for finding in findings:
        fact = f'<a id="{_anchor(finding.id)}"></a>{md(fact_label(finding.fact, shown.book))}'
        for place, row in enumerate(rows(finding, shown)):
            table.append(("″" if place else fact, *_provenance(row, finding, shown)))
    yield from _table(("Fact", *PROVENANCE), table)
    said = [(finding, " ".join(filter(None, (finding.wording, *finding.notes)))) for finding in findings]
    lines = [f"- {md(fact_label(finding.fact, shown.book))}: {md(words)}" for finding, words in said if words]
    yield from (*lines, *([""] if lines else []))


def _provenance(row: Row, finding: Finding, shown: View) -> tuple[str, ...]:
    claim = row.claim
    return (
        _value(row, finding, shown),
        f"“{md(claim.quote)}”",
        _source(row, shown),
        md(claim_words.published_words(claim, shown)),
        md(claim_words.speaker_words(claim, shown)) or "—",
        md(_how(row, finding, shown)),
    )


def _how(row: Row, finding: Finding, shown: View) -> str:
    """Stance and role; that it is of the whole is worth saying only of a figure."""
    stance, role = claim_words.stance_words(row.claim), claim_words.role_words(row)
    return stance if role == ROLES["total"] and shown.kind(finding.fact) != "count" else f"{stance}, {role}"


def _source(row: Row, shown: View) -> str:
    """The outlet, where in which article it says so, and whose figure that is where it is not its own."""
    claim, again = row.claim, claim_words.again_words(row)
    place = md(claim_words.place_words(claim) + (f", {again}" if again else ""))
    outlet = md(named_outlet(shown.article(claim), shown.book))
    lines = [outlet, f"<sub>{place}</sub>"] if outlet else [place]
    if claim.origin not in ("", claim.article):
        way = (claim_words.origin_words(one, shown) for one in claim.chain[1:])
        lines.append(f"<sub>← {md(' ← '.join(way))}</sub>")
    return "<br>".join(lines)


def _value(row: Row, finding: Finding, shown: View) -> str:
    words = md(claim_words.value_words(row, finding, shown)) if row.first else "″"
    voiced = f"**{words}**" if row.claim.says and row.first else words
    notes = [worked_out(row.claim)]
    if row.first and len(row.value.articles) > 1:
        notes.append(f"{number_of(len(row.value.articles), 'article')}, {number_of(row.value.origins, 'origin')}")
    return "<br>".join([voiced, *(f"<sub>{md(note)}</sub>" for note in notes if note)])


def _relations(found: Sequence[Relation]) -> Iterator[str]:
    deciding = [relation for relation in found if relation.decides]
    others = [relation for relation in found if not relation.decides]
    if deciding:
        yield from ("Compared:", "", *_relation_lines(deciding), "")
    if others:
        yield from (f"<details><summary>Comparisons that leave the status as it is ({len(others)})</summary>", "")
        yield from (*_relation_lines(others), "", "</details>", "")


def _relation_lines(found: Sequence[Relation]) -> Iterator[str]:
    for relation in found[:_MOST_RELATIONS]:
        severity = f" ({md(relation.severity)})" if relation.severity not in ("", "none") else ""
        yield f"- **{md(relation.verdict)}**{severity}: {md(relation.say + likewise(relation))}"
    if len(found) > _MOST_RELATIONS:
        yield f"- and {len(found) - _MOST_RELATIONS} more; the JSON report has them all"


def _conclusion(finding: Finding, shown: View) -> Iterator[str]:
    kind, headline = shown.kind(finding.fact), finding.headline
    if ruled := ruling_words(finding, shown):
        yield f"- **Ruled {md(ruled)}**"
    if news := news_words(finding):
        yield f"- **Reopened:** {md(news)}"
    yield from (f"- {md(note)}" for note in finding.notes)
    if finding.range and len(finding.values) > 1:
        yield f"- Range: {md(value_in_words(finding.range, kind, shown.book))}"
    if headline.value and chosen_among(finding):
        steps = f" {md(' '.join(headline.steps))}" if headline.steps else ""
        policy = f" (policy: {md(headline.policy)})." if headline.policy else "."
        yield f"- To print: **{md(headline_in_words(headline, kind, shown.book))}**{policy}{steps}"


def _asides(shown: View) -> Iterator[str]:
    if not shown.asides:
        return
    yield from ("## Other events, each told by one article", "")
    table = []
    for event in shown.asides:
        label = f'<a id="{_anchor(event.id)}"></a>{md(shown.labels[event.id])}'
        for finding in shown.findings[event.id]:
            fact = md(fact_label(finding.fact, shown.book))
            table += [(label, fact, *_provenance(row, finding, shown)) for row in rows(finding, shown)]
        if not shown.findings[event.id]:
            told = md("; ".join(shown.sources[article] for article in event.articles))
            table.append((label, "—", "—", "—", told, *["—"] * (len(PROVENANCE) - 3)))
    yield from _table(("Event", "Fact", *PROVENANCE), table)


def _articles(shown: View) -> Iterator[str]:
    yield from ("## Articles read", "")
    header = ("Article", "Title", "Outlet", "Published", "Language", "Origin", "Main event")
    yield from _table(header, [_article(reading, shown) for reading in shown.report.articles])
    yield f"<sub>{_LEGEND}</sub>"


def _article(reading: Reading, shown: View) -> tuple[str, ...]:
    article, event = reading.article, reading.main_event
    return (
        md(article.id),
        md(article.title) or "—",
        md(named_outlet(article, shown.book)) or "—",
        md(published_in_words(article)),
        md(article.language) or "—",
        md(_origin(reading, shown)) or "—",
        f"[{md(shown.labels[event])}](#{_anchor(event)})" if event in shown.labels else "—",
    )


def _origin(reading: Reading, shown: View) -> str:
    """Whose text it is, and why where that is not its own."""
    own = "itself" if reading.origin == reading.article.id else actor_in_words(reading.origin, shown.book)
    return ": ".join(filter(None, (own, "; ".join(reading.because))))


def _table(header: Sequence[str], table: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{' --- |' * len(header)}"
    for row in table:
        yield f"| {' | '.join(row)} |"
    yield ""


def _anchor(identity: str) -> str:
    return _NO_ID.sub("", identity)
