"""Words of a sentence by what they do in it. In: text, folded text, a span, the words of a language. Out: `Clause`.

A clause here is a sentence as a row of words with flags; who speaks and what is said is found by walking along it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reconcile.model import Span
from reconcile.rulebook.language.speech import SpeechWords
from reconcile.text.pattern import Pattern, compiled, one_of

_WORD = re.compile(r"[^\W_]+(?:['.&/-][^\W_]+)*'?|--+|[^\w\s]|_")


class Is:
    """What a word can be, as bits (plain numbers: they are tested for every word). A word can be several things."""

    AUXILIARY = 1
    BE = 2
    ADVERB = 4
    PRONOUN = 8
    RELATIVE = 16
    DETERMINER = 32
    POSSESSIVE = 64
    PREPOSITION = 128
    SUBORDINATOR = 256
    COORDINATOR = 512
    DAY = 1024
    FINITE = 2048
    CAPITAL = 4096
    STOP = 8192  # punctuation that no noun phrase reaches over
    STATE = 16384
    PASSIVE = 32768
    NOUN = 65536
    VERB = 131072
    HEARSAY = 262144
    ACCORDING = 524288


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb: what it may be followed by and which of the five forms it is."""

    say: bool
    tell: bool
    hold: bool
    quote: bool
    denial: bool
    particles: frozenset[str]
    base: bool
    third: bool
    past: bool
    participle: bool
    gerund: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language, ready to look up."""

    flags: dict[str, int]
    verbs: dict[str, Verb]
    links: frozenset[str]
    denials: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    adverb_endings: tuple[str, ...]
    not_adverbs: frozenset[str]
    hedges: Pattern


@dataclass(slots=True)
class Clause:
    """A sentence as words: offsets, folded spelling and flags, word by word; `quoted` tells which stand in quotes."""

    span: Span
    starts: list[int]
    ends: list[int]
    words: list[str]
    flags: list[int]
    quoted: list[bool]

    def headline(self) -> bool:
        """Whether nearly all longer words have capitals."""
        longer = [flag for word, flag in zip(self.words, self.flags, strict=True) if len(word) > 3]
        return sum(bool(flag & Is.CAPITAL) for flag in longer) * 5 >= len(longer) * 4


_LISTS = {
    "auxiliaries": Is.AUXILIARY | Is.FINITE,
    "be": Is.BE,
    "adverbs": Is.ADVERB,
    "pronouns": Is.PRONOUN,
    "relatives": Is.RELATIVE,
    "determiners": Is.DETERMINER,
    "possessives": Is.POSSESSIVE,
    "prepositions": Is.PREPOSITION,
    "subordinators": Is.SUBORDINATOR,
    "coordinators": Is.COORDINATOR,
    "days": Is.DAY,
    "finite": Is.FINITE,
    "states": Is.STATE,
    "passives": Is.PASSIVE,
    "nouns": Is.NOUN,
    "hearsay": Is.HEARSAY,
}
_STOPS = '";:()[]?!'


@lru_cache(maxsize=32)
def vocabulary(words: SpeechWords) -> Vocabulary:
    """`words` made ready to look up, once for each language."""
    flags: dict[str, int] = dict.fromkeys((*_STOPS, "--", "-"), Is.STOP)
    for name, flag in _LISTS.items():
        for word in getattr(words, name):
            flags[word] = flags.get(word, 0) | flag
    verbs = _verbs(words)
    for form in verbs:
        flags[form] = flags.get(form, 0) | Is.VERB
    according = tuple(tuple(phrase.split()) for phrase in words.according)
    for phrase in according:
        flags[phrase[0]] = flags.get(phrase[0], 0) | Is.ACCORDING
    return Vocabulary(
        flags,
        verbs,
        frozenset(words.links),
        frozenset(words.denials),
        according,
        words.adverb_endings,
        frozenset(words.not_adverbs),
        compiled(rf"\b{one_of(words.hedges)}\b"),
    )


def _verbs(words: SpeechWords) -> dict[str, Verb]:
    kinds: dict[str, dict[str, set[str]]] = {}
    for kind in ("say", "tell", "hold", "quote"):
        for line in getattr(words, kind):
            forms, _, particles = line.partition(":")
            five = forms.split()
            for position, form in enumerate(five):
                if form == "-":
                    continue
                seen = kinds.setdefault(form, {"kinds": set(), "particles": set(), "places": set(), "bases": set()})
                seen["kinds"].add(kind if not particles else "particle")
                seen["particles"].update(particles.split())
                seen["places"].add(str(position))
                seen["bases"].add(five[0])
    denials = set(words.denials)
    return {
        form: Verb(
            "say" in seen["kinds"],
            "tell" in seen["kinds"],
            "hold" in seen["kinds"],
            "quote" in seen["kinds"],
            bool(denials & seen["bases"]),
            frozenset(seen["particles"]),
            *(str(place) in seen["places"] for place in range(5)),
        )
        for form, seen in kinds.items()
    }


def clause(text: str, folded: str, span: Span, quotes: list[Span], vocabulary: Vocabulary) -> Clause:
    """The words of the sentence `span`; `quotes` are the quoted stretches that it touches."""
    starts, ends, words, flags, quoted = [], [], [], [], []
    known = vocabulary.flags
    shouted = text[span.start : span.end].isupper()
    quote = 0
    for found in _WORD.finditer(folded, span.start, span.end):
        start, end = found.span()
        word = found[0]
        flag = known.get(word, 0)
        if not shouted and text[start].isupper():
            flag |= Is.CAPITAL
            if word.endswith(("'s", "s'")):
                flag |= Is.POSSESSIVE
        elif word.endswith(("'s", "s'")) and not flag:
            flag = Is.POSSESSIVE
        elif not flag and word.endswith(vocabulary.adverb_endings) and word not in vocabulary.not_adverbs:
            flag = Is.ADVERB
        while quote < len(quotes) and quotes[quote].end <= start:
            quote += 1
        starts.append(start)
        ends.append(end)
        words.append(word)
        flags.append(flag)
        quoted.append(quote < len(quotes) and quotes[quote].start < start < quotes[quote].end - 1)
    return Clause(span, starts, ends, words, flags, quoted)
