from __future__ import annotations

import pytest

from tests.written import grouped, written


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Floods killed 20 people across England on Monday.", "england"),
        ("Twenty people died throughout the province of Punjab in Monday's storm.", "punjab"),
        ("Floods killed 20 people in England on Monday.", ""),
        ("Floods killed 20 people in Leeds on Monday. Schools across England were closed.", ""),
        ("Floods killed 20 people in Leeds on Monday; rain fell across England.", ""),
    ],
)
def test_a_figure_is_counted_all_over_the_place_behind_across(text: str, area: str) -> None:
    claims = grouped([written("a.txt", text)]).claims
    assert [claim.area for claim in claims if claim.fact == "death_toll"] == [area]
