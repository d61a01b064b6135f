"""Some of a whole, as one group that knows its whole."""

from __future__ import annotations

import time

import pytest

from reconcile.extract.matching.mask import Masked, mask
from reconcile.extract.matching.slots import Slot
from reconcile.extract.people.counts import find_counts
from reconcile.extract.people.groups import grouped
from reconcile.extract.people.wholes import with_wholes
from reconcile.kinds.count import Count
from reconcile.rulebook import load
from reconcile.text.fold import fold

ENGLISH = load().languages["en"]


def read(text: str) -> Masked:
    folded = fold(text)
    counts = [
        Slot("count", m.start, m.end, count=m.value)
        for m in find_counts(folded, ENGLISH.numbers)
        if isinstance(m.value, Count)
    ]
    people = grouped(mask(folded, 0, len(folded), counts), ENGLISH.people)
    return with_wholes(people, ENGLISH.people, ENGLISH.numbers)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Three of the 40 passengers fell.", "3"),
        ("At least three of the plane's 40 passengers fell.", "3+"),
        ("Half of the 40 passengers fell.", "~20"),
        ("Half the 40 passengers fell.", "~20"),
        ("More than half of the 40 passengers fell.", ">20"),
        ("Two thirds of its 90 passengers fell.", "~60"),
        ("One in four of the 40 passengers fell.", "~10"),
        ("Most of the 40 aboard fell.", ">20"),
        ("None of the 40 passengers fell.", "0"),
        ("All but three of the 40 passengers fell.", "37"),
    ],
)
def test_some_of_a_whole_are_so_many_of_them(text: str, count: str) -> None:
    (slot,) = [slot for slot in read(text).slots.values() if slot.whole]
    assert str(slot.count) == count
    assert str(slot.whole) in ("40", "90")
    assert text[slot.start :].startswith(text.split(" fell", maxsplit=1)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Three of the 40 people killed were nurses.",
        "Three of the 40 houses fell.",
        "All of the 40 passengers fell.",
        "Forty of the 12 passengers fell.",
        "A third of the town fell.",
    ],
)
def test_what_is_told_of_the_whole_leaves_it_alone(text: str) -> None:
    assert not [slot for slot in read(text).slots.values() if slot.whole]


def test_the_words_of_a_share_are_no_figure() -> None:
    assert find_counts("two thirds of the town and one in five of the shops", ENGLISH.numbers) == []


@pytest.mark.parametrize(
    "piece", ["three of the ", "half of the 40 men of the ", "more than ", "all but 3 of the 4 men "]
)
def test_hostile_text_is_read_in_time(piece: str) -> None:
    before = time.perf_counter()
    read(piece * 400)
    assert time.perf_counter() - before < 2
