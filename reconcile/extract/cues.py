"""Where somebody is said to say or hold something. In: a clause and a vocabulary. Out: cues with their sources.

A cue's `order` tells where its content is looked for: `active` behind it (before or around it too for verbs of speech),
`shared` behind it, with the subject of an earlier verb, `inverted` before it, `given` where the cue itself says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reconcile.extract import speakers
from reconcile.extract.clauses import Clause, Is, Verb, Vocabulary
from reconcile.extract.speakers import Phrase

_BOUND = Is.DETERMINER | Is.PREPOSITION | Is.POSSESSIVE
_OBJECT = Is.DETERMINER | Is.POSSESSIVE | Is.CAPITAL | Is.PRONOUN | Is.SUBORDINATOR | Is.PREPOSITION
_CLOSES = frozenset({"of", ",", "."})
_LONGEST_NOUN_GAP = 3
NOUN = Verb(False, False, True, False, False, frozenset(), False, False, False, False, False)
DENIED_NOUN = Verb(False, False, True, False, True, frozenset(), False, False, False, False, False)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words `first`..`last` of a clause that say that `source` says or holds something."""

    first: int
    last: int
    verb: Verb
    order: str
    source: Phrase | None
    content: Phrase | None = None
    pronoun: bool = False


def cues(clause: Clause, known: Vocabulary) -> list[Cue]:
    """The cues of a clause outside quotations, in text order."""
    found: list[Cue] = []
    shared: Phrase | None = None
    for place in [place for place, flag in enumerate(clause.flags) if flag & Is.CUE]:
        cue = None if clause.quoted[place] else _cue(clause, place, clause.flags[place], known, shared)
        if cue and not (found and found[-1].last >= cue.first):
            pronoun = cue.source is not None and bool(clause.flags[cue.source[0]] & Is.PRONOUN)
            found.append(replace(cue, pronoun=pronoun))
            if cue.order in ("active", "shared", "inverted") and not (pronoun and _inside(found)):
                shared = cue.source or shared
    return found


def _inside(found: list[Cue]) -> bool:
    """Whether the last cue's subject stands right behind the cue before it: "says she respects"."""
    if len(found) < 2 or not found[-1].source:
        return False
    return 0 < found[-1].source[0] - found[-2].last <= 2  # "that" may stand between


def _cue(clause: Clause, place: int, flag: int, known: Vocabulary, shared: Phrase | None) -> Cue | None:
    cue = None
    if flag & Is.ACCORDING:
        cue = _according(clause, place, known)
    if flag & Is.VERB and not cue:
        cue = _verb(clause, place, known, shared)
    if flag & Is.PASSIVE and not cue:
        cue = _unnamed(clause, place, known)
    if flag & Is.STATE and not cue:
        cue = _state(clause, place, known)
    if flag & Is.NOUN and not cue:
        cue = _noun(clause, place, known)
    if flag & Is.HEARSAY and not cue:
        cue = Cue(place, place, NOUN, "given", None, (0, len(clause.words) - 1))
    return cue


def _verb(clause: Clause, place: int, known: Vocabulary, shared: Phrase | None) -> Cue | None:
    verb = known.verbs[clause.words[place]]
    ahead = clause.words[place + 1] if place + 1 < len(clause.words) else ""
    last = place + 1 if ahead in verb.particles else place
    if last == place and not _stands_alone(clause, place, verb, ahead):
        return None
    if clause.flags[place] & Is.CAPITAL and (ahead in known.verbs or (place and not clause.headline())):
        return None
    group = speakers.verb_group(clause, place)
    helper = next((clause.words[i] for i in range(place - 1, group - 1, -1) if clause.flags[i] & Is.AUXILIARY), "")
    be = bool(known.flags[helper] & Is.BE)
    if be and verb.participle:
        return _by(clause, group, place) if ahead == "by" and clause.flags[place] & Is.PASSIVE else None
    if verb.gerund:
        loose = clause.words[group - 1] == "," and group > 0
        order = "active" if be or (not loose and _participle(clause, group, place)) else "shared" if loose else ""
    else:
        order = "active" if _finite(clause, group, helper, verb, ahead) else ""
    if order and (verb.say or verb.quote) and not helper and speakers.inverted(clause, place):
        return Cue(place, last, verb, "inverted", speakers.behind(clause, place + 1))
    if order and clause.flags[group - 1] & Is.COORDINATOR:
        order = "shared"
    source = (shared or speakers.main_subject(clause, group)) if order == "shared" else speakers.before(clause, group)
    return Cue(group, last, verb, order, source) if order and source else None


def _stands_alone(clause: Clause, place: int, verb: Verb, ahead: str) -> bool:
    """Whether the verb reports without one of its particles here."""
    return verb.say or verb.tell or verb.hold or (verb.quote and (ahead == "that" or _beside_quote(clause, place)))


def _beside_quote(clause: Clause, place: int) -> bool:
    return any(word == '"' for word in clause.words[place + 1 : place + 4]) or clause.words[place - 1] == '"'


def _participle(clause: Clause, group: int, place: int) -> bool:
    """Whether "-ing" has its subject right before it and an object behind it: "with the minister saying that"."""
    if not group:
        return False
    previous = clause.flags[group - 1]
    following = clause.flags[place + 1] if place + 1 < len(clause.flags) else Is.STOP
    return bool(following & _OBJECT) and not previous & (_BOUND | Is.STOP | Is.COORDINATOR | Is.ADVERB)


def _by(clause: Clause, group: int, place: int) -> Cue | None:
    content, source = speakers.before(clause, group), speakers.behind(clause, place + 2)
    return Cue(group, place + 1, NOUN, "given", source, content) if content and source else None


def _finite(clause: Clause, group: int, helper: str, verb: Verb, ahead: str) -> bool:
    """Whether the verb form is the verb of a clause, not a noun or an adjective that looks like it."""
    if helper:
        return True
    previous, before = (clause.flags[group - 1], clause.words[group - 1]) if group else (Is.STOP, "")
    bound = previous & _BOUND and not previous & Is.PRONOUN
    if bound or before == "to" or (before.isdigit() and not verb.base and not verb.say):
        return False
    if verb.past:
        return ahead != "by" and not (not verb.say and not verb.tell and _adjective(clause, group, ahead))
    if (ahead in _CLOSES and not verb.say) or (clause.flags[group] & Is.ALSO_NOUN and not _clearly_verb(clause, group, ahead)):
        return False
    if verb.third:
        return True
    if verb.say and not clause.flags[group] & Is.ALSO_NOUN and not previous & (Is.STOP | Is.COORDINATOR | Is.SUBORDINATOR):
        return True
    return (
        (previous & Is.PRONOUN and before not in ("he", "she", "it"))
        or (before.endswith("s") and not previous & Is.POSSESSIVE)
        or before in ("percent", "people", "men", "women", "police", ")", "%")
    )


def _clearly_verb(clause: Clause, place: int, ahead: str) -> bool:
    """Whether a form that is a noun too ("claims") has the company of a verb."""
    previous = clause.flags[place - 1] if place else Is.STOP
    following = clause.flags[place + 1] if place + 1 < len(clause.flags) else Is.STOP
    if previous & (Is.PRONOUN | Is.RELATIVE) or ahead == "that":
        return True
    return bool(previous & Is.CAPITAL) and bool(following & (Is.DETERMINER | Is.POSSESSIVE | Is.PRONOUN | Is.CAPITAL))


def _adjective(clause: Clause, group: int, ahead: str) -> bool:
    """Whether "-ed" behind a comma or "and" rather belongs to the noun ahead: "and elected officials"."""
    if not clause.flags[group - 1] & (Is.COORDINATOR | Is.STOP) and clause.words[group - 1] != ",":
        return False
    following = clause.flags[group + 1] if group + 1 < len(clause.flags) else 0
    return not following and ahead != "to"


def _unnamed(clause: Clause, place: int, known: Vocabulary) -> Cue | None:
    """ "is believed to", "it was reported that": somebody who is not named."""
    group = speakers.verb_group(clause, place)
    ahead = clause.words[place + 1] if place + 1 < len(clause.words) else ""
    if ahead not in ("to", "that", "as") or not any(known.flags[clause.words[i]] & Is.BE for i in range(group, place)):
        return None
    subject = speakers.before(clause, group)
    first = subject[0] if subject and ahead != "that" else place + 1
    return Cue(group, place, NOUN, "given", None, (first, len(clause.words) - 1))


def _state(clause: Clause, place: int, known: Vocabulary) -> Cue | None:
    ahead = clause.words[place + 1] if place + 1 < len(clause.words) else ""
    if ahead not in known.links and ahead not in ("to", "by", "in", "with"):
        return None
    be = place
    while be and clause.flags[be - 1] & (Is.ADVERB | Is.AUXILIARY | Is.BE):
        be -= 1
    if not any(known.flags[clause.words[i]] & Is.BE for i in range(be, place)):
        return None
    source = speakers.before(clause, be)
    return Cue(be, place + (ahead not in ("that", "to")), NOUN, "active", source) if source else None


def _noun(clause: Clause, place: int, known: Vocabulary) -> Cue | None:
    """ "the ministry's claim that": the owner is the source."""
    ahead = clause.words[place + 1] if place + 1 < len(clause.words) else ""
    if ahead not in known.links:
        return None
    for owner in range(place - 1, max(place - 2 - _LONGEST_NOUN_GAP, -1), -1):
        flag = clause.flags[owner]
        if flag & Is.POSSESSIVE:
            first = owner if flag & Is.DETERMINER else speakers.name_start(clause, owner)
            verb = DENIED_NOUN if clause.words[place] in known.denials else NOUN
            return Cue(owner + 1, place + (ahead != "that"), verb, "active", (first, owner))
        if flag & (Is.STOP | Is.PREPOSITION | Is.DETERMINER | Is.FINITE | Is.COORDINATOR) or clause.words[owner] == ",":
            return None
    return None


def _according(clause: Clause, place: int, known: Vocabulary) -> Cue | None:
    phrase = next((p for p in known.according if clause.words[place : place + len(p)] == list(p)), None)
    if phrase is None:
        return None
    last = place + len(phrase) - 1
    source = speakers.behind(clause, last + 1)
    if source is None:
        return None
    lead = all(
        clause.flags[i] & (Is.COORDINATOR | Is.ADVERB | Is.SUBORDINATOR) or clause.words[i] == "," for i in range(place)
    )
    source = (source[0], clause.words.index(",", *source) - 1 if "," in clause.words[slice(*source)] else source[1])
    content = (source[1] + 1, len(clause.words) - 1) if lead else (0, place - 1)
    return Cue(place, last, NOUN, "given", source, content) if content[0] <= content[1] else None
