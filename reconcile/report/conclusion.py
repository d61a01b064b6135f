"""What a finding comes to, below its table. In: a finding. Out: a lead word and a sentence each."""

from __future__ import annotations

from reconcile.model import Finding
from reconcile.report import timeline
from reconcile.report.rows import chosen_among
from reconcile.report.ruling import news_words, ruling_words
from reconcile.report.view import View
from reconcile.report.words import headline_in_words, value_in_words


def conclusion(finding: Finding, shown: View) -> list[tuple[str, str]]:
    """What people ruled and what is new since, notes, how a figure moved, the range, what to print and to write."""
    kind, headline = shown.kind(finding.fact), finding.headline
    lines = [("ruled", ruling_words(finding, shown)), ("new", news_words(finding))]
    lines += [("note", note) for note in finding.notes]
    lines.append(("moved", timeline.short(finding, shown)))
    if finding.range and len(finding.values) > 1:
        lines.append(("range", value_in_words(finding.range, kind, shown.book)))
    if headline.value and chosen_among(finding):
        policy = f" (policy: {headline.policy})" if headline.policy else ""
        value = headline_in_words(headline, kind, shown.book)
        lines.append(("print", f"{value}{policy}. {' '.join(headline.steps)}".strip()))
    lines.append(("write", finding.wording))
    return [(lead, words) for lead, words in lines if words]
