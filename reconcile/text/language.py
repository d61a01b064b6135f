"""Which language a text is in, cheaply. In: a text. Out: an ISO 639 code, or "" where that is not clear.

Latin-script languages are told apart by their function words in the first 2000 characters, others by their script and
the letters that only they use. English is believed early: names, capitals and quotations do not make it foreign."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from reconcile.text.tongues import CODES, FUNCTION_WORDS, NAMES, SCRIPTS

_SAMPLE = 2000  # characters
_FIRST = 800  # characters, which are nearly always enough for English
_ENOUGH = 8  # words; less is no evidence
_WORD = re.compile(r"[^\W\d_]+")
_NOT_LATIN = re.compile(
    "[\u0370-\u1cff\u2de0-\u2dff\u2e80-\ua4ff\ua640-\ua6ff\ua800-\uaaff\uabc0-\ufaff\ufb1d-\ufdff\ufe70-\ufefc]"
)
_ENGLISH = frozenset(FUNCTION_WORDS["en"].split())


def guess(text: str) -> str:
    """The language of `text`, from its beginning.

    >>> guess("Три человека погибли при пожаре"), guess("Deux personnes ont été tuées dans le port selon la police.")
    ('ru', 'fr')
    >>> guess("FIRE KILLS 3")
    ''
    """
    sample = text[:_SAMPLE]
    if not sample.isascii() and (code := _by_script(sample.lower())):
        return code
    words = sample[:_FIRST].lower().split()
    if _is_english(words):
        return "en"
    words = _WORD.findall(sample.lower())
    return "en" if _is_english(words) else _by_words(words)


def stated(language: str) -> str:
    """The code of a language that an article names as its own, or "" where it names none.

    >>> stated("en-US"), stated("French"), stated("und")
    ('en', 'fr', '')
    """
    word = language.strip().lower().replace("_", "-")
    primary = word.split("-")[0]
    if primary in ("", "und", "mul", "unknown", "none"):
        return ""
    return _codes_by_name().get(word) or CODES.get(primary, primary)


def named(code: str) -> str:
    """A language as messages name it: `French (fr)`."""
    return f"{NAMES[code]} ({code})" if code in NAMES else f"the language {code[:20]!r}"


def _is_english(words: list[str]) -> bool:
    """Whether one word in four is an English function word."""
    return len(words) >= _ENOUGH and sum(map(_ENGLISH.__contains__, words)) * 4 >= len(words)


def _by_words(words: list[str]) -> str:
    """The language with the most function words among `words`, if they tell; English needs least to be told."""
    if len(words) < _ENOUGH:
        return ""
    hits: dict[str, int] = {}
    kinds: dict[str, int] = {}
    for word, times in Counter(words).items():
        for code in _speakers().get(word, ()):
            hits[code] = hits.get(code, 0) + times
            kinds[code] = kinds.get(code, 0) + 1
    best = max(hits, key=lambda code: (hits[code], code), default="")
    if best in ("", "en"):
        return best
    return best if kinds[best] >= 3 and hits[best] >= max(len(words) / 7, 2 * hits.get("en", 0)) else ""


def _by_script(sample: str) -> str:
    """The language of a text most of whose letters are not Latin."""
    letters = "".join(_NOT_LATIN.findall(sample))
    if not letters or len(letters) * 2 <= sum(map(str.isalpha, sample)):
        return ""
    counts = [sum(first <= letter <= last for letter in letters) for first, last, _, _ in SCRIPTS]
    _, _, code, others = SCRIPTS[counts.index(max(counts))]
    if code == "zh" and sum("\u3040" <= letter <= "\u30ff" for letter in letters) * 10 >= len(letters):
        return "ja"
    for marks, other in others:
        if sum(map(marks.__contains__, letters)) * 100 >= len(letters):
            return other
    return code


@cache
def _speakers() -> dict[str, tuple[str, ...]]:
    """By function word, the languages that have it."""
    speakers: dict[str, tuple[str, ...]] = {}
    for code, words in FUNCTION_WORDS.items():
        for word in words.split():
            speakers[word] = (*speakers.get(word, ()), code)
    return speakers


@cache
def _codes_by_name() -> dict[str, str]:
    return {name.lower(): code for code, name in NAMES.items()}
