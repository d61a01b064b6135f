"""Sentences: what ends one, what does not, and that any text at all is covered in order and in linear time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.rulebook import shipped
from reconcile.rulebook.decode import decode
from reconcile.rulebook.language.sentences import SentenceWords
from reconcile.text.sentences import sentences

WORDS = decode(SentenceWords, shipped() / "languages/en/sentences.toml", "rules/languages/en/sentences.toml")


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, WORDS)]


@pytest.mark.parametrize(
    "text",
    [
        "Gov. Ana Reyes met Lt. Col. J. T. Ward of the U.S. Army on Jan. 5.",
        "The blast at 9 a.m. Monday hurt No. 4 worker Mr. Obi of Hill & Sons Ltd. near St. Mary's.",
        "Damage came to $3.5 million, or 2.75 percent, the firm said.",
        "The mayor paused ... and then left.",
        '"Who did this?" asked the driver.',
        "“Run!” he shouted.",
        "See www.harbour.example.com/News.Today for the list.",
        "The U.S.Army unit returned to Ft. Lauderdale, Fla. (Newswire) on Tuesday.",
        "It hit Washington, D.C. residents hardest.",
    ],
)
def test_a_stop_that_belongs_to_a_word_ends_no_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Six died. Nine were hurt!", ["Six died.", "Nine were hurt!"]),
        ("He lives in the U.S. The rest of them do not.", ["He lives in the U.S.", "The rest of them do not."]),
        ("It began at 3 p.m. Police came at four.", ["It began at 3 p.m.", "Police came at four."]),
        ("“We are safe.” The line went dead.", ["“We are safe.”", "The line went dead."]),
        ("They waited (for hours.) Nobody came.", ["They waited (for hours.)", "Nobody came."]),
        ("The answer was no. 12 people left.", ["The answer was no. 12 people left."]),
        ("It was a near miss. Smith drove on.", ["It was a near miss.", "Smith drove on."]),
        ("Help came late... The bridge was gone.", ["Help came late...", "The bridge was gone."]),
    ],
)
def test_a_stop_before_a_new_beginning_ends_a_sentence(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_paragraphs_glued_together_are_parted() -> None:
    assert split("They revised their strategies.Greater care followed.") == [
        "They revised their strategies.",
        "Greater care followed.",
    ]


def test_a_heading_without_a_stop_is_a_sentence_of_its_own() -> None:
    assert split("A new threat\n\nThe ferry sank. All were saved.") == [
        "A new threat",
        "The ferry sank.",
        "All were saved.",
    ]
    assert split("A new threat\nThe ferry sank.") == ["A new threat", "The ferry sank."]


def test_hard_wrapped_lines_are_read_on_and_indented_ones_begin_a_paragraph() -> None:
    text = (
        "THE GARRISON COMMAND REPORTED THAT ABOUT FIFTY VILLAGERS WERE TAKEN FROM\n"
        "THEIR HOMES IN THE NORTHERN DEPARTMENT ON TUESDAY NIGHT BY ARMED MEN WHO\n"
        "CAME IN TWO TRUCKS.  NOBODY WAS HURT.\n"
        "   MEANWHILE, A BRIDGE OVER THE RIVER WAS CLOSED TO ALL TRAFFIC, BECAUSE\n"
        "OF THE FLOOD.\n"
    )
    assert [" ".join(part.split()) for part in split(text)] == [
        "THE GARRISON COMMAND REPORTED THAT ABOUT FIFTY VILLAGERS WERE TAKEN FROM THEIR HOMES IN THE NORTHERN "
        "DEPARTMENT ON TUESDAY NIGHT BY ARMED MEN WHO CAME IN TWO TRUCKS.",
        "NOBODY WAS HURT.",
        "MEANWHILE, A BRIDGE OVER THE RIVER WAS CLOSED TO ALL TRAFFIC, BECAUSE OF THE FLOOD.",
    ]


def test_offsets_count_from_the_text_even_when_reading_begins_later() -> None:
    text = "Title here\n\nOne came. Two left."
    assert [(s.start, s.end) for s in sentences(text, WORDS, 12)] == [(12, 21), (22, 31)]
    assert sentences(" \n ", WORDS) == []


@given(st.text(alphabet=st.sampled_from(list("aB .!?…\"”“'’)(\n\t0é\u00a0U.S"))) | st.text())
def test_spans_are_ordered_and_cover_everything_but_space(text: str) -> None:
    spans = sentences(text, WORDS)
    covered = [False] * len(text)
    for earlier, later in pairwise(spans):
        assert earlier.end <= later.start
    for span in spans:
        assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
        covered[span.start : span.end] = [True] * (span.end - span.start)
    assert all(inside or char.isspace() for inside, char in zip(covered, text, strict=True))


@pytest.mark.parametrize(
    "piece",
    ["....", " ", '"', '."', ".A", 'a."A', "\n", "a\n", "aa.Bb", "U.S. ", "No. 1. ", ". ", '"“(', "x" * 60 + "\n"],
)
def test_time_grows_with_the_text_and_no_further(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    sentences(text, WORDS)
    assert time.process_time() - started < 3


@pytest.mark.parametrize("word", ["killed ", "killed  \t", "("])
def test_what_nobody_would_write_as_one_sentence_is_cut_between_words(word: str) -> None:
    text = word * 9000
    spans = sentences(text, WORDS)
    assert max(span.end - span.start for span in spans) <= 4000
    pieces = [text[span.start : span.end] for span in spans]
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(piece.startswith(word.strip()) and piece.endswith(word.strip()) for piece in pieces)
