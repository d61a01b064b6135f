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
