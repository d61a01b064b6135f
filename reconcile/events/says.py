"""What each article, taken alone, gives as the answer. In: the claims of its main happening. Out: which of them `say`.

Normally one for each fact: the first total that it stands by. Several where it names several without choosing:
figures of different named speakers, several weapons, and of attributions one for each speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from reconcile.events.placed import finest, town_of
from reconcile.events.recent import long_gone, to_come
from reconcile.kinds.count import Count, Rounding, possible_together
from reconcile.kinds.date import Date
from reconcile.model import UNSURE, Claim
from reconcile.rulebook import Rulebook
from reconcile.rulebook.gazetteer import gazetteer
from reconcile.rulebook.spec import Fact

OPENING = 400  # characters of the body in which it says what its title says
_NEAR = 3  # times a lower bound up to which an exact figure is taken for the same count
_OTHERS = ("accused", "denied")  # what a party says of another; the article does not adopt it


def saying(claims: Sequence[Claim], book: Rulebook, *, title_end: int = 0) -> set[int]:
    """The indexes of those of `claims` (one article, its main event) that are its answers; its title, where it stands
    in the text, ends at `title_end`."""
    answers: set[int] = set()
    for fact in sorted({claim.fact for claim in claims}):
        of_fact = [(n, claim) for n, claim in enumerate(claims) if claim.fact == fact]
        spec = book.facts[fact]
        if spec.kind == "count":
            chosen = list(_first_total(of_fact, title_end))
        else:
            chosen = list((_each_speaker if spec.by_speaker else _CHOOSERS[spec.kind])(of_fact))
        if spec.kind == "place":
            chosen = [town_of(finest(n, of_fact, gazetteer(book)), of_fact, book) for n in chosen]
        answers.update(_beside_title(chosen, of_fact, title_end, spec, book) if chosen else chosen)
    return answers


Numbered = tuple[int, Claim]


def _first_total(claims: Sequence[Numbered], title_end: int = 0) -> Iterable[int]:
    totals = [c for c in claims if c[1].role == "total"]
    standing = [c for c in totals if c[1].stance not in UNSURE] or [c for c in totals if c[1].stance != "denied"]
    if not standing:
        return []
    standing.sort(key=lambda c: (_lone(c[1], title_end), bool(c[1].counted), c[0]))  # everybody, a group, one by one
    newest = [c for c in standing if c[1].latest and _outnumbers(c[1], standing[0][1])]
    if newest:
        return [max(newest, key=lambda c: (_number(c[1]), -c[0]))[0]]
    at, first = next((c for c in standing[1:] if _fills(c[1], standing[0][1])), standing[0])
    return [at, *(n for n, c in standing if n != at and _another_voice(c, first))]


def _outnumbers(claim: Claim, other: Claim) -> bool:
    return claim.counted == other.counted and _number(claim) > _number(other)


def _number(claim: Claim) -> int:
    return claim.value.n if isinstance(claim.value, Count) else 0


def _fills(claim: Claim, bound: Claim) -> bool:
    """Whether `claim` says exactly what `bound` only bounds in round words ("hundreds hurt", "at least 700 hurt"), or
    from not far below ("several hurt", "five hurt")."""
    value, least = claim.value, bound.value
    if not (isinstance(value, Count) and isinstance(least, Count)) or claim.counted != bound.counted:
        return False
    if least.form not in ("least", "over") or bound.vouched_by not in ("", claim.vouched_by) or _lone(claim):
        return False
    return value.form == "exact" and value.n >= least.low and (least.rounded or value.n <= _NEAR * least.low)


def _another_voice(claim: Claim, first: Claim) -> bool:
    """Whether another named speaker gives another figure; one who only tells of one victim does not."""
    two = claim.vouched_by and first.vouched_by and claim.vouched_by != first.vouched_by and claim.value != first.value
    return bool(two) and claim.counted == first.counted and not (_lone(claim) or _lone(first))


def _beside_title(
    chosen: list[int], claims: Sequence[Numbered], title_end: int, fact: Fact, book: Rulebook
) -> list[int]:
    """Title against body: a bound in the title gives way to a figure of the body that it allows; a figure to which
    nothing in the body comes near stands beside the one that the body begins with. Not so of a fact that falls with
    another: those shot, hurt and in hospital are counted in too many ways."""
    title = dict(claims)[chosen[0]]
    if not isinstance(title.value, Count) or title.start >= title_end:
        return chosen
    body = [
        (n, c.value) for n, c in claims if c.start >= title_end and _rivals(c, title) and isinstance(c.value, Count)
    ]
    limits = book.ladders[fact.ladder].limits
    rounding = Rounding(limits.rounding_share, limits.rounding_least, limits.rounding_most_share)
    fitting = [(n, value) for n, value in body if possible_together(value, title.value, rounding)]
    if title.value.form != "exact":
        return [*(n for n, value in fitting if value.form == "exact"), *chosen][:1]
    moved = fitting or fact.falls_with or any(c.role == "increment" for _, c in claims)
    opening = [n for n, c in claims if c.start < title_end + OPENING and n in dict(body)]
    return chosen if moved else [*chosen, *opening[:1]]


def _rivals(claim: Claim, title: Claim) -> bool:
    """Whether a claim of the body answers the same question as that of the title."""
    same = (claim.role, claim.counted) == (title.role, title.counted)
    return same and claim.stance not in UNSURE and not _lone(claim)


def _lone(claim: Claim, title_end: int = 0) -> bool:
    """Whether a figure is of one person at the most: articles tell of the victims one by one, and give a wider figure
    elsewhere. Not so where the article opens with a number: "one killed, three hurt"."""
    one = isinstance(claim.value, Count) and claim.value.form == "exact" and claim.value.n <= 1
    return one and not (claim.figure and claim.start < title_end + OPENING)


def _most_exact_date(claims: Sequence[Numbered]) -> Iterable[int]:
    standing = [c for c in claims if c[1].role == "total" and c[1].stance not in UNSURE and not _recalls(c[1])]
    times: Counter[str] = Counter()
    for place, (_, claim) in enumerate(standing):  # what it says most often, earlier sayings counting more
        times[str(claim.value)] += 60 // (place + 2)
    rank = {n: (long_gone(c) or to_come(c), _vagueness(c), -times[str(c.value)], n) for n, c in standing}
    return [min(rank, key=rank.__getitem__)] if rank else []


def _recalls(claim: Claim) -> bool:
    """Whether a claim only tells, far down in the article, in which year or month long gone something was."""
    return claim.start >= OPENING and long_gone(claim) and _vagueness(claim) > 0


def _vagueness(claim: Claim) -> int:
    if not isinstance(claim.value, Date):
        return 9
    start = claim.value.start
    return (claim.value.until is not None) + sum(not part for part in (start.day, start.month, start.year))


def _best_stance(claims: Sequence[Numbered]) -> Iterable[int]:
    own = [c for c in claims if c[1].stance not in (*UNSURE, *_OTHERS)]
    return (
        [min(own, key=lambda c: (c[1].stance == "suspected", str(c[1].value).startswith("name:"), c[0]))[0]]
        if own
        else []
    )


def first_total(claims: Sequence[Claim], title_end: int) -> Claim | None:
    """Of claims of one fact, the figure that the article stands by."""
    chosen = list(_first_total(list(enumerate(claims)), title_end))
    return claims[chosen[0]] if chosen else None


def _each_value(claims: Sequence[Numbered]) -> Iterable[int]:
    first: dict[str, int] = {}
    for n, claim in claims:
        if claim.stance not in UNSURE:
            first.setdefault(str(claim.value), n)
    return first.values()


def _each_speaker(claims: Sequence[Numbered]) -> Iterable[int]:
    first: dict[str, int] = {}
    for n, claim in claims:
        first.setdefault(claim.speaker, n)
    return first.values()


_CHOOSERS: dict[str, Callable[[Sequence[Numbered]], Iterable[int]]] = {
    "actor": _best_stance,
    "date": _most_exact_date,
    "place": _first_total,
    "term": _each_value,
}
