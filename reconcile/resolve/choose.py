"""The headline of a finding: which value to print.

In: the answers of a fact and its policy. Out: a `Headline` with its steps.

Each step of a policy (`rules/headlines/`) sets some answers aside; all of them stay in the finding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reconcile.kinds.count import Count
from reconcile.model import Headline, Value
from reconcile.resolve.conditions import COVERS
from reconcile.resolve.ladder import judge
from reconcile.resolve.pair import BEFORE, Voice, canonical, compared, newest, paired
from reconcile.resolve.words import listed, voice_in_words
from reconcile.rulebook import Rulebook
from reconcile.rulebook.loose import looseness
from reconcile.rulebook.policies import HeadlinePolicy
from reconcile.rulebook.spec import Fact

#: from the firmest to the least firm
FIRMNESS = ("asserted", "convicted", "claimed", "charged", "accused", "suspected", "reported", "possible", "denied")
_WEIGHED = 120  # values that are held against each other; of more, each has only the support of those who give it


@dataclass(frozen=True, slots=True)
class Answer:
    """One value that articles give, with its voices and the origins that give or allow it."""

    value: Value
    voices: tuple[Voice, ...]
    origins: frozenset[str]

    @property
    def latest(self) -> str:
        """Its latest as-of time, empty where none is known."""
        return newest(voice.claim.as_of for voice in self.voices)


def answers(voices: Sequence[Voice], fact: Fact, book: Rulebook) -> list[Answer]:
    """The values given for the whole, denials and fears left out where anything else is given, in canonical order."""
    whole = [voice for voice in voices if voice.claim.role == "total"] or list(voices)
    firm = [voice for voice in whole if voice.claim.stance not in ("denied", "possible")] or whole
    by_value: dict[Value, list[Voice]] = {}
    for voice in sorted(firm, key=canonical):
        by_value.setdefault(voice.claim.value, []).append(voice)
    return [Answer(value, tuple(given), _support(value, by_value, fact, book)) for value, given in by_value.items()]


def most_specific(found: Sequence[Answer], fact: Fact, book: Rulebook) -> list[Answer]:
    """The answers without those that another one fits and says more than."""
    others = found if len(found) <= _WEIGHED else ()
    return [answer for answer in found if not any(_says_less(answer, other, fact, book) for other in others)]


def headline(found: Sequence[Answer], fact: Fact, policy: HeadlinePolicy, book: Rulebook) -> Headline:
    """What `policy` would print of `found`."""
    left, steps = list(found), []
    for step in policy.step:
        kept = _KEEP[step.keep](left, fact, book)
        if len(kept) < len(left):
            aside = [answer for answer in left if answer not in kept]
            words = step.say.format(kept=_names(kept, book), aside=_names(aside, book))
            steps.append(words[:1].upper() + words[1:] + ".")
        left = kept
    if not steps and found:
        steps.append("All answers are printed." if len(found) > 1 else "Only one value is given.")
    return Headline(" | ".join(str(answer.value) for answer in left), policy.name, tuple(steps))


def _names(found: Sequence[Answer], book: Rulebook) -> str:
    return listed([voice_in_words(answer.voices[0], book) for answer in found])


def _support(value: Value, by_value: dict[Value, list[Voice]], fact: Fact, book: Rulebook) -> frozenset[str]:
    mine = by_value[value][0]
    origins = {voice.origin for voice in by_value[value]}
    for other, given in by_value.items():
        if other != value and len(by_value) <= _WEIGHED:
            origins.update(voice.origin for voice in given if _covers(voice, mine, fact, book))
    return frozenset(origins)


def _says_less(answer: Answer, other: Answer, fact: Fact, book: Rulebook) -> bool:
    return answer is not other and all(_covers(voice, other.voices[0], fact, book) for voice in answer.voices)


def _covers(wide: Voice, narrow: Voice, fact: Fact, book: Rulebook) -> bool:
    """Whether `wide` says less than `narrow` and fits it."""
    pair = paired(wide, narrow, fact, book)
    a_covers, b_covers = COVERS[fact.kind](pair)
    return (a_covers if pair.a is wide else b_covers) and judge(pair).verdict in ("narrower", "agree", "update")


def _best_supported(found: Sequence[Answer], fact: Fact, book: Rulebook) -> list[Answer]:
    most = max((len(answer.origins) for answer in found), default=0)
    return [answer for answer in found if len(answer.origins) == most]


def _unfallen(found: Sequence[Answer], fact: Fact, book: Rulebook) -> list[Answer]:
    """The answers without those that fall below what more origins gave before: of the dead and hurt, later articles
    often tell of some alone. A correction, or a fall that others explain, stays."""
    return [answer for answer in found if not any(_falls(answer, other, fact, book) for other in found)]


def _falls(answer: Answer, other: Answer, fact: Fact, book: Rulebook) -> bool:
    fewer = len(answer.origins) < len(other.origins) and _number(answer.value) < _number(other.value)
    if not (fact.of_victims and fewer):
        return False
    minutes = book.ladders[fact.ladder].limits.equally_recent_minutes
    later = compared(other.latest, answer.latest, minutes) == BEFORE
    return later and judge(paired(answer.voices[0], other.voices[0], fact, book)).verdict == "contradiction"


def _latest(found: Sequence[Answer], fact: Fact, book: Rulebook) -> list[Answer]:
    minutes = book.ladders[fact.ladder].limits.equally_recent_minutes
    dated = [answer for answer in found if answer.latest] or list(found)
    last = newest(answer.latest for answer in dated)
    return [answer for answer in dated if compared(answer.latest, last, minutes) != BEFORE]


def _firmest(found: Sequence[Answer], fact: Fact, book: Rulebook) -> list[Answer]:
    ranks = {id(answer): min(FIRMNESS.index(voice.claim.stance) for voice in answer.voices) for answer in found}
    return [answer for answer in found if ranks[id(answer)] == min(ranks.values())]


def _tightest(found: Sequence[Answer], fact: Fact, book: Rulebook) -> list[Answer]:
    ties = {id(answer): min(looseness(voice.claim.rule, book) for voice in answer.voices) for answer in found}
    return [answer for answer in found if ties[id(answer)] == min(ties.values())]


def _lowest(found: Sequence[Answer], fact: Fact, book: Rulebook) -> list[Answer]:
    return sorted(found, key=lambda answer: (_number(answer.value), str(answer.value)))[:1]


def _number(value: Value) -> float:
    return value.point if isinstance(value, Count) else 0


_KEEP: dict[str, Callable[[Sequence[Answer], Fact, Rulebook], list[Answer]]] = {
    "most_specific": most_specific,
    "best_supported": _best_supported,
    "unfallen": _unfallen,
    "latest": _latest,
    "firmest": _firmest,
    "lowest": _lowest,
    "tightest": _tightest,
    "all": lambda found, fact, book: list(found),
}
