"""Parts of a figure that stand with it.

In: a total and the masked sentence behind it. Out: claims with the role `part`.

"Two men and a woman" is a total of 3 with parts of 2 and 1; "12 people, including three children" a total of 12 with
one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from reconcile.extract.matching.mask import Masked
from reconcile.extract.matching.slots import ASKED, CHARS, Slot
from reconcile.model import Claim
from reconcile.rulebook import Rulebook
from reconcile.text.pattern import Pattern, compiled, one_of

_FIGURES = "".join(CHARS[sort] for sort in ASKED["count"])
_BEHIND = 40  # characters behind a wording in which "including" may stand
LISTED = "part: one of a list that is summed"


def listed(claim: Claim, slot: Slot, text: str) -> Iterator[Claim]:
    """The members of a list that was summed."""
    for part in slot.parts:
        yield from _part(claim, part, LISTED, text)


def included(claim: Claim, masked: Masked, end: int, text: str, book: Rulebook, language: str) -> Iterator[Claim]:
    """What "including" brings in behind a wording that ends at `end`, in the same clause."""
    match = _pattern(book, language).match(masked.text[end:])
    slot = masked.slots[end + match.end() - 1] if match else None
    if match and slot is not None and slot.count is not None:
        why = f"part: it follows {str(match.group(1))!r}"
        for part in slot.parts or (slot,):
            yield from _part(claim, part, why, text)


def with_attackers(masked: Masked, start: int, end: int, book: Rulebook, language: str) -> bool:
    """Whether the wording `[start, end)`, or "including" right behind it, brings the attackers in: "9 people,
    including the gunman"."""
    return _attackers(book, language).search(masked.text[start : end + _BEHIND]) is not None


@lru_cache(maxsize=8)
def _attackers(book: Rulebook, language: str) -> Pattern:
    cues = one_of(book.languages[language].people.around.part_before)
    return compiled(rf"\b{cues} {CHARS['attackers']}")


@lru_cache(maxsize=8)
def _pattern(book: Rulebook, language: str) -> Pattern:
    cues = one_of(book.languages[language].people.around.part_before)
    return compiled(rf"(?: [^ .,;:!?]+){{0,6}}?,? ({cues})(?: the| were| at least)? [{_FIGURES}]")


def _part(claim: Claim, part: Slot, why: str, text: str) -> Iterator[Claim]:
    if part.count is not None:
        member = replace(claim, value=part.count, role="part", counted=part.counted, steps=(*part.steps, why))
        yield replace(member, start=part.start, end=part.end, quote=text[part.start : part.end])
