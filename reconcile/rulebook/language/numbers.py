"""`rules/languages/<language>/numbers.toml`: number words, bounds and vague counts. In: nothing. Out: the spec."""

from __future__ import annotations

from msgspec import Struct


class VagueCount(Struct, frozen=True):
    """A word that names no number, the lower bound it is read as, and why."""

    word: str
    value: str
    why: str


class Share(Struct, frozen=True):
    """Words for a share of a whole, the two numbers of its fraction, and the form of count that it makes."""

    words: tuple[str, ...]
    part: tuple[int, ...]
    form: str = "about"


class Bounds(Struct, frozen=True):
    """Words that bound a number, by the form of count (`kinds.count.FORMS`) that they make of it."""

    least: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    most: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    def forms(self) -> dict[str, str]:
        """The form of each phrase; where two forms have it, the first."""
        return {phrase: form for form in reversed(self.__struct_fields__) for phrase in getattr(self, form)}


class RangeWords(Struct, frozen=True):
    """What joins the two ends of a range: `to`, and after what opens one (`between`) `paired` too.

    After `changed` two such numbers are no range, but a figure that was the first and is now the second."""

    between: tuple[str, ...]
    changed: tuple[str, ...]
    to: tuple[str, ...]
    paired: tuple[str, ...]


class PronounWords(Struct, frozen=True):
    """Number words that are pronouns after certain words: "no one"."""

    after: tuple[str, ...]
    words: tuple[str, ...]


class InsideWords(Struct, frozen=True):
    """Small words inside a number in words: "half a dozen", "a hundred and four"."""

    half: tuple[str, ...]
    one: tuple[str, ...]
    plus: tuple[str, ...]


class NumberWords(Struct, frozen=True):
    """Number words by value; `before` and `after` hold the bounds on either side of a number."""

    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    groups: dict[str, int]
    inside: InsideWords
    before: Bounds
    after: Bounds
    pronouns: PronounWords
    range: RangeWords
    share: tuple[Share, ...]
    vague: tuple[VagueCount, ...]

    __hash__ = object.__hash__  # loaded once; caches key on its identity
