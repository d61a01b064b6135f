"""Whether a date lies ahead, by the verb it goes with. In: folded text and the span of the date. Out: a tense."""

from __future__ import annotations

from reconcile.rulebook.language.dates import TenseWords

_REACH = 90  # characters to each side; a verb further off is seldom the date's
_FURTHEST, _NEAR = 10, 4  # words
_CLOSING = "'\")]`"


def tense_of(folded: str, start: int, end: int, words: TenseWords) -> str:
    """`past`, `far past` or `future` by the nearest verb in its sentence, before the date or else behind it; else "".

    A far past is one whose verb is more than a few words off, and may not be the verb of the date."""
    before = _sentence_end(folded[max(0, start - _REACH) : start].rpartition("\x0b")[2])
    behind = _sentence_start(folded[end : end + _REACH].partition("\x0b")[0])
    left = _first([_tense_at(before, place, words) for place in range(len(before) - 1, -1, -1)[:_FURTHEST]])
    if left in ("past", "future"):
        return left
    right = _first([_tense_at(behind, place, words) for place in range(len(behind))[:_FURTHEST]])
    return left or right or ("future" if before and before[-1] in words.ahead else "")


def _first(tenses: list[str]) -> str:
    for away, tense in enumerate(tenses):
        if tense:
            return tense if tense == "future" or away < _NEAR else "far past"
    return ""


def _sentence_end(text: str) -> list[str]:
    """The words of the sentence that `text` breaks off in."""
    found: list[str] = []
    for word in reversed(text.split()):
        if _is_stop(word):
            break
        found.append(_bare(word))
    return found[::-1]


def _sentence_start(text: str) -> list[str]:
    """The words of `text` up to the end of its first sentence."""
    found: list[str] = []
    if text.startswith((".", "?", "!", ";")):
        return found
    for word in text.split():
        found.append(_bare(word))
        if _is_stop(word):
            break
    return found


def _is_stop(word: str) -> bool:
    bare = word.rstrip(_CLOSING)
    if not bare.endswith("."):
        return bare.endswith((";", "!", "?"))
    return len(bare) > 5 or bare[:-1].isdigit()  # shorter ones are abbreviations


def _bare(word: str) -> str:
    return word.strip("`'\"()[],:;.!?")


def _tense_at(sentence: list[str], place: int, words: TenseWords) -> str:
    word, following = sentence[place], " ".join(sentence[place : place + 2])
    if word in words.future or following in words.future:
        return "future"
    if word in words.past or (len(word) > 4 and word.endswith(words.past_endings)):
        return "future" if place and sentence[place - 1] in (*words.future, *words.passive) else "past"
    return ""
