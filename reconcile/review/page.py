"""A conflict as an editor sees it. In: a case and what of it is looked at. Out: lines of text for a width.

First what is wrong, then the two sides, then everything that helps to rule on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.model import Article, Claim
from reconcile.report import timeline
from reconcile.report.claim_words import place_words, published_words, role_words, speaker_words, stance_words
from reconcile.report.rows import rows
from reconcile.report.ruling import ruling_words
from reconcile.report.view import View
from reconcile.report.words import ROLES, headline_in_words, named_outlet, number_of, value_in_words, worked_out
from reconcile.resolve.words import actor_in_words
from reconcile.review.cases import Case
from reconcile.review.looks import DIM, FOCUS, GOOD, STRONG, WARN, Line, Piece, beside, words, wrap
from reconcile.review.pairs import Pair
from reconcile.review.passage import paragraph, quoted
from reconcile.rulebook.place import rule_in_words

BESIDE = 64  # columns from which on the two sides stand side by side
_BETWEEN = " │ "
_LEAD = 7

Reread = Callable[[Article], Article]


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked at: which of a conflict's pairs, of how many, and which of its sides is in focus."""

    pair: Pair
    number: int
    count: int
    side: int
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """`sides` are the lines, from and to, and the columns, from and to, in which each side stands."""

    lines: tuple[Line, ...]
    sides: tuple[tuple[range, range], ...] = ()


def page(case: Case, at: Looked, shown: View, read: Reread, columns: int) -> Page:
    """The whole page about a conflict; `read` gives an article with its text, and raises OSError where it cannot."""
    head = [*_heading(case, at, shown, columns), *_ruled(case, at, shown, columns), *_verdict(case, at, columns)]
    roles = {row.claim.id: role_words(row) for row in rows(case.finding, shown)}
    blocks = [_side(n, at, shown, read, roles, _width(columns, at)) for n in range(len(at.pair.sides))]
    between: list[Line] = []
    sides: list[tuple[range, range]] = []
    if len(blocks) == 2 and columns >= BESIDE:
        half = _width(columns, at)
        between = beside(blocks[0], blocks[1], half, _BETWEEN)
        rows_ = range(len(head), len(head) + len(between))
        sides = [(rows_, range(half + 1)), (rows_, range(half + 1, columns))]
    else:
        for block in blocks:
            first = len(head) + len(between)
            between += [*block, ()]
            sides.append((range(first, first + len(block)), range(columns)))
    return Page((*head, *between, *_rest(case, at, shown, columns)), tuple(sides))


def _width(columns: int, at: Looked) -> int:
    return (columns - len(_BETWEEN)) // 2 if len(at.pair.sides) == 2 and columns >= BESIDE else columns


def _heading(case: Case, at: Looked, shown: View, columns: int) -> list[Line]:
    label = shown.labels.get(case.finding.event, case.event.label)
    return wrap([words(f"{case.fact}: ", STRONG), words(label), words(_which(at), DIM)], columns)


def _which(at: Looked) -> str:
    return f"  (pair {at.number + 1} of {at.count})" if at.count > 1 else ""


def _ruled(case: Case, at: Looked, shown: View, columns: int) -> Iterator[Line]:
    if ruling := ruling_words(case.finding, shown):
        reopened = case.finding.is_open
        yield from _led("ruled", [words(ruling, GOOD if not reopened else DIM)], columns)
        if case.finding.decision is not None and case.finding.decision.new:
            news = "; ".join(case.finding.decision.new)
            yield from _led("new", [words(f"{news}: updated since, and open again", WARN)], columns)
    if at.comment:
        yield from _led("note", [words(f"“{at.comment}” goes with your ruling", WARN)], columns)


def _verdict(case: Case, at: Looked, columns: int) -> Iterator[Line]:
    verdict = at.pair.verdict
    if verdict is not None:
        severity = "" if verdict.severity == "none" else f", {verdict.severity}"
        more = f" (and {number_of(at.pair.alike, 'pair')} alike)" if at.pair.alike else ""
        yield from wrap(
            [words(f"{verdict.verdict}{severity}: ", STRONG), words(verdict.say), words(more, DIM)], columns
        )
    else:
        yield from _faults(case, columns)


def _faults(case: Case, columns: int) -> Iterator[Line]:
    for fault in case.finding.faults:
        severity = "" if fault.severity == "none" else f", {fault.severity}"
        yield from wrap([words(f"fault{severity}: ", STRONG), words(fault.say)], columns, hang=_LEAD)


def _side(number: int, at: Looked, shown: View, read: Reread, roles: Mapping[str, str], columns: int) -> list[Line]:
    """One side: the value, who gives it and when, whose it is, and the words in their paragraph."""
    claim = at.pair.sides[number]
    other = at.pair.sides[1 - number] if len(at.pair.sides) == 2 else None
    focus = number == at.side
    lead = Piece(f"{'▶' if focus else ' '}{'AB'[number]} ", FOCUS if focus else DIM)
    lines = wrap([lead, words(_value(claim, shown), STRONG)], columns, hang=3)
    about = (_outlet(claim, shown), _origin(claim, shown), _speaker(claim, shown, roles))
    lines += wrap(["   ", words("; ".join(filter(None, about)))], columns, hang=3)
    place = place_words(claim).rpartition("/")[2]  # the file; the article's own screen has all of its path
    lines += wrap(["   ", words(place, DIM)], columns, hang=3)
    return [*lines, *_words(claim, other, shown, read, columns)]


def _words(claim: Claim, other: Claim | None, shown: View, read: Reread, columns: int) -> Iterator[Line]:
    try:
        article = read(shown.article(claim))
        yield from wrap(["   ", *paragraph(claim, other, article, shown.book, columns)], columns, hang=3)
    except OSError as gone:
        yield from wrap(["   ", *quoted(claim, other)], columns, hang=3)
        yield from wrap(["   ", words(str(gone), WARN)], columns, hang=3)


def _value(claim: Claim, shown: View) -> str:
    kind, value = shown.kind(claim.fact), str(claim.value)
    said = value_in_words(value, kind, shown.book, claim.quote)
    spelled = f" ({value})" if kind == "count" and not value.isdecimal() else ""
    worked = worked_out(claim)
    return f"{said}{spelled}{f', {worked}' if worked else ''}"


def _outlet(claim: Claim, shown: View) -> str:
    outlet = named_outlet(shown.article(claim), shown.book)
    return ", ".join(filter(None, (outlet, published_words(claim, shown))))


def _origin(claim: Claim, shown: View) -> str:
    """Whose figure it is, and through whom it came but for those who are named as speaking."""
    if claim.origin in ("", claim.article):
        return "its own report"
    passed = (one for one in claim.chain if one not in (claim.article, claim.origin, claim.speaker, *claim.via))
    way = ", ".join(_named(one, shown) for one in passed)
    return f"origin {_named(claim.origin, shown)}{f' by way of {way}' if way else ''}"


def _named(one: str, shown: View) -> str:
    if one in shown.readings:
        return shown.sources[one]
    outlet = shown.book.outlets.get(one)
    return outlet.name if outlet is not None else actor_in_words(one, shown.book)


def _speaker(claim: Claim, shown: View, roles: Mapping[str, str]) -> str:
    """What is not plain about how it is said."""
    speaker, role = speaker_words(claim, shown), roles.get(claim.id, ROLES.get(claim.role, claim.role))
    notes = (
        f"according to {speaker}" if speaker else "",
        stance_words(claim) if claim.stance != "asserted" else "",
        role if role != ROLES["total"] else "",
    )
    return ", ".join(filter(None, notes))


def _rest(case: Case, at: Looked, shown: View, columns: int) -> Iterator[Line]:
    finding, kind = case.finding, shown.kind(case.finding.fact)
    yield ()
    if at.pair.verdict is not None:
        yield from _faults(case, columns)
        name, says = rule_in_words(shown.book, at.pair.verdict.rule)
        yield from _led("rule", [words("; ".join((name, *says)))], columns)
    given = [
        f"{value_in_words(one.value, kind, shown.book)} ({number_of(one.origins, 'origin')})" for one in finding.values
    ]
    yield from _led("given", [words("; ".join(given))], columns)
    for number, step in enumerate(timeline.lines(finding, shown)):
        yield from _led("time" if number == 0 else "", [words(step)], columns)
    if finding.headline.value:
        said = headline_in_words(finding.headline, kind, shown.book)
        yield from _led("print", [words(f"{said} ({finding.headline.policy})")], columns)
    if finding.wording:
        yield from _led("write", [words(finding.wording)], columns)
    for note in finding.notes:
        yield from _led("note", [words(note)], columns)


def _led(lead: str, pieces: Sequence[Piece], columns: int) -> list[Line]:
    """Words with a lead before them, all in one column."""
    return wrap([Piece(f"{lead:<{_LEAD}}", DIM), *pieces], columns, hang=_LEAD)
