"""The examples of policies, played. In: an `[[example]]`, its fact, the rulebook. Out: the judgement or headline."""

from __future__ import annotations

from dataclasses import replace

from reconcile.kinds import KINDS
from reconcile.model import Claim, Headline
from reconcile.resolve.answers import answers
from reconcile.resolve.choose import headline
from reconcile.resolve.conditions.parties import responsible
from reconcile.resolve.ladder import Judgement, judge
from reconcile.resolve.pair import Voice, paired
from reconcile.rulebook import Rulebook
from reconcile.rulebook.policies import HeadlineExample, HeadlinePolicy, LadderExample, Side
from reconcile.rulebook.spec import Fact


def played(example: LadderExample, fact: Fact, book: Rulebook) -> Judgement:
    """The judgement of the pair that `example` describes. Raises ValueError where a value is not of its kind."""
    a, b = _voice(example.a, "a", fact), _voice(example.b, "b", fact)
    return judge(paired(a, b, fact, book))


def printed(example: HeadlineExample, policy: HeadlinePolicy, fact: Fact, book: Rulebook) -> Headline:
    """The headline that `policy` makes of the answers of `example`. Raises ValueError where one is not of its kind."""
    voices = [_voice(side, f"{number}", fact) for number, side in enumerate(example.answers, 1)]
    heard = [replace(voice, culprit=responsible(voice.claim.speaker, example.culprits, book)) for voice in voices]
    return headline(answers(heard, fact, book), fact, policy, book).headline


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
        area=side.area,
        rule=side.rule,
        says=True,
        id=name,
    )
    falls_with = KINDS[fact.kind].parse(side.falls_with) if side.falls_with else None
    too = tuple(KINDS[fact.kind].parse(value) for value in side.falls_too)
    beside, places = frozenset(side.beside), frozenset(side.places)
    return Voice(claim, side.outlet, claim.article, falls_with=falls_with, falls_too=too, beside=beside, places=places)
