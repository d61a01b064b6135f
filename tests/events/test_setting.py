"""The country that an article is set in stands in where no wording says where it happened."""

from __future__ import annotations

import time

from reconcile.model import Claim
from tests.written import reported, written

DATELINE = "QUITO, 4 May 1991 (ABC) -- "
UNPLACED = "Unidentified men shot and killed a union leader on Friday. Many Ecuadoran newspapers condemned the crime."


def places(text: str) -> list[Claim]:
    return [claim for claim in reported([written("a.txt", text)]).claims if claim.fact == "place"]


def test_dateline_and_adjective_make_the_country_a_possible_answer() -> None:
    (place,) = places(DATELINE + UNPLACED)
    assert (str(place.value), place.stance, place.says, place.quote) == ("ecuador", "possible", True, "Ecuadoran")
    assert place.rule == "facts/place/fact.toml#setting"


def test_a_stated_place_needs_no_country() -> None:
    found = places(DATELINE + "A bomb killed a union leader in Guayaquil. The Ecuadoran government condemned it.")
    assert [(str(place.value), place.stance) for place in found] == [("guayaquil", "asserted")]


def test_two_countries_with_as_much_for_them_leave_it_open() -> None:
    assert places("Armed men shot and killed a Peruvian trader and a Bolivian trader on Friday.") == []


def test_an_article_without_harm_has_no_possible_place() -> None:
    assert places(DATELINE + "The Ecuadoran government met on Friday to speak about prices.") == []


def test_the_possible_country_contradicts_no_stated_place() -> None:
    elsewhere = "Unidentified men shot and killed a union leader in Trujillo, Peru, on Friday."
    report = reported([written("a.txt", DATELINE + UNPLACED), written("b.txt", elsewhere)])
    assert all(f.status != "conflict" for f in report.findings if f.fact == "place")


def test_what_is_only_possible_is_printed_so() -> None:
    report = reported([written("a.txt", DATELINE + UNPLACED)])
    (finding,) = (f for f in report.findings if f.fact == "place")
    assert finding.wording == "It may have happened in Ecuador."


def test_another_happening_without_a_place_may_have_been_in_that_country_too() -> None:
    found = places(DATELINE + "A bomb killed a clerk in Guayaquil.\nIn another attack gunmen killed two guards.")
    assert {(str(place.value), place.stance, place.says) for place in found} == {
        ("guayaquil", "asserted", True),
        ("ecuador", "possible", False),
    }


def test_blank_lines_before_the_body_are_passed_over_once() -> None:
    text = "\n" * 50_000 + "A bomb fell in Baghdad, Iraq. " * 400
    before = time.perf_counter()
    places(text)
    assert time.perf_counter() - before < 1.5
