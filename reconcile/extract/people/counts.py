"""Counts with their bounds. In: the folded text of a sentence and a language's number words. Out: count mentions.

A number is a count only as far as it can be one: not a price, a time, an age, a decimal or a part of a code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reconcile.extract.people.bounds import REACH, bound_after, bound_before
from reconcile.kinds import count
from reconcile.kinds.count import Count
from reconcile.model import Mention
from reconcile.rulebook.language.numbers import NumberWords
from reconcile.text.numerals import Numeral, number_pattern, read_number
from reconcile.text.pattern import Pattern, compiled, one_of

_GLUED_BEFORE = "$€£¥#.:/'-_@&+"
_GLUED_AFTER = "%°:/_@$€£¥"
_ALONE = re.compile(
    r"(?:([0-9]{1,9})(?![0-9a-z]|[.,][0-9]| [0-9]{3}(?![0-9]))[ -]?"
    r"|([a-z]+)(?![0-9a-z-]|[.,][0-9]| [0-9]{3}(?![0-9])) ?)([a-z]+)?"
)
_TOKEN, _DIGIT = re.compile(r"[a-z]+"), re.compile(r"[0-9]")


class _Number(NamedTuple):
    start: int
    end: int
    value: Count
    note: str


def find_counts(text: str, words: NumberWords) -> list[Mention]:
    """Counts in folded `text`, in text order."""
    found: list[Mention] = []
    end = 0
    for number in _with_ranges(list(_numbers(text, words)), text, words):
        if number.start >= end:
            mention = _with_bound(number, text, words, end)
            found.append(mention)
            end = mention.end
    return found


@lru_cache(maxsize=8)
def _number(words: NumberWords) -> Pattern:
    vague = one_of(v.word for v in words.vague)
    shares = (phrase for share in words.share for phrase in share.words)
    numbered = one_of(p for p in shares if not words.units.keys().isdisjoint(_TOKEN.findall(p)) or _DIGIT.search(p))
    return compiled(rf"(\b{vague}\b)|(\b{numbered}\b)|{number_pattern(words)}")


def _numbers(text: str, words: NumberWords) -> Iterator[_Number]:
    """Numbers and vague counts, before bounds and ranges are looked at."""
    for match in _number(words).finditer(text):
        start, end = match.span()
        if match.start(2) >= 0:  # "two thirds" are no two
            continue
        if match.start(1) >= 0:
            vague = next(v for v in words.vague if v.word == text[start:end])
            yield _Number(start, end, count.parse(vague.value), f"{vague.word!r}: {vague.why}")
            continue
        while start < end:  # "five and twelve" is one match and two numbers
            number = _plain(text, start, words) or read_number(text, start, words)
            if (
                number
                and not _glued(text, number.start, number.end, words)
                and not _pronoun(text, number.start, number.end, words)
            ):
                yield _Number(number.start, number.end, count.exactly(number.value), "")
            start = number.end if number else end
            while start < end and not text[start].isalnum():
                start += 1
            if text.startswith("and ", start):
                start += 4


def _plain(text: str, start: int, words: NumberWords) -> Numeral | None:
    """A number of only digits, or of one word, that nothing goes on with; most are, and need no grammar."""
    match = _ALONE.match(text, start)
    if match is None or match[3] in words.scales or match[3] in words.groups or match[3] in words.inside.plus:
        return None
    value = int(match[1]) if match[1] else words.units.get(match[2])
    return None if value is None else Numeral(start, match.end(1 if match[1] else 2), value)


def _with_ranges(numbers: list[_Number], text: str, words: NumberWords) -> Iterator[_Number]:
    """ "20 to 25" and "between 20 and 25" as one number; of "from 12 to 14" only the end, as a figure that changed."""
    position = 0
    while position < len(numbers):
        first = numbers[position]
        position += 1
        if position < len(numbers) and first.value.form == "exact":
            second = numbers[position]
            if joined := _range(first, second, text, words):
                position += 1
                yield joined
                continue
            if text[first.end : second.start] == "-":  # "3-1" is a score
                position += 1
                continue
        yield first


def _range(first: _Number, second: _Number, text: str, words: NumberWords) -> _Number | None:
    join = text[first.end : second.start].strip()
    if second.value.form != "exact" or join not in words.range.to + words.range.paired:
        return None
    before = f" {text[max(0, first.start - REACH) : first.start]}"
    opener = next((phrase for phrase in words.range.between if before.endswith(f" {phrase} ")), "")
    if join in words.range.paired and not opener:
        return None
    if not opener and before.endswith(tuple(f" {phrase} " for phrase in words.range.changed)):
        return _Number(first.start, second.end, second.value, f"from {first.value} to {second.value}: the new figure")
    if second.value.n <= first.value.n:
        return None
    start = first.start - len(opener) - 1 if opener else first.start
    value = count.bounded("range", first.value.n, second.value.n)
    return _Number(start, second.end, value, f"a range from {first.value} to {second.value}")


def _with_bound(number: _Number, text: str, words: NumberWords, floor: int) -> Mention:
    start, end, value, note = number
    bound = ""
    if value.form != "range" and (before := bound_before(text, start, floor, words)):
        bound, start = before
    elif value.form == "exact" and (after := bound_after(text, end, words)):
        bound, end = after
    if bound and value.form == "exact" and (bound, value.n) != ("under", 0):
        value, note = count.bounded(bound, value.n), f"{text[start:end]!r} is a bound: {count.bounded(bound, value.n)}"
    return Mention("count", value, start, end, steps=(note or f"{text[start:end]!r} is {value}",))


def _pronoun(text: str, start: int, end: int, words: NumberWords) -> bool:
    """Whether the number word is none: "no one", "each one"."""
    if text[start:end] not in words.pronouns.words:
        return False
    before = text[max(0, start - 12) : start].rstrip().rpartition(" ")[2]
    return before.lstrip("\"'([-") in words.pronouns.after


def _glued(text: str, start: int, end: int, words: NumberWords) -> bool:
    """Whether the number is part of something else: "$12", "12%", "12:15", "27-year-old", "9mm", "ak-47"."""
    before = text[start - 1] if start else " "
    after, beyond = text[end : end + 1] or " ", text[end + 1 : end + 2] or " "
    if before.isalnum() or after.isalnum() or after in _GLUED_AFTER:
        return True
    if before in _GLUED_BEFORE and not (before in "-'" and (start < 2 or not text[start - 2].isalpha())):
        return True
    if after == "-":
        bounded = bound_after(text, end, words)  # "40-odd"
        return (beyond.isalpha() or beyond == " ") and not bounded  # "14- and 18-year-olds"
    return after in ".," and beyond.isdigit()
