"""Judging by a ladder: the first level whose conditions all hold.

In: a `Pair`. Out: a `Judgement` with its sentence and its rule."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.kinds.count import Count
from reconcile.kinds.date import WEEKDAYS
from reconcile.model import Verdict
from reconcile.resolve.conditions import CONDITIONS
from reconcile.resolve.conditions.dates import weekday
from reconcile.resolve.pair import Pair, Voice
from reconcile.resolve.voice_words import both_in_words
from reconcile.resolve.words import actor_in_words, day_in_words, in_words, listed
from reconcile.rulebook.policies import VERDICTS, Level
from reconcile.rulebook.spec import Fact


@dataclass(frozen=True, slots=True)
class Judgement:
    """How the two claims of a pair relate, by which level of which ladder."""

    pair: Pair
    level: Level
    number: int
    severity: str

    @property
    def verdict(self) -> str:
        """The verdict of the level."""
        return self.level.verdict

    @property
    def say(self) -> str:
        """The sentence that says why."""
        return say(self.level.say, self.pair)

    def recorded(self) -> Verdict:
        """The judgement as a finding keeps it."""
        rule = self.pair.ladder.rule(self.number)
        return Verdict(self.pair.a.claim.id, self.pair.b.claim.id, self.verdict, self.say, rule, self.severity)


def judge(pair: Pair) -> Judgement:
    """The judgement of the first level of the pair's ladder that holds; the last one always does."""
    holds: dict[str, bool] = {}

    def hold(name: str) -> bool:
        if name not in holds:
            holds[name] = CONDITIONS[name](pair)
        return holds[name]

    number, level = next((n, level) for n, level in enumerate(pair.ladder.level, 1) if all(map(hold, level.when)))
    return Judgement(pair, level, number, _by_difference(pair) if level.severity == "by_difference" else level.severity)


def seriousness(verdict: str) -> int:
    """How serious a verdict is; 0 is the least."""
    return len(VERDICTS) - 1 - VERDICTS.index(verdict)


def _by_difference(pair: Pair) -> str:
    """Severity by the share of the larger figure that separates the two, by the fact's materiality."""
    a, b = pair.a.claim.value, pair.b.claim.value
    return by_difference(a, b, pair.fact) if isinstance(a, Count) and isinstance(b, Count) else "medium"


def by_difference(a: Count, b: Count, fact: Fact) -> str:
    """The severity of the difference between two figures of `fact`."""
    matters = fact.materiality
    if matters is None:
        return "medium"
    share = abs(a.point - b.point) / max(a.point, b.point, 1)
    return "low" if share <= matters.slight else "high" if share >= matters.large else "medium"


def say(template: str, pair: Pair) -> str:
    """`template` filled from `pair`, as a sentence."""
    a, b = both_in_words(pair.a, pair.b, pair.book)
    fields = {"label": pair.fact.label, "other": _falls_with(pair), "a": a, "b": b}
    for side, voice in (("a", pair.a), ("b", pair.b)):
        fields |= {side + name: words for name, words in _fields(voice, pair).items()}
    sentence = template.format_map(fields)
    if not template.startswith(("{a_outlet}", "{b_outlet}")):  # an outlet may be a file, whose name stays as it is
        sentence = sentence[:1].upper() + sentence[1:]
    return sentence + ("" if sentence.endswith((".", "?")) else ".")


def _falls_with(pair: Pair) -> str:
    """What the facts that this one falls with came to: "the death toll (4, then 6) and the number of rescued (10, then
    18)"."""
    names = (pair.fact.falls_with, *pair.fact.falls_too)
    before, after = ((side.falls_with, *side.falls_too) for side in (pair.a, pair.b))
    told = [
        f"the {pair.book.facts[name].label} ({in_words(one, pair.book)}, then {in_words(two, pair.book)})"
        for name, one, two in zip(names, before, after, strict=False)
        if name in pair.book.facts and one is not None and two is not None and one != two
    ]
    return listed(told)


def _fields(voice: Voice, pair: Pair) -> dict[str, str]:
    claim = voice.claim
    day = weekday(voice, pair.book) if pair.fact.kind == "date" else None
    return {
        "_outlet": voice.name,
        "_quote": claim.quote,
        "_speaker": actor_in_words(claim.speaker, pair.book) or voice.name,
        "_counted": claim.counted or "everybody",
        "_stance": claim.stance,
        "_as_of": day_in_words(claim.as_of),
        "_weekday": "" if day is None else WEEKDAYS[day],
    }
