"""The examples of a ladder as pairs. In: an `[[example]]`, its fact, the rulebook. Out: the judgement it reaches."""

from __future__ import annotations

from reconcile.kinds import KINDS
from reconcile.model import Claim
from reconcile.resolve.ladder import Judgement, judge
from reconcile.resolve.pair import Voice, paired
from reconcile.rulebook import Rulebook
from reconcile.rulebook.policies import LadderExample, Side
from reconcile.rulebook.spec import Fact


def played(example: LadderExample, fact: Fact, book: Rulebook) -> Judgement:
    """The judgement of the pair that `example` describes. Raises ValueError where a value is not of its kind."""
    a, b = _voice(example.a, "a", fact), _voice(example.b, "b", fact)
    return judge(paired(a, b, fact, book))


def _voice(side: Side, name: str, fact: Fact) -> Voice:
    claim = Claim(
        article=side.article or name,
        fact=fact.id,
        value=KINDS[fact.kind].parse(side.value),
        quote=side.quote,
        start=0,
        end=len(side.quote),
        role=side.role,
        stance=side.stance,
        speaker=side.speaker,
        as_of=side.as_of,
        counted=side.counted,
        rule=side.rule,
        says=True,
        id=name,
    )
    falls_with = KINDS[fact.kind].parse(side.falls_with) if side.falls_with else None
    return Voice(claim, side.outlet, claim.article, falls_with=falls_with, beside=frozenset(side.beside))
