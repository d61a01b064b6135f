"""Patterns: RE2's syntax, linear time, character offsets."""

from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.text.pattern import Pattern, compiled, one_of

WORDS = st.lists(st.text(alphabet=st.sampled_from("ab .$(é"), min_size=1, max_size=4), min_size=1, max_size=5)


@pytest.mark.parametrize("pattern", ["(", "a{2,1}", r"(?=a)", r"(a)\1", "[b-a]", "a{1,5000}"])
def test_what_is_no_pattern_is_an_error_in_words(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        compiled(pattern)


def test_offsets_are_characters_in_any_script() -> None:
    text = "💥 Москва: 12 killed"
    match = compiled("[0-9]+").search(text)
    assert match is not None
    assert text[match.start() : match.end()] == match.group() == "12"


@given(WORDS)
def test_one_of_takes_every_phrase_literally_and_whole(phrases: list[str]) -> None:
    pattern = compiled(one_of(phrases))
    for phrase in phrases:
        assert pattern.fullmatch(phrase)


def test_the_longest_phrase_goes_first() -> None:
    match = compiled(one_of(["a", "a few", "a few of"])).search("a few of them")
    assert match is not None
    assert match.group() == "a few of"


def test_no_phrases_match_nothing_but_the_empty_word() -> None:
    assert compiled(one_of([])).fullmatch("a") is None


def test_what_kills_a_backtracking_matcher_does_not_kill_this_one() -> None:
    before = process_time()
    assert compiled(r"([a-z]+ ?)+killed").fullmatch("a" * 50_000 + "!") is None
    assert process_time() - before < 1.0


@pytest.mark.parametrize("pattern", ["[^ ]+ (shot)", r"\b(shot)\b", "[a-z]+ (?:was )?(shot)", ".*(shot)"])
@pytest.mark.parametrize("text", ["x… €5 “was” shot – 3", "三人 shot", "ж shot shot", "\ud800 shot"])
def test_characters_beyond_ascii_count_as_one_each(pattern: str, text: str) -> None:
    spans = [match.span(1) for match in compiled(pattern).finditer(text)]
    assert spans == [match.span(1) for match in re.finditer(pattern, text, re.ASCII)]
    assert all(text[start:end] == "shot" for start, end in spans)


@pytest.mark.parametrize("pattern", ["©|shot", r"\x{a9}", r"\p{So}", "(?i)K"])
def test_patterns_may_tell_characters_beyond_ascii_apart(pattern: str) -> None:
    text = "ж © K shot"
    assert [match.group() for match in compiled(pattern).finditer(text)]


@pytest.mark.parametrize(
    "pattern", [r"a(b)(?:c)(?P<d>e[(]\()", r"(?P<x>[^)(\]]+)(|y)", r"[](](z)", r"[[:alpha:](]+(q)\)", r"\\(a)\[(b)"]
)
def test_groups_are_known_before_the_pattern_is_compiled(pattern: str) -> None:
    known, asked = Pattern(pattern), compiled(pattern)
    asked.search("")
    assert (known.groups, known.groupindex) == (asked._wrapped.groups, asked._wrapped.groupindex)


def test_a_pattern_compiled_later_says_then_what_is_wrong_with_it() -> None:
    pattern = Pattern("(", lambda words: LookupError(f"line 3: {words}"))
    with pytest.raises(LookupError, match=r"line 3: missing"):
        pattern.search("a")
