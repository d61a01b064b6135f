"""What was read, in a few lines. In: a view of a report. Out: sentences for the head of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.model import Claim, Finding
from reconcile.report.claim_words import giver_words
from reconcile.report.rows import decides, rows, voices
from reconcile.report.ruling import news_words, ruling_words
from reconcile.report.view import View, conflicts
from reconcile.report.words import SEVERITIES, fact_label, named_outlet, number_of, value_in_words


@dataclass(frozen=True, slots=True)
class Answer:
    """A value in words with who gives it, each once, and the claims in which they do."""

    words: str
    givers: tuple[str, ...]
    claims: tuple[Claim, ...]


def counted(shown: View) -> str:
    """`5 articles, 3 events, 4 conflicts (2 high, 1 medium, 1 low; 1 ruled on), 1 problem`."""
    found = conflicts(shown)
    severities = Counter(finding.severity for finding in found)
    parts = ", ".join(f"{severities[severity]} {severity}" for severity in SEVERITIES if severities[severity])
    ruled = sum(not finding.is_open for finding in found)
    parts += f"; {ruled} ruled on" if ruled else ""
    words = [
        number_of(len(shown.report.articles), "article"),
        number_of(len(shown.report.events), "event"),
        number_of(len(found), "conflict") + (f" ({parts})" if parts else ""),
        number_of(len(problems(shown)), "problem"),
    ]
    return ", ".join(words)


def read(shown: View) -> str:
    """From where and when the articles are: `From 4 outlets, published 2024-03-24 to 2024-03-31; 1 without a date`."""
    articles = [reading.article for reading in shown.report.articles]
    named = [named_outlet(article, shown.book) for article in articles]
    outlets, unnamed = set(named) - {""}, named.count("")
    days = sorted(article.published[:10] for article in articles if article.published)
    parts = (
        [f"from {number_of(len(outlets), 'outlet')}" + (f" and {unnamed} unnamed" if unnamed else "")]
        if outlets
        else []
    )
    if days:
        parts.append(f"published {days[0]}" + (f" to {days[-1]}" if days[-1] != days[0] else ""))
    if len(days) < len(articles):
        parts.append(f"{len(articles) - len(days)} without a publication date")
    sentence = "; ".join(parts)
    return sentence[:1].upper() + sentence[1:]


def problems(shown: View) -> tuple[tuple[str, str], ...]:
    """Every problem with the article it is of: what could not be read, then what is wrong inside an article."""
    unread = [(problem.article, problem.problem) for problem in shown.report.problems]
    inside = [(reading.article.id, what) for reading in shown.report.articles for what in reading.problems]
    return tuple(dict.fromkeys((*unread, *inside)))


def in_short(finding: Finding, shown: View, most: int = 4) -> str:
    """A finding in one line: `Death toll: at least 133 (Outlet A); 143 (Outlet B)`."""
    values = [f"{answer.words} ({givers_in_short(answer.givers)})" for answer in answers(finding, shown)]
    more = len(values) - most
    told = "; ".join(values[:most]) + (f"; and {number_of(more, 'other value')}" if more > 0 else "")
    return f"{fact_label(finding.fact, shown.book)}: {told or instead(finding)}"


def answers(finding: Finding, shown: View) -> tuple[Answer, ...]:
    """The values that bear on the finding's status."""
    speaking = voices(finding, shown)
    involved = {claim for v in finding.verdicts if decides(v, speaking) for claim in (v.a, v.b)} | speaking
    found: dict[str, list[Claim]] = {}
    for row in rows(finding, shown):
        if row.claim.id in involved:
            words = value_in_words(row.value.value, shown.kind(finding.fact), shown.book, row.claim.quote)
            found.setdefault(words, []).append(row.claim)
    return tuple(
        Answer(words, tuple(dict.fromkeys(giver_words(c, finding.fact, shown) for c in claims)), tuple(claims))
        for words, claims in found.items()
    )


def instead(finding: Finding) -> str:
    """What to say of a finding to which no article gives an answer."""
    said = [*finding.notes, *(verdict.say for verdict in finding.verdicts), "no article gives an answer of its own"]
    return said[0]


def disputed(finding: Finding, shown: View) -> str:
    """A conflict in one line, with the ruling on it and what is new since."""
    ruled, news = ruling_words(finding, shown), news_words(finding)
    ends = [in_short(finding, shown), ruled and f"Ruled {ruled}", news and f"Reopened: {news}"]
    return ". ".join(filter(None, ends))


def givers_in_short(names: Sequence[str]) -> str:
    """The first two of `names`, and how many more: `Outlet A, Outlet B and 3 more`."""
    return ", ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")
