"""Sightings: where a text speaks of a happening, of which sort, and which places, days and parties are tied to it."""

from __future__ import annotations

import pytest

from reconcile.extract import draft
from reconcile.extract.sightings import event_nouns
from reconcile.model import Sighting
from tests.written import BOOK, written


def sightings(text: str) -> tuple[Sighting, ...]:
    return draft(written("a.txt", text, published="2024-03-28"), BOOK).sightings


def only(text: str) -> Sighting:
    (sighting,) = sightings(text)
    return sighting


def test_the_words_of_a_sighting_are_its_noun() -> None:
    text = "Nobody saw the ambush coming."
    sighting = only(text)
    assert (text[sighting.start : sighting.end], sighting.type) == ("ambush", "attack")


def test_the_longest_noun_gives_the_type() -> None:
    assert only("The suicide bombing shook the town.").type == "bombing"
    assert only("The bomb explosion shook the town.").type == "explosion"


@pytest.mark.parametrize("text", ["Nothing happened here.", "The attacker was tall.", ""])
def test_a_text_without_such_a_noun_has_none(text: str) -> None:
    assert sightings(text or "No.") == ()


def test_a_place_and_a_day_behind_the_noun_are_tied_to_it() -> None:
    sighting = only("The strike on Kabul on March 4 lasted an hour.")
    assert [str(place) for place in sighting.places] == ["kabul"]
    assert [str(mention.value) for mention in sighting.dates] == ["2024-03-04"]


def test_a_place_and_a_day_before_the_noun_are_tied_to_it() -> None:
    assert [str(place) for place in only("After the Kabul bombing schools closed.").places] == ["kabul"]
    assert [str(m.value) for m in only("The March 4 raid failed.").dates] == ["2024-03-04"]


def test_the_day_with_which_a_sentence_begins_is_tied_to_its_first_happening() -> None:
    assert [str(m.value) for m in only("In 1999 a quake levelled the town.").dates] == ["1999"]
    first, second = sightings("In 1999 a quake followed the earlier flood.")
    assert len(first.dates) == 1
    assert second.dates == ()


def test_a_party_at_the_noun_is_tied_to_it() -> None:
    assert only("The Hezbollah raid failed.").actors == ("hezbollah",)


def test_what_stands_behind_a_verb_is_not_tied() -> None:
    assert only("The raid was condemned in Kabul on March 4.").places == ()


def test_what_stands_in_the_next_clause_is_not_tied() -> None:
    assert only("The raid failed, and Kabul was calm.").places == ()


def test_each_happening_of_a_sentence_is_a_sighting_with_its_own_place() -> None:
    first, second = sightings("The bombing in Kabul and the shooting in Lahore shocked many.")
    assert [str(place) for place in first.places] == ["kabul"]
    assert [str(place) for place in second.places] == ["lahore"]


def test_a_plural_noun_says_so() -> None:
    assert only("The bombings went on.").plural
    assert not only("The bombing went on.").plural


@pytest.mark.parametrize("cue", ["another", "a previous", "the deadliest since the"])
def test_a_cue_before_the_noun_tells_another_happening(cue: str) -> None:
    assert only(f"It was {cue} bombing.").other


@pytest.mark.parametrize("words", ["Another 12 people were hurt in", "Another 12 dead in", "Several people died in"])
def test_more_people_are_of_the_same_happening(words: str) -> None:
    found = only(f"{words} the bombing.")
    assert (found.other, found.distinct) == (False, False)


def test_more_people_of_a_similar_happening_are_of_that() -> None:
    assert only("Another 12 people were hurt in a similar bombing.").other


def test_every_noun_of_the_rules_is_found_as_its_type() -> None:
    nouns = event_nouns(BOOK, "en")
    for noun, (type_, plural) in nouns.types.items():
        match = nouns.pattern.search(f"and {noun}, so")
        assert match is not None
        assert match.group() == noun
        assert nouns.types[noun] == (type_, plural)
