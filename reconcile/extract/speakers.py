"""Who speaks: the noun phrase before or behind a verb. In: a clause and a place. Out: first and last word, or none."""

from __future__ import annotations

from reconcile.extract.clauses import Clause, Is

Phrase = tuple[int, int]  # first and last word

_SKIPPED = Is.AUXILIARY | Is.ADVERB
_TIME_OR_MEDIUM = frozenset(
    {"in", "on", "at", "during", "after", "before", "when", "while", "as", "via", "to", "through"}
)


def verb_group(clause: Clause, verb: int) -> int:
    """The first word of the verb group that ends at `verb`: auxiliaries and adverbs before it belong to it."""
    first = verb
    while first and clause.flags[first - 1] & _SKIPPED and not clause.flags[first - 1] & Is.STOP:
        first -= 1
    return first


def before(clause: Clause, group: int) -> Phrase | None:
    """The subject that ends right before the verb group beginning at word `group`."""
    last = group - 1
    if last < 0:
        return None
    words, flags = clause.words, clause.flags
    closed = words[last] == ","
    if closed:
        last -= 1
    if last < 0 or (flags[last] & (Is.STOP | Is.COORDINATOR) and words[last] != ")"):
        return None
    if not closed and flags[last] & (Is.RELATIVE | Is.PRONOUN) and words[last] != "which":
        return last, last
    if words[last] == "to" or (flags[last] & (Is.PREPOSITION | Is.SUBORDINATOR) and not flags[last] & Is.RELATIVE):
        return None
    phrase = _trimmed(clause, _start(clause, last, closed), last)
    return _without_clause(clause, *phrase) if phrase and closed else phrase


def _without_clause(clause: Clause, first: int, last: int) -> Phrase:
    """The phrase up to a comma that opens a relative or participle clause or an adverbial, not a plain apposition."""
    for place in range(first + 1, last):
        if clause.words[place] == "," and (
            clause.flags[place + 1] & (Is.RELATIVE | Is.PREPOSITION) or clause.words[place + 1].endswith("ing")
        ):
            return first, place - 1
    return first, last


def _start(clause: Clause, last: int, closed: bool) -> int:
    """The first word of the noun phrase that ends at `last`, walking back to where the clause begins."""
    words, flags = clause.words, clause.flags
    place = last
    while place >= 0:
        flag, word = flags[place], words[place]
        if word == ")":
            place = _opening(words, place)
        elif flag & Is.RELATIVE and word not in ("that", "what"):
            if place == last or not _has_finite(clause, place + 1, last):
                break
        elif flag & Is.FINITE or _finite_verb(clause, place) or (flag & Is.SPEAKS and place < last and _reports(clause, place)):
            relative = _relative_before(clause, place)
            if relative < 0:
                break
            place = relative
        elif _begins_before(clause, place, last) or (word == "," and not closed):
            break
        elif flag & Is.DETERMINER and not closed and _bare_noun(clause, place - 1):
            return place
        place -= 1
    return place + 1


def _clause_start(clause: Clause, place: int) -> int:
    """The word behind the last quotation mark, bracket or other stop before `place`."""
    while place and not clause.flags[place - 1] & Is.STOP:
        place -= 1
    return place


def _bare_noun(clause: Clause, place: int) -> bool:
    """Whether the word is a plain noun or verb, behind which another noun phrase begins: "things the minister"."""
    return place >= 0 and not clause.flags[place] and clause.words[place].isalpha()


def _begins_before(clause: Clause, place: int, last: int) -> bool:
    """Whether the word can only stand before the noun phrase that ends at `last`."""
    flag = clause.flags[place]
    if flag & Is.STOP or (flag & Is.SUBORDINATOR and not flag & Is.PREPOSITION):
        return True
    if flag & Is.COORDINATOR:
        return _has_finite(clause, _clause_start(clause, place), place)
    return bool(flag & Is.PRONOUN) and not flag & (Is.DETERMINER | Is.RELATIVE) and place != last


def _opening(words: list[str], place: int) -> int:
    for index in range(place - 1, max(place - 12, -1), -1):
        if words[index] == "(":
            return index
    return place


def _finite_verb(clause: Clause, place: int) -> bool:
    """Whether the word looks like the past tense of a clause's verb: "-ed" before what begins an object."""
    if place + 1 >= len(clause.words) or clause.flags[place] & Is.CAPITAL:
        return False
    return clause.words[place].endswith("ed") and _before_object(clause, place)


def _before_object(clause: Clause, place: int) -> bool:
    following = clause.flags[place + 1] if place + 1 < len(clause.flags) else 0
    return bool(following & (Is.DETERMINER | Is.POSSESSIVE | Is.PRONOUN))


def _reports(clause: Clause, place: int) -> bool:
    """Whether a form such as "says" or "claims" is a verb there."""
    return place > 0 and not clause.flags[place - 1] & (Is.DETERMINER | Is.POSSESSIVE | Is.PREPOSITION)


def _has_finite(clause: Clause, first: int, last: int) -> bool:
    return any(clause.flags[place] & Is.FINITE or _finite_verb(clause, place) for place in range(first, last + 1))


def _relative_before(clause: Clause, place: int) -> int:
    for index in range(place - 1, max(place - 6, -1), -1):
        flag = clause.flags[index]
        if flag & Is.RELATIVE and clause.words[index] in ("who", "which", "that"):
            return index if index > 0 else -1
        if flag & (Is.FINITE | Is.STOP) or clause.words[index] == ",":
            return -1
    return -1


def _trimmed(clause: Clause, first: int, last: int) -> Phrase | None:
    """The phrase without what only leads up to it: "But on Monday, ", "Meanwhile, "."""
    words, flags = clause.words, clause.flags
    while first < last and (flags[first] & (Is.COORDINATOR | Is.ADVERB) or words[first] in (",", "but")):
        first += 1
    while first < last and flags[first] & (Is.PREPOSITION | Is.SUBORDINATOR | Is.DAY):
        comma = next((place for place in range(first, last) if words[place] == ","), first)
        first = comma + 1
    return (first, last) if first <= last else None


def behind(clause: Clause, first: int) -> Phrase | None:
    """The source that begins at word `first`, behind its verb: "said Ann Lee, who leads the union"."""
    words, flags = clause.words, clause.flags
    while first < len(words) and flags[first] & Is.ADVERB:
        first += 1
    if first >= len(words):
        return None
    if flags[first] & Is.PRONOUN and not flags[first] & Is.DETERMINER:
        return first, first
    last, comma = first - 1, False
    for place in range(first, len(words)):
        if words[place] == ",":
            if not _apposition(clause, place + 1):
                break
            comma = True
        elif _ends_phrase(clause, place) or (not comma and place > first and _leaves_name(clause, place)):
            break
        last = place
    while last >= first and words[last] == ",":
        last -= 1
    return (first, last) if last >= first else None


def _ends_phrase(clause: Clause, place: int) -> bool:
    word = clause.words[place]
    if word in ("(", ")"):
        return False
    return bool(clause.flags[place] & (Is.STOP | Is.DAY)) or (word == "." and place + 1 == len(clause.words))


def _leaves_name(clause: Clause, place: int) -> bool:
    """Whether the word begins a time or a medium right behind a name: "said Lee in an interview"."""
    return clause.words[place] in _TIME_OR_MEDIUM and bool(clause.flags[place - 1] & Is.CAPITAL)


def _apposition(clause: Clause, place: int) -> bool:
    if place >= len(clause.words):
        return False
    flag, word = clause.flags[place], clause.words[place]
    if word in ("who", "whose", "which"):
        return True
    if flag & (Is.COORDINATOR | Is.PRONOUN | Is.SUBORDINATOR | Is.STOP | Is.DAY | Is.ADVERB | Is.PREPOSITION):
        return word == "and"
    return not word.endswith("ing")


def inverted(clause: Clause, verb: int) -> bool:
    """Whether the subject stands behind the verb: a quotation or a whole clause before it, no clause behind it."""
    words, flags = clause.words, clause.flags
    if verb + 1 >= len(words) or verb == 0:
        return False
    ahead = flags[verb + 1]
    if words[verb + 1] == "that" or ahead & (Is.DAY | Is.STOP | Is.COORDINATOR | Is.PREPOSITION) or words[verb + 1] in (",", "."):
        return False
    nominative = not ahead & Is.PRONOUN or ahead & Is.DETERMINER or words[verb + 1] in ("he", "she", "they", "one")
    if words[verb - 1] == '"':
        return bool(nominative)
    if words[verb - 1] != "," or not (ahead & (Is.CAPITAL | Is.DETERMINER) or (nominative and ahead & Is.PRONOUN)):
        return False
    end = next((place for place in range(verb + 1, len(words)) if words[place] in (",", ".", '"')), len(words))
    return not _has_finite(clause, verb + 1, end - 1)


def main_subject(clause: Clause, limit: int) -> Phrase | None:
    """The subject of the first verb before word `limit`, else the noun phrase that the sentence begins with."""
    for place in range(1, limit):
        if not clause.quoted[place] and _main_verb(clause, place):
            group = verb_group(clause, place)
            if group > 0 and (phrase := before(clause, group)):
                return phrase
    return _opening_phrase(clause, limit)


def _main_verb(clause: Clause, place: int) -> bool:
    """Whether the word may be the verb of a clause: known as one, or "-ed" or "-s" before what begins an object."""
    flag, word = clause.flags[place], clause.words[place]
    if flag & (Is.FINITE | Is.SPEAKS) or (flag & Is.VERB and not flag & Is.ALSO_NOUN and not word.endswith("ing")):
        return flag & Is.FINITE > 0 or _reports(clause, place)
    return not flag & ~Is.VERB and word.endswith(("ed", "s")) and _before_object(clause, place) and _reports(clause, place)


def _opening_phrase(clause: Clause, limit: int) -> Phrase | None:
    trimmed = _trimmed(clause, 0, limit - 1)
    if trimmed is None:
        return None
    first = last = trimmed[0]
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
        flag, ahead = clause.flags[first - 1], clause.flags[first]
        if (
            flag & (Is.STOP | Is.PREPOSITION | Is.COORDINATOR | Is.FINITE | Is.SUBORDINATOR)
            or clause.words[first - 1] == ","
        ):
            break
        if not flag & (Is.CAPITAL | Is.DETERMINER) and (ahead & Is.CAPITAL or last - first > 1 or flag & Is.VERB):
            break
        first -= 1
    return first
