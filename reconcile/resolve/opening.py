"""What an article answers against the figure that it gives as that of all.

In: the voices of a fact of counts. Out: a fault for each article that begins with one figure and sums up to another.

Of two figures in one text the second is mostly some of the first, or of another happening; only where its own words say
that it is all ("68 people were killed in all") do the two contradict each other. Not so of a fact that falls with
another: those shot, hurt and in hospital are counted in too many ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from reconcile.kinds.count import Count
from reconcile.model import Fault
from reconcile.resolve.ladder import by_difference
from reconcile.resolve.pair import Voice, canonical
from reconcile.resolve.words import in_words
from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import Fact


def summing_faults(voices: Sequence[Voice], fact: Fact, book: Rulebook) -> Iterator[Fault]:
    """What the figures of all say against the answers of their own articles."""
    if fact.falls_with:
        return
    summing = sorted((voice for voice in voices if voice.claim.of_all and not voice.claim.says), key=canonical)
    if not summing:
        return
    for answer in sorted((voice for voice in voices if voice.claim.says), key=canonical):
        for other in (voice for voice in summing if _contradicts(voice, answer)):
            a, b = cast(Count, answer.claim.value), cast(Count, other.claim.value)
            says = f"{answer.name} gives {in_words(a, book)} and then {in_words(b, book)} in all."
            yield Fault((answer.claim.article,), says, by_difference(a, b, fact))


def _contradicts(voice: Voice, answer: Voice) -> bool:
    """Whether `voice` is another exact figure of all, of the same people and the same article, that it vouches for."""
    a, b = answer.claim, voice.claim
    exact = all(isinstance(claim.value, Count) and claim.value.form == "exact" for claim in (a, b))
    same = (a.article, a.counted, a.stance, a.vouched_by) == (b.article, b.counted, b.stance, b.vouched_by)
    return exact and same and (a.role, b.role) == ("total", "total") and a.value != b.value
