"""`rules/credits/<language>.toml` and `rules/origins.toml`: who is credited with a text, and when texts are copies.

In: nothing. Out: the specs."""

from __future__ import annotations

from msgspec import Struct, field


class Credit(Struct, frozen=True):
    """`[[credit]]`: a wording that `gives` an agency the whole `text`, or says that it was of `help`."""

    id: str
    match: str
    gives: str
    where: str


class CreditLimits(Struct, frozen=True):
    """`[limits]`: how many sentences or lines are the opening and the closing of an article."""

    opening: int
    closing: int


class Passages(Struct, frozen=True):
    """`[pictures]` and `[boilerplate]`: sentences or lines that are no text of the article."""

    match: tuple[str, ...]


class CreditExample(Struct, frozen=True):
    """`[[example]]`: the agencies (ids of outlets) whose text it is, and those that were of help."""

    text: str
    text_of: tuple[str, ...] = ()
    help_of: tuple[str, ...] = ()
    why: str = ""


class CreditWords(Struct, frozen=True):
    """All of `rules/credits/<language>.toml`; `words` has the list `and`, the words between two agencies."""

    limits: CreditLimits
    credit: tuple[Credit, ...]
    pictures: Passages
    boilerplate: Passages
    example: tuple[CreditExample, ...]
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)

    __hash__ = object.__hash__  # loaded once; caches key on its identity


class Copies(Struct, frozen=True):
    """`[copies]`: what makes two texts one."""

    gram: int
    least: int
    share: float
    family: float
    quote: int
    widely: int


class OriginRules(Struct, frozen=True):
    """All of `rules/origins.toml`."""

    copies: Copies
