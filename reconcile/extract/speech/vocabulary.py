"""The words of speech of a language, ready to look up. In: `SpeechWords`. Out: `Vocabulary`: flags and verb forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reconcile.extract.speech.flags import CuesIn, Flags, Is, Spellings
from reconcile.rulebook.language.speech import SpeechWords
from reconcile.text.pattern import Pattern, compiled, one_of

_FORMS = ("base", "third", "past", "participle", "gerund")
_KINDS = ("say", "tell", "quote", "hold", "reckon")


_LISTS = {
    "auxiliaries": Is.AUXILIARY | Is.FINITE,
    "be": Is.BE,
    "finite": Is.FINITE,
    "negations": Is.NEGATION,
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
    "'": Is.STOP | Is.MARK,
}


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb: what it may be followed by and which of the five forms it is."""

    say: bool = False
    tell: bool = False
    quote: bool = False
    hold: bool = False
    reckon: bool = False
    denial: bool = False
    relays: bool = False
    particles: frozenset[str] = frozenset()
    base: bool = False
    third: bool = False
    past: bool = False
    participle: bool = False
    gerund: bool = False


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
    tallies: frozenset[str]
    motion: frozenset[str]
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
        frozenset(words.tallies),
        frozenset(words.motion),
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
    lists = {"denial": set(words.denials), "relays": set(words.relays)}
    for kind in _KINDS:
        for line in getattr(words, kind):
            forms, _, particles = line.partition(":")
            five = forms.split()
            for name, form in zip(_FORMS, five, strict=True):
                if form != "-":
                    facts, behind = seen.setdefault(form, (set(), set()))
                    facts |= {name} | (set() if particles else {kind})
                    facts |= {fact for fact, verbs in lists.items() if five[0] in verbs}
                    behind |= set(particles.split())
    return {
        form: Verb(particles=frozenset(behind), **dict.fromkeys(facts, True)) for form, (facts, behind) in seen.items()
    }
