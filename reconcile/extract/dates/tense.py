"""Whether a date lies ahead, by the verb it goes with. In: folded text and the span of the date. Out: a tense."""

from __future__ import annotations

from reconcile.rulebook.language.dates import TenseWords

_REACH = 120  # characters to each side
_ENDS = (". ", "; ", "? ", "! ", "\x0b")


def tense_of(folded: str, start: int, end: int, words: TenseWords) -> str:
    """`past` or `future` by the nearest verb before the date in its sentence, else behind it; "" without one."""
    left = folded[max(0, start - _REACH) : start]
    cut = max(left.rfind(stop) for stop in _ENDS)
    before = left[cut + 1 :].split()
    right = folded[end : end + _REACH]
    stops = [place for stop in _ENDS if (place := right.find(stop)) >= 0]
    behind = right[: min(stops, default=_REACH)].split()
    return _nearest(before[::-1], words) or _nearest(behind, words)


def _nearest(verbs: list[str], words: TenseWords) -> str:
    for number, word in enumerate(verbs):
        verb = word.strip(",.:;\"'()`")
        if verb in words.future:
            return "future"
        if verb in words.past:
            return "past"
        if len(verb) > 4 and verb.endswith(words.past_endings):
            return "future" if "be" in verbs[number + 1 : number + 2] else "past"
    return ""
