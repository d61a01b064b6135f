"""What is said: words before, around or behind a cue. In: a clause and a cue in it. Out: first and last word, or none.

A quotation or a clause may stand on either side of its verb: "A, X said", "X said A", "A, X said, B"."""

from __future__ import annotations

from reconcile.extract.speech.clauses import Clause, Cue, Phrase
from reconcile.extract.speech.flags import Is

_LOOK_AHEAD = 16  # words between a verb and the content it leads up to: "said in a statement on Monday that"

_LONGEST_HEARER = 8  # words, in "said to <hearer> that"


def content_of(clause: Clause, cue: Cue, limit: int) -> Phrase | None:
    """The content of `cue`, which ends before word `limit` where it stands behind the cue."""
    if cue.content:
        first, last = cue.content
        if cue.verb.relays and first > cue.last:
            last = _end(clause, first, limit, cue)
        return _trimmed(clause, first, last)
    left = cue.first if cue.order == "inverted" or not cue.source else min(cue.source[0], cue.first)
    after = (cue.source[1] if cue.order == "inverted" and cue.source else cue.last) + 1
    speech = cue.verb.say or cue.verb.tell or cue.verb.quote
    if speech and cue.order != "shared":
        aside = _aside(clause, left, after) if clause.flag(left - 1) & Is.AS and left else None
        around = aside or _around(clause, left, after, cue)
        if around or cue.order == "inverted":
            return around
    first = _begin(clause, after, cue) if speech else after
    last = _end(clause, first, limit, cue)
    found = _trimmed(clause, first, last) if first <= last else None
    return None if found and speech and _only_when(clause, *found) else found


def hearer_of(clause: Clause, cue: Cue) -> Phrase | None:
    """Who is told: the words between a verb such as "told", or "said to", and what is told."""
    if not cue.verb.tell:
        return _told_to(clause, cue.last + 1)
    last = _after_hearer(clause, cue.last + 1) - 1
    return (cue.last + 1, last) if last > cue.last else None


def _told_to(clause: Clause, at: int) -> Phrase | None:
    """The words between "to" at word `at` and the "that" behind them."""
    if at >= len(clause.flags) or not clause.flags[at] & Is.TO:
        return None
    words = range(at + 1, min(at + 2 + _LONGEST_HEARER, len(clause.flags)))
    that = next((word for word in words if clause.flags[word] & Is.THAT), at)
    return (at + 1, that - 1) if that > at + 1 else None


def _trimmed(clause: Clause, first: int, last: int) -> Phrase | None:
    loose = Is.COMMA | Is.END
    while first <= last and (clause.flags[first] & loose or (first and clause.flags[first] & (Is.THAT | Is.TO))):
        first += 1
    while last >= first and clause.flags[last] & (loose | Is.COORDINATOR):
        last -= 1
    return (first, last) if first <= last else None


def _only_when(clause: Clause, first: int, last: int) -> bool:
    """Whether the words are but a time: "reported late on Thursday"."""
    times = Is.ADVERB | Is.DAY | Is.PREPOSITION | Is.NUMBER
    return all(flag & times for flag in clause.flags[first : last + 1])


def _aside(clause: Clause, left: int, after: int) -> Phrase | None:
    """The content of "as X said, A" and "A, as X said"."""
    if left > 2 and clause.flags[left - 2] & Is.COMMA:
        return _trimmed(clause, 0, left - 2)
    comma = clause.find(Is.COMMA, after, after + _LOOK_AHEAD)
    return _trimmed(clause, comma, len(clause.words) - 1) if comma >= 0 else None


def _around(clause: Clause, left: int, after: int, cue: Cue) -> Phrase | None:
    """The content that stands before subject and verb (word `left`), with what goes on behind them (word `after`)."""
    mark = clause.flag(left - 1)
    if left < 2 or not mark & (Is.COMMA | Is.MARK | Is.END):
        return None
    rest = _rest(clause, _after_hearer(clause, after) if cue.verb.tell else after)
    if mark & Is.COMMA and clause.flag(rest) & Is.MARK and rest >= 0 and clause.find(Is.FINITE | Is.VERB, 0, left) < 0:
        return None  # "At the same time, X said, ..." leads up to a quotation
    if rest < 0 and cue.order != "inverted" and not (mark & Is.MARK and clause.quoted[left - 2]):
        return None
    return _trimmed(clause, 0, left - 1 if rest < 0 or rest >= len(clause.words) else len(clause.words) - 1)


def _rest(clause: Clause, place: int) -> int:
    """Where the content goes on behind "A, X said": its word, the clause's length if nowhere, -1 if it begins there."""
    flags = clause.flags
    for index in range(place, len(flags)):
        if flags[index] & Is.END and index + 1 == len(flags):
            break
        if flags[index] & Is.MARK:
            return index if index - place < _LOOK_AHEAD else len(flags)
        if flags[index] & Is.COMMA:
            return _behind_comma(clause, place, index)
        if flags[index] & Is.THAT or (index == place and not flags[index] & (Is.MEDIUM | Is.ADVERB | Is.DAY)):
            return -1
        if flags[index] & Is.FINITE and clause.find(Is.SUBORDINATOR, place, index) < 0:
            return -1
    return len(flags)


def _behind_comma(clause: Clause, place: int, comma: int) -> int:
    ahead = clause.flag(comma + 1)
    other = ahead & (Is.SUBORDINATOR | Is.RELATIVE | Is.VERB | Is.ENDS_GERUND)
    return comma + 1 if ahead & Is.MARK or (comma == place and not other) else len(clause.words)


def _begin(clause: Clause, place: int, cue: Cue) -> int:
    """The first word of the content behind a verb of speech, past hearers, days and "in a statement"."""
    leads = Is.PREPOSITION | Is.ADVERB | Is.DAY | Is.COMMA
    if not (cue.verb.tell or clause.flag(place) & leads or clause.word(place) == ":"):
        return place
    for index in range(place, min(len(clause.words), place + _LOOK_AHEAD)):
        if clause.flags[index] & Is.THAT or clause.words[index] == ":":
            return index + 1
        if clause.flags[index] & Is.MARK and clause.quoted[min(index + 1, len(clause.words) - 1)]:
            return index
        if clause.flags[index] & Is.FINITE:
            break
    if cue.verb.tell:
        return _after_hearer(clause, place)
    while clause.flag(place) & (Is.ADVERB | Is.DAY):
        place += 1
    return place


def _after_hearer(clause: Clause, place: int) -> int:
    if clause.flag(place) & (Is.PRONOUN | Is.HEARER):
        return place + 1
    ends = Is.PRONOUN | Is.DETERMINER | Is.SUBORDINATOR | Is.PREPOSITION | Is.TO | Is.COMMA | Is.END | Is.STOP | Is.DAY
    found = next(
        (at for at in range(place + 1, len(clause.flags)) if clause.flags[at] & ends or _counts(clause, at)), -1
    )
    return found if found >= 0 and place < len(clause.words) else place


def _counts(clause: Clause, place: int) -> bool:
    """Whether a number begins the content: "told Lee 14 people", not "told Channel 4 News"."""
    return bool(clause.flags[place] & Is.NUMBER) and not clause.flag(place + 1) & (Is.CAPITAL | Is.STOP | Is.FINITE)


def _end(clause: Clause, first: int, limit: int, cue: Cue) -> int:
    """The last word of the content that begins at word `first`."""
    speech = cue.verb.say or cue.verb.tell
    opened = bool(clause.flags[0] & Is.SUBORDINATOR) and clause.find(Is.COMMA, 0, cue.first) < 0
    for index in range(first + 1, limit - 1):
        if clause.quoted[index]:
            continue
        if clause.words[index] == ";" or (cue.phrase and _predicate(clause, first, index)):
            return index - 1
        if clause.flags[index] & Is.COMMA:
            ahead = clause.flags[index + 1]
            if opened or ahead & Is.ACCORDING or (not speech and _leaves(clause, index + 1)):
                return index - 1
    return limit - 1


def _predicate(clause: Clause, first: int, place: int) -> bool:
    """Whether the verb of the clause follows the noun phrase that began at word `first`."""
    return bool(clause.flags[place] & Is.FINITE) and clause.find(Is.RELATIVE | Is.SUBORDINATOR, first, place) < 0


def _leaves(clause: Clause, place: int) -> bool:
    """Whether what begins at word `place`, behind a comma, no longer belongs to the object of a verb."""
    flag = clause.flags[place]
    if flag & Is.PREPOSITION:
        return bool(clause.flag(place + 1) & Is.RELATIVE)
    return bool(flag & (Is.SUBORDINATOR | Is.COORDINATOR | Is.RELATIVE)) and not flag & (Is.ADDITIVE | Is.THAT)
