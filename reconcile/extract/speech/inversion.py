"""The source behind a verb: "said Ann Lee, who leads the union". In: a clause and a place. Out: a phrase, or none."""

from __future__ import annotations

from reconcile.extract.speech.clauses import Clause, Phrase
from reconcile.extract.speech.finite import has_finite, main_verb
from reconcile.extract.speech.flags import Is

_TITLE_WORDS = 5  # words of a title before a name


def inverted(clause: Clause, verb: int) -> bool:
    """Whether the subject stands behind the verb: a quotation or a clause before it, no clause behind it."""
    previous, ahead = clause.flag(verb - 1), clause.flag(verb + 1)
    if ahead & (Is.DAY | Is.STOP | Is.COORDINATOR | Is.PREPOSITION | Is.THAT | Is.COMMA | Is.END) or verb == 0:
        return False
    nominative = not ahead & Is.PRONOUN or ahead & (Is.DETERMINER | Is.NOMINATIVE)
    if previous & Is.MARK:
        return bool(nominative)
    if not previous & Is.COMMA or _subject_before(clause, verb):
        return False
    end = clause.find(Is.COMMA | Is.END | Is.MARK, verb + 1, len(clause.words))
    last = (end if end >= 0 else len(clause.words)) - 1
    begins = ahead & (Is.CAPITAL | Is.DETERMINER | Is.NOMINATIVE) or _titled(clause, verb + 1, last)
    return bool(begins) and not has_finite(clause, verb + 1, last)


def _titled(clause: Clause, first: int, last: int) -> bool:
    """Whether a name with a title in small letters begins at `first`: "says analyst Ann Lee"."""
    name = clause.find(Is.CAPITAL, first, min(last + 1, first + _TITLE_WORDS))
    return name > first and not any(clause.flags[place] & ~Is.SHAPE for place in range(first, name))


def _subject_before(clause: Clause, verb: int) -> bool:
    """Whether a noun phrase with appositions ends at the comma before `verb`, and a clause follows: "Lee, who leads
    the union, said the strike was over"."""
    start = clause.start(verb - 1)
    commas = [place for place in range(start, verb) if clause.flags[place] & Is.COMMA]
    if len(commas) < 2 or not _verb_within(clause, verb + 2, len(clause.words)):
        return False
    if clause.flags[start] & (Is.PREPOSITION | Is.SUBORDINATOR | Is.ADVERB | Is.DAY | Is.COORDINATOR):
        start = commas.pop(0) + 1
    parts = zip([start, *(comma + 1 for comma in commas)], commas, strict=False)
    return len(commas) > 1 and not any(_verb_within(clause, first, last) for first, last in parts)


def _verb_within(clause: Clause, first: int, last: int) -> bool:
    """Whether the words from `first` to before `last` hold the verb of a clause that is no relative one."""
    for place in range(first, min(last, len(clause.flags))):
        flag = clause.flags[place]
        if flag & (Is.RELATIVE | Is.ENDS_GERUND) and not flag & Is.THAT:
            return False
        shaped = flag & Is.ENDS_PAST and not flag & Is.CAPITAL and not clause.flag(place - 1) & Is.DETERMINER
        if shaped or main_verb(clause, place):
            return True
    return False


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
