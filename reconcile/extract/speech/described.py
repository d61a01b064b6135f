"""Speakers that are only described: "the interior ministry", "hospital officials", "the spokesman".

In: who is said to speak, as words of a text, and the names in it. Out: the spelling of the party that is meant: whom
the text named so before, its state where an office of one speaks, else `name:` and the description."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from reconcile.extract.names import NameMention
from reconcile.extract.speech.flags import Is
from reconcile.extract.speech.vocabulary import Vocabulary, vocabulary
from reconcile.kinds.named import by_words
from reconcile.model import Span
from reconcile.rulebook.language.speech import SpeechWords

_LONGEST = 8  # words of a description
_CUT = Is.COMMA | Is.STOP | Is.RELATIVE | Is.END


def description(text: str, source: Span, words: SpeechWords, names: Sequence[NameMention] = ()) -> list[str]:
    """The words that describe who speaks, in small letters but for names within them (the first one only if it begins
    one of `names`); none where they describe nobody."""
    known = vocabulary(words)
    written = text[source.start : source.end].replace(",", " , ").split()
    capitals = text[source.start : source.end].isupper()
    named = {text[name.start : name.end].split(maxsplit=1)[0] for name in names}
    told: list[str] = []
    for word in written:
        flag = known.flags[word.lower()]
        if flag & _CUT or (not told and flag & Is.PREPOSITION):
            break
        if not told and flag & (Is.DETERMINER | Is.PRONOUN | Is.NUMBER | Is.ADVERB):
            continue
        told.append(word if (told or word in named) and not capitals else word.lower())
    nobody = not told or len(told) > _LONGEST or not told[-1].replace("-", "").isalpha()
    return [] if nobody or not _is_noun(_head(told, known), known) or known.flags[told[-1]] & Is.PREPOSITION else told


def spelled(text: str, source: Span, names: Sequence[NameMention], state: str, words: SpeechWords) -> str:
    """The party that is meant by `source`, of a text set in `state` with `names` before and in it; empty where nobody
    is described."""
    first = bisect_left(names, source.start, key=_start)
    told = description(text, source, words, names[first:])
    if not told:
        return ""
    definite = text[source.start : source.end].lower().startswith(words.definite)
    author = _author(told, words)
    told, definite = author or told, definite or bool(author)
    if definite:
        for name in reversed(names[:first]):
            if name.actor is not None and _bears(text, name, told[-1]):
                return str(name.actor)
    if state and definite and _is_of_state(told, words):
        return state
    return str(by_words(" ".join(told)))


def head(text: str, source: Span, words: SpeechWords) -> str:
    """The noun that says what the one described is: "officials" of "two officials in Leeds"; empty where none is."""
    return _head(description(text, source, words), vocabulary(words)).lower()


def _head(told: Sequence[str], known: Vocabulary) -> str:
    ends = next((number for number, word in enumerate(told) if known.flags[word] & Is.PREPOSITION), len(told))
    return told[ends - 1] if ends else ""


def _is_noun(word: str, known: Vocabulary) -> bool:
    """Whether the word may be who speaks: no participle, adverb or verb alone ("ambushed", "there")."""
    flag = known.flags[word]
    if flag & (Is.FINITE | Is.AUXILIARY | Is.ADVERB | Is.SUBORDINATOR | Is.COORDINATOR | Is.ACCORDING | Is.STATE):
        return False
    return not flag & Is.ENDS_PAST or bool(flag & Is.CAPITAL)


def _start(name: NameMention) -> int:
    return name.start


def _author(told: list[str], words: SpeechWords) -> list[str]:
    """Who speaks by a document or by somebody sent: "an army statement", "a statement by the army", "army officials";
    none where that is not said."""
    office, last = told[:-1], told[-1]
    if last in (*words.documents, *words.envoys) and _is_of_state(office, words):
        return office
    if last in words.documents and office and office[-1] in words.sayers:
        return office
    if len(told) < 3 or told[0] not in words.documents or told[1] not in words.authors:
        return []
    return told[2 + bool(vocabulary(words).flags[told[2]] & Is.DETERMINER) :]


def _is_of_state(told: list[str], words: SpeechWords) -> bool:
    """Whether an office of the state is described, not one of a town or of rebels."""
    offices = _offices(words)
    known = bool(told) and (told[-1] in offices or " ".join(told) in offices)
    return known and not any(word in words.lesser for word in told)


@lru_cache(maxsize=8)
def _offices(words: SpeechWords) -> frozenset[str]:
    return frozenset(words.offices)


def _bears(text: str, name: NameMention, head: str) -> bool:
    """Whether a name ends in the noun that describes a speaker, or stands beside it: "Governor Jane Roe", "Jane Roe,
    the governor"."""
    own = text[name.start : name.end].lower().rsplit(None, 1)[-1]
    if own == head:
        return True
    if text[max(name.start - len(head) - 1, 0) : name.start].lower() == f"{head} ":
        return True
    behind = text[name.end : name.end + 60].lower().split(",", 2)
    return len(behind) > 2 and behind[0] == "" and behind[1].split()[-1:] == [head]
