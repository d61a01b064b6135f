"""Actors, places and terms: an id, or the words of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.kinds import KINDS, named, term

IDS = st.from_regex(r"[a-z0-9][a-z0-9.\-]*", fullmatch=True)


@given(IDS)
def test_an_id_reads_as_itself(text: str) -> None:
    assert str(named.parse(text)) == str(term.parse(text)) == text
    assert named.parse(text).known


@given(st.text(min_size=1).filter(lambda words: words.split()))
def test_words_of_a_text_read_as_the_name_that_they_spell(words: str) -> None:
    value = named.by_words(words)
    assert named.parse(str(value)) == value
    assert not value.known
    assert value.words == " ".join(words.split())


@given(st.text(max_size=12))
def test_a_text_that_spells_a_value_is_the_spelling_of_it(text: str) -> None:
    for parse in (named.parse, term.parse):
        try:
            assert str(parse(text)) == text
        except ValueError:
            continue


@pytest.mark.parametrize(
    "text", ["", "name:", "name: ", "name: A", "name:A ", "name:A  B", "Is-Khorasan", "is khorasan", "-a"]
)
def test_what_is_no_name_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        named.parse(text)


@pytest.mark.parametrize("text", ["", "name:bomb", "Bomb", "car bomb", "-a", "."])
def test_what_is_no_term_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="no term"):
        term.parse(text)


def test_an_id_as_words() -> None:
    assert named.parse("is-khorasan").words == "is khorasan"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("count", "133+"), ("date", "2024-03-22"), ("actor", "is-khorasan"), ("place", "name:Crocus City Hall"),
        ("term", "explosive"),
    ],
)  # fmt: skip
def test_every_kind_of_the_contract_reads_its_spelling(kind: str, text: str) -> None:
    assert str(KINDS[kind].parse(text)) == text


def test_the_kinds_are_those_of_the_contract() -> None:
    assert sorted(KINDS) == ["actor", "count", "date", "place", "term"]
