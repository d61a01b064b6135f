"""How far apart two days are said to lie."""

from __future__ import annotations

import pytest

from reconcile import article_from_text
from reconcile.extract import draft
from reconcile.kinds.date import Date
from reconcile.model import Interval
from tests.written import BOOK


def shown(one: Interval, text: str) -> str:
    ends = [
        text[end:].split(maxsplit=1)[0].strip(",.") if isinstance(end, int) else str(end)
        for end in (one.first, one.second)
    ]
    return f"{ends[0]} {one.low}..{one.high} {ends[1]}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The embassy spoke of a danger on March 7, two weeks before the attack.", "2024-03-07 11..17 attack"),
        ("Two weeks before the attack, on March 7, the embassy spoke of a danger.", "2024-03-07 11..17 attack"),
        ("He was freed on March 7, just three days after the blast.", "2024-03-07 -4..-2 blast"),
        ("The blast came a week after a riot in Lima.", "blast -10..-4 riot"),
        ("The blast, which killed two, came two months before the riot.", "blast 45..75 riot"),
        ("Police arrested a man two days after the shooting.", ""),
        ("On March 7 the mayor spoke; she had been elected two weeks before the attack.", ""),
        ("He was born on March 7. Two weeks after the attack he left.", ""),
        ("Two weeks before the attack on March 7, the embassy spoke of a danger.", ""),
    ],
)
def test_an_interval_has_both_its_ends(text: str, told: str) -> None:
    article = article_from_text(text, id="a", published="2024-04-02")
    assert "; ".join(shown(one, text) for one in draft(article, BOOK).intervals) == told
    for one in draft(article, BOOK).intervals:
        assert text[one.start : one.end] == one.quote
        assert isinstance(one.first, Date | int)
