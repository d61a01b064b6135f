"""The sentence suggested for print, and the range.

In: the answers of a finding. Out: words by the fact's own templates."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.kinds.count import Count
from reconcile.resolve.answers import Answer, answer_in_words, most_specific
from reconcile.resolve.choose import Chosen
from reconcile.resolve.notes import names
from reconcile.resolve.pair import Voice, canonical
from reconcile.resolve.voice_words import voice_in_words
from reconcile.resolve.words import actor_in_words, figures_in_words, listed
from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import Fact

#: what a speaker does by its stance, of itself and of others
_OWN = {"claimed": "claims it", "denied": "denies it"}
_OTHERS = {
    "accused": "blames",
    "suspected": "suspects",
    "claimed": "claims it for",
    "denied": "denies it of",
    "possible": "considers",
}


def span(found: Sequence[Answer], fact: Fact, book: Rulebook) -> str:
    """The range of the counts given for the whole, `133..143`; what is only a rounding of another one is left out."""
    counts = [answer.value for answer in most_specific(found, fact, book) if isinstance(answer.value, Count)]
    if len(counts) <= 1:
        return "".join(map(str, counts))
    low, high = min(value.n for value in counts), max(value.m for value in counts)
    return f"{low}..{high}" if low < high else str(low)


def wording(
    found: Sequence[Answer],
    voices: Sequence[Voice],
    status: str,
    chosen: Chosen,
    range_: str,
    fact: Fact,
    book: Rulebook,
) -> str:
    """The suggested sentence, for which `range_` is the `span` of the answers; empty where nobody answers."""
    if not found:
        return ""
    kept = chosen.answers
    low, _, high = range_.partition("..")
    faulty = status == "conflict" and len(found) == 1 and not fact.by_speaker  # all give one day, and it cannot be
    template = getattr(fact.wording, "agreed" if faulty else status)
    if fact.wording.possible and status != "conflict" and all(map(_only_possible, kept)):
        template = fact.wording.possible
    if status == "conflict" and not faulty and fact.kind == "count" and not high:
        template = "Outlets differ on the {label}: {values}."
    printed, by = _printed(chosen, book), chosen.headline.by
    if by and "{sources}" not in template:
        printed = f"{printed}, according to {listed(by)}"
    return filled(
        template,
        fact,
        headline=printed,
        low=_grouped(low),
        high=_grouped(high),
        values="; ".join(by_speaker(voices, book)) if fact.by_speaker else listed([given(a, book) for a in found]),
        sources=listed(by or names([voice for answer in kept for voice in answer.voices])),
    )


def filled(
    template: str, fact: Fact, *, headline: str = "", low: str = "", high: str = "", values: str = "", sources: str = ""
) -> str:
    """A template of `fact` with its words, begun with a capital."""
    sentence = template.format(headline=headline, low=low, high=high, values=values, sources=sources, label=fact.label)
    return sentence[:1].upper() + sentence[1:]


def _printed(chosen: Chosen, book: Rulebook) -> str:
    """The headline in words."""
    figures = figures_in_words(chosen.headline.value, book.headlines[chosen.headline.policy].print)
    return figures or listed([answer_in_words(answer, book) for answer in chosen.answers])


def _only_possible(answer: Answer) -> bool:
    return all(voice.claim.stance == "possible" for voice in answer.voices)


def _grouped(number: str) -> str:
    return f"{int(number):,}" if number.isdigit() else number


def given(answer: Answer, book: Rulebook) -> str:
    """A value with who gives it: `23 (Outlet A and Outlet B)`."""
    return f"{voice_in_words(answer.voices[0], book)} ({listed(names(answer.voices))})"


def by_speaker(voices: Sequence[Voice], book: Rulebook) -> list[str]:
    """Who says what of whom, a clause for each speaker."""
    said: dict[tuple[str, str], list[str]] = {}
    for voice in sorted(voices, key=canonical):
        claim = voice.claim
        who = actor_in_words(claim.speaker, book) or voice.name
        verb = _OWN.get(claim.stance) if claim.speaker == str(claim.value) else None
        whom = said.setdefault((who, verb or _OTHERS.get(claim.stance, "names")), [])
        if verb is None and (value := voice_in_words(voice, book)) not in whom:
            whom.append(value)
    return [f"{who} {verb} {listed(whom)}".rstrip() for (who, verb), whom in sorted(said.items())]
