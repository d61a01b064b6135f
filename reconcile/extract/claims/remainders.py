"""What only an article's other claims settle. In: its claims in text order. Out: the same, roles and figures settled.

"Five people were shot, one of them died": four are injured; which wording counts both, its rule says (`less`). And
"one of them" is a total as long as no other figure on the dead stands beside it: it is some of those shot."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reconcile.extract.claims.roles import SOME
from reconcile.kinds import count
from reconcile.kinds.count import Count
from reconcile.model import Claim, Span
from reconcile.rulebook.language.people import Around
from reconcile.text.fold import fold
from reconcile.text.sentences import sentence_at

_REACH = 3  # sentences between two figures of which one may hold the other
_WINDOW = 40  # characters before a figure that are looked at
_UNSURE = ("denied", "possible")
Worded = tuple[Claim, Span]


def remainders(
    claims: Sequence[Worded], less: Mapping[str, str], sentences: Sequence[Span], text: str, words: Around
) -> list[Worded]:
    """`claims`, with those of a rule in `less` (rule -> fact) lowered by that fact's figure, without those of which
    nothing is left."""
    kept: list[Worded] = []
    figures = {fact: _Figures(claims, fact) for fact in sorted(set(less.values()))}
    for claim, wording in claims:
        fact = less.get(claim.rule)
        if (
            fact is None
            or claim.role in ("part", "increment")
            or not set(words.other_after).isdisjoint(fold(claim.quote).replace(",", "").split())
        ):
            kept.append((claim, wording))
            continue
        rest = _rest(claim, _taken(claim, figures[fact], sentences, text, words))
        kept += [(rest, wording)] if rest is not None else []
    return kept


def with_totals(claims: Sequence[Worded]) -> list[Worded]:
    """`claims`, where a fact without a total takes its first figure for one, if only other facts' figures make that a
    part or an increment: "three died and another was hurt"."""
    settled, lacking = list(claims), {c.fact for c, _ in claims} - {c.fact for c, _ in claims if c.role == "total"}
    for fact in sorted(lacking):
        first = next((n for n, (c, _) in enumerate(settled) if c.fact == fact and c.role != "background"), None)
        if first is None:
            continue
        claim, wording = settled[first]
        if claim.role == "increment" or f"part: {SOME}" in claim.steps:
            step = "total: no other figure on this stands in the article"
            settled[first] = (replace(claim, role="total", steps=(*claim.steps, step)), wording)
    return settled


class _Figures:
    """The figures of one fact, asked by place."""

    def __init__(self, claims: Sequence[Worded], fact: str) -> None:
        sure = [claim for claim, _ in claims if claim.fact == fact and claim.stance not in _UNSURE]
        self._claims = sorted(sure, key=_start)  # stable: of one place in the order of the claims
        self._first: dict[str, Claim] = {}  # the first total of each value
        for claim in self._claims:
            if claim.role == "total":
                self._first.setdefault(str(claim.value), claim)

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
    """The figure to take off: the sentence's own if it follows or comes out of the other ("one of five shot"), none if
    it stands apart before it ("one dead, five shot"); without one the first total around it, or one as high."""
    number = sentence_at(sentences, claim.start)
    sentence, around = sentences[number], sentences[max(0, number - _REACH) : number + _REACH + 1]
    near = [c for c in figures.within(sentence, claim) if c.role != "background"]
    if near:
        return next((c for c in near if c.end > claim.start or _out_of(text[: claim.start], words)), None)
    reach = Span(around[0].start, around[-1].end)
    totals = [c for c in (*figures.within(reach, claim), figures.as_high(claim)) if c is not None and c.role == "total"]
    return min(totals, key=_start, default=None)


def _out_of(before: str, words: Around) -> bool:
    """Whether text ends in a word that says that what follows holds what went before: "killed in a", "one of the"."""
    last = fold(before[-_WINDOW:]).split()
    while last and last[-1] in (*words.one, *words.the):
        last.pop()
    return last[-1:] != [] and last[-1] in words.out_of


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
    return replace(claim, value=rest, steps=(*claim.steps, step))
