"""Who is compared with whom.

In: the voices of one fact of one event. Out: pairs, few even where hundreds of articles say the same.

Claims that say the same in the same way form a group (value, stance, speaker, role, who is counted, whether it is the
article's answer). Of a group the earliest, the latest, an undated one and at least two articles are compared; so a
correction by an outlet in the middle of a large group may be judged a contradiction, the more serious of the two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from reconcile.kinds.date import Date
from reconcile.resolve.conditions.dates import weekday
from reconcile.resolve.pair import Pair, Voice, canonical, paired
from reconcile.rulebook import Rulebook
from reconcile.rulebook.spec import Fact

_KEPT = 4  # voices of a group that are compared, at most
_EACH_WITH_EACH = 120  # voices that all meet; of more, each meets its neighbours and the extremes
_NEIGHBOURS = 3


def pairs(voices: Sequence[Voice], fact: Fact, book: Rulebook) -> list[Pair]:
    """The pairs to judge, in canonical order."""
    chosen = representatives(voices, book)
    found = [paired(x, y, fact, book) for x, y in _met(chosen) if _worth(x, y)]
    return sorted(found, key=lambda pair: (canonical(pair.a), canonical(pair.b)))


def _met(chosen: Sequence[Voice]) -> Iterator[tuple[Voice, Voice]]:
    """Who meets whom: each meets each, unless they are very many."""
    last = len(chosen) - 1
    for m, n in combinations(range(len(chosen)), 2):
        if last < _EACH_WITH_EACH or n - m <= _NEIGHBOURS or m == 0 or n == last:
            yield chosen[m], chosen[n]


def _worth(x: Voice, y: Voice) -> bool:
    """Whether a verdict tells anything: one is an answer or both play one role, and no article only repeats itself."""
    a, b = x.claim, y.claim
    repeats = (a.article, a.value, a.role, a.stance, a.vouched_by, a.counted, a.as_of) == (
        *(b.article, b.value, b.role, b.stance, b.vouched_by, b.counted, b.as_of),
    )
    return not repeats and (a.says or b.says or a.role == b.role)


def representatives(voices: Sequence[Voice], book: Rulebook) -> list[Voice]:
    """A few voices of each group, in canonical order."""
    groups: dict[tuple[object, ...], list[Voice]] = defaultdict(list)
    for voice in sorted(voices, key=canonical):
        groups[_key(voice, book)].append(voice)
    return sorted((voice for group in groups.values() for voice in _few(group)), key=canonical)


def _key(voice: Voice, book: Rulebook) -> tuple[object, ...]:
    claim = voice.claim
    day = weekday(voice, book) if isinstance(claim.value, Date) else None
    return str(claim.value), day, claim.stance, claim.vouched_by, claim.role, claim.counted, claim.says


def _few(group: list[Voice]) -> list[Voice]:
    """One voice an article; where these are many, the ends of the group by time and one without a time."""
    by_article: dict[tuple[str, str], Voice] = {}
    for voice in group:
        by_article.setdefault((voice.claim.article, voice.claim.as_of), voice)
    each = sorted(by_article.values(), key=lambda voice: (voice.claim.as_of, canonical(voice)))
    if len(each) <= _KEPT:
        return each
    dated = [voice for voice in each if voice.claim.as_of]
    undated = [voice for voice in each if not voice.claim.as_of]
    few = [*undated[:2], *(dated[:1] + dated[-1:] if dated else [])]
    if len({voice.claim.article for voice in few}) == 1:
        few += [voice for voice in each if voice.claim.article != few[0].claim.article][:1]
    return list({id(voice): voice for voice in few}.values())
