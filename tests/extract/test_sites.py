"""Places that no list knows in a text in capitals: by the words around them, and by being no ordinary words."""

from __future__ import annotations

import pytest

from reconcile.extract import mentions
from tests.written import BOOK, written


def places(text: str) -> list[str]:
    found = mentions(written("a.txt", text), BOOK)
    return [str(m.value) for m in found if getattr(m, "mention", "") == "place"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("THE REBELS WERE SEEN IN TUXPANGO LAST NIGHT.", "name:TUXPANGO"),
        ("THE REBELS WERE SEEN NEAR LAS GOLONDRINAS LAST NIGHT.", "name:LAS GOLONDRINAS"),
        ("THE REBELS CAME TO THE HAMLET OF SAN EUSTAQUIO DEL\nMONTE LAST NIGHT.", "name:SAN EUSTAQUIO DEL MONTE"),
        ("THE TUXPANGO MUNICIPALITY HAS NO WATER.", "name:TUXPANGO"),
        ("THEY MET AT LAS GOLONDRINAS FARM YESTERDAY.", "name:LAS GOLONDRINAS FARM"),
    ],
)
def test_what_is_no_ordinary_word_is_a_place_where_places_stand(text: str, name: str) -> None:
    assert places(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "THE REBELS WERE SEEN IN UNIFORMS LAST NIGHT.",
        "THEY ARE INVOLVED IN COUNTERINSURGENCY WORK.",
        "TUXPANGO WILL SPEAK TOMORROW.",
        "THEY FOUND IT IN QUIROGA'S HOUSE.",
        "The rebels were seen in tuxpango last night.",
    ],
)
def test_ordinary_words_persons_and_small_letters_are_no_places(text: str) -> None:
    assert places(text) == []


def test_an_unknown_word_goes_on_with_the_name_of_a_known_place() -> None:
    assert places("FIGHTING IN SAN JOSE TUXPANGO, EL SALVADOR, WENT ON.")[0] == "name:SAN JOSE TUXPANGO"


def test_a_car_at_the_end_of_a_sentence_is_no_republic() -> None:
    assert places("THE BOMB WAS HIDDEN INSIDE A CAR. NOBODY SAW IT.") == []
