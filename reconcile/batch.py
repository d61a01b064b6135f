"""Which articles changed the picture since an earlier run. In: two reports. Out: each new article with what it changed.

An article changed a finding where it gives a value that was not there, or where a verdict between its claim and another
makes the finding what it is now. What no new article made (a ruling, an article that is gone) stands by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from reconcile.changes import NEW, Changes, EventChange, FindingChange, changes
from reconcile.model import Claim, Event, Finding, Reading, Report, Verdict, speaking
from reconcile.resolve.standing import STATUS
from reconcile.rulebook.policies import SEVERITIES, VERDICTS

#: what an article may bring to a finding, the most serious first
BRINGS = ("conflict", "reopened", "update", "value", "withdrawn", "status", "headline", "decision")


@dataclass(frozen=True, slots=True)
class Effect:
    """What one article did to a finding: `brings` are words of BRINGS, `values` those that only it or other new ones
    give, `say` the sentences of the verdicts that it brings, the most serious first. `after` is None where the finding
    is gone with what the article said before."""

    event: Event
    fact: str
    before: Finding | None
    after: Finding | None
    brings: tuple[str, ...]
    values: tuple[str, ...] = ()
    say: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """A new article, an edited one, or a later version of `earlier` ones (ids), with all that it changed; `events` are
    those of which nobody told before."""

    reading: Reading
    change: str
    earlier: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """The articles that changed something, the most serious first, those that did not, and what no article did."""

    changed: tuple[ArticleChange, ...]
    unchanged: tuple[ArticleChange, ...]
    findings: tuple[FindingChange, ...]
    events: tuple[EventChange, ...]
    changes: Changes


def batch(before: Report, after: Report) -> Batch:
    """What the articles of `after` that are new or edited changed of what `before` says."""
    found = changes(before, after)
    sides = _Sides(before, after)
    effects: dict[str, list[Effect]] = {}
    left = []
    for change in found.findings:
        made = dict(_effects(change, sides, {*found.new, *found.edited}))
        for name, effect in made.items():
            effects.setdefault(name, []).append(effect)
        left += [] if made else [change]
    new: dict[str, list[Event]] = {}
    for one in found.events:
        for name in one.event.articles if one.change == NEW else ():
            new.setdefault(name, []).append(one.event)
    fresh = [
        _article(name, found, sides, new.get(name, []), effects.get(name, []))
        for name in sorted((*found.new, *found.edited))
    ]
    told = {event.id for one in fresh for event in one.events}
    return Batch(
        tuple(sorted((one for one in fresh if one.effects or one.events), key=_seriousness)),
        tuple(one for one in fresh if not (one.effects or one.events)),
        tuple(left),
        tuple(one for one in found.events if one.event.id not in told),
        found,
    )


class _Sides:
    """Both reports by their ids; `earlier` are the articles of the first that each of the second supersedes."""

    def __init__(self, before: Report, after: Report) -> None:
        self.was = {claim.id: claim for claim in before.claims}
        self.claims = {claim.id: claim for claim in after.claims}
        self.readings = {reading.article.id: reading for reading in after.articles}
        self.earlier: dict[str, tuple[str, ...]] = {}
        known = {reading.article.id for reading in before.articles}
        for reading in after.articles:
            if reading.superseded_by and reading.article.id in known:
                new = reading.superseded_by
                self.earlier[new] = (*self.earlier.get(new, ()), reading.article.id)

    def now(self, finding: Finding | None) -> list[Claim]:
        """The claims of a finding of the later report."""
        return [self.claims[claim] for row in finding.values for claim in row.claims] if finding else []

    def then(self, finding: Finding | None) -> list[Claim]:
        """The claims of a finding of the earlier one, as they were then."""
        return [self.was[claim] for row in finding.values for claim in row.claims] if finding else []


def _article(
    name: str, found: Changes, sides: _Sides, new: Collection[Event], effects: Collection[Effect]
) -> ArticleChange:
    earlier = sides.earlier.get(name, ())
    change = "version" if earlier else "edited" if name in found.edited else "new"
    ordered = sorted(effects, key=lambda one: (*_weight(one), one.event.label, one.fact))
    return ArticleChange(sides.readings[name], change, earlier, tuple(new), tuple(ordered))


def _seriousness(one: ArticleChange) -> tuple[tuple[int, int], str]:
    return min((_weight(effect) for effect in one.effects), default=(len(BRINGS), 0)), one.reading.article.id


def _weight(effect: Effect) -> tuple[int, int]:
    severity = effect.after.severity if effect.after else "none"
    return BRINGS.index(effect.brings[0]), -SEVERITIES.index(severity)


def _effects(change: FindingChange, sides: _Sides, fresh: Collection[str]) -> Iterator[tuple[str, Effect]]:
    """What each new article did to a finding. Where it changed and nobody's claim shows why, all who speak of it."""
    speak = {claim.article for claim in sides.now(change.after)} & set(fresh)
    gone = {claim.article for claim in sides.then(change.before)} & set(fresh)
    found = {name: _effect(name, change, sides) for name in sorted(speak | gone)}
    made = {name: effect for name, effect in found.items() if effect.brings}
    if not made and change.what and change.what != ("decision",):
        told = {{"values": "value", "severity": "status"}.get(word, word) for word in change.what}
        what = tuple(word for word in BRINGS if word in told)
        made = {name: Effect(change.event, change.fact, change.before, change.after, what) for name in sorted(speak)}
    yield from made.items()


def _effect(name: str, change: FindingChange, sides: _Sides) -> Effect:
    before, after = change.before, change.after
    own = [claim for claim in sides.now(after) if claim.article == name]
    values = tuple(dict.fromkeys(str(claim.value) for claim in own if str(claim.value) in change.came))
    new, say = _verdicts(own, change, sides)
    conflict = any(STATUS[verdict.verdict] == "conflict" for verdict in new) or bool(_faults(name, change))
    brings = {
        "conflict": conflict and after is not None and after.status == "conflict",
        "reopened": _reopens(own, change, sides),
        "update": any(verdict.verdict == "update" for verdict in new),
        "value": bool(values),
        "withdrawn": bool(_withdrawn(name, change, sides)),
        "status": "status" in change.what and _carries(own, new, after),
        "headline": before is not None and after is not None and _heads(own, before, after),
    }
    words = tuple(word for word in BRINGS if brings.get(word))
    return Effect(change.event, change.fact, before, after, words, values, (*say, *_faults(name, change)))


def _verdicts(own: Collection[Claim], change: FindingChange, sides: _Sides) -> tuple[list[Verdict], tuple[str, ...]]:
    """The verdicts that an article's claims bring, and their sentences: between voices, not between such values before,
    and not where it only repeats a value against which another new article sets one."""
    if change.after is None:
        return [], ()
    ids, heard = {claim.id for claim in own}, {claim.id for claim in speaking(sides.now(change.after))}
    known = {_kind(verdict, sides.was) for verdict in (change.before.verdicts if change.before else ())}
    new = [
        verdict
        for verdict in change.after.verdicts
        if verdict.verdict != "agree"
        and {verdict.a, verdict.b} <= heard
        and {verdict.a, verdict.b} & ids
        and _kind(verdict, sides.claims) not in known
        and not _repeats(verdict, ids, change, sides)
    ]
    new.sort(key=lambda verdict: (VERDICTS.index(verdict.verdict), verdict.say))
    first = {_kind(verdict, sides.claims): verdict for verdict in reversed(new)}
    return new, tuple(v.say for v in new if first[_kind(v, sides.claims)] is v and STATUS[v.verdict] != "compatible")


def _repeats(verdict: Verdict, ids: Collection[str], change: FindingChange, sides: _Sides) -> bool:
    """Whether the article's side of a verdict was there before, and the other side was not."""
    own, other = (verdict.a, verdict.b) if verdict.a in ids else (verdict.b, verdict.a)
    there = {str(claim.value) for claim in sides.then(change.before)}
    return str(sides.claims[own].value) in there and str(sides.claims[other].value) not in there


def _kind(verdict: Verdict, claims: Mapping[str, Claim]) -> tuple[str, frozenset[str]]:
    return verdict.verdict, frozenset(str(claims[one].value) for one in (verdict.a, verdict.b))


def _faults(name: str, change: FindingChange) -> tuple[str, ...]:
    """What cannot be as the article tells it, where that was not so before."""
    known = {fault.say for fault in change.before.faults} if change.before else set()
    faults = change.after.faults if change.after else ()
    return tuple(fault.say for fault in faults if name in fault.articles and fault.say not in known)


def _reopens(own: Collection[Claim], change: FindingChange, sides: _Sides) -> bool:
    """Whether a ruling that stood is reopened and the article gives what was not there: a value, or it from an origin
    that had not given it."""
    before, after = change.before, change.after
    if after is None or after.decision is None or after.decision.state != "reopened":
        return False
    if before is not None and before.decision is not None and before.decision.state == "reopened":
        return False
    known = {(claim.origin, str(claim.value)) for claim in sides.then(before)}
    return any((claim.origin, str(claim.value)) not in known for claim in speaking(own))


def _withdrawn(name: str, change: FindingChange, sides: _Sides) -> tuple[str, ...]:
    """The values that only an earlier text of the article gave, or that have no voice any more since this version."""
    replaced = {name, *sides.earlier.get(name, ())}
    had = {str(claim.value) for claim in speaking(sides.then(change.before)) if claim.article in replaced}
    still = {str(claim.value) for claim in speaking(sides.now(change.after))}
    return tuple(sorted(had - still))


def _carries(own: Collection[Claim], new: Collection[Verdict], after: Finding | None) -> bool:
    """Whether a verdict that the article's claims bring is why the finding has its status; where they agree, any."""
    if after is None or after.status == "single":
        return after is not None
    ids = {claim.id for claim in own if not (claim.superseded or claim.misread)}
    agreed = [v for v in after.verdicts if v.verdict == "agree" and {v.a, v.b} & ids]
    return any(STATUS[verdict.verdict] == after.status for verdict in (*new, *agreed))


def _heads(own: Collection[Claim], before: Finding, after: Finding) -> bool:
    """Whether what is to be printed is another value now, and one that the article gives."""
    given = {str(claim.value) for claim in own}
    now = set(after.headline.value.split(" | ")) - set(before.headline.value.split(" | "))
    return bool(now & given)
