"""The words of a text that may belong to names. In: an article's text. Out: `Words`, what stands between them, and how it reads.

Capitalised words, or every word where the text is all capitals. `joins[i]` is what stands between word i and the next as
a key of the name indexes has it (" ", " of the "), and `glue[i]` how firmly it holds them together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from reconcile.rulebook.language.names import NameWords
from reconcile.text.fold import fold

APART, KNOWN_ONLY, LOOSE, TIGHT = 0, 1, 2, 3  # glue: none; in names that a rule knows; "of"; a space or a hyphen

# Each part of these begins with a letter that the part before cannot take, so that matching is linear.
_CAPITALISED = re.compile(r"\b(?:(?:[A-Z]\.){2,}|(?:[dl]'|O')?[A-Z][A-Za-z0-9]*(?:-\d+)?(?:'[A-Za-z]{2,})*)")
_ANY = re.compile(r"\b(?:(?:[A-Z]\.){2,}|[A-Z0-9]+(?:-\d+)?(?:'[A-Z]{2,})*)")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_DASHES = "-‐‑–—−"
_INSIDE = str.maketrans("", "", ".'-")
_LONGEST_GAP = 12
_CAPITALS_SHARE, _SAMPLE = 0.7, 2000


@dataclass(slots=True)
class Words:
    """Words by number: their keys, offsets, and the glue to the next. `flat` is the text with plain letters."""

    text: str
    flat: str
    capitals: bool
    keys: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    joins: list[str] = field(default_factory=list)
    glue: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Spelling:
    """How names of a language hang together: see `spelling`."""

    gaps: dict[str, tuple[int, str]]
    abbreviations: frozenset[str]
    articles: frozenset[str]


def spelling(spec: NameWords) -> Spelling:
    """What may stand between two words of one name, with its glue and how a key spells it."""
    return Spelling(_gaps(spec), frozenset(spec.abbreviations), frozenset(spec.articles))


def read_words(text: str, how: Spelling) -> Words:
    """The words of `text` that may belong to names, in order."""
    flat = unaccented(text)
    words = Words(text, flat, _is_capitals(flat))
    pattern = _ANY if words.capitals else _CAPITALISED
    articles = how.articles
    keys, starts, ends = words.keys, words.starts, words.ends
    for match in pattern.finditer(flat):
        start, end = match.span()
        word = match[0]
        key = word.lower() if word.isalnum() else word.lower().translate(_INSIDE)
        if start and (flat[start - 1] == "-" or flat[start - 3 : start] == "al "):
            article = _article(flat, start, articles)
            if article:
                start -= len(article) + 1
                key = f"{article.lower()} {key}"
        keys.append(key)
        starts.append(start)
        ends.append(end)
    _join(words, how)
    return words


def unaccented(text: str) -> str:
    """`text` with plain letters, quotes and dashes, its capitals kept; same length.

    >>> unaccented("Élysée — “Łódź”")
    'Elysee - "Lodz"'
    """
    return text if text.isascii() else _NOT_ASCII.sub(lambda match: _bare(match[0]), text)


@lru_cache(maxsize=4096)
def _bare(char: str) -> str:
    bare = fold(char)
    return bare.upper() if char.isupper() and len(bare.upper()) == 1 else bare


def _is_capitals(flat: str) -> bool:
    """Whether nearly all of the commonest letters in the beginning of the text are capitals."""
    sample = flat[:_SAMPLE]
    upper, lower = sum(map(sample.count, "ETAOINSR")), sum(map(sample.count, "etaoinsr"))
    return upper > _CAPITALS_SHARE * (upper + lower)


def _article(flat: str, start: int, articles: frozenset[str]) -> str:
    """The article before a name ("al-Shabab", "al Qaeda"), else nothing; a space counts only after "al"."""
    for length in (2, 3):
        word = flat[max(start - 1 - length, 0) : start - 1]
        before = flat[start - 2 - length] if start - 2 - length >= 0 else " "
        if word in articles and not before.isalnum() and (flat[start - 1] == "-" or word == "al"):
            return word
    return ""


def _join(words: Words, how: Spelling) -> None:
    gaps, abbreviations = how.gaps, how.abbreviations
    text, keys = words.text, words.keys
    for end, start, key in zip(words.ends, words.starts[1:], keys, strict=False):
        gap = text[end:start]
        glue, join = APART, ""
        if gap == " ":
            glue, join = TIGHT, " "
        elif len(gap) <= _LONGEST_GAP:
            if gap == ". " and (key in abbreviations or len(key) == 1):
                gap = " "
            glue, join = gaps.get(gap.lower() if words.capitals else gap, (APART, ""))
        words.glue.append(glue)
        words.joins.append(join)
    words.glue.append(APART)
    words.joins.append("")


def _gaps(spec: NameWords) -> dict[str, tuple[int, str]]:
    gaps = {" ": (TIGHT, " "), "\n": (KNOWN_ONLY, " "), "'s ": (KNOWN_ONLY, "s "), "’s ": (KNOWN_ONLY, "s ")}
    gaps |= {"' ": (KNOWN_ONLY, " "), "’ ": (KNOWN_ONLY, " "), "/": (KNOWN_ONLY, " "), " - ": (KNOWN_ONLY, " ")}
    gaps |= {dash: (TIGHT, " ") for dash in _DASHES}
    gaps |= {"'s\n": (KNOWN_ONLY, "s "), ", ": (KNOWN_ONLY, " "), " (": (KNOWN_ONLY, " ")}
    for glue, joins in ((LOOSE, spec.joins), (KNOWN_ONLY, spec.known_joins)):
        for join in joins:
            key = f" {join.strip('-')} "
            spelled = [join] if join.startswith("-") else [key, f"\n{join} ", f" {join}\n"]
            gaps |= {gap: (glue, key) for gap in spelled if gap not in gaps}
    return gaps
