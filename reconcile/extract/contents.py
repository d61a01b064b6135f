"""What is said: words before, around or behind a cue. In: a clause and a cue in it. Out: first and last word, or none.

English puts a quotation or a clause of speech on either side of its verb: "A, X said", "X said A", "A, X said, B"."""

from __future__ import annotations

from reconcile.extract.clauses import Clause, Is
from reconcile.extract.cues import Cue
from reconcile.extract.speakers import Phrase

_LOOK_AHEAD = 16  # words between a verb and the content it leads up to: "said in a statement on Monday that"
_LOOSE = frozenset({".", ",", "?", "!"})
_HEARERS = frozenset({"him", "them", "us", "me", "her", "reporters", "lawmakers", "investigators"})
_MEDIUM = frozenset(
    {"in", "on", "at", "during", "after", "before", "via", "through", "with", "from", "as", "when", "while"}
)


def of(clause: Clause, cue: Cue, limit: int) -> Phrase | None:
    """The content of `cue`, which ends before word `limit` where it stands behind the cue."""
    if cue.content:
        return _trimmed(clause, *cue.content)
    left = cue.first if cue.order == "inverted" or not cue.source else min(cue.source[0], cue.first)
    after = (cue.source[1] if cue.order == "inverted" and cue.source else cue.last) + 1
    if cue.order != "shared" and (cue.verb.say or cue.verb.tell or cue.verb.quote):
        around = _around(clause, left, after, cue)
        if around or cue.order == "inverted":
            return around
    first = _begin(clause, after, cue)
    last = _end(clause, first, limit, cue)
    return _trimmed(clause, first, last) if first <= last else None


def _trimmed(clause: Clause, first: int, last: int) -> Phrase | None:
    while first <= last and (clause.words[first] in _LOOSE or (clause.words[first] in ("to", "that") and first)):
        first += 1
    while last >= first and (clause.words[last] in _LOOSE or clause.flags[last] & Is.COORDINATOR):
        last -= 1
    return (first, last) if first <= last else None


def _around(clause: Clause, left: int, after: int, cue: Cue) -> Phrase | None:
    """The content that stands before subject and verb (word `left`), with what goes on behind them (word `after`)."""
    if left < 2 or clause.words[left - 1] not in (",", '"', "?", "!"):
        return None
    if cue.verb.tell and after < len(clause.words):
        after = _after_hearer(clause, after)
    rest = _rest(clause, after)
    if clause.words[left - 1] == "," and clause.words[min(rest, len(clause.words) - 1)] == '"' and _is_adverbial(clause, left):
        return None
    if rest < 0 and cue.order != "inverted" and not (clause.words[left - 1] == '"' and clause.quoted[left - 2]):
        return None
    last = left - 1 if rest < 0 or rest >= len(clause.words) else len(clause.words) - 1
    return _trimmed(clause, 0, last)


def _is_adverbial(clause: Clause, left: int) -> bool:
    """Whether the words before `left` are no clause: "At the same time, X said, "."""
    return not any(clause.flags[place] & (Is.FINITE | Is.VERB) for place in range(left))


def _rest(clause: Clause, place: int) -> int:
    """Where the content goes on behind "A, X said": its word, the clause's length if nowhere, -1 if it begins there."""
    words, flags = clause.words, clause.flags
    if place < len(words) and words[place] == "that":
        return -1
    for index in range(place, len(words)):
        if words[index] in (".", "?", "!") and index + 1 == len(words):
            break
        if words[index] == '"':
            return index if index - place < _LOOK_AHEAD else len(words)
        if words[index] == ",":
            return _behind_comma(clause, place, index)
        if index == place and words[index] not in _MEDIUM and not flags[index] & (Is.ADVERB | Is.DAY):
            return -1
        if words[index] == "that" or (flags[index] & Is.FINITE and not _subordinate(clause, place, index)):
            return -1
    return len(words)


def _behind_comma(clause: Clause, place: int, comma: int) -> int:
    ahead = comma + 1
    if ahead >= len(clause.words):
        return ahead
    goes_on = comma == place and not clause.flags[ahead] & (Is.SUBORDINATOR | Is.RELATIVE | Is.VERB)
    if clause.words[ahead] == '"' or (goes_on and not clause.words[ahead].endswith("ing")):
        return ahead
    return len(clause.words)


def _subordinate(clause: Clause, first: int, last: int) -> bool:
    return any(flag & Is.SUBORDINATOR for flag in clause.flags[first:last])


def _begin(clause: Clause, place: int, cue: Cue) -> int:
    """The first word of the content behind a verb, past hearers, days and "in a statement"."""
    words, flags, verb = clause.words, clause.flags, cue.verb
    if place >= len(words) or not (verb.say or verb.tell or verb.quote):
        return place
    if verb.tell or flags[place] & (Is.PREPOSITION | Is.ADVERB | Is.DAY) or words[place] in (",", ":"):
        for index in range(place, min(len(words), place + _LOOK_AHEAD)):
            if words[index] in ("that", ":"):
                return index + 1
            if words[index] == '"' and clause.quoted[min(index + 1, len(words) - 1)]:
                return index
            if flags[index] & Is.FINITE:
                break
        if verb.tell:
            return _after_hearer(clause, place)
        while place < len(words) and flags[place] & (Is.ADVERB | Is.DAY):
            place += 1
    return place


def _after_hearer(clause: Clause, place: int) -> int:
    words, flags = clause.words, clause.flags
    if place < len(words) and (flags[place] & Is.PRONOUN or words[place] in _HEARERS):
        return place + 1
    ends = Is.PRONOUN | Is.DETERMINER | Is.SUBORDINATOR | Is.PREPOSITION
    for index in range(place + 1, len(words)):
        if flags[index] & ends or words[index] in ("to", ","):
            return index
    return place


def _end(clause: Clause, first: int, limit: int, cue: Cue) -> int:
    """The last word of the content that begins at word `first`."""
    words, flags = clause.words, clause.flags
    speech = cue.verb.say or cue.verb.tell
    opened = bool(flags[0] & Is.SUBORDINATOR) and "," not in words[: cue.first]
    for index in range(first + 1, limit - 1):
        if clause.quoted[index]:
            continue
        if words[index] == ";":
            return index - 1
        if words[index] == "," and (opened or words[index + 1] == "according" or (not speech and _leaves(clause, index + 1))):
            return index - 1
    return limit - 1


def _leaves(clause: Clause, place: int) -> bool:
    """Whether what begins at word `place`, behind a comma, no longer belongs to the object of a verb."""
    flag, word = clause.flags[place], clause.words[place]
    if flag & Is.PREPOSITION and place + 1 < len(clause.words):
        return bool(clause.flags[place + 1] & Is.RELATIVE)
    return bool(flag & (Is.SUBORDINATOR | Is.COORDINATOR | Is.RELATIVE)) and word not in ("and", "that", "or")
