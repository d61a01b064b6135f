"""Conditions for actors: parent and branch, description and name, claim and blame, stages.

In: a `Pair` of actors. Out: whether it holds."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import cast

from reconcile.kinds.named import Named
from reconcile.resolve.pair import Pair
from reconcile.rulebook import Rulebook
from reconcile.rulebook.roster import roster
from reconcile.text.fold import fold
from reconcile.text.likeness import are_alike

#: the stages a suspect goes through, in their order
STAGES = ("suspected", "charged", "convicted")
#: words that a name may begin with and still be another way to write it
_ARTICLES = ("the",)


def named(pair: Pair) -> tuple[Named, Named]:
    """The names of the two claims."""
    return cast(Named, pair.a.claim.value), cast(Named, pair.b.claim.value)


def parents(actor: str, book: Rulebook) -> set[str]:
    """Everything that `actor` is a branch of or belongs to, over any number of steps."""
    found: set[str] = set()
    waiting = [actor]
    while waiting:
        spec = book.actors.get(waiting.pop())
        above = (*spec.affiliate_of, *((spec.of,) if spec.of else ())) if spec else ()
        waiting += [parent for parent in above if parent not in found]
        found.update(above)
    return found


def responsible(speaker: str, culprits: Collection[str], book: Rulebook) -> bool:
    """Whether `speaker` is one of `culprits`, belongs to one or is what one belongs to."""
    above = parents(speaker, book) if speaker else set()
    return bool(speaker) and any(speaker == c or c in above or speaker in parents(c, book) for c in culprits)


def covers(pair: Pair) -> tuple[bool, bool]:
    """Whether b says more than a of the same party (a branch, a name for a description), and the other way round."""
    a, b = named(pair)
    return _says_less(a, b, pair.book), _says_less(b, a, pair.book)


def _says_less(a: Named, b: Named, book: Rulebook) -> bool:
    if described(a) != described(b):
        return described(a)
    return a != b and (a.id in parents(b.id, book) or _words_within(a, b))


def branches_of_one(pair: Pair) -> bool:
    """Whether both are branches of one parent, neither of the other."""
    a, b = (set(roster(pair.book).parents(value.id)) for value in named(pair))
    return bool(a & b) and not any(covers(pair))


def described(value: Named) -> bool:
    """Whether it is only described ("gunmen", "radical Islamists"): no rule names it, and its first or last word is no
    name."""
    words = value.words.split()
    return not value.known and any(word == word.lower() and "-" not in word for word in (words[0], words[-1]))


def name_in_name(pair: Pair) -> bool:
    """Whether all words of the one name are words of the other ("Farook", "Syed Farook")."""
    a, b = named(pair)
    return _words_within(a, b) or _words_within(b, a)


def spelled_alike(pair: Pair) -> bool:
    """Whether the two are spellings of one name ("Syed Farook", "Sayed Farook"); two that rules know are two."""
    a, b = named(pair)
    return a != b and not (a.known and b.known) and are_alike(a.words, b.words)


def _words_within(a: Named, b: Named) -> bool:
    short, long = ({word for word in fold(value.words).split() if word not in _ARTICLES} for value in (a, b))
    return bool(short) and short < long and not (a.known and b.known)


def stage_later(pair: Pair) -> bool:
    """Whether a legal stage follows a lower one: suspected, then charged, then convicted."""
    a, b = pair.a.claim.stance, pair.b.claim.stance
    return pair.ordered and a in STAGES and b in STAGES and STAGES.index(a) < STAGES.index(b)


def claim_against_blame(pair: Pair) -> bool:
    """Whether one party takes responsibility while another one is blamed for it."""
    stances = {pair.a.claim.stance, pair.b.claim.stance}
    return "claimed" in stances and bool(stances & {"accused", "suspected", "charged", "convicted"})


def person_and_group(pair: Pair) -> bool:
    """Whether a suspect by name stands beside a body that a person may act for."""
    (a, b), (x, y) = named(pair), (pair.a.claim.stance, pair.b.claim.stance)
    return (_person(a, x, pair.book) and _body(b, pair.book)) or (_person(b, y, pair.book) and _body(a, pair.book))


def _person(value: Named, stance: str, book: Rulebook) -> bool:
    spec = book.actors.get(value.id)
    return stance in STAGES and (spec.kind == "person" if spec else not described(value))


def _body(value: Named, book: Rulebook) -> bool:
    spec = book.actors.get(value.id)
    return spec is not None and spec.kind != "person"


def denied_by_the_named(pair: Pair) -> bool:
    """Whether the one who denies is the one who is named, or speaks for it."""
    for voice in (pair.a, pair.b):
        speaker, value = voice.claim.speaker, str(voice.claim.value)
        if voice.claim.stance == "denied" and (speaker == value or value in parents(speaker, pair.book)):
            return True
    return False


CONDITIONS: dict[str, Callable[[Pair], bool]] = {
    "parent_and_branch": lambda pair: any(
        value.id in parents(other.id, pair.book) for value, other in _both_ways(pair)
    ),
    "branches_of_one": branches_of_one,
    "both_described": lambda pair: all(map(described, named(pair))),
    "one_described": lambda pair: described(named(pair)[0]) != described(named(pair)[1]),
    "name_in_name": name_in_name,
    "spelled_alike": spelled_alike,
    "stage_later": stage_later,
    "rival_claims": lambda pair: pair.a.claim.stance == pair.b.claim.stance == "claimed",
    "claim_against_blame": claim_against_blame,
    "denied_by_the_named": denied_by_the_named,
    "person_and_group": person_and_group,
}


def _both_ways(pair: Pair) -> list[tuple[Named, Named]]:
    a, b = named(pair)
    return [(a, b), (b, a)]
