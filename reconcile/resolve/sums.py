"""Whether the parts into which an article divides a figure add up to it.

In: the voices of a fact of counts. Out: a fault for each figure that its parts do not give.

Only a list that is given as the whole counts ("ten: three drivers and six clerks"); what is only among a figure may be
incomplete or overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from reconcile.kinds.count import Count, Rounding, interval
from reconcile.model import Fault
from reconcile.resolve.ladder import by_difference
from reconcile.resolve.pair import Voice
from reconcile.resolve.words import in_words, listed
from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import Fact


def sum_faults(voices: Sequence[Voice], fact: Fact, book: Rulebook) -> Iterator[Fault]:
    """What speaks against the figures of `voices` (parts among them), article by article."""
    if fact.kind != "count":
        return
    limits = book.ladders[fact.ladder].limits
    rounding = Rounding(limits.rounding_share, limits.rounding_least, limits.rounding_most_share)
    ordered = sorted(voices, key=lambda voice: (voice.claim.article, voice.claim.start, voice.claim.id))
    for voice in ordered:
        parts = _parts(voice, ordered) if voice.claim.role == "total" else []
        if len(parts) < 2:
            continue
        whole = cast(Count, voice.claim.value)
        low, high = interval(whole, rounding)
        spans = [interval(part, rounding) for part in parts]
        if sum(least for least, _ in spans) > high or sum(most for _, most in spans) < low:
            total = sum(part.n for part in parts)
            figures = listed([in_words(part, book) for part in parts])
            says = f"{voice.name} divides {in_words(whole, book)} into {figures}, which add up to {total:,}."
            yield Fault((voice.claim.article,), says, by_difference(whole, Count("exact", total, total), fact))


def _parts(total: Voice, ordered: Sequence[Voice]) -> list[Count]:
    """The parts that stand behind `total` and before the next figure for the whole."""
    own = [v.claim for v in ordered if v.claim.article == total.claim.article and v.claim.start >= total.claim.end]
    end = min((claim.start for claim in own if claim.role == "total"), default=None)
    divided = [claim for claim in own if claim.divides and (end is None or claim.start < end)]
    return [cast(Count, claim.value) for claim in {(c.start, c.end): c for c in divided}.values()]
