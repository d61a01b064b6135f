"""Who is left of a figure that counts others too. In: the claims of one happening. Out: the same, such figures lowered.

"Five people were shot, one of them died": four are injured. Which wording counts both, its rule says (`less`), and its
claim carries on (`Claim.holds`). What is taken off is what the same sentence says of the others, else the article's
answer for the same happening."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from reconcile.kinds import count
from reconcile.kinds.count import Count
from reconcile.model import UNSETTLED, Claim, Span
from reconcile.rulebook.language.people import Around
from reconcile.text.fold import fold
from reconcile.text.sentences import sentence_at

_REACH = 3  # sentences between two figures of which one may hold the other
Answer = Callable[[Sequence[Claim]], Claim | None]


def remainders(
    claims: Sequence[Claim], sentences: Sequence[Span], text: str, words: Around, answer: Answer
) -> list[Claim]:
    """`claims`, those that hold the figure of another fact lowered by it, without those of which nothing is left;
    `answer` tells which of several claims of one fact the article gives as its answer."""
    kept: list[Claim] = []
    figures = {fact: _Figures(claims, fact, answer) for fact in sorted({claim.holds for claim in claims} - {""})}
    for claim in claims:
        if not claim.holds or claim.role in ("part", "increment"):
            kept.append(claim)
            continue
        rest = _rest(claim, _taken(claim, figures[claim.holds], sentences, text, words))
        kept += [rest] if rest is not None else []
    return kept


class _Figures:
    """The figures of one fact, asked by place, and the one that answers for it."""

    def __init__(self, claims: Sequence[Claim], fact: str, answer: Answer) -> None:
        sure = [claim for claim in claims if claim.fact == fact and claim.stance not in UNSETTLED]
        self._claims = sorted(sure, key=_start)  # stable: of one place in the order of the claims
        self._first: dict[str, Claim] = {}  # the first total of each value
        for claim in self._claims:
            if claim.role == "total":
                self._first.setdefault(str(claim.value), claim)
        self.answer = answer(self._claims)

    def within(self, reach: Span, claim: Claim) -> list[Claim]:
        """Those that begin in `reach` and of which `claim` may hold the figure."""
        first = bisect_left(self._claims, reach.start, key=_start)
        last = bisect_left(self._claims, reach.end, key=_start)
        return [one for one in self._claims[first:last] if _fits(one, claim)]

    def as_high(self, claim: Claim) -> Claim | None:
        """The first total of just the claim's value."""
        found = self._first.get(str(claim.value))
        return found if found is not None and _fits(found, claim) else None


def _start(claim: Claim) -> int:
    return claim.start


def _taken(claim: Claim, figures: _Figures, sentences: Sequence[Span], text: str, words: Around) -> Claim | None:
    """The figure to take off: the sentence's own, unless the two stand side by side in a list ("one dead, five shot");
    without one the article's answer, or else the first total around it."""
    number = sentence_at(sentences, claim.start)
    sentence, around = sentences[number], sentences[max(0, number - _REACH) : number + _REACH + 1]
    near = [c for c in figures.within(sentence, claim) if c.role != "background"]
    if near:
        return next((c for c in near if not _beside(c, claim, text, words)), None)
    if figures.answer is not None and _fits(figures.answer, claim):
        return figures.answer
    reach = Span(around[0].start, around[-1].end)
    totals = [c for c in (*figures.within(reach, claim), figures.as_high(claim)) if c is not None and c.role == "total"]
    return min(totals, key=_start, default=None)


def _beside(other: Claim, claim: Claim, text: str, words: Around) -> bool:
    """Whether a figure stands before `claim` in one list with it: nothing but a comma or "and" between them."""
    between = fold(text[other.end : claim.start]).strip(" ,;")
    return other.end <= claim.start and between in ("", *words.joins)


def _fits(other: Claim, claim: Claim) -> bool:
    return (
        isinstance(other.value, Count)
        and isinstance(claim.value, Count)
        and other.value.form == "exact"
        and 0 < other.value.n <= claim.value.n
    )


def _rest(claim: Claim, taken: Claim | None) -> Claim | None:
    value = claim.value
    if taken is None or not isinstance(value, Count) or not isinstance(taken.value, Count) or value.form == "range":
        return claim
    left = value.n - taken.value.n
    if not left:
        return None
    rest = count.exactly(left) if value.form == "exact" else count.bounded(value.form, left)
    step = f"{value} less {taken.value} of {taken.fact} ({taken.quote!r}) is {rest}"
    return replace(claim, value=rest, figure=False, steps=(*claim.steps, step))
