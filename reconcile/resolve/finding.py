"""One fact of one event. In: its voices. Out: its `Finding`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from reconcile.model import Article, Claim, Fault, Finding, ValueRow, speaking
from reconcile.resolve.answers import answers
from reconcile.resolve.checks import date_faults
from reconcile.resolve.choose import headline
from reconcile.resolve.coincidence import coincidences
from reconcile.resolve.groups import pairs
from reconcile.resolve.ladder import Judgement, judge
from reconcile.resolve.notes import notes
from reconcile.resolve.opening import summing_faults
from reconcile.resolve.pair import Voice, canonical
from reconcile.resolve.standing import highest, severity, status
from reconcile.resolve.sums import sum_faults
from reconcile.resolve.timeline import timeline
from reconcile.resolve.wording import span, wording
from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import Fact


def finding(
    event: str,
    fact: Fact,
    voices: Sequence[Voice],
    articles: Mapping[str, Article],
    book: Rulebook,
    *,
    own: Sequence[Claim] = (),
    calendar: Sequence[Fault] = (),
) -> Finding:
    """The finding of `fact` of `event`: values, verdicts, status, range, headline, wording, notes. `own` are all claims
    of the event, `calendar` the faults of its days that more than one statement makes."""
    judged = [judge(pair) for pair in pairs(voices, fact, book)]
    heard = {claim.id for claim in speaking(voice.claim for voice in voices)}
    deciders = [voice for voice in voices if voice.claim.id in heard]
    deciding = [j for j in judged if j.pair.a.claim.id in heard and j.pair.b.claim.id in heard]
    faults = [*_own_faults(deciders, fact, articles, book), *calendar]
    faults += summing_faults(voices, fact, book)
    faults += sum_faults([*deciders, *(voice for voice in voices if voice.claim.divides)], fact, book)
    stands, severe = _standing(deciding, deciders, faults)
    found = answers(deciders, fact, book)
    told = [articles[name] for name in sorted({claim.article for claim in own}) if name in articles]
    hints = list(coincidences(found, own, told, fact, book))
    severe = "low" if hints and severe == "none" else severe
    chosen = headline(found, fact, book.headlines[fact.headline], book)
    between = span(found, fact, book)
    return Finding(
        id=finding_id(event, fact.id),
        event=event,
        fact=fact.id,
        status=stands,
        severity=severe,
        values=_rows(voices),
        verdicts=tuple(judgement.recorded() for judgement in judged),
        range=between,
        headline=chosen.headline,
        wording=wording(found, deciders, stands, chosen, between, fact, book),
        notes=_notes(faults, stands, [*notes(found, stands, fact, book), *(hint.say for hint in hints)]),
        faults=tuple(dict.fromkeys(fault for fault in faults if fault.severity != "none")),
        timeline=timeline(found, fact, book),
    )


def finding_id(event: str, fact: str) -> str:
    """The id of the finding of `fact` of `event`, the same in every run."""
    return "f-" + sha256(f"{event}\n{fact}".encode()).hexdigest()[:10]


def _standing(deciding: Sequence[Judgement], speaking: Sequence[Voice], faults: Sequence[Fault]) -> tuple[str, str]:
    """Status and severity. What is only recalled (no article's main event) is never more than a conflict of low
    severity."""
    stands = status(deciding, articles=len({voice.claim.article for voice in speaking}))
    severe = severity(deciding, stands)
    wrong = highest(fault.severity for fault in faults)
    if wrong != "none":
        stands, severe = "conflict", highest((severe, wrong) if stands == "conflict" else (wrong,))
    recalled = not any(voice.claim.says for voice in speaking)
    return stands, "low" if recalled and severe != "none" else severe


def _own_faults(voices: Sequence[Voice], fact: Fact, articles: Mapping[str, Article], book: Rulebook) -> list[Fault]:
    ladder = book.ladders[fact.ladder]
    return [
        fault
        for voice in sorted(voices, key=canonical)
        for fault in date_faults(voice, articles.get(voice.claim.article), ladder, book)
    ]


def _notes(faults: Sequence[Fault], stands: str, general: Sequence[str]) -> tuple[str, ...]:
    own = [fault.say for fault in faults if stands == "conflict" or fault.severity != "none"]
    return tuple(dict.fromkeys((*general, *own)))


def _rows(voices: Sequence[Voice]) -> tuple[ValueRow, ...]:
    by_value: dict[str, list[Voice]] = {}
    for voice in sorted(voices, key=canonical):
        by_value.setdefault(str(voice.claim.value), []).append(voice)
    return tuple(_row(value, given) for value, given in by_value.items())


def _row(value: str, voices: Sequence[Voice]) -> ValueRow:
    claims: list[Claim] = sorted(
        (voice.claim for voice in voices), key=lambda claim: (claim.article, claim.start, claim.id)
    )
    times = sorted(claim.as_of for claim in claims if claim.as_of)
    return ValueRow(
        value=value,
        claims=tuple(dict.fromkeys(claim.id for claim in claims)),
        articles=tuple(dict.fromkeys(claim.article for claim in claims)),
        origins=len({voice.origin for voice in voices}),
        first=times[0] if times else "",
        last=times[-1] if times else "",
    )
