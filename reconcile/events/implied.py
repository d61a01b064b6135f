"""Happenings that no noun names: "deaths in Kabul in August 2021".

In: the draft of an article. Out: sightings of them."""

from __future__ import annotations

from reconcile.events.frames import Frames
from reconcile.kinds.date import Date
from reconcile.kinds.named import Named
from reconcile.model import Claim, Draft, Mention, Sighting
from reconcile.text.sentences import sentence_at


def implied(draft: Draft, frames: Frames) -> list[Sighting]:
    """Sentences that give a place or a day of harm without a noun for it."""
    taken = {s.sentence for s in draft.sightings}
    tight = (c for c in draft.claims if c.rule not in frames.loose)
    telling = [c for c in tight if (f := frames.book.facts[c.fact]).identifies and f.kind in ("date", "place")]
    by_sentence: dict[int, list[Claim]] = {}
    for claim in telling:
        by_sentence.setdefault(sentence_at(draft.sentences, claim.start), []).append(claim)
    found: list[Sighting] = []
    for number, own in sorted(by_sentence.items()):
        if number in taken:
            continue
        places = tuple(c.value for c in own if isinstance(c.value, Named))
        dates = tuple(Mention("date", c.value, c.start, c.end, c.stated) for c in own if isinstance(c.value, Date))
        found.append(Sighting(own[0].start, own[0].end, number, "", places=places, dates=dates))
    return found
