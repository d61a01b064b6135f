"""Words that somebody passes on: "the agency quoted the mayor as saying". In: a clause, a cue. Out: the mayor's cue."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extract.speech import subjects
from reconcile.extract.speech.clauses import Clause, Cue, Phrase
from reconcile.extract.speech.flags import Is
from reconcile.extract.speech.vocabulary import Verb, Vocabulary

_FURTHEST = 14  # words between "quoted" and "as saying"


def relayed(clause: Clause, place: int, cue: Cue | None, known: Vocabulary) -> Cue | None:
    """`cue` of the verb at word `place`, or where its source only passes on what another said, the cue of that one."""
    role = _as_saying(clause, place + 1, known)
    if role < 0:
        return cue
    group = subjects.verb_group(clause, place)
    quoted: Phrase | None
    if clause.find(Is.BE, group, place) >= 0:
        by = clause.find(Is.BY, place, role)
        quoted, teller = subjects.before(clause, group), _phrase(clause, by + 1, role - 1) if by >= 0 else None
        left = quoted[0] if quoted else 0
    elif cue and cue.source and cue.order != "inverted":
        quoted, teller, left = _phrase(clause, place + 1, role - 1), cue.source, min(cue.source[0], group)
    else:
        return cue
    content = _content(clause, role + 2, left)
    said = replace(known.verbs[clause.words[role + 1]], relays=True)
    return Cue(group, role + 1, "given", quoted, said, content, teller=teller) if quoted and content else cue


def citing(clause: Clause, known: Vocabulary) -> int:
    """The participle that names the source of a speech beside it, -1 if none does: "the agency said, citing police"."""
    gerunds = (place for place, flag in enumerate(clause.flags) if flag & Is.ENDS_GERUND and flag & Is.VERB)
    relaying = (place for place in gerunds if known.verbs[clause.words[place]].relays)
    return next((place for place in relaying if not place or clause.flags[place - 1] & Is.COMMA), -1)


def _as_saying(clause: Clause, first: int, known: Vocabulary) -> int:
    """The "as" of the next "as saying" from word `first` on, -1 if none is near."""
    for place in range(first, min(first + _FURTHEST, len(clause.words) - 1)):
        flag = clause.flags[place]
        if flag & Is.AS:
            verb = known.verbs.get(clause.words[place + 1], Verb())
            return place if verb.gerund and (verb.say or verb.tell) else -1
        if flag & (Is.FINITE | Is.MARK):
            return -1
    return -1


def _phrase(clause: Clause, first: int, last: int) -> Phrase | None:
    """The noun phrase among the words, without a time or a medium behind it: "quoted by the daily on Monday as"."""
    if last > first and clause.flags[last] & Is.COMMA:
        last -= 1
    leaves = next((at for at in range(first + 1, last + 1) if clause.flags[at] & (Is.MEDIUM | Is.DAY)), last + 1)
    return (first, leaves - 1) if first <= leaves - 1 else None


def _content(clause: Clause, first: int, left: int) -> Phrase | None:
    """What is said: the words behind "as saying", else those before word `left`."""
    flag, over = clause.flag(first), Is.END | Is.COMMA | Is.DAY | Is.MEDIUM
    if first < len(clause.words) and not flag & over:
        return first, len(clause.words) - 1
    return (0, left - 1) if left > 1 else None
