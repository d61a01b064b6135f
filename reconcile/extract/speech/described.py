"""Speakers that are only described: "the interior ministry", "hospital officials", "the spokesman".

In: who is said to speak, as words of a text, and the names in it. Out: the spelling of the party that is meant: whom
the text named so before, its state where an office of one speaks, else `name:` and the description."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reconcile.extract.names import NameMention
from reconcile.extract.speech.flags import Is
from reconcile.extract.speech.vocabulary import vocabulary
from reconcile.kinds.named import by_words
from reconcile.model import Span
from reconcile.rulebook.language.speech import SpeechWords

_LONGEST = 8  # words of a description
_CUT = Is.COMMA | Is.STOP | Is.RELATIVE | Is.END


def description(text: str, source: Span, words: SpeechWords) -> list[str]:
    """The words that describe who speaks, in small letters but for names within them; none where they describe
    nobody."""
    known = vocabulary(words)
    written = text[source.start : source.end].replace(",", " , ").split()
    capitals = text[source.start : source.end].isupper()
    told: list[str] = []
    for word in written:
        flag = known.flags[word.lower()]
        if flag & _CUT or (not told and flag & Is.PREPOSITION):
            break
        if not told and flag & (Is.DETERMINER | Is.POSSESSIVE | Is.PRONOUN | Is.NUMBER | Is.ADVERB):
            continue
        told.append(word if told and not capitals else word.lower())
    nobody = not told or len(told) > _LONGEST or not told[-1].replace("-", "").isalpha()
    return [] if nobody or known.flags[told[-1]] & Is.PREPOSITION else told


def spelled(text: str, source: Span, names: Sequence[NameMention], state: str, words: SpeechWords) -> str:
    """The party that is meant by `source`, of a text set in `state` with `names` before it; empty where nobody is
    described."""
    told = description(text, source, words)
    if not told:
        return ""
    definite = text[source.start : source.end].lower().startswith(words.definite)
    if definite:
        for name in reversed(names):
            if name.actor is not None and _bears(text, name, told[-1]):
                return str(name.actor)
    offices = _offices(words)
    if state and definite and (told[-1] in offices or " ".join(told) in offices):
        return state
    return str(by_words(" ".join(told)))


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
