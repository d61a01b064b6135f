"""What capitals mean where they stand: a sentence's start, a headline. In: words. Out: yes or no."""

from __future__ import annotations

from dataclasses import dataclass, field

from reconcile.extract.names.lexicon import Lexicon
from reconcile.extract.names.words import Words

_HEADLINE_SHARE = 0.6
_LONGEST_HEADLINE = 160  # letters


@dataclass(slots=True)
class Article:
    """What is known of a text while its runs are read."""

    words: Words
    of: dict[str, int]  # the classes of a word
    lex: Lexicon
    headlines: dict[int, bool] = field(default_factory=dict)


def begins_sentence(words: Words, at: int) -> bool:
    """Whether only the grammar of a sentence may have made the word's first letter a capital."""
    start = words.starts[at]
    before = words.text[max(start - 6, 0) : start].rstrip(" \t\"'“‘(-–—")
    return not before or before[-1] in ".!?:;\n|]*•"


def begins_sentence_plainly(article: Article, at: int) -> bool:
    """Whether the word is an ordinary one that begins a sentence: it stands in small letters elsewhere."""
    return begins_sentence(article.words, at) and is_lower_elsewhere(article.words, at)


def is_lower_elsewhere(words: Words, at: int) -> bool:
    """Whether the word stands in small letters somewhere in the text."""
    flat, word = words.flat, words.keys[at]
    found = flat.find(f" {word}")
    return found >= 0 and not flat[found + 1 + len(word) : found + 2 + len(word)].isalpha()


def in_headline(article: Article, at: int) -> bool:
    """Whether the line that the word stands in is a headline with most of its words capitalised."""
    text = article.words.text
    start = text.rfind("\n", 0, article.words.starts[at]) + 1
    known = article.headlines.get(start)
    if known is None:
        end = text.find("\n", start)
        known = article.headlines[start] = _is_headline(text[start : end if end >= 0 else len(text)])
    return known


def _is_headline(line: str) -> bool:
    if len(line) > _LONGEST_HEADLINE:
        return False
    parts = [part for part in line.split() if len(part) > 3 and part[0].isalpha()]
    capital = sum(part[0].isupper() for part in parts)
    if line.rstrip()[-1:] in (".", "!", "?"):
        return len(parts) >= 6 and capital == len(parts)
    return (len(parts) >= 4 and capital > _HEADLINE_SHARE * len(parts)) or (len(parts) == 3 == capital)
