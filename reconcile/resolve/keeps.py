"""What each step of a headline policy keeps. In: answers. Out: those that stay.

KEEPS is the closed table: its names are those of `rulebook.policies.KEEPS`. A step that would leave nothing keeps
everything: there is always something to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reconcile.kinds.count import Count
from reconcile.model import ATTACKERS_TOO, UNSURE, Value
from reconcile.resolve.answers import Answer, most_specific
from reconcile.resolve.ladder import judge
from reconcile.resolve.pair import Voice, paired
from reconcile.rulebook import Rulebook
from reconcile.rulebook.loose import looseness
from reconcile.rulebook.policies import HeadlinePolicy
from reconcile.rulebook.spec import Fact
from reconcile.text.fold import fold
from reconcile.times import BEFORE, compared, newest

#: from the firmest to the least firm
FIRMNESS = ("asserted", "convicted", "claimed", "charged", "accused", "suspected", "reported", "possible", "denied")


@dataclass(frozen=True, slots=True)
class Question:
    """What a step is asked within: the fact, the policy and the rules."""

    fact: Fact
    policy: HeadlinePolicy
    book: Rulebook


Keep = Callable[[Sequence[Answer], Question], list[Answer]]


def _best_supported(found: Sequence[Answer], _: Question) -> list[Answer]:
    most = max((len(answer.origins) for answer in found), default=0)
    return [answer for answer in found if len(answer.origins) == most]


def _unfallen(found: Sequence[Answer], asked: Question) -> list[Answer]:
    """The answers without those that fall below what more origins gave before: of the dead and hurt, later articles
    often tell of some alone. A correction, or a fall that others explain, stays."""
    return [answer for answer in found if not any(_falls(answer, other, asked) for other in found)]


def _falls(answer: Answer, other: Answer, asked: Question) -> bool:
    fewer = len(answer.origins) < len(other.origins) and _number(answer.value) < _number(other.value)
    if not (asked.fact.of_victims and fewer):
        return False
    later = compared(other.latest, answer.latest, _minutes(asked)) == BEFORE
    return later and judge(paired(answer.voices[0], other.voices[0], asked.fact, asked.book)).verdict == "contradiction"


def _latest(found: Sequence[Answer], asked: Question) -> list[Answer]:
    dated = [answer for answer in found if answer.latest] or list(found)
    last = newest(answer.latest for answer in dated)
    return [answer for answer in dated if compared(answer.latest, last, _minutes(asked)) != BEFORE]


def _minutes(asked: Question) -> int:
    return asked.book.ladders[asked.fact.ladder].limits.equally_recent_minutes


def _current(found: Sequence[Answer], asked: Question) -> list[Answer]:
    """The answers without those of which another one is the update or the correction."""
    return [answer for answer in found if not any(_replaced(answer, other, asked) for other in found)]


def _replaced(answer: Answer, other: Answer, asked: Question) -> bool:
    if answer is other:
        return False
    pairs = [paired(mine, theirs, asked.fact, asked.book) for mine in answer.voices for theirs in other.voices]
    return all(pair.a.claim.value == answer.value and pair.ordered for pair in pairs) and any(
        judge(pair).verdict in ("update", "correction") for pair in pairs
    )


def _firmest(found: Sequence[Answer], _: Question) -> list[Answer]:
    ranks = {id(answer): min(FIRMNESS.index(voice.claim.stance) for voice in answer.voices) for answer in found}
    return [answer for answer in found if ranks[id(answer)] == min(ranks.values())]


def _tightest(found: Sequence[Answer], asked: Question) -> list[Answer]:
    ties = {id(answer): min(looseness(voice.claim.rule, asked.book) for voice in answer.voices) for answer in found}
    return [answer for answer in found if ties[id(answer)] == min(ties.values())]


def _lowest(found: Sequence[Answer], _: Question) -> list[Answer]:
    return sorted(found, key=lambda answer: (_number(answer.value), str(answer.value)))[:1]


def _number(value: Value) -> float:
    return value.point if isinstance(value, Count) else 0


def _with(found: Sequence[Answer], holds: Callable[[Voice], bool]) -> list[Answer]:
    """The answers of which some voice is such a one; all of them where none is."""
    return [answer for answer in found if any(map(holds, answer.voices))] or list(found)


def _certain(found: Sequence[Answer], asked: Question) -> list[Answer]:
    return _with(found, lambda voice: voice.claim.stance not in UNSURE and not looseness(voice.claim.rule, asked.book))


def _impartial(found: Sequence[Answer], _: Question) -> list[Answer]:
    return _with(found, lambda voice: not voice.culprit)


def _with_attackers(found: Sequence[Answer], _: Question) -> list[Answer]:
    return _with(found, lambda voice: voice.claim.counted == ATTACKERS_TOO)


def _without_attackers(found: Sequence[Answer], _: Question) -> list[Answer]:
    return _with(found, lambda voice: voice.claim.counted != ATTACKERS_TOO)


def _authoritative(found: Sequence[Answer], asked: Question) -> list[Answer]:
    """The answers of the speakers who rank highest by the policy."""
    ranks = {id(answer): min(authority(voice, asked) for voice in answer.voices) for answer in found}
    return [answer for answer in found if ranks[id(answer)] == min(ranks.values())]


def authority(voice: Voice, asked: Question) -> int:
    """The place of a speaker among the ranks of the policy; one behind the last where it has none."""
    ranks, speaker = asked.policy.rank, voice.claim.speaker
    spec = asked.book.actors.get(speaker)
    words = f" {fold(speaker.removeprefix('name:'))} " if spec is None else ""
    for place, rank in enumerate(ranks):
        described = any(f" {word} " in words for word in rank.words.get(voice.language, ()))
        if described or (spec.kind in rank.kinds if spec else rank.unnamed and not speaker):
            return place
    return len(ranks)


def givers(answer: Answer, asked: Question) -> Iterable[Voice]:
    """The voices of `answer` that rank highest."""
    highest = min(authority(voice, asked) for voice in answer.voices)
    return (voice for voice in answer.voices if authority(voice, asked) == highest)


KEEPS: dict[str, Keep] = {
    "most_specific": lambda found, asked: most_specific(found, asked.fact, asked.book),
    "best_supported": _best_supported,
    "unfallen": _unfallen,
    "latest": _latest,
    "firmest": _firmest,
    "lowest": _lowest,
    "tightest": _tightest,
    "all": lambda found, asked: list(found),
    "certain": _certain,
    "impartial": _impartial,
    "current": _current,
    "with_attackers": _with_attackers,
    "without_attackers": _without_attackers,
    "authoritative": _authoritative,
}
