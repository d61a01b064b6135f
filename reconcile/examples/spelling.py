"""How examples spell claims: `12+ | 3 part`, `is-khorasan claimed`, `ukraine accused by russia`, `none`.

In: such a spelling and claims. Out: whether they fit. A role that is not spelled is `total`, a stance `asserted`; a
speaker counts only where the example names one."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model import Claim
from reconcile.rulebook.spec import ROLES, STANCES

Expected = tuple[str, str, str, str | None]  # value, role, stance, speaker


def matches(spelling: str, claims: Sequence[Claim]) -> bool:
    """Whether `claims`, in text order, are just those that `spelling` lists."""
    expected = parse(spelling)
    return len(expected) == len(claims) and all(_fits(*pair) for pair in zip(expected, claims, strict=True))


def spelled(claims: Sequence[Claim]) -> str:
    """`claims` as an example would spell them, with every speaker."""
    return " | ".join(_spelled(claim) for claim in claims) or "none"


def parse(spelling: str) -> tuple[Expected, ...]:
    """The claims that `spelling` lists.

    >>> parse("12+ | name:two men accused by russia")
    (('12+', 'total', 'asserted', None), ('name:two men', 'total', 'accused', 'russia'))
    """
    return () if spelling.strip() == "none" else tuple(_parse(one.strip()) for one in spelling.split(" | "))


def _parse(one: str) -> Expected:
    words, by, speaker = one.partition(" by ")
    value = words.split(" ")
    role, stance = "total", "asserted"
    while len(value) > 1 and value[-1] in (*ROLES, *STANCES):
        word = value.pop()
        role, stance = (word, stance) if word in ROLES else (role, word)
    return " ".join(value), role, stance, speaker if by else None


def _fits(expected: Expected, claim: Claim) -> bool:
    value, role, stance, speaker = expected
    return (value, role, stance) == (str(claim.value), claim.role, claim.stance) and speaker in (None, claim.speaker)


def _spelled(claim: Claim) -> str:
    words = [str(claim.value)]
    words += [claim.role] * (claim.role != "total") + [claim.stance] * (claim.stance != "asserted")
    return " ".join(words) + (f" by {claim.speaker}" if claim.speaker else "")
