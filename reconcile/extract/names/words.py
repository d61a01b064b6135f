"""The words of a text that may belong to names. In: an article's text. Out: `Words`, and what stands between them.

Capitalised words, or every word where the text is all capitals. The link between two words is what stands between them
as a key of the name indexes has it (" ", " of the "), and how firmly that holds them together."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from reconcile.rulebook.language.names import NameWords
from reconcile.text.fold import fold

APART, KNOWN_ONLY, LOOSE, TIGHT = 0, 1, 2, 3  # glue: none; in names that a rule knows; "of"; a space or a hyphen

Link = tuple[int, str]  # glue, and what stands between as keys spell it
_NO_LINK: Link = (APART, "")
_STOP: Link = (APART, ".")  # a full stop: a link after an abbreviation
_SPACE: Link = (TIGHT, " ")

# The standard library's `re` is here ten times as fast as RE2 called for each match. It is safe: every part of these
# patterns begins with a letter that the part before it cannot take, so that matching is linear.
_WORD = re.compile(
    r"[A-Z](?<![A-Za-z0-9][A-Z])(?:\.(?:[A-Z]\.)+|[A-Za-z0-9]*(?:-\d+)?(?:'(?!(?:ll|ve|re)\b)[A-Za-z]{2,})*)"
)
_CAPITALS_WORD = re.compile(
    r"[A-Z0-9](?<![A-Z]'S)(?:\.(?:[A-Z]\.)+|[A-Z0-9]*(?:-\d+)?(?:'(?!(?:LL|VE|RE)\b)[A-Z]{2,})*)"
)
_BEFORE_HYPHEN = re.compile(r"-(?=[A-Z])")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_APOSTROPHES = str.maketrans("", "", ".'")
_DASHES = "-‐‑–—−"
_CAPITALS_SHARE, _SAMPLE = 0.7, 2000


@dataclass(slots=True)
class Words:
    """Words by number: their keys, offsets, and the link to the next. `flat` is the text with plain letters."""

    text: str
    flat: str
    capitals: bool
    keys: list[str]
    starts: list[int]
    ends: list[int]
    links: list[Link]


@dataclass(frozen=True, slots=True)
class Spelling:
    """How names of a language hang together: see `spelling`."""

    gaps: dict[str, Link]
    capitals_gaps: dict[str, Link]
    abbreviations: frozenset[str]
    articles: frozenset[str]


def spelling(spec: NameWords) -> Spelling:
    """What may stand before and between the words of one name."""
    gaps = _gaps(spec)
    upper = {gap.upper(): link for gap, link in gaps.items()} | {"\n": _SPACE}  # texts in capitals are wrapped by hand
    return Spelling(gaps, upper, frozenset(spec.abbreviations), frozenset(spec.articles))


def read_words(text: str, how: Spelling) -> Words:
    """The words of `text` that may belong to names, in order."""
    flat = unaccented(text)
    capitals = _is_capitals(flat)
    matches = list((_CAPITALS_WORD if capitals else _WORD).finditer(flat))
    keys = [word.lower() if (word := match[0]).isalnum() else _key(word) for match in matches]
    starts, ends = [match.start() for match in matches], [match.end() for match in matches]
    if not capitals:
        _take_articles(flat, keys, starts, how.articles)
    gaps = how.capitals_gaps if capitals else how.gaps
    links = [gaps.get(text[end:start], _NO_LINK) for end, start in zip(ends, starts[1:], strict=False)]
    if _STOP in links:
        links = [_after_stop(link, key, how) for link, key in zip(links, keys, strict=False)]
    return Words(text, flat, capitals, keys, starts, ends, [*links, _NO_LINK][: len(keys)])


def _take_articles(flat: str, keys: list[str], starts: list[int], articles: frozenset[str]) -> None:
    """Let names begin at their Arabic article: "al-Shabab", "al Qaeda"."""
    places = [match.end() for match in _BEFORE_HYPHEN.finditer(flat)]
    at = flat.find(" al ")
    while at >= 0:
        places.append(at + 4)
        at = flat.find(" al ", at + 4)
    for place in places:
        number = bisect_left(starts, place)
        article = flat[max(place - 5, 0) : place - 1].rsplit(" ", maxsplit=1)[-1].rsplit("\n", maxsplit=1)[-1]
        if article in articles and number < len(starts) and starts[number] == place:
            keys[number] = f"{article} {keys[number]}"
            starts[number] -= len(article) + 1


def _after_stop(link: Link, key: str, how: Spelling) -> Link:
    """The link after a word, where that may be an abbreviation or an initial with its full stop."""
    if link is not _STOP:
        return link
    return _SPACE if key in how.abbreviations or len(key) == 1 else _NO_LINK


@lru_cache(maxsize=4096)
def _key(word: str) -> str:
    """The key of a word with other characters in it: "U.S.", "al-Shabab", "M-19", "D'Aubuisson"."""
    head, dash, rest = word.lower().translate(_APOSTROPHES).partition("-")
    return head + ("" if rest[:1].isdigit() else " " * len(dash)) + rest


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


def _gaps(spec: NameWords) -> dict[str, Link]:
    """What may stand between two words of one name."""
    known = {
        "\n": " ",
        "'s ": "s ",
        "’s ": "s ",
        "'s\n": "s ",
        "' ": " ",
        "’ ": " ",
        "/": " ",
        " - ": " ",
        ", ": " ",
        " (": " ",
    }
    gaps = {" ": _SPACE, ". ": _STOP, ".\n": _STOP} | dict.fromkeys(_DASHES, _SPACE)
    gaps |= {gap: (KNOWN_ONLY, join) for gap, join in known.items()}
    gaps |= {" d'": (LOOSE, " d"), " d’": (LOOSE, " d"), " l'": (LOOSE, " l"), " l’": (LOOSE, " l")}
    for glue, joins in ((LOOSE, spec.joins), (KNOWN_ONLY, spec.known_joins)):
        for join in joins:
            key = f" {join.strip('-')} "
            spelled = [join] if join.startswith("-") else [key, f"\n{join} ", f" {join}\n"]
            gaps |= {gap: (glue, key) for gap in spelled if gap not in gaps}
    return gaps
