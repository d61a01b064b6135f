"""`rules/languages/<language>/people.toml`: nouns for people and the words around them. In: nothing. Out: the spec."""

from __future__ import annotations

from msgspec import Struct

from reconcile.rulebook.language.numbers import Bounds


class Nouns(Struct, frozen=True):
    """Nouns for people, by number."""

    plural: tuple[str, ...]
    singular: tuple[str, ...]


class Attackers(Struct, frozen=True):
    """Nouns for those who do it, by number. A mark or one of the singular nouns before one of `bodies` is one too:
    "armed men", "a rebel column". Before a word of `qualified`, or the noun of a happening, a singular one is none.
    `fighters` are those of them who are a side of a war: others beside them are fighters too."""

    plural: tuple[str, ...]
    singular: tuple[str, ...]
    fighters: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    qualified: tuple[str, ...] = ()


class Group(Struct, frozen=True):
    """Nouns for a part of everyone; a figure on them is `counted` as `id`. Those who are `armed` are one side of a
    fight."""

    id: str
    plural: tuple[str, ...]
    singular: tuple[str, ...]
    armed: bool = False


class Around(Struct, frozen=True):
    """Words before and after a figure on people that say how it is meant."""

    one: tuple[str, ...]
    none: tuple[str, ...]  # before a noun: not one
    not_one: tuple[str, ...]  # before one person: the same
    ordinals: tuple[str, ...]  # in order: "first", "second"
    ordinal_endings: tuple[str, ...]  # behind digits: "21st"
    the: tuple[str, ...]
    this: tuple[str, ...]  # those of them that stand before one only: "he said that rebels" has none
    more_before: tuple[str, ...]
    more_after: tuple[str, ...]
    other_after: tuple[str, ...]
    part_after: tuple[str, ...]
    part_before: tuple[str, ...]
    some: tuple[str, ...]  # behind a figure: it counts some of those just counted
    in_state: tuple[str, ...]  # behind a figure: the same, by how they are
    sized_by: tuple[str, ...]
    generic: tuple[str, ...]  # nouns that a list behind a comma only explains: "two people, a man and a woman"
    aged: tuple[str, ...]  # between people and their ages
    both: tuple[str, ...]  # before a plural: two of them
    joins: tuple[str, ...]  # between the last two of a list
    speaks: tuple[str, ...]  # who stands before one of these speaks, and is none of those listed before
    pronouns: tuple[str, ...]  # of one person: "she and six others"
    parents: tuple[str, ...]  # nouns behind which `parent_of` brings in children: "a mother of five"
    theirs: tuple[str, ...]  # not counted beside those of whom they are: "the body of a farmer"
    kin: tuple[str, ...]  # in a list these are others: "the mayor and two of his guards"
    parent_of: tuple[str, ...]
    of: tuple[str, ...]  # between people and whose they are, or where: "the driver of the mayor of Leeds"
    attributive: tuple[str, ...]  # before another noun for people these only describe it: "his adult daughter"
    years: tuple[str, ...]  # behind a number these make it an age: "19-year-old"
    aged_one: tuple[str, ...]  # behind a number these make it somebody of that age: "a 19-year-old was hurt"
    aged_several: tuple[str, ...]  # and several of that age
    finite: tuple[str, ...]  # verbs that make a clause of what stands between two names, and no apposition
    fallen: tuple[str, ...]  # what happened to those of whom a figure without a noun tells more: "and five wounded"
    before_bare: tuple[str, ...]  # after these a headline leaves out "a": "kills teen"

    __hash__ = object.__hash__  # loaded once; caches key on its identity


class Breaks(Struct, frozen=True):
    """Words that never stand between a figure and its noun."""

    words: tuple[str, ...]


class Bare(Struct, frozen=True):
    """Words around a figure which has no noun of its own."""

    next: tuple[str, ...]  # these may follow it
    numbered: tuple[str, ...]  # behind one of these it is a number that counts nobody: "bus 31"
    aged: tuple[str, ...]  # behind one of these it is an age: "as young as 13"


class WholeWords(Struct, frozen=True):
    """How some of a whole are named: "three of the 40 passengers"."""

    of: tuple[str, ...]  # between the two
    half: tuple[str, ...]  # the end of a share that needs none of these: "half the 40"
    none: tuple[str, ...]  # "none of the 40"
    but: tuple[str, ...]  # "all but three of the 40"
    aboard: tuple[str, ...]  # after a bare figure that is people all the same
    told: tuple[str, ...]  # after a whole of which itself is told what befell it: "of the 12 killed"


class Endings(Struct, frozen=True):
    """Endings of plural nouns for people, and the nouns with such an ending that are for something else."""

    plural: tuple[str, ...]
    never: tuple[str, ...]


class Described(Struct, frozen=True):
    """Words that may stand before a noun for attackers that has no figure; those that are `proper` have their capital
    not only where a sentence begins."""

    words: tuple[str, ...]
    proper: tuple[str, ...] = ()


class References(Struct, frozen=True):
    """Phrases that point back at a party named before."""

    armed_group: tuple[str, ...]
    fighters: tuple[str, ...] = ()  # for those of the one armed group that a text names: "the rebels"
    others: tuple[str, ...] = ()  # after which it is said who they are: "the rebels of the north"


class PeopleWords(Struct, frozen=True):
    """Nouns for people and the words around them; `sizes` are nouns that say how many they are, `behind` the bounds
    that stand behind a noun."""

    anyone: Nouns
    group: tuple[Group, ...]
    attackers: Attackers
    described: Described
    endings: Endings
    references: References
    sizes: dict[str, int]
    around: Around
    wholes: WholeWords
    behind: Bounds
    breaks: Breaks
    bare: Bare

    __hash__ = object.__hash__  # loaded once; caches key on its identity
