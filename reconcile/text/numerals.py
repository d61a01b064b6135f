"""Numbers in digits and words. In: folded text and a language's number words. Out: whole numbers with their spans.

A number is read as far as it makes sense: "five and twelve" are two, "one hundred and four" is one."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from reconcile.rulebook.language.numbers import NumberWords
from reconcile.text.pattern import Pattern, compiled, one_of


class Numeral(NamedTuple):
    """A whole number and where it stands."""

    start: int
    end: int
    value: int


_HALF = Fraction(1, 2)
_LONGEST = 80  # characters that a number in words may take
_FOLLOWS = {  # what may come after what
    ("", "unit"), ("", "tens"), ("", "scale"), ("", "group"), ("", "digits"),
    ("unit", "scale"), ("tens", "scale"), ("digits", "scale"), ("scale", "scale"),
    ("unit", "group"), ("tens", "group"), ("digits", "group"),
    ("tens", "unit"), ("scale", "unit"), ("scale", "tens"),
}  # fmt: skip
_DIGITS = r"\d{1,3}(?: \d{3})+\b|\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,3})?"
_TOKEN = compiled(rf"{_DIGITS}|[a-z]+")


@lru_cache(maxsize=8)
def number_pattern(words: NumberWords) -> str:
    """RE2 source that matches where a number begins, in digits or words, and at least as far as it goes."""
    word = one_of([*words.units, *words.tens, *words.scales, *words.groups])
    digits = rf"(?:{_DIGITS})(?: {one_of(words.scales)}\b)?"
    one, half, plus = one_of(words.inside.one), one_of(words.inside.half), one_of(words.inside.plus)
    return rf"(?:{digits}|\b(?:{half} {one} |{one} )?{word}(?:[- ](?:{plus} )?{word})*\b)"


@lru_cache(maxsize=8)
def _halves(words: NumberWords) -> Pattern:
    """ "and a half", with the scale or group behind it, as in "two and a half thousand", where one follows."""
    inside, scaled = words.inside, one_of([*words.scales, *words.groups])
    phrase = "[ -]".join(one_of(part) for part in (inside.plus, inside.one, inside.half))
    return compiled(rf"[ -]{phrase}(?:\b|$)([ -]{scaled}\b)?")


def read_number(text: str, start: int, words: NumberWords) -> Numeral | None:
    """The number that begins at `start` of folded `text`, None where there is none or it is no whole number.

    A number in digits that no scale follows is read as written: "1.204" is 1204, as no one counts parts of people."""
    total, current = 0, Fraction()
    piece = text[start : start + _LONGEST]
    end = pos = 0
    last, opener, half = "", "", False  # the part before, a word that only joins ("and", "a") since then, "half" before
    for match in _TOKEN.finditer(piece):
        word = str(match.group())
        if match.start() < pos:  # within "and a half"
            continue
        if match.start() > pos and piece[pos : match.start()] not in (" ", "-"):
            break
        kind = _kind(word, words, last, opener)
        if not kind:
            break
        pos = match.end()
        if kind == "opener":
            opener, half = word, half or word in words.inside.half
            continue
        scaled = piece[pos + 1 :].startswith(tuple(words.scales))
        step = _digits(word, scaled=scaled) if kind == "digits" else _add(kind, word, words, total, current, half=half)
        if step is None:
            return None
        total, current = step
        end, last, opener = pos, kind, ""
        halves = _halves(words).match(piece, end)
        if halves and halves.start(1) >= 0:
            current, pos = current + _HALF, halves.start(1)
        elif halves and word in (sized := words.scales | words.groups):
            total, end = total + sized[word] // 2, halves.end()
            break
    whole = total + current
    return Numeral(start, start + end, int(whole)) if end and whole.denominator == 1 else None


def _kind(word: str, words: NumberWords, last: str, opener: str) -> str:
    """Which part `word` plays after a part of kind `last` (and `opener`); empty where the number ends before it."""
    kind = next((kind for kind, known in _parts(words) if word in known), "digits" if word[0].isdigit() else "")
    if not kind:
        inside = words.inside
        first = (not opener and word in inside.half) or (word in inside.one and opener in ("", *inside.half))
        opens = first and not last
        return "opener" if opens or (word in inside.plus and last == "scale") else ""
    return kind if (last, kind) in _FOLLOWS and not (opener in words.inside.plus and kind == "scale") else ""


def _parts(words: NumberWords) -> tuple[tuple[str, dict[str, int]], ...]:
    return ("unit", words.units), ("tens", words.tens), ("scale", words.scales), ("group", words.groups)


def _digits(word: str, *, scaled: bool) -> tuple[int, Fraction] | None:
    """ "1,204", "1 204" and "1.204" are 1204, "3.5" is one only before a scale."""
    plain = word.replace(",", "").replace(" ", "")
    _, dot, part = plain.partition(".")
    if not dot or scaled:
        return 0, Fraction(plain)
    return (0, Fraction(plain.replace(".", ""))) if len(part) == 3 else None


def _add(
    kind: str, word: str, words: NumberWords, total: int, current: Fraction, *, half: bool
) -> tuple[int, Fraction] | None:
    if kind in ("unit", "tens"):
        step = words.units.get(word) or words.tens.get(word) or 0
        return None if current % 10 else (total, current + step)
    if kind == "group":
        return total, Fraction((current or 1) * words.groups[word] // (2 if half else 1))
    size = Fraction((current or 1) * words.scales[word])
    return (total, size) if words.scales[word] == 100 else (total + int(size / (2 if half else 1)), Fraction())
