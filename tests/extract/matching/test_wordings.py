"""Wording rules: what a pattern may ask for, what fires, what an exception takes back, and where a bad rule stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.errors import RuleError
from reconcile.extract import draft
from reconcile.extract.matching.wordings import rules_for
from reconcile.rulebook import Rulebook, load
from tests.written import BOOK, written


def laid_over(tmp_path: Path, pattern: str, fact: str = "weapon", words: str = "", more: str = "") -> Rulebook:
    """The shipped rules with one further pattern of `fact`, whose id is "mine"."""
    path = tmp_path / "mine" / "facts" / fact / "en.toml"
    path.parent.mkdir(parents=True)
    lists = "knife = ['knife', 'knives']\naxe = ['axe', 'axes']" if fact == "weapon" else ""
    text = f"[words]\n{words}\n{lists}\n[[pattern]]\nid = 'mine'\n{pattern}\n{more}\n"
    path.write_text(text, encoding="utf-8")
    return load([tmp_path / "mine"])


def mine(book: Rulebook, text: str, fact: str) -> list[str]:
    """The values of the claims that "mine" makes of `text`, each with stance and speaker where it has them."""
    made = (c for c in draft(written("a.txt", text), book).claims if c.fact == fact and c.rule.endswith("#mine"))
    return [" ".join(filter(None, [str(c.value), c.stance * (c.stance != "asserted"), c.speaker])) for c in made]


def test_the_shipped_rules_are_made_ready() -> None:
    names = [rule.name for rule in rules_for(BOOK, "en").rules]
    assert len(names) == len(set(names))
    assert {name.split("/")[1] for name in names} == {fact for fact, language in BOOK.wordings if language == "en"}


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("match = 'with {slingshot}'", "unknown slot or word list {slingshot}"),
        ("match = 'with ({term}'", "not a pattern"),
        ("match = 'with (?=x){term}'", "not a pattern"),
        ("match = 'with a knife'", "no slot gives a value"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_located(tmp_path: Path, pattern: str, fault: str) -> None:
    with pytest.raises(RuleError) as raised:
        rules_for(laid_over(tmp_path, pattern), "en")
    where, _, what = str(raised.value).partition(" ")
    assert where == "mine/facts/weapon/en.toml:7:1:"
    assert fault in what


@pytest.mark.parametrize("key", ["also = ['wepon']", "also = ['death_toll']", "less = 'wepon'"])
def test_a_fact_that_a_pattern_names_must_be_one_of_its_kind(tmp_path: Path, key: str) -> None:
    with pytest.raises(RuleError, match=r"mine/facts/weapon/en\.toml:8:1: '\w+' is no term: weapon"):
        rules_for(laid_over(tmp_path, f"match = 'with {{term}}'\n{key}"), "en")


def test_a_word_list_stands_for_each_of_its_phrases(tmp_path: Path) -> None:
    book = laid_over(tmp_path, "match = '{flung} {term}'", words='flung = ["flung", "let fly with"]')
    assert mine(book, "The boys flung knives. Others let fly with axes.", "weapon") == ["knife", "axe"]


def test_a_part_is_put_in_wherever_a_pattern_asks_for_it(tmp_path: Path) -> None:
    more = "[parts]\nblow = '(?:struck|hit){hard}'\nhard = '(?: hard)?'"
    book = laid_over(tmp_path, "match = '{blow} with an? {term}'", more=more)
    assert mine(book, "He was hit hard with a knife and struck with an axe.", "weapon") == ["knife", "axe"]


def test_a_part_that_asks_for_itself_is_located(tmp_path: Path) -> None:
    book = laid_over(tmp_path, "match = '{blow} with {term}'", more="[parts]\nblow = 'hit{blow}'")
    with pytest.raises(RuleError, match=r"unknown slot or word list \{blow\}"):
        rules_for(book, "en")


def test_a_pattern_fires_on_whole_words(tmp_path: Path) -> None:
    book = laid_over(tmp_path, "match = 'flung {term}'")
    assert mine(book, "The girl unflung axes.", "weapon") == []


def test_words_of_a_list_can_be_the_party_itself(tmp_path: Path) -> None:
    book = laid_over(tmp_path, "match = 'trampled by {value:herds}'", "perpetrator", words='herds = ["angry herders"]')
    assert mine(book, "The crop was trampled by angry herders.", "perpetrator") == ["name:angry herders"]


def test_a_labelled_speaker_speaks_the_claim_and_is_no_value(tmp_path: Path) -> None:
    pattern = "match = '{speaker:who} fingered {value:party}'\nstance = 'accused'"
    book = laid_over(tmp_path, pattern, "attribution")
    assert mine(book, "Turkey fingered Hezbollah for it.", "attribution") == ["hezbollah accused turkey"]


def test_two_labelled_speakers_make_a_claim_each(tmp_path: Path) -> None:
    pattern = "match = '{speaker:who} and {speaker_too:who} fingered {value:party}'\nstance = 'accused'"
    found = mine(laid_over(tmp_path, pattern, "attribution"), "Turkey and Qatar fingered Hezbollah.", "attribution")
    assert found == ["hezbollah accused qatar", "hezbollah accused turkey"]


def test_who_speaks_of_itself_is_the_value(tmp_path: Path) -> None:
    book = laid_over(tmp_path, "match = '{speaker:who} washed its hands of'\nstance = 'denied'", "attribution")
    assert mine(book, "Hezbollah washed its hands of the raid.", "attribution") == ["hezbollah denied hezbollah"]


def test_a_rule_is_a_claim_of_the_facts_that_it_names_too(tmp_path: Path) -> None:
    book = laid_over(tmp_path, "match = '{speaker:who} fingered {value:party}'\nalso = ['perpetrator']", "attribution")
    assert mine(book, "Turkey fingered Hezbollah.", "perpetrator") == ["hezbollah turkey"]


def test_what_an_exception_covers_is_no_claim(tmp_path: Path) -> None:
    more = "[[except]]\nmatch = 'toy {term}'\nwhy = 'a toy'"
    book = laid_over(tmp_path, "match = 'flung (?:toy )?{term}'", more=more)
    assert mine(book, "They flung axes.", "weapon") == ["axe"]
    assert mine(book, "They flung toy axes.", "weapon") == []


def test_a_value_that_the_rule_states_needs_no_slot(tmp_path: Path) -> None:
    book = laid_over(tmp_path, "match = 'slit the throat'\nvalue = 'knife'")
    assert mine(book, "They slit the throat.", "weapon") == ["knife"]


def test_the_first_capturing_group_is_the_quote(tmp_path: Path) -> None:
    book = laid_over(tmp_path, "match = 'with (?:great )?({count}) lost'", "death_toll")
    (claim,) = [c for c in draft(written("a.txt", "It sank with 40 lost."), book).claims if c.rule.endswith("#mine")]
    assert claim.quote == "40"


def test_a_noun_of_a_happening_can_name_its_weapon() -> None:
    made = draft(written("a.txt", "A car bombing killed two clerks."), BOOK).claims
    assert [(str(c.value), c.quote) for c in made if c.fact == "weapon"] == [("car-bomb", "car bombing")]


@pytest.mark.parametrize("size", [2_000, 20_000])
def test_a_sentence_without_end_is_read_in_linear_time(size: int) -> None:
    text = "On Monday rebels of the FARC " + "and of the ELN, " * size + "attacked."
    assert draft(written("a.txt", text), BOOK).article.text == text
