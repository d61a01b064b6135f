"""What each rule file may say: one struct for each sort of file, read strictly by `decode`.

In: nothing. Out: the specs. A trailing underscore in a field's name is not part of the key. `metadata["words"]` is the
closed list of allowed words."""

from __future__ import annotations

from typing import Annotated

from msgspec import Struct, field

from reconcile.rulebook.allowed import Words

TAKEN = ("rest", "ordinal")
ROLES = ("total", "part", "increment", "background")
STANCES = ("asserted", "claimed", "accused", "suspected", "charged", "convicted", "denied", "possible", "reported")
KIND_NAMES = ("count", "date", "actor", "place", "term")
IDENTIFYING = ("date", "actor", "place")  # kinds of which a value can tell one event from another
ACTOR_KINDS = ("armed-group", "state", "government", "office", "person", "agency", "organisation", "people")


class TermSpec(Struct, frozen=True):
    """One word of a fact's own list: `[[term]]` of `fact.toml`."""

    id: str
    excludes: tuple[str, ...] = ()  # ids that cannot hold beside it
    within: str = ""  # the id that says less


class Materiality(Struct, frozen=True):
    """`[materiality]` of `fact.toml`: which differences matter, as shares of the larger of two figures."""

    slight: float  # a contradiction up to this difference is of low severity
    large: float  # from this difference on of high severity
    far_below: float  # a bound of at most this share of the others' lowest figure is said to be far below them
    striking: int = 0  # from this number on, if it is not round, the same one on another thing is remarked on; 0: never


class Phrasing(Struct, frozen=True):
    """`[wording]` of `fact.toml`: the sentence suggested for print, by the status of the finding.

    Fields: {headline} {low} {high} {values} {sources} {label}, in words."""

    agreed: str
    single: str
    compatible: str
    updated: str
    conflict: str
    possible: str = ""  # in the place of the first three where all that is given is only possible


class Setting(Struct, frozen=True):
    """`[setting]` of `fact.toml`: where no wording gives a place, the country that the article is set in is possible.

    Each name speaks for its country with so many points."""

    having: tuple[str, ...]  # facts; of a happening without a claim of one of them nothing is worked out
    named: int  # points of a name of a country, of what lies in one, or of its people
    inside: int  # of one behind a word like "in"
    dateline: int  # of the one that the text begins with
    least: int  # points that are needed
    clear: float  # how many times the points of the next country are needed


class Fact(Struct, frozen=True):
    """`rules/facts/<id>/fact.toml`: a question about an event, and how its answers are compared and worded."""

    id: str
    kind: Annotated[str, Words(KIND_NAMES)]
    label: str
    question: str
    order: int  # its place in reports
    ladder: str  # the file in rules/policies that compares two claims
    headline: str  # the file in rules/headlines that chooses what to print
    wording: Phrasing
    materiality: Materiality | None = None  # of counts
    falls_with: str = ""  # the fact whose rise explains a fall of this one
    falls_too: tuple[str, ...] = ()  # other facts whose rise explains it as well: who was missing may be found alive
    falls_alike: float = 0.0  # how far fall and rise may differ, as a share of the larger; 0: any rise explains it
    by_speaker: bool = False  # each speaker answers for itself, so that values stand beside their speakers
    identifies: bool = False  # its values tell one event from another: a date when, a place where, an actor who
    culprits: bool = False  # its values are held responsible: policies may set aside what they say of what they did
    setting: Setting | None = None  # of places
    of_victims: bool = False  # it counts those who were harmed, so that attackers among them make another count
    term: tuple[TermSpec, ...] = ()


class WordingPattern(Struct, frozen=True):
    """`[[pattern]]`: one way to word a fact, over folded text with its slots."""

    id: str
    match: str
    role: Annotated[str, Words(("", *ROLES))] = ""  # empty: decided by the words around it
    stance: Annotated[str, Words(("", *STANCES))] = ""
    value: str = ""  # the value where no slot gives it ("0" for "no one was killed", "published" for that day)
    takes: Annotated[str, Words(("", *TAKEN))] = ""  # instead of its figure: those left, its place
    noun: tuple[str, ...] = ()  # the value's slot must have one of these nouns ("bodies")
    also: tuple[str, ...] = ()  # facts of which the same match is a claim too
    presupposed: bool = False  # named as known ("the murder of two judges"): who denies the deed does not deny that
    event: tuple[str, ...] = ()  # a happening among its slots must be of one of these types ("assassination")
    venue: tuple[str, ...] = ()  # a name among its slots must end in one of these words ("hospital")
    counted: str = ""  # what it counts where its noun counts everybody ("hospitalised": some of the injured)
    less: str = ""  # the fact whose figures are among those counted here: "five were shot" are also the dead
    loose: int = 0  # how loosely its words tie the value to the happening: a claim where nothing tighter is one
    worked_out: bool = False  # what it gives, the text does not state of the happening: the day of a dateline
    lede: bool = False  # it is a wording only where an article begins
    beside: tuple[str, ...] = ()  # facts, a claim of one of which its happening must have
    latest: bool = False  # it gives the newest figure, before which all others give way: "the toll rose to 12"
    answers: bool = False  # it only answers what names its party before: "the ministry denied it"
    untyped: bool = False  # its happening must be of no known type: a vote, a speech, a match


class Example(Struct, frozen=True):
    """`[[example]]`: a sentence, and the claims of this fact that are in it, "none" where there are none.

    `claim` lists values in text order, separated by ` | `; after a value may stand its role, its stance, and
    `by` with its speaker: "is-khorasan claimed", "3 part", "ukraine accused by russia"."""

    text: str
    claim: str
    why: str = ""
    published: str = ""


class Exclusion(Struct, frozen=True):
    """`[[except]]`: words that look like a wording of the fact and are none; what they cover is no claim.

    They cover the first capturing group of `match`, without one the whole of it."""

    match: str
    why: str
    loose: int = 0  # patterns as loose as this it does not cover; 0: it covers all


class EventType(Struct, frozen=True):
    """`[[type]]` of `rules/events/<language>.toml`: a sort of happening, and the nouns for one and for several."""

    id: str
    nouns: tuple[str, ...]
    plural: tuple[str, ...] = ()
    within: str = ""  # the type that says less; the two may be one event
    bursts: bool = False  # whether a number of them is one happening: "two explosions killed 12"


class Figurative(Struct, frozen=True):
    """`[[figurative]]`: a sort of text in which nobody is harmed, whatever it says: a report of a match, of a drill."""

    id: str
    words: tuple[str, ...]  # what such texts are full of
    enough: int  # how many different ones a text must have
    unless: tuple[str, ...] = ()  # but none of these, which tell of harm in earnest
    opens: tuple[str, ...] = ()  # and one of these, where there are any, in the sentences with which it begins


class EventFile(Struct, frozen=True):
    """`rules/events/<language>.toml`; `words` are lists that the wordings of every fact may use by name."""

    type: tuple[EventType, ...]
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    harm: tuple[str, ...] = ()  # names of those lists whose words are part of no name
    cues: dict[str, tuple[str, ...]] = field(default_factory=dict)  # phrases that tell other events from the main one
    figurative: tuple[Figurative, ...] = ()


class Wordings(Struct, frozen=True):
    """`rules/facts/<id>/<language>.toml`."""

    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)  # pieces that several patterns share, put in where one asks
    pattern: tuple[WordingPattern, ...] = ()
    except_: tuple[Exclusion, ...] = ()
    example: tuple[Example, ...] = ()
    todo: tuple[Example, ...] = ()  # does not work yet; the day it does, the rule tests say so


class ActorSpec(Struct, frozen=True):
    """`[[actor]]` of `rules/actors/*.toml`. A branch names its parent, never the reverse."""

    id: str
    name: str
    kind: Annotated[str, Words(ACTOR_KINDS)]
    also: tuple[str, ...] = ()  # other names, matched with their capitals as written
    shared: tuple[str, ...] = ()  # names that also mean other things: count where the article gives another name too
    adjective: tuple[str, ...] = ()  # "Russian": names the actor before an office ("Russian officials") and as a people
    metonym: tuple[str, ...] = ()  # places that speak for it: "Moscow", "the Kremlin"
    affiliate_of: tuple[str, ...] = ()
    of: str = ""  # the state or body that it belongs to or speaks for


class ActorFile(Struct, frozen=True):
    """`rules/actors/*.toml`; `source` says where the list comes from."""

    source: str
    actor: tuple[ActorSpec, ...]


class PlaceSpec(Struct, frozen=True):
    """`[[place]]` of `rules/places/*.toml`."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    within: tuple[str, ...] = ()  # ids of what contains it, nearest first
    population: int = 0  # of a town; 0 for what is no town, 1000000000 for a country and what is larger


class PlaceFile(Struct, frozen=True):
    """`rules/places/*.toml`; `source` says where the list comes from."""

    source: str
    place: tuple[PlaceSpec, ...]


class OutletSpec(Struct, frozen=True):
    """`[[outlet]]` of `rules/outlets.toml`. `family` is shared by outlets that print each other's copy."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    family: str = ""
    agency: bool = False


class OutletFile(Struct, frozen=True):
    """`rules/outlets.toml`."""

    source: str
    outlet: tuple[OutletSpec, ...]
