"""One number on two things: a figure of one article that another one gives for something else.

In: the answers of a fact of counts and the articles of its event. Out: remarks of low severity.

"4,460 dead" here and "4,460 in shelters" there may be a mix-up; it is a hint, never a conflict. Which numbers are
striking enough is the fact's `[materiality]`: round ones coincide by chance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reconcile.kinds.count import Count
from reconcile.model import Article, Claim, Fault
from reconcile.resolve.answers import Answer, answer_in_words
from reconcile.resolve.notes import names
from reconcile.resolve.words import listed
from reconcile.rulebook import Rulebook
from reconcile.rulebook.outlets import outlet_name
from reconcile.rulebook.spec import Fact

_DIGITS = 3  # that a striking number has before the noughts at its end
_LAST = 3  # digits that stand together however a number is written
_YEARS = range(1800, 2200)  # numbers that are a year where nothing parts their thousands
_BEHIND = re.compile(r"(?:\s+[^\s.;:!?]+){1,5}")  # what is quoted behind the number
_BEFORE = re.compile(r"(?:[^\s.;:!?]+\s+){1,2}$")  # and before it
_NEAR = 60  # characters before it in which that stands
_PARTED = r"[,. \u00a0\u202f]"


def coincidences(
    found: Sequence[Answer], own: Sequence[Claim], told: Sequence[Article], fact: Fact, book: Rulebook
) -> Iterator[Fault]:
    """A remark for each answer that is striking and stands on something else in another of the articles `told`; `own`
    are all claims of the event, of this and other facts."""
    least = fact.materiality.striking if fact.materiality else 0
    for answer in found:
        number = answer.value.n if isinstance(answer.value, Count) else 0
        if least and number >= least and len(str(number).rstrip("0")) >= _DIGITS:
            yield from _remark(answer, number, own, {article.id: article for article in told}, fact, book)


def _remark(
    answer: Answer,
    number: int,
    own: Sequence[Claim],
    told: Mapping[str, Article],
    fact: Fact,
    book: Rulebook,
) -> Iterator[Fault]:
    giving = {claim.article for claim in own if claim.fact == fact.id and _is(claim, number)}
    elsewhere = []
    for name, article in sorted(told.items()):
        quote = _other_claim(own, name, number, fact) if name in giving else _in_text(article.text, number)
        if quote:
            outlet = outlet_name(article.outlet, article.url, book) or name.rpartition("/")[2]
            elsewhere.append(f"“{quote}” ({outlet})")
    if elsewhere:
        value = f"{answer_in_words(answer, book)} ({listed(names(answer.voices))})"
        says = f"The {fact.label} of {value} stands on something else too: {listed(elsewhere[:2])}."
        yield Fault((answer.voices[0].claim.article,), says, "low")


def _is(claim: Claim, number: int) -> bool:
    return isinstance(claim.value, Count) and claim.value.n == number


def _other_claim(own: Sequence[Claim], article: str, number: int, fact: Fact) -> str:
    """Where an article gives the number for two facts itself: the words of the other one."""
    others = [c for c in own if c.article == article and c.fact != fact.id and c.figure and _is(c, number)]
    mine = {(c.start, c.end) for c in own if c.article == article and c.fact == fact.id}
    apart = sorted((c.start, " ".join(c.quote.split())) for c in others if (c.start, c.end) not in mine)
    return apart[0][1] if apart else ""


def _in_text(text: str, number: int) -> str:
    """The number and the words behind it where `text` has it in figures; empty where it has not."""
    if str(number)[-_LAST:] not in text:  # as in most it is not, which takes no pattern to see
        return ""
    grouped = f"{number:,}".replace(",", _PARTED)
    bare = f"|{number}" if number not in _YEARS and number >= 1000 else ""
    match = re.search(rf"(?<![\w.,:/-])(?:{grouped}{bare})(?![\w%:/-]|[.,]\d)", text)
    if match is None:
        return ""
    behind = _BEHIND.match(text, match.end())
    before = _BEFORE.search(text[max(0, match.start() - _NEAR) : match.start()])
    start = match.start() - (len(before[0]) if before else 0)
    return " ".join(text[start : behind.end() if behind else match.end()].split())
