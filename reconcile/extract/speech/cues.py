"""Where somebody is said to say or hold something. In: a clause and a vocabulary. Out: cues with their sources."""

from __future__ import annotations

from reconcile.extract.speech import inversion, subjects
from reconcile.extract.speech.clauses import Clause, Cue, Phrase
from reconcile.extract.speech.flags import Is
from reconcile.extract.speech.relays import relayed
from reconcile.extract.speech.verbs import verb_cue
from reconcile.extract.speech.vocabulary import Verb, Vocabulary

_OWNER_WORDS = 4  # how far a noun stands from its owner at most: "the ministry's first official claim"


def cues(clause: Clause, known: Vocabulary) -> list[Cue]:
    """The cues of a clause outside quotations, in text order."""
    found: list[Cue] = []
    shared: Phrase | None = None
    cue_flags = Is.CUE
    for place in [place for place, flag in enumerate(clause.flags) if flag & cue_flags]:
        cue = None if clause.quoted[place] else _cue(clause, place, known, shared)
        if cue and not (found and found[-1].last >= cue.first):
            if cue.order != "given" and cue.source and not _inside(clause, cue, found):
                shared = cue.source
            found.append(cue)
    return found


def _inside(clause: Clause, cue: Cue, earlier: list[Cue]) -> bool:
    """Whether a pronoun right behind the cue before is the subject: "says she respects" speaks for nobody else."""
    if not earlier or not cue.source or not clause.flags[cue.source[0]] & Is.PRONOUN:
        return False
    return 0 < cue.source[0] - earlier[-1].last <= 2  # "that" may stand between


def _cue(clause: Clause, place: int, known: Vocabulary, shared: Phrase | None) -> Cue | None:
    flag, cue = clause.flags[place], None
    if flag & Is.ACCORDING:
        cue = _according(clause, place, known)
    if flag & Is.VERB and not cue:
        cue = verb_cue(clause, place, known, shared)
    if flag & Is.PASSIVE and not cue:
        cue = _unnamed(clause, place)
    if flag & Is.STATE and not cue:
        cue = _state(clause, place)
    if flag & Is.NOUN and not cue:
        cue = _noun(clause, place, known)
    if flag & Is.VERB and known.verbs[clause.words[place]].relays:
        cue = relayed(clause, place, cue, known)
    if flag & Is.HEARSAY and not cue:
        cue = Cue(place, place, "given", None, content=(0, len(clause.words) - 1))
    return cue


def _according(clause: Clause, place: int, known: Vocabulary) -> Cue | None:
    """ "according to the ministry", before or behind what the ministry says."""
    first = last = place
    for anchor, phrase in known.according:
        if phrase == clause.words[max(place - anchor, 0) : place - anchor + len(phrase)]:
            first, last = place - anchor, place - anchor + len(phrase) - 1
            break
    source = inversion.behind(clause, last + 1) if last > first else None
    if source is None:
        return None
    comma = clause.find(Is.COMMA, source[0], source[1])
    source = (source[0], comma - 1) if comma > source[0] else source
    light = Is.COORDINATOR | Is.ADVERB | Is.SUBORDINATOR | Is.COMMA
    leads = all(flag & light for flag in clause.flags[clause.start(first) : first])
    content = (source[1] + 1, len(clause.words) - 1) if leads else (0, first - 1)
    return Cue(first, last, "given", source, content=content) if content[0] <= content[1] else None


def _unnamed(clause: Clause, place: int) -> Cue | None:
    """ "is believed to", "it was reported that": somebody who is not named."""
    group, ahead = subjects.verb_group(clause, place), clause.flag(place + 1)
    subject = subjects.before(clause, group)
    full = clause.find(Is.BE, group, place) >= 0
    if not full and any(clause.quoted[:group]):  # '"We won," Lee said to cheers'
        return None
    if not ahead & (Is.TO | Is.THAT | Is.AS) or not (full or (subject and ahead & Is.TO)):
        return None
    first = subject[0] if subject and not ahead & Is.THAT else place + 1
    return Cue(group, place, "given", None, content=(first, len(clause.words) - 1))


def _state(clause: Clause, place: int) -> Cue | None:
    """ "is confident that", "became aware of"."""
    ahead = clause.flag(place + 1)
    if not ahead & (Is.THAT | Is.TO | Is.PREPOSITION):
        return None
    first = place
    while first and clause.flags[first - 1] & (Is.ADVERB | Is.AUXILIARY | Is.BE):
        first -= 1
    source = subjects.before(clause, first) if clause.find(Is.BE, first, place) >= 0 else None
    return Cue(first, place + (not ahead & (Is.THAT | Is.TO)), "active", source) if source else None


def _noun(clause: Clause, place: int, known: Vocabulary) -> Cue | None:
    """ "the ministry's claim that": the owner is the source."""
    if clause.word(place + 1) not in known.links:
        return None
    for owner in range(place - 1, max(place - 1 - _OWNER_WORDS, -1), -1):
        flag = clause.flags[owner]
        if flag & Is.POSSESSIVE:
            first = owner if flag & Is.DETERMINER else subjects.name_start(clause, owner)
            verb = Verb(hold=True, denial=clause.words[place] in known.denials)
            phrase = not clause.flags[place + 1] & (Is.THAT | Is.TO)
            return Cue(owner + 1, place + phrase, "active", (first, owner), verb, phrase=phrase)
        if flag & (Is.STOP | Is.COMMA | Is.PREPOSITION | Is.DETERMINER | Is.FINITE | Is.COORDINATOR):
            return None
    return None
