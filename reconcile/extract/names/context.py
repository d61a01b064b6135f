"""What capitals mean where they stand: a sentence's start, a headline. In: words. Out: yes or no."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reconcile.extract.names.lexicon import Lexicon
from reconcile.extract.names.words import Words

_HEADLINE_SHARE = 0.6
_LONGEST_HEADLINE = 160  # letters
_SMALL = re.compile(r"\b[a-z]+")  # linear: one run of letters


@dataclass(slots=True)
class Article:
    """What is known of a text while its runs are read."""

    words: Words
    of: dict[str, int]  # the classes of a word
    lex: Lexicon
    headlines: dict[int, bool] = field(default_factory=dict)
    small: frozenset[str] | None = None  # the words that stand in small letters, when asked for
    numbers: dict[str, list[int]] = field(default_factory=dict)  # where each word stands, when asked for
    middle: dict[str, bool] = field(default_factory=dict)  # whether a word has a capital within a sentence


def begins_sentence(words: Words, at: int) -> bool:
    """Whether only the grammar of a sentence may have made the word's first letter a capital."""
    start = words.starts[at]
    before = words.text[start - 6 if start > 6 else 0 : start].rstrip(" \t\"'“‘(-–—")
    return not before or before[-1] in ".!?:;\n|]*•"


def is_definite(article: Article, at: int) -> bool:
    """Whether a word like "the" stands right before the word."""
    words = article.words
    start = words.starts[at]
    before = words.flat[start - 6 if start > 6 else 0 : start].lower()
    return before[-1:] == " " and before.split()[-1:] != [] and before.split()[-1] in article.lex.spec.definite


def begins_sentence_plainly(article: Article, at: int) -> bool:
    """Whether the word is an ordinary one that begins a sentence: it stands in small letters elsewhere."""
    return begins_sentence(article.words, at) and is_lower_elsewhere(article, at)


def is_lower_elsewhere(article: Article, at: int) -> bool:
    """Whether the word stands in small letters somewhere in the text."""
    if article.small is None:
        article.small = frozenset(_SMALL.findall(article.words.flat))
    return article.words.keys[at] in article.small


def is_name_elsewhere(article: Article, at: int) -> bool:
    """Whether the word has its capital somewhere within a sentence too."""
    if not article.numbers:
        for number, key in enumerate(article.words.keys):
            article.numbers.setdefault(key, []).append(number)
    key = article.words.keys[at]
    if key not in article.middle:
        inside = (i for i in article.numbers[key] if not begins_sentence(article.words, i))
        article.middle[key] = any(not in_headline(article, i) for i in inside)
    return article.middle[key]


def in_headline(article: Article, at: int) -> bool:
    """Whether the line that the word stands in is a headline with most of its words capitalised."""
    text, word = article.words.text, article.words.starts[at]
    start = text.rfind("\n", word - _LONGEST_HEADLINE if word > _LONGEST_HEADLINE else 0, word) + 1
    if start == 0 and word > _LONGEST_HEADLINE:
        return False
    known = article.headlines.get(start)
    if known is None:
        end = text.find("\n", start, start + _LONGEST_HEADLINE + 1)
        end = min(start + _LONGEST_HEADLINE + 1, len(text)) if end < 0 else end
        known = article.headlines[start] = _is_headline(text[start:end])
    return known


def _is_headline(line: str) -> bool:
    if len(line) > _LONGEST_HEADLINE:
        return False
    firsts = "".join([part[0] for part in line.split() if len(part) > 3 and part[0].isalpha()])
    capital = sum(map(str.isupper, firsts))
    if line.rstrip()[-1:] in (".", "!", "?"):
        return len(firsts) >= 6 and capital == len(firsts)
    return (len(firsts) >= 4 and capital > _HEADLINE_SHARE * len(firsts)) or (len(firsts) == 3 == capital)
