"""Whether a word is the verb of a clause. In: a clause and a place in it. Out: yes or no."""

from __future__ import annotations

from reconcile.extract.speech.clauses import Clause
from reconcile.extract.speech.flags import Is

_BOUND = Is.DETERMINER | Is.POSSESSIVE | Is.PREPOSITION


def past_of(clause: Clause, place: int) -> bool:
    """Whether the word looks like the past tense of a clause's verb: "-ed" before what begins an object."""
    flag = clause.flags[place]
    return bool(flag & Is.ENDS_PAST) and not flag & Is.CAPITAL and _before_object(clause, place)


def has_finite(clause: Clause, first: int, last: int) -> bool:
    """Whether the words `first`..`last` hold the verb of a clause."""
    return any(clause.flags[place] & Is.FINITE or past_of(clause, place) for place in range(first, last + 1))


def _before_object(clause: Clause, place: int) -> bool:
    return bool(clause.flag(place + 1) & (Is.DETERMINER | Is.POSSESSIVE | Is.PRONOUN))


def reports(clause: Clause, place: int) -> bool:
    """Whether a form such as "says" or "claims" is a verb there."""
    return place > 0 and not clause.flags[place - 1] & _BOUND


def main_verb(clause: Clause, place: int) -> bool:
    """Whether the word may be the verb of a clause: known as one, or "-ed" or "-s" before what begins an object."""
    flag = clause.flags[place]
    if flag & Is.FINITE:
        return True
    if flag & Is.SPEAKS or (flag & Is.VERB and not flag & (Is.ALSO_NOUN | Is.ENDS_GERUND)):
        return reports(clause, place)
    shaped = flag & (Is.ENDS_PAST | Is.ENDS_PLURAL) and not flag & ~(Is.VERB | Is.SHAPE)
    return bool(shaped) and _before_object(clause, place) and reports(clause, place)
