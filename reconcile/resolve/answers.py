"""What articles answer to one question, value by value. In: voices. Out: `Answer`s in canonical order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.model import Value
from reconcile.resolve.conditions import COVERS
from reconcile.resolve.ladder import judge
from reconcile.resolve.pair import Voice, canonical, paired
from reconcile.resolve.voice_words import voice_in_words
from reconcile.resolve.words import in_words
from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import Fact
from reconcile.times import newest

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


def answer_in_words(answer: Answer, book: Rulebook) -> str:
    """The value of `answer` as its first voice words it, or as a policy took it."""
    voice = answer.voices[0]
    return voice_in_words(voice, book) if voice.claim.value == answer.value else in_words(answer.value, book)


def most_specific(found: Sequence[Answer], fact: Fact, book: Rulebook) -> list[Answer]:
    """The answers without those that another one fits and says more than."""
    others = found if len(found) <= _WEIGHED else ()
    return [answer for answer in found if not any(_says_less(answer, other, fact, book) for other in others)]


def _support(value: Value, by_value: dict[Value, list[Voice]], fact: Fact, book: Rulebook) -> frozenset[str]:
    mine = by_value[value][0]
    origins = {voice.origin for voice in by_value[value]}
    for other, given in by_value.items():
        if other != value and len(by_value) <= _WEIGHED:
            origins.update(voice.origin for voice in given if covers(voice, mine, fact, book))
    return frozenset(origins)


def _says_less(answer: Answer, other: Answer, fact: Fact, book: Rulebook) -> bool:
    return answer is not other and all(covers(voice, other.voices[0], fact, book) for voice in answer.voices)


def covers(wide: Voice, narrow: Voice, fact: Fact, book: Rulebook) -> bool:
    """Whether `wide` says less than `narrow` and fits it."""
    pair = paired(wide, narrow, fact, book)
    a_covers, b_covers = COVERS[fact.kind](pair)
    return (a_covers if pair.a is wide else b_covers) and judge(pair).verdict in ("narrower", "agree", "update")
