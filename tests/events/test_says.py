"""What each article, taken alone, gives as the answer."""

from __future__ import annotations

import pytest

from reconcile.events.says import saying
from reconcile.model import Claim
from tests.resolve.table import BOOK, says


def answers(*claims: Claim) -> list[str]:
    return [str(claims[n].value) for n in sorted(saying(claims, BOOK))]


def one(fact: str, value: str, start: int = 0, **fields: str) -> Claim:
    return says("a.txt", fact, value, start=start, **fields)


def test_the_first_total_is_the_answer_and_parts_and_increments_are_none() -> None:
    assert answers(
        one("death_toll", "3", role="part"), one("death_toll", "2", role="increment"), one("death_toll", "12"),
        one("death_toll", "14"), one("death_toll", "900", role="background"),
    ) == ["12"]  # fmt: skip


def test_no_casualties_elsewhere_do_not_outrank_a_death() -> None:
    assert answers(one("death_toll", "1"), one("death_toll", "0", start=9)) == ["1"]


def test_a_round_bound_gives_way_to_the_exact_figure_that_fills_it() -> None:
    assert answers(one("death_toll", "24+"), one("death_toll", "49", start=9)) == ["49"]
    assert answers(one("death_toll", ">40"), one("death_toll", "49", start=9)) == ["49"]
    assert answers(one("death_toll", "15+"), one("death_toll", "49", start=9)) == ["15+"]
    assert answers(one("death_toll", "200+"), one("death_toll", "49", start=9)) == ["200+"]


@pytest.mark.parametrize("stance", ["possible", "reported"])
def test_what_it_stands_by_goes_before_what_is_feared_or_hearsay(stance: str) -> None:
    assert answers(one("death_toll", "30", stance=stance), one("death_toll", "12", start=9)) == ["12"]
    assert answers(one("death_toll", "30", stance=stance)) == ["30"]


def test_a_denied_figure_is_no_answer() -> None:
    assert answers(one("death_toll", "30", stance="denied")) == []


def test_figures_of_two_named_speakers_are_both_answers() -> None:
    assert answers(
        one("death_toll", "12", speaker="russia"), one("death_toll", "20", start=9, speaker="ukraine")
    ) == ["12", "20"]  # fmt: skip
    assert answers(one("death_toll", "12"), one("death_toll", "20", start=9, speaker="ukraine")) == ["12"]


def test_the_date_that_states_most_is_the_answer() -> None:
    assert answers(
        one("event_date", "XXXX-XX-XX"), one("event_date", "2024-03", 9), one("event_date", "2024-03-22", 19)
    ) == ["2024-03-22"]


def test_whom_others_accuse_is_not_what_the_article_says() -> None:
    assert answers(one("perpetrator", "ukraine", stance="accused", speaker="russia")) == []
    assert answers(one("perpetrator", "name:gunmen"), one("perpetrator", "is-khorasan", 9, stance="claimed")) == [
        "is-khorasan"
    ]


def test_every_weapon_is_an_answer_once() -> None:
    assert answers(one("weapon", "firearm"), one("weapon", "explosive", 9), one("weapon", "firearm", 19)) == [
        "firearm", "explosive",
    ]  # fmt: skip


def test_every_speaker_has_one_attribution() -> None:
    assert answers(
        one("attribution", "islamic-state", speaker="france", stance="accused"),
        one("attribution", "ukraine", 9, speaker="russia", stance="accused"),
        one("attribution", "name:radicals", 19, speaker="russia", stance="accused"),
    ) == ["islamic-state", "ukraine"]  # fmt: skip


def test_nothing_claimed_nothing_said() -> None:
    assert saying((), BOOK) == set()


def test_a_lower_bound_gives_way_to_an_exact_figure_not_far_above_it() -> None:
    assert answers(one("injured", "3+"), one("injured", "5", start=9)) == ["5"]
    assert answers(one("injured", "3+"), one("injured", "40", start=9)) == ["3+"]
    assert answers(one("injured", "1+"), one("injured", "1", start=9)) == ["1+"]
