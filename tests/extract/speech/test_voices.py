"""Voices: who says what stands at a place, through which channels, and whether the words deny it."""

from __future__ import annotations

import pytest

from reconcile.extract.names import find_names
from reconcile.extract.speech.voices import Voice, Voices
from reconcile.text.sentences import sentences
from tests.written import BOOK


def voice(text: str, words: str) -> Voice:
    """The voice that speaks `words`, which stand in `text` once."""
    language = BOOK.languages["en"]
    spans = sentences(text, language.sentences, 0)
    start = text.index(words)
    assert text.count(words) == 1
    return Voices(text, spans, find_names(text, BOOK), BOOK, "en").at(start, start + len(words))


def test_what_nobody_is_said_to_say_the_article_says() -> None:
    assert voice("Nine people died in Leeds.", "Nine people") == Voice("", (), "asserted")


@pytest.mark.parametrize(
    "text",
    [
        "Turkey said nine people died.",
        "Nine people died, Turkey said.",
        "According to Turkey, nine people died.",
        "“Nine people died,” said Turkey.",
    ],
)
def test_the_party_that_says_it_speaks_it(text: str) -> None:
    words = "nine people died" if "nine" in text else "Nine people died"
    assert voice(text, words).speaker == "turkey"


def test_a_speaker_ends_with_its_sentence() -> None:
    assert voice("Turkey said nine people died. Three more drowned.", "Three more").speaker == ""


def test_a_place_before_a_colon_says_where_and_not_who() -> None:
    assert voice("Peru: 12 killed in landslide", "12 killed").speaker == ""
    assert voice("Reuters: 12 killed in landslide", "12 killed").speaker == "reuters"


def test_who_denies_it_denies_it() -> None:
    assert voice("Hezbollah denied that it fired the rocket.", "fired the rocket").stance == "denied"


def test_who_is_only_described_speaks_by_the_description() -> None:
    assert voice("A neighbour said nine people died.", "nine people").speaker == "name:neighbour"
    assert voice("Nine people died, senior hospital officials in Leeds said.", "Nine people").speaker == (
        "name:senior hospital officials in Leeds"
    )


def test_the_innermost_speech_speaks_and_the_one_around_it_passes_it_on() -> None:
    found = voice("Reuters reported that Turkey said nine people died.", "nine people")
    assert found.speaker == "turkey"
    assert found.via == ("reuters",)


def test_one_article_can_be_asked_again_and_gives_the_same() -> None:
    text = "Turkey said nine people died.\n\nQatar said two people drowned."
    spans = sentences(text, BOOK.languages["en"].sentences, 0)
    voices = Voices(text, spans, find_names(text, BOOK), BOOK, "en")
    places = [(text.index(words), text.index(words) + len(words)) for words in ("two people", "nine people")]
    first = [voices.at(*place).speaker for place in places]
    assert first == [voices.at(*place).speaker for place in places] == ["qatar", "turkey"]


@pytest.mark.parametrize(
    "text",
    [
        "Reuters quoted a hospital spokesman as saying that nine people died.",
        "A hospital spokesman was quoted by Reuters as saying nine people died.",
        "Reuters, citing a hospital spokesman, said nine people died.",
        "Quoting a hospital spokesman, Reuters reported that nine people died.",
        "It seems that nine people died, Reuters reported on Monday, citing a hospital spokesman.",
        "It seems that nine people died, Reuters quoted a hospital spokesman as saying.",
        "A hospital spokesman told Reuters 40 wards were full and nine people died.",
    ],
)
def test_who_only_passes_it_on_is_a_channel(text: str) -> None:
    assert voice(text, "nine people") == Voice("name:hospital spokesman", ("reuters",))


def test_a_thing_that_is_cited_speaks_for_nobody() -> None:
    assert voice("Kenya said nine people died, citing bad weather.", "nine people").speaker == "kenya"


def test_what_another_says_behind_a_quotation_is_not_passed_on() -> None:
    text = "Reuters quoted the mayor as saying that six people fled, but Kenya said nine people died."
    assert voice(text, "nine people") == Voice("kenya")


def test_single_marks_quote_where_a_comma_or_stop_stands_before_the_last() -> None:
    assert voice("'Nine people died in the mayor's house,' said Omar Hill.", "Nine people").speaker == "name:Omar Hill"
    assert voice("The 'dead' and the 'hurt' were dolls. Nine people died.", "Nine people").speaker == ""


def test_who_follows_a_speaker_of_whom_more_is_told() -> None:
    text = "The fire killed six, according to the Red Cross, which said nine people died later."
    assert voice(text, "nine people").speaker == "red-cross"


@pytest.mark.parametrize(
    ("pronoun", "speaker"), [("She", "Ana Mora"), ("He", "Omar Hill"), ("It", "navy"), ("They", "Omar Hill")]
)
def test_a_pronoun_stands_for_the_last_speaker_that_it_fits(pronoun: str, speaker: str) -> None:
    text = "The navy said it rained. Spokeswoman Ana Mora said it rained. Spokesman Omar Hill said it rained."
    assert voice(f"{text} {pronoun} said nine people died.", "nine people").speaker == f"name:{speaker}"


def test_a_man_is_not_meant_by_it_nor_officials_by_he() -> None:
    assert voice("Mr Hill said ships sank. It said nine people died.", "nine people").speaker == ""
    assert (
        voice("Mr Hill said ships sank. Officials said ships sank. He said nine people died.", "nine people").speaker
        == "name:Hill"
    )


def test_who_puts_a_toll_at_a_figure_says_it() -> None:
    assert voice("Kenya put the death toll from the fire at nine people.", "nine people").speaker == "kenya"
    assert voice("Kenya put the nine people on a bus.", "nine people").speaker == ""
