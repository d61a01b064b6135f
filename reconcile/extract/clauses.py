"""Words of a sentence by what they do in it. In: text, a span, the words of a language. Out: `Clause`.

A clause here is a sentence as a row of words with flags; who speaks and what is said is found by walking along it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from reconcile.model import Span
from reconcile.rulebook.language.speech import SpeechWords
from reconcile.text.fold import fold
from reconcile.text.pattern import Pattern, compiled, one_of

_WORD = re.compile(r"([^\W_]+(?:['’.&/-][^\W_]+)*(?:['’](?!['’]))?|--+|''|[^\w\s]|_)")


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
    SPEAKS = 1048576
    ALSO_NOUN = 2097152
    CUE = VERB | NOUN | STATE | PASSIVE | HEARSAY | ACCORDING


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


class Flags(dict[str, int]):
    """What each word, as it is written, can be; found out once for each."""

    def __init__(self, known: dict[str, int], words: SpeechWords) -> None:
        super().__init__()
        self._known, self._endings, self._others = known, words.adverb_endings, frozenset(words.not_adverbs)

    def __missing__(self, written: str) -> int:
        word = _spelling(written)
        flag = self._known.get(word, 0)
        if written[:1].isupper():
            flag = flag & ~Is.FINITE | Is.CAPITAL  # "Will", "Read" and "May" are names
        elif not flag and word.endswith(self._endings) and word not in self._others:
            flag = Is.ADVERB
        if word.endswith(("'s", "s'")) and not flag & Is.FINITE:
            flag |= Is.POSSESSIVE
        if len(self) < _MOST_WORDS:
            self[written] = flag
        return flag


class Spellings(dict[str, str]):
    """Each word, as it is written, in the spelling that rules use; folded once for each."""

    def __missing__(self, written: str) -> str:
        word = _spelling(written)
        if len(self) < _MOST_WORDS:
            self[written] = word
        return word


def _spelling(written: str) -> str:
    return fold(written) if written != "''" else '"'


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language, ready to look up."""

    flags: Flags
    words: Spellings
    verbs: dict[str, Verb]
    links: frozenset[str]
    denials: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    labels: frozenset[str]
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
    "also_nouns": Is.ALSO_NOUN,
}
_MOST_WORDS = 50_000
_STOPS = '";:()[]?!'


@lru_cache(maxsize=32)
def vocabulary(words: SpeechWords) -> Vocabulary:
    """`words` made ready to look up, once for each language."""
    flags: dict[str, int] = dict.fromkeys((*_STOPS, "--", "-"), Is.STOP)
    for name, flag in _LISTS.items():
        for word in getattr(words, name):
            flags[word] = flags.get(word, 0) | flag
    verbs = _verbs(words)
    for form, verb in verbs.items():
        flags[form] = flags.get(form, 0) | Is.VERB
        if (verb.say or verb.tell) and (verb.past or verb.third):
            flags[form] |= Is.SPEAKS
    according = tuple(tuple(phrase.split()) for phrase in words.according)
    for phrase in according:
        flags[phrase[0]] = flags.get(phrase[0], 0) | Is.ACCORDING
    return Vocabulary(
        Flags(flags, words),
        Spellings(),
        verbs,
        frozenset(words.links),
        frozenset(words.denials),
        according,
        frozenset(words.labels),
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


def clause(text: str, span: Span, quotes: list[Span], vocabulary: Vocabulary) -> Clause | None:
    """The words of the sentence `span`, None if no cue can be in it; `quotes` are the quotations that it touches."""
    shown = text[span.start : span.end]
    parts = _WORD.split(fold(shown) if shown.isupper() else shown)
    flags = list(map(vocabulary.flags.__getitem__, parts[1::2]))
    if not any([flag & Is.CUE for flag in flags]):  # noqa: C419  # faster as a list, and run for every sentence
        return None
    offsets = list(accumulate(map(len, parts), initial=span.start))
    starts, ends = offsets[1:-1:2], offsets[2::2]
    quoted = [False] * len(starts)
    for quote in quotes:
        first, last = bisect_right(starts, quote.start), bisect_left(starts, quote.end - 1)
        quoted[first:last] = [True] * (last - first)
    return Clause(span, starts, ends, list(map(vocabulary.words.__getitem__, parts[1::2])), flags, quoted)
