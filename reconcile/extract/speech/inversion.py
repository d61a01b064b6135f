"""The source behind a verb: "said Ann Lee, who leads the union". In: a clause and a place. Out: a phrase, or none."""

from __future__ import annotations

from reconcile.extract.speech.clauses import Clause, Phrase
from reconcile.extract.speech.finite import has_finite
from reconcile.extract.speech.flags import Is


def inverted(clause: Clause, verb: int) -> bool:
    """Whether the subject stands behind the verb: a quotation or a clause before it, no clause behind it."""
    previous, ahead = clause.flag(verb - 1), clause.flag(verb + 1)
    if ahead & (Is.DAY | Is.STOP | Is.COORDINATOR | Is.PREPOSITION | Is.THAT | Is.COMMA | Is.END) or verb == 0:
        return False
    nominative = not ahead & Is.PRONOUN or ahead & (Is.DETERMINER | Is.NOMINATIVE)
    if previous & Is.MARK:
        return bool(nominative)
    if not previous & Is.COMMA or not (ahead & (Is.CAPITAL | Is.DETERMINER) or ahead & Is.NOMINATIVE):
        return False
    end = clause.find(Is.COMMA | Is.END | Is.MARK, verb + 1, len(clause.words))
    return not has_finite(clause, verb + 1, (end if end >= 0 else len(clause.words)) - 1)


def behind(clause: Clause, first: int) -> Phrase | None:
    """The source that begins at word `first`, with its appositions."""
    flags = clause.flags
    while first < len(flags) and flags[first] & Is.ADVERB:
        first += 1
    if clause.flag(first) & Is.PRONOUN and not flags[first] & Is.DETERMINER:
        return first, first
    last, comma = first - 1, False
    for place in range(first, len(flags)):
        if flags[place] & Is.COMMA:
            if not _apposition(clause, place + 1):
                break
            comma = True
        elif _ends_phrase(clause, place) or (not comma and place > first and _leaves_name(clause, place)):
            break
        last = place
    while last >= first and flags[last] & Is.COMMA:
        last -= 1
    return (first, last) if last >= first else None


def _ends_phrase(clause: Clause, place: int) -> bool:
    flag = clause.flags[place]
    if clause.words[place] in ("(", ")"):
        return False
    return bool(flag & (Is.STOP | Is.DAY)) or (bool(flag & Is.END) and place + 1 == len(clause.flags))


def _leaves_name(clause: Clause, place: int) -> bool:
    """Whether the word begins a time or a medium right behind a name: "said Lee in an interview"."""
    return bool(clause.flags[place] & (Is.MEDIUM | Is.TO) and clause.flags[place - 1] & Is.CAPITAL)


def _apposition(clause: Clause, place: int) -> bool:
    flag = clause.flag(place)
    if flag & Is.RELATIVE and not flag & Is.THAT:
        return True
    if flag & (Is.COORDINATOR | Is.PRONOUN | Is.SUBORDINATOR | Is.STOP | Is.DAY | Is.ADVERB | Is.PREPOSITION):
        return bool(flag & Is.ADDITIVE)
    return not flag & Is.ENDS_GERUND
