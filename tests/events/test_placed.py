"""Which of its places an article means."""

from __future__ import annotations

import pytest

from reconcile import article_from_text, pipeline
from tests.written import BOOK


def place(text: str) -> list[str]:
    """What `text` says of where it happened."""
    article = article_from_text(text, id="a", published="2024-05-14")
    return [str(c.value) for c in pipeline.extract([article], BOOK).claims if c.fact == "place" and c.says]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A bus crashed in Peru, killing nine. The bus crashed near Arequipa at noon.", "arequipa"),
        ("Two men were shot on Elm Street. They were shot in Toledo at noon.", "toledo"),
        ("Nine died in a raid in Saxony. They were killed in Alt Elmbruch.", "name:Alt Elmbruch"),
    ],
)
def test_the_town_is_meant_and_neither_what_is_around_it_nor_a_street_of_it(text: str, where: str) -> None:
    assert place(text) == [where]


def test_a_village_far_from_a_region_may_be_elsewhere() -> None:
    text = "Nine people died in a raid in Saxony. " + "The day was calm. " * 15
    assert place(text + "Fires were seen and a house burned in Alt Elmbruch.") == ["saxony"]
