"""What each article, taken alone, gives as the answer. In: the claims of its main happening. Out: which of them `say`.

Normally one for each fact: the first total that it stands by. Several where it names several without choosing:
figures of different named speakers, several weapons, and of attributions one for each speaker."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date as Day

from reconcile.kinds.count import Count
from reconcile.kinds.date import Date
from reconcile.model import Claim
from reconcile.rulebook import Rulebook

_RECENT = 60  # days before the publication in which most of what is reported happened
_UNSURE = ("denied", "possible", "reported")
_OTHERS = ("accused", "denied")  # what a party says of another; the article does not adopt it


def saying(claims: Sequence[Claim], book: Rulebook) -> set[int]:
    """The indexes of those of `claims` (one article, its main event) that are its answers."""
    answers: set[int] = set()
    for fact in sorted({claim.fact for claim in claims}):
        of_fact = [(n, claim) for n, claim in enumerate(claims) if claim.fact == fact]
        spec = book.facts[fact]
        choose = _each_speaker if spec.by_speaker else _CHOOSERS[spec.kind]
        answers.update(choose(of_fact))
    return answers


Numbered = tuple[int, Claim]


def _first_total(claims: Sequence[Numbered]) -> Iterable[int]:
    totals = [c for c in claims if c[1].role == "total"]
    standing = [c for c in totals if c[1].stance not in _UNSURE] or [c for c in totals if c[1].stance != "denied"]
    if not standing:
        return []
    standing.sort(key=lambda c: (_lone(c[1]), bool(c[1].counted), c[0]))  # everybody before a group, a group before one
    first = standing[0][1]
    rivals = [
        n
        for n, c in standing[1:]
        if c.speaker and first.speaker and c.speaker != first.speaker and c.value != first.value
    ]
    return [standing[0][0], *rivals]


def _lone(claim: Claim) -> bool:
    """Whether a figure is of one person: articles tell of the victims one by one, and give a wider figure elsewhere."""
    return isinstance(claim.value, Count) and claim.value.form == "exact" and claim.value.n == 1


def _most_exact_date(claims: Sequence[Numbered]) -> Iterable[int]:
    standing = [c for c in claims if c[1].role == "total" and c[1].stance not in _UNSURE]
    return [min(standing, key=lambda c: (_old(c[1]), _vagueness(c[1]), c[0]))[0]] if standing else []


def _old(claim: Claim) -> bool:
    """Whether a day lies so far before the publication that, beside a nearer one, it is of something recalled."""
    if not (claim.as_of and isinstance(claim.value, Date) and claim.value.last):
        return False
    return (Day.fromisoformat(claim.as_of[:10]) - claim.value.last).days > _RECENT


def _vagueness(claim: Claim) -> int:
    if not isinstance(claim.value, Date):
        return 9
    start = claim.value.start
    return sum(not part for part in (start.day, start.month, start.year))


def _best_stance(claims: Sequence[Numbered]) -> Iterable[int]:
    own = [c for c in claims if c[1].stance not in (*_UNSURE, *_OTHERS)]
    return (
        [min(own, key=lambda c: (c[1].stance == "suspected", str(c[1].value).startswith("name:"), c[0]))[0]]
        if own
        else []
    )


def _each_value(claims: Sequence[Numbered]) -> Iterable[int]:
    first: dict[str, int] = {}
    for n, claim in claims:
        if claim.stance not in _UNSURE:
            first.setdefault(str(claim.value), n)
    return first.values()


def _each_speaker(claims: Sequence[Numbered]) -> Iterable[int]:
    first: dict[str, int] = {}
    for n, claim in claims:
        first.setdefault(claim.speaker, n)
    return first.values()


_CHOOSERS: dict[str, Callable[[Sequence[Numbered]], Iterable[int]]] = {
    "actor": _best_stance,
    "count": _first_total,
    "date": _most_exact_date,
    "place": _first_total,
    "term": _each_value,
}
