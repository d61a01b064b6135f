"""Texts in which the words of harm are figures of speech."""

from __future__ import annotations

from reconcile import article_from_text
from reconcile.extract import draft
from reconcile.extract.figurative import figurative
from reconcile.extract.matching.candidates import words_of
from tests.written import BOOK

MATCH = (
    "The Herons slaughtered the Otters 31-7 on Sunday before a record crowd. The quarterback threw three touchdowns in "
    "the first half, and the defense killed off every comeback. Coach Ann Dale said the players had learned from two "
    "lost games."
)
ATTACK = MATCH + " After the match a gunman killed three supporters outside, police said."


def said(text: str) -> list[frozenset[str]]:
    return [words_of(text.lower())]


def test_a_report_of_a_match_is_told_by_its_words() -> None:
    assert figurative(said(MATCH), BOOK, "en")


def test_a_few_such_words_do_not_make_one() -> None:
    assert not figurative(said("The coach and two players were killed when the team bus crashed."), BOOK, "en")


def test_a_text_that_tells_of_harm_in_earnest_is_none() -> None:
    assert not figurative(said(ATTACK), BOOK, "en")


def test_nobody_is_hurt_in_a_report_of_a_match_but_its_day_stands() -> None:
    claims = draft(article_from_text(MATCH, id="a", published="2024-05-13"), BOOK).claims
    assert {claim.fact for claim in claims} <= {"event_date"}


def test_each_of_the_words_is_one_that_a_sentence_can_have() -> None:
    told = {word for sort in BOOK.events["en"].figurative for word in (*sort.words, *sort.unless)}
    assert [word for word in sorted(told) if words_of(word) != {word}] == []
