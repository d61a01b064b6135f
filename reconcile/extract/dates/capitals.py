"""Whether words that could be a date are one. In: text and span. Out: yes or no, by capitals and the signs around."""

from __future__ import annotations

from reconcile.extract.dates.expression import Expression
from reconcile.model import Span
from reconcile.rulebook.language.dates import DateWords

_CALENDAR = ("calendar", "weekday", "decade", "holiday")
_JOINED = "$£€#%/@_=&"
_MARKS = ("©", "(c)")  # before the year of a copyright


def reads_as_date(said: Expression, text: str, folded: str, date: Span, words: DateWords) -> bool:
    """False for `may` and `march` without a capital, for `$1990`, `1,990` and numbers that go on."""
    start, end = date.start, date.end
    return not (
        said.read == "none"
        or (said.follows and not _follows(folded, start, said.follows))
        or (said.name_with_capital and _is_name(text, date))
        or (said.foreign and (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum()))
        or (folded[start].isdigit() and not _number_begins(folded, start))
        or (folded[end - 1].isdigit() and not _number_ends(folded, end))
        or _is_title(said, text, date)
        or any(_has_wrong_size(said, text, folded, start, word, words) for word in folded[start:end].split())
    )


def _follows(folded: str, start: int, words: tuple[str, ...]) -> bool:
    before = folded[max(0, start - 30) : start].rstrip(" -")
    return before.endswith(words) and any(
        before == word or before.endswith((" " + word, "\x0b" + word)) for word in words
    )


def _number_begins(folded: str, start: int) -> bool:
    before = folded[start - 1 : start] or " "
    further = folded[start - 2 : start - 1] if start > 1 else ""
    if folded[max(0, start - 4) : start].rstrip().endswith(_MARKS):
        return False
    return before not in _JOINED and not (before in ".,-:" and further.isdigit())


def _number_ends(folded: str, end: int) -> bool:
    behind, further = folded[end : end + 1] or " ", folded[end + 1 : end + 2]
    return behind not in _JOINED and not (behind in ".,:" and further.isdigit())


def _has_wrong_size(said: Expression, text: str, folded: str, start: int, word: str, words: DateWords) -> bool:
    """A small `may` is no month; a big `Mars` is no French one."""
    if said.foreign:
        return word in words.foreign_doubtful and text[folded.find(word, start)].isupper()
    return word.strip(",") in words.doubtful and text[folded.find(word, start)].islower()


def _is_name(text: str, date: Span) -> bool:
    """Whether `June` goes on as `June Carter` does, or is in capitals, where nothing tells."""
    behind = text[date.end : date.end + 2]
    return text[date.start : date.end].isupper() or (behind[:1] == " " and behind[1:].isupper())


def _is_title(said: Expression, text: str, date: Span) -> bool:
    """Whether `This Week` or `Today` is a name: words with capitals that no sentence and no headline begins with."""
    if said.read in _CALENDAR or said.month or said.weekday >= 0:
        return False
    first, *others = text[date.start : date.end].split()
    if not first[0].isupper() or first.isupper():
        return False
    if others:
        return any(word[0].isupper() for word in others)
    return text[max(0, date.start - 3) : date.start].rstrip(" ")[-1:].isalpha()
