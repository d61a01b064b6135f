"""Places by name, and what lies within what."""

from __future__ import annotations

import pytest

from reconcile.rulebook.gazetteer import gazetteer
from tests.written import BOOK


@pytest.mark.parametrize(
    ("name", "region", "country"),
    [
        ("quezon province", "quezon-province", "philippines"),
        ("nangarhar province", "nangarhar", "afghanistan"),
        ("zamfara", "zamfara", "nigeria"),
        ("province of izmir", "izmir-province", "turkey"),
    ],
)
def test_regions_of_the_world_are_known_and_lie_in_their_country(name: str, region: str, country: str) -> None:
    assert [place.id for place in gazetteer(BOOK).named(name)] == [region]
    assert gazetteer(BOOK).contains(country, region)


def test_towns_lie_in_their_region() -> None:
    assert gazetteer(BOOK).contains("izmir-province", "menderes")
    assert not gazetteer(BOOK).contains("izmir-province", "ankara")


def test_a_region_that_is_called_like_a_town_is_known_by_its_sort_alone() -> None:
    assert "izmir-province" not in {place.id for place in gazetteer(BOOK).named("izmir")}
