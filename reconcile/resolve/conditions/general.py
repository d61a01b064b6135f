"""Conditions for claims of any kind: order, source, role, stance. In: a `Pair`. Out: whether it holds."""

from __future__ import annotations

from collections.abc import Callable

from reconcile.model import Claim
from reconcile.resolve.pair import Pair, Voice
from reconcile.rulebook.loose import looseness
from reconcile.times import EQUALLY_RECENT


def same_source(pair: Pair) -> bool:
    """Whether one line of sources speaks twice: one speaker, or where nobody is named one outlet or origin."""
    a, b = pair.a, pair.b
    if a.claim.speaker and a.claim.speaker == b.claim.speaker and not _anyone(a, pair):
        return True
    if a.claim.vouched_by or b.claim.vouched_by:
        return a.claim.vouched_by == b.claim.vouched_by
    return a.origin == b.origin != "" or a.outlet == b.outlet != "" or a.claim.article == b.claim.article


def _anyone(voice: Voice, pair: Pair) -> bool:
    """Whether who speaks may be others than those whom another outlet calls so: "officials"."""
    words = pair.book.languages[voice.language].speech.anyone if voice.language in pair.book.languages else ()
    return voice.claim.speaker.removeprefix("name:") in words


def same_speaker(pair: Pair) -> bool:
    """Whether one party speaks twice, also through its office or its official (`of` in the rules of actors)."""
    a, b = pair.a.claim, pair.b.claim
    return a.speaker == b.speaker != "" or (_sides(a.vouched_by, pair) == _sides(b.vouched_by, pair) and _heard(pair))


def two_speakers(pair: Pair) -> bool:
    """Whether two different parties speak."""
    return not same_speaker(pair)


def same_counted(pair: Pair) -> bool:
    """Whether both speak of the same group, or both of everybody."""
    return counted(pair.a.claim) == counted(pair.b.claim)


def counted(claim: Claim) -> str:
    """The group that is counted, its capitals folded; empty for everybody."""
    return claim.counted.strip().casefold()


def roles(pair: Pair) -> set[str]:
    """The roles of the two claims."""
    return {pair.a.claim.role, pair.b.claim.role}


def stances(pair: Pair) -> list[str]:
    """The stances of the two claims."""
    return [pair.a.claim.stance, pair.b.claim.stance]


def named_together(pair: Pair) -> bool:
    """Whether one of the two articles gives both answers, so that the other only leaves one of them out."""
    return str(pair.a.claim.value) in pair.b.beside or str(pair.b.claim.value) in pair.a.beside


def _heard(pair: Pair) -> bool:
    """Where nobody is named, an article is its own speaker, and two articles are two."""
    return bool(pair.a.claim.vouched_by and pair.b.claim.vouched_by) or pair.a.claim.article == pair.b.claim.article


def _sides(speaker: str, pair: Pair) -> str:
    """The body that `speaker` belongs to or speaks for, by following `of` upwards; else itself."""
    seen: set[str] = set()
    while (spec := pair.book.actors.get(speaker)) and spec.of and speaker not in seen:
        seen.add(speaker)
        speaker = spec.of
    return speaker


CONDITIONS: dict[str, Callable[[Pair], bool]] = {
    "ordered": lambda pair: pair.ordered,
    "equally_recent": lambda pair: pair.order == EQUALLY_RECENT,
    "one_article": lambda pair: pair.a.claim.article == pair.b.claim.article,
    "same_source": same_source,
    "same_speaker": same_speaker,
    "two_speakers": two_speakers,
    "same_value": lambda pair: pair.a.claim.value == pair.b.claim.value,
    "same_counted": same_counted,
    "one_group": lambda pair: not same_counted(pair) and "" in (counted(pair.a.claim), counted(pair.b.claim)),
    "two_groups": lambda pair: not same_counted(pair) and "" not in (counted(pair.a.claim), counted(pair.b.claim)),
    "one_background": lambda pair: "background" in roles(pair),
    "part_and_whole": lambda pair: roles(pair) == {"part", "total"},
    "one_increment": lambda pair: "increment" in roles(pair),
    "two_parts": lambda pair: roles(pair) == {"part"},
    "one_denied": lambda pair: stances(pair).count("denied") == 1,
    "both_denied": lambda pair: stances(pair).count("denied") == 2,
    "named_together": named_together,
    "loosely_tied": lambda pair: any(looseness(side.claim.rule, pair.book) for side in (pair.a, pair.b)),
    "one_possible": lambda pair: stances(pair).count("possible") == 1,
    "both_possible": lambda pair: stances(pair).count("possible") == 2,
}
