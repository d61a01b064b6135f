"""`rules/languages/<language>/dates.toml`: how dates are worded. In: nothing. Out: the spec.

A `[[form]]` is one wording over folded text, in RE2 syntax, with slots for what is read out of it:
{month}, {weekday}, {sure_month} and {sure_weekday} (those that are no other word), {day} (1 to 31, also "22nd"),
{day_figure} (no "22nd"), {nth} (only "22nd" or "eighth"), {year} (four digits), {late_year} (four from 1900), {yy}
(two), {spoken_year} ("nineteen ninety-seven"), {decade} ("1990" of "1990s"), {n}, {unit}, {today}, {holiday},
{foreign_month}.
With `until_` before its name a slot belongs to the end of a span of days. {any_other_word} is a list of `[words]`.
The first form that matches wins. A space stands for a line break too."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct, field

from reconcile.rulebook.allowed import Words

#: the slots of a form that say something, each also with `until_` before its name
SLOTS = frozenset(
    (
        *("month", "sure_month", "weekday", "sure_weekday", "day", "day_figure", "nth", "year", "late_year", "yy"),
        *("spoken_year", "decade", "n", "unit", "today", "foreign_month", "month_figure", "left", "right"),
        "holiday",
    )
)

#: what a form says: calendar parts; a bare weekday; a day such as today; n units before the publication; the unit,
#: weekday or month before, of or after the publication; the weekend before or of it; n units before or after the date
#: that the text named last; the unit of that date; the last day of the unit of the publication; a decade; a holiday; a
#: date with another language's month; no date at all
READINGS = (
    *("calendar", "weekday", "today", "ago", "last", "this", "next", "earlier", "later"),
    *("same", "end", "weekend", "decade", "holiday", "foreign", "none"),
)


class DateForm(Struct, frozen=True):
    """`[[form]]`: one wording of dates. `before` and `behind` must stand around it and are not part of the date.

    `follows` names a list of `[words]`, one of which must be the word before; unlike `before` it takes nothing from
    longer forms that start at the date itself. With `name_with_capital` it is no date before a word with a capital."""

    match: str
    read: Annotated[str, Words(READINGS)]
    before: str = ""
    behind: str = ""
    follows: str = ""
    name_with_capital: bool = False


class Holiday(Struct, frozen=True):
    """`[[holiday]]`: a day with a name, in a month by its figure or by its weekday, or so many days from Easter."""

    names: tuple[str, ...]
    month: int = 0
    day: int = 0  # of the month
    weekday: int = 0  # Monday is 1; with `nth`: the fourth Thursday, and -1 for the last
    nth: int = 0
    easter: int = 0  # days from Easter Sunday, where no month is given


class TenseWords(Struct, frozen=True, eq=False):
    """`[tense]`: what tells whether a date lies ahead, read from the date towards its verb."""

    near: int  # words; a past further from its date may not be its own
    furthest: int  # words
    future: tuple[str, ...]
    past: tuple[str, ...]
    passive: tuple[str, ...] = ()  # before a participle, they make it no past
    past_endings: tuple[str, ...] = ()
    no_verb: tuple[str, ...] = ()  # what has such an ending and stands before nouns: "preferred shares"
    ahead: tuple[str, ...] = ()


class Reach(Struct, frozen=True):
    """`[reach]`: how many days after the publication a date without a year may lie, by the tense of its verb."""

    past: int
    far_past: int
    untold: int
    ahead: int
    future: int
    mistaken_weekday: int  # so near the publication, a weekday that does not fit is a mistake and no hint at the year


class CountedWords(Struct, frozen=True):
    """`[counted]`: how a day is counted from one that is named behind it, "about two weeks after the vote of May 4"."""

    about: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    the: tuple[str, ...] = ()  # opens what happened on the day that is named
    of: tuple[str, ...] = ()  # and stands before that day
    comes: tuple[str, ...] = ()  # verbs by which one is so far from another: "the blast came a week after the riot"
    opens: tuple[str, ...] = ()  # what opens a day behind such a happening: "two weeks before the attack, on March 7,"
    owns: tuple[str, ...] = ()  # what right behind a day says that something else is its: "Monday's attack"


class DateWords(Struct, frozen=True, eq=False):
    """Months, weekdays, relative days and the forms they stand in. Compared and cached by identity."""

    months: tuple[tuple[str, ...], ...]  # twelve, January first; of each the full name first, then its short forms
    weekdays: tuple[tuple[str, ...], ...]  # seven, Monday first, likewise
    doubtful: tuple[
        str, ...
    ]  # months and weekdays that are also other words: need a capital, and a number or a preposition
    days: dict[str, int]  # "today": 0
    units: dict[str, tuple[str, ...]]  # day, week, weekend, month, year
    numbers: dict[str, int]  # for {n}
    ordinals: dict[str, int]  # "eighth": 8
    ordinal_endings: tuple[str, ...]
    centuries: dict[str, int]  # "nineteen": 1900
    year_words: dict[str, int]  # what follows a century: "ninety": 90, "seven": 7
    spoken_years: dict[str, int]  # those that are worded in a way of their own: "the year two thousand": 2000
    tense: TenseWords
    reach: Reach
    counted: CountedWords = field(default_factory=CountedWords)
    day_first: bool = False  # whether 03/04/2024 is the third of April
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    foreign: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by language, its months that are no words here
    foreign_doubtful: tuple[str, ...] = ()  # of these, what is a name where it has a capital
    holiday: tuple[Holiday, ...] = ()
    form: tuple[DateForm, ...] = ()
