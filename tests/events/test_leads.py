"""Deaths of which an article would have told first."""

from __future__ import annotations

import pytest

from reconcile.model import Claim, Span
from reconcile.pipeline import extract
from tests.resolve.table import BOOK
from tests.written import written

TITLE = "Four hurt in Leeds shooting"
LONG = "The street was closed for hours while officers looked for casings between the cars. " * 6
LATE = "In the spring a clerk was killed at the corner."


def deaths(text: str, title: str) -> list[Claim]:
    article = written("a.txt", f"{title}\n\n{text}", title=title, title_span=Span(0, len(title)))
    return [c for c in extract([article], BOOK).claims if c.fact == "death_toll"]


def test_a_death_far_behind_a_title_that_tells_of_hurt_alone_is_of_another_happening() -> None:
    (death,) = deaths(f"Four people were hurt in Leeds. {LONG}{LATE}", TITLE)
    assert (death.role, death.says) == ("background", False)
    assert any("begins with those hurt" in step for step in death.steps)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Four people were hurt in Leeds. {LATE}", TITLE),  # at once
        (f"Four people were hurt in the deadly row. {LONG}{LATE}", TITLE),  # and announced
        (f"A woman was hurt in Leeds. {LONG}{LATE}", "Woman hurt in Leeds shooting"),  # one who may have died
        (f"The street was closed. {LONG}{LATE}", "Street closed in Leeds"),
    ],
)
def test_any_other_death_is_the_articles_own(text: str, title: str) -> None:
    assert [death.role for death in deaths(text, title)] == ["total"]
