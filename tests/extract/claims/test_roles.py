"""Roles: whether a figure is the whole, a part, an addition, or of no single happening."""

from __future__ import annotations

from typing import Any

import pytest

from reconcile.extract.claims.roles import hypothetical, role_of
from reconcile.extract.matching.mask import Masked, mask
from reconcile.extract.matching.slots import Slot
from reconcile.kinds.count import exactly
from tests.written import BOOK


def masked(text: str, **fields: Any) -> tuple[Masked, int, Slot]:
    """A folded sentence in which # stands for a figure."""
    at = text.index("#")
    slot = Slot("people", at, at + 1, **fields)
    return mask(text, 0, len(text), [slot]), at, slot


@pytest.mark.parametrize(
    ("text", "number", "role"),
    [
        ("the war has left # dead", 900, "background"),
        ("in the past four years # have been killed", 30, "background"),
        ("since the offensive began # have died", 30, "background"),
        ("the war claimed #", 1, "total"),
        ("# have been killed", 900, "total"),
    ],
)
def test_what_goes_on_for_long_makes_a_figure_on_several_a_sum(text: str, number: int, role: str) -> None:
    sentence, at, slot = masked(text, count=exactly(number))
    assert role_of(sentence, at, slot, text, BOOK, "en")[0] == role


@pytest.mark.parametrize(("stated", "role"), [(("weekday",), "total"), (("year",), "background")])
def test_what_has_happened_since_a_weekday_is_one_happening(stated: tuple[str, ...], role: str) -> None:
    text = "floods have killed # since @"
    slots = [Slot("people", 19, 20, count=exactly(40)), Slot("date", 27, 28, stated=stated)]
    assert role_of(mask(text, 0, len(text), slots), 19, slots[0], text, BOOK, "en")[0] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the fire killed #", "total"),
        ("the fire killed 12, including #", "part"),
        ("the fire killed 12, among them #", "part"),
        ("the fire killed 12, including at least #", "part"),
        ("among them were many; the fire killed #", "total"),
        ("over the years # have died", "background"),
        ("# people died on average", "background"),
    ],
)
def test_the_words_around_a_figure_give_its_role(text: str, role: str) -> None:
    sentence, at, slot = masked(text)
    found, why, _ = role_of(sentence, at, slot, text, BOOK, "en")
    assert found == role
    assert bool(why) is (role != "total")


def test_what_the_figure_itself_says_goes_first() -> None:
    assert (
        role_of(*masked("over the years # have died", part=True), "over the years # have died", BOOK, "en")[0] == "part"
    )
    assert role_of(*masked("# died", more=True), "# died", BOOK, "en")[0] == "increment"


@pytest.mark.parametrize(
    ("text", "not_real"),
    [
        ("if the bomb had gone off, # would have died", True),
        ("it could have killed #", True),
        ("in a mock raid # were killed", True),
        ("in the military exercise # were killed", False),
        ("the bomb killed #", False),
        ("the bomb killed #, and it could have been worse", False),
    ],
)
def test_what_only_could_have_happened_is_told_by_the_words_before(text: str, not_real: bool) -> None:
    sentence, at, _ = masked(text)
    assert hypothetical(sentence, at, BOOK, "en") is not_real


@pytest.mark.parametrize(
    ("type_", "role"),
    [("explosion", "total"), ("air-strike", "total"), ("shooting", "background")],
)
def test_a_number_of_blasts_is_one_happening_and_of_shootings_is_not(type_: str, role: str) -> None:
    text = "1 * killed #"
    at = text.index("#")
    figure = Slot("people", at, at + 1, count=exactly(12))
    slots = [Slot("count", 0, 1, count=exactly(2)), Slot("event", 2, 3, event=type_, plural=True, noun=type_), figure]
    sentence = mask(text, 0, len(text), slots)
    assert role_of(sentence, sentence.at(at), figure, text, BOOK, "en")[0] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("# died in one of the deadliest crashes in recent years", "total"),
        ("# have died there in recent years", "background"),
        ("# died in the worst crash, and many more in recent years", "background"),
    ],
)
def test_what_outdoes_others_is_one_happening(text: str, role: str) -> None:
    sentence, at, slot = masked(text, count=exactly(79))
    assert role_of(sentence, at, slot, text, BOOK, "en")[0] == role


def test_who_died_on_one_day_or_in_one_place_alone_is_a_part() -> None:
    text = "on 5 alone # were killed"
    at = text.index("#")
    for sort in ("date", "place"):
        figure = Slot("people", at, at + 1, count=exactly(56))
        sentence = mask(text, 0, len(text), [Slot(sort, 3, 4), figure])
        assert role_of(sentence, sentence.at(at), figure, text, BOOK, "en")[0] == "part"
