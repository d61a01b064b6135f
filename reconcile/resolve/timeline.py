"""How a figure moved: in the order of the times for which its values are valid.

In: the answers of a fact of counts. Out: `TimelineStep`s, each a time with the values given for it.

Values whose order nothing tells (less than an hour apart, or a day beside a time in it) stand in one step; what they
disagree on is disagreement at one time, and what moved from one step to the next is told apart from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reconcile.model import TimelineMove, TimelineStep
from reconcile.resolve.answers import Answer, covers
from reconcile.resolve.ladder import Judgement, judge, seriousness
from reconcile.resolve.moves import FIRST, REPEATS, UNDATED
from reconcile.resolve.pair import Voice, canonical, paired
from reconcile.resolve.standing import STATUS
from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import Fact
from reconcile.times import BEFORE, compared, moment

_REPLACE = ("update", "correction")
_MOST_STANDING = 8  # values that a new one is held against


@dataclass(frozen=True, slots=True)
class _Question:
    fact: Fact
    book: Rulebook

    def judged(self, x: Voice, y: Voice) -> Judgement:
        return judge(paired(x, y, self.fact, self.book))


def timeline(found: Sequence[Answer], fact: Fact, book: Rulebook) -> tuple[TimelineStep, ...]:
    """The steps of a figure, those without a time last; none where the fact is no figure."""
    if fact.kind != "count":
        return ()
    asked = _Question(fact, book)
    voices = [voice for answer in found for voice in answer.voices]
    dated = sorted((v for v in voices if moment(v.claim.as_of)), key=_by_time)
    steps, standing = list[TimelineStep](), list[Voice]()
    for group in _at_one_time(dated, asked):
        values = _by_value(group)
        moves = [_move(first, standing, asked) for first, _ in values]
        told = (_told(*move, given) for move, (_, given) in zip(moves, values, strict=True))
        first, last = group[0].claim.as_of, group[-1].claim.as_of
        steps.append(TimelineStep(first, last, tuple(told), tuple(_disagree(values, asked))))
        moved = [(voice, move) for (voice, _), (move, _, _) in zip(values, moves, strict=True)]
        standing = _standing(standing, moved, asked)
    undated = _by_value([voice for voice in voices if not moment(voice.claim.as_of)])
    if undated:
        listed = tuple(_told(UNDATED, (), "", given) for _, given in undated)
        steps.append(TimelineStep("", "", listed, tuple(_disagree(undated, asked))))
    return tuple(steps)


def _by_time(voice: Voice) -> tuple[object, ...]:
    return moment(voice.claim.as_of), canonical(voice)


def _at_one_time(dated: Sequence[Voice], asked: _Question) -> Iterator[list[Voice]]:
    """The voices in groups, each of which is wholly before the next."""
    minutes = asked.book.ladders[asked.fact.ladder].limits.equally_recent_minutes
    group: list[Voice] = []
    for voice in dated:
        if group and all(compared(one.claim.as_of, voice.claim.as_of, minutes) == BEFORE for one in group):
            yield group
            group = []
        group.append(voice)
    if group:
        yield group


def _by_value(voices: Sequence[Voice]) -> list[tuple[Voice, list[Voice]]]:
    """Each value's first voice and all its voices, in canonical order of the values."""
    grouped: dict[tuple[str, str], list[Voice]] = {}
    for voice in voices:
        grouped.setdefault((str(voice.claim.value), voice.claim.counted), []).append(voice)
    return sorted(((given[0], given) for given in grouped.values()), key=lambda one: canonical(one[0]))


def _move(voice: Voice, standing: Sequence[Voice], asked: _Question) -> tuple[str, tuple[str, ...], str]:
    """What `voice` is beside what stood before: the most serious verdict, and against which values."""
    before = tuple(dict.fromkeys(str(one.claim.value) for one in standing))
    if not standing:
        return FIRST, (), ""
    if any((one.claim.value, one.claim.counted) == (voice.claim.value, voice.claim.counted) for one in standing):
        return REPEATS, before, ""
    worst = max((asked.judged(one, voice) for one in standing), key=lambda judgement: seriousness(judgement.verdict))
    return worst.verdict, before, worst.say


def _told(move: str, before: tuple[str, ...], say: str, given: Sequence[Voice]) -> TimelineMove:
    claims = [voice.claim for voice in given]
    articles = tuple(dict.fromkeys(claim.article for claim in claims))
    return TimelineMove(str(claims[0].value), move, before, tuple(claim.id for claim in claims), articles, say)


def _disagree(values: Sequence[tuple[Voice, list[Voice]]], asked: _Question) -> Iterator[str]:
    for (x, _), (y, _) in combinations(values[:_MOST_STANDING], 2):
        judgement = asked.judged(x, y)
        if STATUS[judgement.verdict] == "conflict":
            yield judgement.say


def _standing(before: list[Voice], moves: Sequence[tuple[Voice, str]], asked: _Question) -> list[Voice]:
    """What stands behind a step: its new values; what they only contradict, fit or repeat stands beside them."""
    new = [voice for voice, move in moves if move not in (REPEATS, "narrower", "scope", "agree")]
    if any(move in _REPLACE for _, move in moves):
        kept = []
    else:
        finer = [voice for voice, move in moves if move == "narrower"]
        finer = [v for v in finer if any(covers(one, v, asked.fact, asked.book) for one in before)]
        kept = [one for one in before if not any(covers(one, v, asked.fact, asked.book) for v in finer)]
        new += finer
    return sorted([*kept, *new], key=_by_time)[-_MOST_STANDING:]
