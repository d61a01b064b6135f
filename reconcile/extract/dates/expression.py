"""What the words of a date say, as numbers. In: the words in the slots of a form. Out: an `Expression`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconcile.rulebook.language.dates import DateForm, DateWords, Holiday


@dataclass(frozen=True, slots=True)
class Expression:
    """One wording of a date; what it does not say is 0, "" or -1 (`weekday`, Monday being 0; `yy`, a year's end).

    `start` and `end` cut the date out of the words that were read. `left` and `right` are the 3 and 4 of 03/04/2024."""

    read: str
    start: int
    end: int
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = -1
    yy: int = -1
    until_month: int = 0
    until_day: int = 0
    left: int = 0
    right: int = 0
    n: int = 1
    unit: str = ""
    shift: int = 0
    holiday: Holiday | None = None
    follows: tuple[str, ...] = ()  # one of these words has to stand before it
    name_with_capital: bool = False  # a word with a capital behind it makes it a name
    foreign: str = ""  # the words themselves, where another language's
    languages: tuple[str, ...] = ()  # the languages that have them


def expression_of(
    form: DateForm, hit: str, start: int, end: int, slots: dict[str, str], words: DateWords
) -> Expression:
    """The `Expression` of a `form` that reads the folded words `hit`, some of them in `slots`."""
    said = {name: " ".join(text.split()) for name, text in slots.items()}
    month = said.get("month") or said.get("sure_month") or said.get("month_figure", "")
    day = said.get("day") or said.get("nth") or said.get("day_figure", "")
    return Expression(
        form.read,
        start,
        end,
        year=_year(said, words),
        month=_name_or_figure(month, words.months),
        day=_day(day, words),
        weekday=_place(said.get("weekday") or said.get("sure_weekday", ""), words.weekdays) - 1,
        yy=int(said.get("yy", -1)),
        until_month=_name_or_figure(said.get("until_month", ""), words.months),
        until_day=_day(said.get("until_day", ""), words),
        left=int(said.get("left", 0)),
        right=int(said.get("right", 0)),
        n=_number(said.get("n", "1"), words),
        unit=next((unit for unit, names in words.units.items() if said.get("unit") in names), ""),
        shift=words.days.get(said.get("today", ""), 0),
        holiday=next((holiday for holiday in words.holiday if said.get("holiday") in holiday.names), None),
        name_with_capital=form.name_with_capital,
        foreign=hit if form.read == "foreign" else "",
        languages=tuple(sorted(name for name, months in words.foreign.items() if said.get("foreign_month") in months)),
        follows=words.words[form.follows] if form.follows else (),
    )


def _place(name: str, table: Iterable[Sequence[str]]) -> int:
    """Which row of `table` has `name`, from 1; 0 for none."""
    return next((number for number, names in enumerate(table, 1) if name in names), 0)


def _name_or_figure(text: str, table: Iterable[Sequence[str]]) -> int:
    return int(text) if text.isdigit() else _place(text, table)


def _day(text: str, words: DateWords) -> int:
    figures = re.match(r"\d+", text)
    return int(figures[0]) if figures else words.ordinals.get(text, 0)


def _number(text: str, words: DateWords) -> int:
    if text.isdigit():
        return int(text)
    return words.numbers.get(text) or sum(words.numbers[part] for part in text.split("-"))


def _year(said: dict[str, str], words: DateWords) -> int:
    if spoken := said.get("spoken_year"):
        if spoken in words.spoken_years:
            return words.spoken_years[spoken]
        century, *years = re.split("[ -]", spoken)
        return words.centuries[century] + sum(
            words.year_words.get(part) or words.numbers.get(part, 0) for part in years
        )
    return int(said.get("year") or said.get("late_year") or said.get("decade") or 0)
