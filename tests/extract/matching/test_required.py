"""What a wording cannot do without: nothing is called needed that is not."""

from __future__ import annotations

import pytest

from reconcile.extract.matching.candidates import Candidates, InOrder, tokens_of
from reconcile.extract.matching.required import needs


def spelled(match: str) -> list[str]:
    return ["|".join(sorted(clause)) for clause in needs(match)]


@pytest.mark.parametrize(
    ("match", "needed"),
    [
        ("{count} {killed}", ["{count}", "{killed}"]),
        ("{count}(?: {be})? {killed}", ["{count}", "{killed}"]),
        ("{count} (?:{killed}|{died})", ["{count}", "{died}|{killed}"]),
        ("{count} (?:{killed}|dead|)", ["{count}"]),
        ("(?:{killed} )*{count}", ["{count}"]),
        ("(?:{killed} ){0,3}{count}", ["{count}"]),
        ("(?:{killed} ){1,3}{count}", ["{killed}", "{count}"]),
        ("(?:{killed} )+{count}", ["{killed}", "{count}"]),
        ("{speaker:who} blames {value:party}", ["{who}", "blames", "{party}"]),
        ("[{x}]{count}", ["{count}"]),
        (r"\({count}\)", ["{count}"]),
        ("", []),
        ("a|b|", []),
    ],
)
def test_clauses_of_a_pattern(match: str, needed: list[str]) -> None:
    assert spelled(match) == needed


@pytest.mark.parametrize(
    "match",
    [
        "kill(?:s|ed)",
        "killed*",
        "(?:re)?built",
        "(?:re|well )?built",
        "in(?:side| the) {place}",
        "killed(?:|er) by",
        "un(?:hurt|harmed)",
        "[a-z]+ly",
    ],
)
def test_parts_of_words_are_not_needed_as_words(match: str) -> None:
    members = {member for clause in needs(match) for member in clause}
    assert members.isdisjoint({"kill", "killed", "s", "ed", "built", "re", "un", "hurt", "harmed", "ly", "in"})


LISTS = {"{killed}": ("killed", "shot dead"), "{be}": ("was", "were"), "{dash}": ("--", "then")}
RULES = ["{count}(?: {be})? {killed}", "{killed} in {place}", "blamed on {party}", "{dash} ended"]


@pytest.mark.parametrize(
    ("text", "tried"),
    [
        ("\x02 were killed", [0]),
        ("\x02 killed in \x07", [0, 1]),
        ("killed in \x07 \x02", [1]),
        ("\x02 was blamed on \x06", [2]),
        ("\x06 was blamed on \x02", []),
        ("-- ended", [3]),
        ("nothing of the sort", []),
        ("", []),
    ],
)
def test_a_rule_is_tried_only_where_all_that_it_needs_stands_in_order(text: str, tried: list[int]) -> None:
    assert InOrder([needs(rule) for rule in RULES], LISTS).among(tokens_of(text)) == tried


@pytest.mark.parametrize(
    ("text", "among", "tried"),
    [
        ("\x02 were killed", 0b1111, True),
        ("killed were \x02", 0b1111, True),
        ("killed were \x02", 0b1110, False),
        ("\x06 was blamed on \x02", 0b1111, True),
        ("\x06 was killed", 0b1111, False),
        ("then it ended", 0b1000, True),
    ],
)
def test_a_sentence_is_masked_only_where_all_that_a_rule_needs_may_be(text: str, among: int, *, tried: bool) -> None:
    assert Candidates([needs(rule) for rule in RULES], LISTS).any(frozenset(tokens_of(text)), among) is tried


@pytest.mark.parametrize(
    ("match", "clause"),
    [
        (r"\bdouble[- ]{event}", {"double"}),
        ("{victim}'s (?:[a-z]+ )?(?:death|killing)", {"death", "killing"}),
        ("{kill} (?:him|her)\\b", {"him", "her"}),
        ("{victim} in hospitals?", {"hospital", "hospitals"}),
        ("another(?: one)? {died}", {"another"}),
        ("{event}(?: on {date}|,)? of(?: the| [a-z]+ly){0,3}? {victim}", {"of"}),
        ("(?:no |few )?injuries(?: were| are)? reported", {"injuries"}),
        ("(?:bomb left){far} by {party}", {"left"}),
    ],
)
def test_words_that_signs_slots_or_gaps_set_apart_are_needed(match: str, clause: set[str]) -> None:
    assert frozenset(clause) in needs(match)


@pytest.mark.parametrize(
    "match",
    ["kill(?:s it|ed)", "(?:re|un )?built", "left[- ]?wing", "over(?:[a-z]+)?turned"],
)
def test_parts_of_words_in_groups_are_not_needed(match: str) -> None:
    assert {member for clause in needs(match) for member in clause}.isdisjoint({"s", "ed", "built", "left", "turned"})
