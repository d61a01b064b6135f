"""Where a claim, a finding or an event comes from. In: its id and the report that has it. Out: a tree of sentences.

Nothing is worked out here: the tree prints what claims, events and verdicts carry as fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.errors import UsageError
from reconcile.model import Article, Claim, Event, Finding, Report, Span, Verdict
from reconcile.rulebook import Rulebook
from reconcile.rulebook.place import rule_in_words
from reconcile.rulebook.policies import VERDICTS
from reconcile.text.sentences import sentences

_WIDEST = 300  # characters of a sentence on either side of the quote


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of a derivation, with those that it rests on."""

    say: str
    below: tuple[Step, ...] = ()


def explain(identity: str, report: Report, book: Rulebook) -> Step:
    """The derivation of the claim, finding or event whose id is `identity` or alone begins so. Raises UsageError."""
    within = _Within(report, book)
    known: list[tuple[str, Claim | Finding | Event]] = [
        *((claim.id, claim) for claim in report.claims),
        *((finding.id, finding) for finding in report.findings),
        *((name, event) for event in report.events for name in (event.id, *event.aliases)),
    ]
    found = [one for name, one in known if name == identity] or [
        one for name, one in known if name.startswith(identity)
    ]
    if len(found) != 1:
        what = f"begins {len(found)} ids; give more of it" if found else "is no id of these articles under these rules"
        raise UsageError(f"{identity!r} {what}; reconcile report PATH... --format json lists them")
    match found[0]:
        case Claim() as claim:
            return within.claim(claim, verdicts=True)
        case Finding() as finding:
            return within.finding(finding)
        case Event() as event:
            return within.event(event)


def tree_lines(step: Step) -> Iterator[str]:
    """The tree as lines of text.

    >>> print(*tree_lines(Step("a", (Step("b", (Step("c"),)), Step("d")))), sep="|")
    a|├─ b|│  └─ c|└─ d
    """
    yield step.say
    for number, below in enumerate(step.below, 1):
        last = number == len(step.below)
        first, *rest = tree_lines(below)
        yield ("└─ " if last else "├─ ") + first
        yield from (("   " if last else "│  ") + line for line in rest)


def marked_sentence(article: Article, start: int, end: int, book: Rulebook) -> str:
    """The sentence of `article` around the span, on one line, with the span in ⟦ ⟧."""
    within = [span for span in sentence_spans(article, book) if span.start <= start < span.end]
    before, quote, after = around(article, start, end, within[0] if within else None)
    return " ".join(f"{before}⟦{quote}⟧{after}".split())


def sentence_spans(article: Article, book: Rulebook) -> list[Span]:
    """The sentences of `article`, those of its title and of its body apart, in text order; none without a language."""
    language = book.languages.get(article.language) or next(iter(book.languages.values()), None)
    if language is None:
        return []
    text, body = article.text, article.body_start
    head = [Span(s.start, min(s.end, body)) for s in sentences(text[:body], language.sentences)] if body else []
    return [*head, *sentences(text, language.sentences, body)]


def around(article: Article, start: int, end: int, sentence: Span | None) -> tuple[str, str, str]:
    """What of `sentence` stands before the span, the span, and what stands after it; a long rest is cut with `…`."""
    text = article.text
    inside = sentence is not None and sentence.start <= start < sentence.end
    begin, close = (sentence.start, max(sentence.end, end)) if sentence and inside else (start, end)
    left, right = max(begin, start - _WIDEST), min(close, end + _WIDEST)
    return "…" * (left > begin) + text[left:start], text[start:end], text[end:right] + "…" * (right < close)


class _Within:
    """A report with its cross references."""

    def __init__(self, report: Report, book: Rulebook) -> None:
        self.report, self.book = report, book
        self.claims = {claim.id: claim for claim in report.claims}
        self.events = {event.id: event for event in report.events}
        self.readings = {reading.article.id: reading for reading in report.articles}
        self.articles = {reading.article.id: reading.article for reading in report.articles}

    def claim(self, claim: Claim, *, verdicts: bool = False) -> Step:
        steps = [self.place(claim), self.rule(claim.rule, "made by the rule")]
        if claim.steps:
            steps.append(Step("read so", _lines(claim.steps)))
        if claim.speaker:
            steps.append(Step(f"said by {' via '.join((claim.speaker, *reversed(claim.via)))}"))
        if claim.origin:
            steps.append(self.origin(claim))
        if claim.misread:
            steps.append(Step(f"a person found that the article does not say so ({claim.misread}): it has no voice"))
        answer = "is" if claim.says else "is not"
        steps.append(Step(f"{answer} what the article, taken alone, gives as the answer for its main event"))
        if verdicts:
            steps.append(self.belonging(claim.event))
            steps += [self.verdict(verdict) for verdict in self.verdicts_of(claim)]
        return Step(f"{claim.id}: {claim.fact} {claim.value} ({claim.role}, {claim.stance})", tuple(steps))

    def origin(self, claim: Claim) -> Step:
        way = " ← ".join(claim.chain)
        because = (f"article {sentence}" for sentence in self.readings[claim.article].because)
        none = ", and has no voice: a later version of its article has its place" if claim.superseded else ""
        return Step(f"its origin is {claim.origin} ({way}){none}", _lines(tuple(because)))

    def place(self, claim: Claim) -> Step:
        article = self.articles[claim.article]
        published = f"published {article.published} by its {article.published_from}" if article.published else "undated"
        shown = marked_sentence(article, claim.start, claim.end, self.book) if article.text else f"⟦{claim.quote}⟧"
        about = ", ".join(filter(None, (article.outlet, published)))
        return Step(f"{claim.article}:{claim.line}:{claim.column} ({about})", (Step(shown),))

    def rule(self, rule: str, what: str) -> Step:
        name, says = rule_in_words(self.book, rule)
        return Step(f"{what} {name}", _lines(says))

    def belonging(self, identity: str) -> Step:
        event = self.events[identity]
        return Step(f"belongs to {event.id}: {event.label}", _lines(event.because))

    def verdicts_of(self, claim: Claim) -> Iterator[Verdict]:
        for finding in self.report.findings:
            yield from (verdict for verdict in finding.verdicts if claim.id in (verdict.a, verdict.b))

    def verdict(self, verdict: Verdict) -> Step:
        severity = "" if verdict.severity == "none" else f", {verdict.severity}"
        sides = tuple(Step(self.brief(self.claims[one])) for one in (verdict.a, verdict.b) if one in self.claims)
        policy = self.rule(verdict.rule, "by the policy")
        return Step(f"{verdict.verdict}{severity}: {verdict.say}", (*sides, policy))

    def brief(self, claim: Claim) -> str:
        quote = " ".join(claim.quote.split())
        return f"{claim.id}: {claim.value}, “{quote}”, {claim.article}:{claim.line}:{claim.column}"

    def finding(self, finding: Finding) -> Step:
        headline = finding.headline
        steps = [self.belonging(finding.event)]
        for row in finding.values:
            below = tuple(self.claim(self.claims[claim]) for claim in row.claims)
            steps.append(Step(f"{row.value}, from {row.origins} independent {_sources(row.origins)}", below))
        steps += [self.verdict(verdict) for verdict in sorted(finding.verdicts, key=_seriousness)]
        steps += _lines(finding.notes)
        if ruled := finding.decision:
            note = f": {ruled.note}" if ruled.note else ""
            said = f"{ruled.kind} {ruled.value}".strip()
            words = f"ruled {said} by {ruled.by} at {ruled.at}, {ruled.state} ({ruled.decision}){note}"
            steps.append(Step(words, _lines(ruled.new)))
        steps.append(Step(f"headline {headline.value} by the policy {headline.policy}", _lines(headline.steps)))
        return Step(f"{finding.id}: {finding.fact}, {finding.status}, severity {finding.severity}", tuple(steps))

    def event(self, event: Event) -> Step:
        findings = [finding for finding in self.report.findings if finding.event == event.id]
        told = tuple(Step(f"{f.id}: {f.fact}, {f.status}, severity {f.severity}") for f in findings)
        steps = (Step("told by", _lines(event.articles)), Step("put together because", _lines(event.because)))
        return Step(f"{event.id}: {event.label}", (*steps, Step("findings", told)))


def _seriousness(verdict: Verdict) -> int:
    return VERDICTS.index(verdict.verdict)


def _lines(sentences: Sequence[str]) -> tuple[Step, ...]:
    return tuple(Step(sentence) for sentence in sentences)


def _sources(number: int) -> str:
    return "source" if number == 1 else "sources"
