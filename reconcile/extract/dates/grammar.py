"""Date forms of a language as patterns. In: `DateWords`, then the folded words of one hit. Out: an `Expression`.

One pattern finds the hits; what a hit says is read once and remembered, as few wordings make up most of the news."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reconcile.extract.dates.expression import Expression, expression_of
from reconcile.rulebook.language.dates import SLOTS, DateForm, DateWords
from reconcile.text.pattern import Pattern, compiled, one_of

#: figures alone, which every language writes alike
_NUMERIC = (
    DateForm(read="calendar", match="{year}-{month_figure}-{day_figure}(?:t[0-9:.]{4,15}z?)?"),
    DateForm(read="calendar", match="{year}/{month_figure}/{day_figure}"),
    DateForm(read="calendar", match="{left}/{right}/(?:{year}|{yy})"),
    DateForm(read="calendar", match="{left}-{right}-{year}"),
    DateForm(read="calendar", match="{day_figure}\\.{month_figure}\\.(?:{year}|{yy})"),
)
_SLOT = re.compile(r"\{([a-z_]+)\}")
_SPACE = "(?: {1,3})"  # a line break, maybe with an indent, counts as a space
_LONGEST = 120  # no hit is longer, so that reading it costs little


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The patterns of one language: `hits` finds, `forms` (in order) read a hit."""

    words: DateWords
    hits: Pattern
    forms: tuple[tuple[DateForm, Pattern], ...]
    remembered: dict[str, tuple[Expression, ...]] = field(default_factory=dict)


@lru_cache(maxsize=16)
def grammar_of(words: DateWords) -> Grammar:
    """The patterns that `words` describes."""
    slots = _slot_patterns(words)
    forms = (*_NUMERIC, *words.form)
    hits = "|".join(f"(?:{_pattern(form, slots, named=False)})" for form in forms)
    readers = tuple((form, compiled(_pattern(form, slots, named=True))) for form in forms)
    return Grammar(words, compiled(hits), readers)


def read(grammar: Grammar, hit: str) -> tuple[Expression, ...]:
    """What the folded words `hit` may say, the better form first."""
    if hit not in grammar.remembered:
        if len(grammar.remembered) > 20_000:
            grammar.remembered.clear()
        grammar.remembered[hit] = _read(grammar, hit)
    return grammar.remembered[hit]


def _read(grammar: Grammar, hit: str) -> tuple[Expression, ...]:
    found = []
    for form, pattern in grammar.forms:
        if len(hit) <= _LONGEST and (match := pattern.fullmatch(hit)):
            start, end = match.span(pattern.groupindex["date"])
            slots = {name: words for name, words in match.groupdict().items() if words and name != "date"}
            found.append(expression_of(form, hit, start, end, slots, grammar.words))
            if not form.follows:
                break
    return tuple(found)


def _pattern(form: DateForm, slots: dict[str, str], *, named: bool) -> str:
    def fill(slot: re.Match[str]) -> str:
        name = slot[1].removeprefix("until_")
        if name not in slots:
            raise ValueError(f"date form {form.match!r}: {{{name}}} is neither a slot nor a list of [words]")
        return f"(?P<{slot[1]}>{slots[name]})" if named and name in SLOTS else f"(?:{slots[name]})"

    before, match, behind = (_spaced(_SLOT.sub(fill, part)) for part in (form.before, form.match, form.behind))
    start = "" if (form.before or form.match).startswith("'") or form.read == "foreign" else "\\b"
    end = "" if form.read == "foreign" else "\\b"  # RE2 knows no letters but those of ASCII there
    return f"{start}{before}(?P<date>{match}){end}{behind}" if named else f"{start}{before}{match}{end}{behind}"


def _spaced(pattern: str) -> str:
    """`pattern` with its spaces, but not those in brackets, as any few spaces."""
    return "".join(
        part if part.startswith("[") else part.replace(" ", _SPACE) for part in re.split(r"(\[[^\]]+\])", pattern)
    )


def _slot_patterns(words: DateWords) -> dict[str, str]:
    months = _names(words.months)
    figures = "0?[1-9]|[12][0-9]|3[01]"
    nth = f"(?:{figures})(?:{'|'.join(words.ordinal_endings)})|{one_of(words.ordinals)}"
    ones = one_of(name for name, number in words.numbers.items() if number < 10 and len(name) > 2)
    two_parts = f"{one_of(words.centuries)}[ -]{one_of(words.year_words)}"
    slots = {
        "month": one_of(months),
        "sure_month": one_of(month for month in months if month not in words.doubtful),
        "weekday": one_of(_names(words.weekdays)),
        "sure_weekday": one_of(day for day in _names(words.weekdays) if day not in words.doubtful),
        "day": f"{nth}|{figures}",
        "nth": nth,
        "year": "(?:1[5-9]|20)[0-9]{2}",
        "late_year": "(?:19|20)[0-9]{2}",
        "yy": "[0-9]{2}",
        "decade": "(?:1[5-9]|20)[0-9]0",
        "foreign_month": one_of(_names(words.foreign.values())),
        "spoken_year": f"{one_of(words.spoken_years)}|{two_parts}(?:[ -]{ones})?",
        "n": f"[0-9]{{1,3}}|{one_of(words.numbers)}(?:-{one_of(words.numbers)})?",
        "unit": one_of(_names(words.units.values())),
        "today": one_of(words.days),
        "month_figure": "0?[1-9]|1[0-2]",
        "day_figure": figures,
        "holiday": one_of(name for holiday in words.holiday for name in holiday.names),
        "left": figures,
        "right": figures,
    }
    return slots | {name: one_of(phrases) for name, phrases in words.words.items()}


def _names(table: Iterable[Sequence[str]]) -> list[str]:
    return [name for names in table for name in names]
