"""Whether a date lies ahead, by the verb it goes with. In: folded text and the span of the date. Out: a tense."""

from __future__ import annotations

from functools import lru_cache

from reconcile.rulebook.language.dates import TenseWords

_WINDOW = 90  # characters to each side that are looked at, whatever the words
_CLOSING = "'\")]`"
_SIGNS = "`'\"()[],:;.!?"


def tense_of(folded: str, start: int, end: int, words: TenseWords) -> str:
    """`past`, `far_past` or `future` by the nearest verb in its sentence, before the date or else behind it; else "".

    A far past is one whose verb is more than a few words off, and may not be the verb of the date. `ahead` is "by" or
    "until" with no verb near."""
    before = folded[max(0, start - _WINDOW) : start].rpartition("\x0b")[2].split()
    left = _before(before, words)
    if left in ("past", "future"):
        return left
    behind = folded[end : end + _WINDOW].partition("\x0b")[0]
    right = "" if behind.startswith((".", "?", "!", ";")) else _behind(behind.split(), words)
    return left or right or ("ahead" if before and before[-1] in words.ahead else "")


def _before(sentence: list[str], words: TenseWords) -> str:
    """The tense of the last verb of the sentence that these words break off in."""
    for away in range(min(len(sentence), words.furthest)):
        place = len(sentence) - 1 - away
        if _is_stop(sentence[place]):
            return ""
        if tense := _tense_at(sentence, place, words):
            return _judged(tense, away, words)
    return ""


def _behind(sentence: list[str], words: TenseWords) -> str:
    """The tense of the first verb of the sentence that goes on with these words."""
    for away in range(min(len(sentence), words.furthest)):
        if tense := _tense_at(sentence, away, words):
            return _judged(tense, away, words)
        if _is_stop(sentence[away]):
            return ""
    return ""


def _judged(tense: str, away: int, words: TenseWords) -> str:
    return "far_past" if tense == "past" and away >= words.near else tense


def _is_stop(word: str) -> bool:
    if word[-1].isalnum():
        return False
    bare = word.rstrip(_CLOSING)
    if not bare.endswith("."):
        return bare.endswith((";", "!", "?"))
    return len(bare) > 4 or bare[:-1].isdigit()  # shorter ones are abbreviations


def _tense_at(sentence: list[str], place: int, words: TenseWords) -> str:
    verbs, word = _verbs(words), sentence[place].strip(_SIGNS)
    following = sentence[place + 1].strip(_SIGNS) if place + 1 < len(sentence) else ""
    tense = verbs.get(f"{word} {following}") or verbs.get(word, "")
    if not tense and len(word) > 4 and word.endswith(words.past_endings) and word not in words.no_verb:
        tense = "past"
    if tense == "past" and place and verbs.get(sentence[place - 1]) in ("future", "passive"):
        return "future"
    return tense if tense != "passive" else ""


@lru_cache(maxsize=16)
def _verbs(words: TenseWords) -> dict[str, str]:
    """Tense by word, or by two words that stand together."""
    tenses = [("passive", words.passive), ("past", words.past), ("future", words.future)]
    return {phrase: tense for tense, phrases in tenses for phrase in phrases}
