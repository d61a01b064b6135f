"""What is in one article: its text, what is recognised there, and what it claims. In: nothing. Out: frozen dataclasses.

Offsets are Unicode code points into `Article.text`, half open, and `text[start:end] == quote` holds for whatever
carries a quote. Times are ISO 8601 strings, empty where unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

ATTACKERS_TOO = "attackers too"  # what a figure on victims and attackers together counts
UNSETTLED = ("denied", "possible")  # stances of what did not, or may not have, come about
UNSURE = (*UNSETTLED, "reported")  # and of what an article itself does not vouch for


class Value(Protocol):
    """What a claim claims. `str(value)` is its one spelling, and the kind's `parse` is the inverse of it."""

    def __str__(self) -> str: ...


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One text from one outlet at one time, as `reconcile show` prints it (control characters already neutralised).

    `published` is a day or a time with its UTC offset as stated; `published_from` is one of header, record, option,
    filename, or empty. `title` is what the span `title_span` covers where the title stands in the text."""

    id: str
    text: str
    sha256: str
    title: str = ""
    title_span: Span = Span(0, 0)
    body_start: int = 0
    outlet: str = ""
    published: str = ""
    published_from: str = ""
    url: str = ""
    language: str = ""
    path: str = ""
    record_line: int = 0  # the line of the record in a .jsonl file, 0 where the file is the article
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps an article, or a part of the input, from being read as it should."""

    article: str
    problem: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A count, date, actor or place as the text words it, before any rule about facts."""

    mention: str
    value: Value
    start: int
    end: int
    stated: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()  # how the value was read, in words
    about: Value | None = None  # where the value is only about right ("two weeks ago"), all that it may be


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the spans of the source (None where none is named), the cue, and the content."""

    source: Span | None
    cue: Span
    content: Span


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where an article speaks of a happening: "the attack", "the January 4 strike in Iran".

    `dates` and `places` are what the words around the noun tie to it; `names` are venues that no rule knows."""

    start: int
    end: int
    sentence: int
    type: str
    plural: bool = False
    other: bool = False  # the words tell it from the one the article is about ("another", "reminiscent of")
    distinct: bool = False  # its own words say that it is not the one named before ("a second bombing")
    places: tuple[Value, ...] = ()
    names: tuple[str, ...] = ()
    dates: tuple[Mention, ...] = ()
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of whom a text tells: the words of a name, folded, and the age in years; empty and 0 where unknown.
    `new` where "a" brings in somebody not told of before: "a 19-year-old man"."""

    name: tuple[str, ...] = ()
    age: int = 0
    new: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One value for one fact as one article words it. Words and spellings are the contract's (docs/contract.md)."""

    article: str
    fact: str
    value: Value
    quote: str
    start: int
    end: int
    role: str = "total"
    stance: str = "asserted"
    speaker: str = ""
    via: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()
    as_of: str = ""
    rule: str = ""
    says: bool = False
    event: str = ""
    counted: str = ""  # what is counted ("civilians"), empty where everybody is
    area: str = ""  # the place all over which it counts: "across England", empty where none is said
    holds: str = ""  # the fact whose figure is among those counted: those shot are the dead too
    persons: tuple[Person, ...] = ()  # whom it counts, where it tells of them one by one
    figure: bool = False  # whether a number is said: "one man", not "a man"
    several: bool = False  # whether it is the sum of several happenings: "in three separate fires"
    latest: bool = False  # whether its wording gives it as the newest figure: "the toll rose to 12"
    of_all: bool = False  # whether its words say that nobody else is to be counted: "a total of 12"
    divides: bool = False  # whether it is one of those into whom a figure is divided: "ten: three men and seven women"
    some: bool = False  # whether it counts some of those named before: "two of them"
    line: int = 0
    column: int = 0
    id: str = ""
    steps: tuple[str, ...] = ()  # the derivation in words: how the value was read, why this role, why this event
    origin: str = ""  # who it comes from: an outlet's id or an article's; empty before origins are told
    chain: tuple[str, ...] = ()  # through whom it came, from its article to who said it first
    superseded: bool = False  # whether a later version of its article has its place
    misread: str = ""  # the decision by which the article does not say so; it then has no voice

    @property
    def vouched_by(self) -> str:
        """Who vouches for it: its speaker; nobody but the article where that is only described ("name:police",
        "name:Leeds police": a word in small letters begins or ends it)."""
        name = self.speaker.removeprefix("name:") if self.speaker.startswith("name:") else ""
        return "" if name[:1].islower() or name.rsplit(" ", 1)[-1][:1].islower() else self.speaker


def speaking(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Those of the claims of one fact of one event that decide: the articles' own answers, or where the event is no
    article's main one, what is said of the whole. What is superseded or misread has no voice."""
    heard = [claim for claim in claims if not (claim.superseded or claim.misread)]
    return tuple([c for c in heard if c.says] or [c for c in heard if c.role == "total"])


@dataclass(frozen=True, slots=True)
class Story:
    """By which words an article tells its story, folded: each with how often, those in its title and first sentences
    counting for more. `names` are those of them that stand in names. Figures that count somebody are no part of it."""

    words: Mapping[str, int] = field(default_factory=dict)
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Interval:
    """`low` to `high` days lie from `first` to `second`, as the words at [start, end) of an article put it. Either is a
    day, or a happening by where its noun begins."""

    article: str
    start: int
    end: int
    quote: str
    first: Value | int
    second: Value | int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Draft:
    """An article with all that was recognised in it and the claims that it makes, before events are told apart."""

    article: Article
    language: str  # the one by whose rules it was read
    sentences: tuple[Span, ...]
    places: tuple[Mention, ...]
    names: frozenset[str]  # names that no rule knows, folded
    story: Story
    sightings: tuple[Sighting, ...]
    claims: tuple[Claim, ...]
    wordings: tuple[Span, ...]  # for each claim, all that its rule matched
    setting: Mention | None = None  # the country that it is set in, worked out
    intervals: tuple[Interval, ...] = ()
