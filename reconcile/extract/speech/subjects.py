"""The noun phrase before a verb. In: a clause and a place in it. Out: first and last word, or none."""

from __future__ import annotations

from reconcile.extract.speech.clauses import Clause, Phrase
from reconcile.extract.speech.finite import has_finite, main_verb, past_of, reports
from reconcile.extract.speech.flags import Is

_DASHES, _DASHED_WORDS = ("-", "--"), 30  # and how far back the first of two is looked for
_BRACKET_WORDS, _RELATIVE_WORDS = 12, 6  # how far back an opening bracket or "who" is looked for


def verb_group(clause: Clause, verb: int) -> int:
    """The first word of the verb group that ends at `verb`: auxiliaries and adverbs before it belong to it."""
    first = verb
    while first and clause.flags[first - 1] & (Is.AUXILIARY | Is.ADVERB):
        first -= 1
    return first


def before(clause: Clause, group: int) -> Phrase | None:
    """The subject that ends right before the verb group beginning at word `group`."""
    last = _before_dashes(clause, group - 1)
    closed = bool(clause.flag(last) & Is.COMMA)  # an apposition ends there
    last -= closed
    flag = clause.flag(last)
    if last < 0 or (flag & (Is.STOP | Is.COORDINATOR) and clause.words[last] != ")"):
        return None
    if not closed and flag & (Is.RELATIVE | Is.PRONOUN):
        return last, last
    if flag & Is.TO or (flag & (Is.PREPOSITION | Is.SUBORDINATOR) and not flag & Is.RELATIVE):
        return None
    phrase = trimmed(clause, _start(clause, last, closed), last)
    return _without_clause(clause, *phrase) if phrase and closed else phrase


def _before_dashes(clause: Clause, last: int) -> int:
    """The word before what stands between dashes that end at word `last`, else `last`: "Lee - her aunt - said"."""
    if clause.word(last) not in _DASHES:
        return last
    opening = range(last - 2, max(last - _DASHED_WORDS, 0), -1)
    return next((place - 1 for place in opening if clause.words[place] == clause.words[last]), last)


def trimmed(clause: Clause, first: int, last: int) -> Phrase | None:
    """The phrase without what only leads up to it: "But on Monday, ", "Meanwhile, "."""
    while first < last and clause.flags[first] & (Is.COORDINATOR | Is.ADVERB | Is.COMMA):
        first += 1
    while first < last and clause.flags[first] & (Is.PREPOSITION | Is.SUBORDINATOR | Is.DAY):
        first = max(clause.find(Is.COMMA, first, last), first) + 1
    return (first, last) if first <= last else None


def _without_clause(clause: Clause, first: int, last: int) -> Phrase:
    """The phrase up to a comma that opens a relative or participle clause or an adverbial, not a plain apposition."""
    for place in range(first + 1, last):
        if clause.flags[place] & Is.COMMA and clause.flags[place + 1] & (Is.RELATIVE | Is.PREPOSITION | Is.ENDS_GERUND):
            return first, place - 1
    return first, last


def _start(clause: Clause, last: int, closed: int) -> int:
    """The first word of the noun phrase that ends at `last`, walking back to where the clause begins."""
    place = last
    while place >= 0:
        flag = clause.flags[place]
        if clause.words[place] == ")":
            place = _opening(clause, place)
        elif flag & Is.RELATIVE and not flag & Is.THAT:
            if closed and clause.flag(place - 1) & Is.COMMA:
                pass  # its clause ends at the comma before the verb
            elif place == last or not has_finite(clause, place + 1, last):
                break
        elif (
            flag & Is.FINITE or past_of(clause, place) or (flag & Is.SPEAKS and place < last and reports(clause, place))
        ):
            place = _relative_before(clause, place)
            if place < 0:
                return -place
        elif closed and (aside := _aside_before(clause, place)):
            place = aside
        elif _begins_before(clause, place, last) or (flag & Is.COMMA and not closed):
            break
        elif flag & Is.DETERMINER and not closed and _bare_noun(clause, place - 1):
            return place
        place -= 1
    return place + 1


def _opening(clause: Clause, place: int) -> int:
    for index in range(place - 1, max(place - _BRACKET_WORDS, -1), -1):
        if clause.words[index] == "(":
            return index
    return place


def _relative_before(clause: Clause, verb: int) -> int:
    """The "who" whose clause the verb belongs to; minus the word behind the verb if it belongs to none."""
    for index in range(verb - 1, max(verb - _RELATIVE_WORDS, 0), -1):
        if clause.flags[index] & Is.RELATIVE:
            return index
        if clause.flags[index] & (Is.FINITE | Is.STOP | Is.COMMA):
            break
    return -verb - 1


def _aside_before(clause: Clause, place: int) -> int:
    """The comma that opens an adverbial at the word `place`, 0 if it opens none: ", right after the speech,"."""
    if not clause.flags[place] & Is.SUBORDINATOR:
        return 0
    first = place - bool(clause.flag(place - 1) & Is.ADVERB)
    return first - 1 if first > 1 and clause.flags[first - 1] & Is.COMMA else 0


def _begins_before(clause: Clause, place: int, last: int) -> bool:
    """Whether the word can only stand before the noun phrase that ends at `last`."""
    flag = clause.flags[place]
    if flag & (Is.STOP | Is.SUBORDINATOR):
        return True
    if flag & Is.COORDINATOR:
        return has_finite(clause, clause.start(place), place)
    return bool(flag & Is.PRONOUN) and not flag & (Is.DETERMINER | Is.RELATIVE) and place != last


def _bare_noun(clause: Clause, place: int) -> bool:
    """Whether the word is a plain noun or verb, behind which another noun phrase begins: "things the minister"."""
    return place >= 0 and not clause.flags[place] & ~Is.SHAPE and clause.words[place].isalpha()


def main_subject(clause: Clause, limit: int) -> Phrase | None:
    """The subject of the first verb before word `limit`, else the noun phrase that the sentence begins with."""
    for place in range(1, limit):
        if not clause.quoted[place] and main_verb(clause, place):
            group = verb_group(clause, place)
            if group > 0 and (phrase := before(clause, group)):
                return phrase
    return _opening_phrase(clause, limit)


def _opening_phrase(clause: Clause, limit: int) -> Phrase | None:
    phrase = trimmed(clause, 0, limit - 1)
    if phrase is None:
        return None
    first = last = phrase[0]
    if clause.flags[first] & Is.PRONOUN and not clause.flags[first] & Is.DETERMINER:
        return first, first
    while last + 1 < limit and clause.flags[last + 1] & Is.CAPITAL:
        last += 1
    if last == first and clause.flags[first] & Is.DETERMINER and last + 1 < limit:
        last += 1
    return first, last


def name_start(clause: Clause, last: int) -> int:
    """The first word of the name or short noun phrase that ends at word `last`."""
    first = last
    while first and not clause.flags[first] & Is.DETERMINER:
        flag = clause.flags[first - 1]
        if flag & (Is.STOP | Is.COMMA | Is.PREPOSITION | Is.COORDINATOR | Is.FINITE | Is.SUBORDINATOR):
            break
        named = clause.flags[first] & Is.CAPITAL or last - first > 1 or flag & Is.VERB
        if named and not flag & (Is.CAPITAL | Is.DETERMINER):
            break
        first -= 1
    return first
