"""The words of speech of a language, ready to look up. In: `SpeechWords`. Out: `Vocabulary`: flags and verb forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reconcile.rulebook.language.speech import SpeechWords
from reconcile.text.fold import fold
from reconcile.text.pattern import Pattern, compiled, one_of

_MOST_WORDS = 50_000
_FORMS = ("base", "third", "past", "participle", "gerund")
_KINDS = ("say", "tell", "quote", "hold")


class Is:
    """What a word can be, as bits (plain numbers: they are tested for every word). A word can be several things."""

    # fmt: off
    AUXILIARY, BE, ADVERB, PRONOUN, RELATIVE, DETERMINER, POSSESSIVE, PREPOSITION = (1 << bit for bit in range(8))
    SUBORDINATOR, COORDINATOR, ADDITIVE, DAY, FINITE, CAPITAL, STOP, COMMA = (1 << bit for bit in range(8, 16))
    MARK, END = (1 << bit for bit in range(16, 18))
    VERB, STATE, PASSIVE, NOUN, HEARSAY, ACCORDING, SPEAKS, ALSO_NOUN = (1 << bit for bit in range(18, 26))
    THAT, TO, BY, AS, MEDIUM, HEARER, SINGULAR, NOMINATIVE, PLURAL = (1 << bit for bit in range(26, 35))
    ENDS_GERUND, ENDS_PAST, ENDS_PLURAL, NUMBER = (1 << bit for bit in range(35, 39))
    # fmt: on
    CUE = VERB | NOUN | STATE | PASSIVE | HEARSAY | ACCORDING
    SHAPE = ENDS_GERUND | ENDS_PAST | ENDS_PLURAL


_LISTS = {
    "auxiliaries": Is.AUXILIARY | Is.FINITE,
    "be": Is.BE,
    "finite": Is.FINITE,
    "adverbs": Is.ADVERB,
    "pronouns": Is.PRONOUN,
    "singulars": Is.SINGULAR,
    "nominatives": Is.NOMINATIVE,
    "relatives": Is.RELATIVE,
    "determiners": Is.DETERMINER,
    "possessives": Is.POSSESSIVE,
    "plurals": Is.PLURAL,
    "prepositions": Is.PREPOSITION,
    "media": Is.MEDIUM,
    "roles": Is.AS,
    "agents": Is.BY,
    "infinitives": Is.TO,
    "complementisers": Is.THAT,
    "subordinators": Is.SUBORDINATOR,
    "coordinators": Is.COORDINATOR,
    "additive": Is.ADDITIVE,
    "hearers": Is.HEARER,
    "days": Is.DAY,
    "states": Is.STATE,
    "passives": Is.PASSIVE,
    "nouns": Is.NOUN,
    "hearsay": Is.HEARSAY,
    "also_nouns": Is.ALSO_NOUN,
}
_SIGNS = {
    **dict.fromkeys(";:()[]-", Is.STOP),
    "--": Is.STOP,
    '"': Is.STOP | Is.MARK,
    "?": Is.STOP | Is.END,
    "!": Is.STOP | Is.END,
    ".": Is.END,
    ",": Is.COMMA,
}


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb: what it may be followed by and which of the five forms it is."""

    say: bool = False
    tell: bool = False
    quote: bool = False
    hold: bool = False
    denial: bool = False
    particles: frozenset[str] = frozenset()
    base: bool = False
    third: bool = False
    past: bool = False
    participle: bool = False
    gerund: bool = False


class Flags(dict[str, int]):
    """What each word, as it is written, can be; found out once for each."""

    def __init__(self, known: dict[str, int], words: SpeechWords) -> None:
        super().__init__()
        self._known, self._words, self._not_adverbs = known, words, frozenset(words.not_adverbs)

    def __missing__(self, written: str) -> int:
        word = spelling(written)
        flag = self._known.get(word, 0)
        if written[:1].isupper():
            flag = flag & ~Is.FINITE | Is.CAPITAL  # "Will", "Read" and "May" are names
        elif not flag and word.endswith(self._words.adverb_endings) and word not in self._not_adverbs:
            flag = Is.ADVERB
        flag |= self._shape(word, flag)
        if len(self) < _MOST_WORDS:
            self[written] = flag
        return flag

    def _shape(self, word: str, flag: int) -> int:
        if word.endswith(("'s", "s'")):
            return 0 if flag & Is.FINITE else Is.POSSESSIVE
        shape = Is.NUMBER if word[:1].isdigit() else 0
        for endings, bit in (
            (self._words.gerund_endings, Is.ENDS_GERUND),
            (self._words.past_endings, Is.ENDS_PAST),
            (self._words.plural_endings, Is.ENDS_PLURAL),
        ):
            shape |= bit if word.endswith(endings) else 0
        return shape


class Spellings(dict[str, str]):
    """Each word, as it is written, in the spelling that rules use; folded once for each."""

    def __missing__(self, written: str) -> str:
        word = spelling(written)
        if len(self) < _MOST_WORDS:
            self[written] = word
        return word


class CuesIn(dict[str, bool]):
    """Whether a stretch without white space holds a word that can be a cue; found out once for each."""

    def __init__(self, word: re.Pattern[str], flags: Flags) -> None:
        super().__init__()
        self._word, self._flags = word, flags

    def __missing__(self, stretch: str) -> bool:
        words = self._word.split(stretch)[1::2]
        found = any(self._flags[written] & Is.CUE for word in words for written in (word, word.lower()))
        if len(self) < _MOST_WORDS:
            self[stretch] = found
        return found


def spelling(written: str) -> str:
    """A word as rules spell it; two single quotes are one double one."""
    return fold(written) if written != "''" else '"'


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language, ready to look up."""

    flags: Flags
    spellings: Spellings
    word: re.Pattern[str]
    cues_in: CuesIn
    verbs: dict[str, Verb]
    links: frozenset[str]
    denials: frozenset[str]
    according: tuple[tuple[int, list[str]], ...]  # phrases of several words, each with the place of its longest
    labels: frozenset[str]
    hedges: Pattern


@lru_cache(maxsize=32)
def vocabulary(words: SpeechWords) -> Vocabulary:
    """`words` made ready to look up, once for each language."""
    known = dict(_SIGNS)
    for name, flag in _LISTS.items():
        for word in getattr(words, name):
            known[word] = known.get(word, 0) | flag
    verbs = _verbs(words)
    for form, verb in verbs.items():
        speaks = (verb.say or verb.tell) and (verb.past or verb.third)
        known[form] = known.get(form, 0) | Is.VERB | (Is.SPEAKS if speaks else 0)
    phrases = [phrase.split() for phrase in words.according]
    according = tuple((phrase.index(max(phrase, key=len)), phrase) for phrase in phrases)
    for anchor, phrase in according:
        known[phrase[anchor]] = known.get(phrase[anchor], 0) | Is.ACCORDING
    flags, word_pattern = Flags(known, words), _word(words.clitics)
    return Vocabulary(
        flags,
        Spellings(),
        word_pattern,
        CuesIn(word_pattern, flags),
        verbs,
        frozenset(words.links),
        frozenset(words.denials),
        according,
        frozenset(words.labels),
        compiled(rf"\b{one_of(words.hedges)}\b"),
    )


def _word(clitics: tuple[str, ...]) -> re.Pattern[str]:
    """What a word is: letters and digits, joined by a sign between two of them; clitics and signs for themselves.

    No repeat here can match in two ways, so that the time stays linear."""
    clitic = "|".join(re.escape(word.lstrip("'")) for word in clitics) or "(?!)"
    return re.compile(
        rf"(\w+(?:(?:[.&/-]|['’](?!(?i:{clitic})\b))\w+)*(?:['’](?!['’\w]))?"
        rf"|['’](?i:{clitic})\b|--+|''|[^\w\s])"
    )


def _verbs(words: SpeechWords) -> dict[str, Verb]:
    seen: dict[str, tuple[set[str], set[str]]] = {}  # form -> what it is, particles
    denials = set(words.denials)
    for kind in _KINDS:
        for line in getattr(words, kind):
            forms, _, particles = line.partition(":")
            five = forms.split()
            for name, form in zip(_FORMS, five, strict=True):
                if form != "-":
                    facts, behind = seen.setdefault(form, (set(), set()))
                    facts |= {name} | (set() if particles else {kind}) | ({"denial"} if five[0] in denials else set())
                    behind |= set(particles.split())
    return {
        form: Verb(particles=frozenset(behind), **dict.fromkeys(facts, True)) for form, (facts, behind) in seen.items()
    }
