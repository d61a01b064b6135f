"""Two claims side by side.

In: two voices, their fact and the rulebook. Out: a `Pair` whose `a` is the earlier, where an order is known."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.kinds.count import Count
from reconcile.model import Claim, Value
from reconcile.rulebook import Rulebook
from reconcile.rulebook.policies import Ladder
from reconcile.rulebook.spec import Fact
from reconcile.times import AFTER, BEFORE, compared


@dataclass(frozen=True, slots=True)
class Voice:
    """A claim with what its article adds: the outlet, the origin, the language, the figure that this one falls with."""

    claim: Claim
    outlet: str
    origin: str
    language: str = "en"
    falls_with: Value | None = None
    falls_too: tuple[Value | None, ...] = ()  # the figures of other facts that it falls with, in their order
    places: frozenset[str] = frozenset()  # where its article says that it happened
    culprit: bool = False  # whether its speaker is held responsible for what happened
    beside: frozenset[str] = (
        frozenset()
    )  # all answers that its article, or in it the same speaker, gives to the question

    @property
    def name(self) -> str:
        """What sentences call the article: its outlet, or where none is known its file or record."""
        return self.outlet or self.claim.article.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two voices on one fact of one event. `order` is that of their as-of times."""

    a: Voice
    b: Voice
    order: str
    fact: Fact
    ladder: Ladder
    book: Rulebook

    @property
    def ordered(self) -> bool:
        """Whether `a` is known to be the earlier."""
        return self.order == BEFORE


def paired(x: Voice, y: Voice, fact: Fact, book: Rulebook) -> Pair:
    """The pair of `x` and `y`, the same whichever of them is named first."""
    ladder = book.ladders[fact.ladder]
    first, second = sorted((x, y), key=canonical)
    order = compared(first.claim.as_of, second.claim.as_of, ladder.limits.equally_recent_minutes)
    if order == AFTER:
        first, second, order = second, first, BEFORE
    return Pair(first, second, order, fact, ladder, book)


def canonical(voice: Voice) -> tuple[object, ...]:
    """A key that puts voices into one order, by what they say and then by where they stand."""
    claim = voice.claim
    number = claim.value.point if isinstance(claim.value, Count) else 0
    place = (claim.article, claim.start, claim.end, claim.id)
    return (number, str(claim.value), claim.stance, claim.speaker, claim.counted, claim.as_of, *place)
