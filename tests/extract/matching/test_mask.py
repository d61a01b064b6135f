"""Masked sentences: every character leads back to the article, every slot is one character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract.matching.mask import Masked, mask, regroup
from reconcile.extract.matching.slots import CHARS, SORTS, Slot

SORT_NAMES = st.sampled_from(sorted(CHARS))


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, int, int, list[Slot]]:
    """A folded text, the bounds of a sentence in it, and sorted slots inside those that do not overlap."""
    text = draw(st.text(alphabet=st.sampled_from("ab .,-"), max_size=40))
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    start = edges[0] if edges else 0
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    return text, start, len(text), [Slot(draw(SORT_NAMES), a, b) for a, b in pairs]


@given(sentences())
def test_every_position_leads_back_to_its_stretch(given_: tuple[str, int, int, list[Slot]]) -> None:
    text, start, end, slots = given_
    masked = mask(text, start, end, slots)
    assert sorted((s.start, s.end) for s in masked.slots.values()) == [(s.start, s.end) for s in slots]
    for at, char in enumerate(masked.text):
        stretch = text[slice(*masked.stretch(at))]
        slot = masked.slots.get(at)
        assert (SORTS[char], stretch) == (slot.sort, text[slot.start : slot.end]) if slot else stretch == char


@given(sentences())
def test_white_space_runs_are_one_space(given_: tuple[str, int, int, list[Slot]]) -> None:
    text, start, end, slots = given_
    between = mask(text, start, end, slots).text
    assert "  " not in between


@given(sentences())
def test_a_span_is_that_of_its_words_without_the_spaces_around(given_: tuple[str, int, int, list[Slot]]) -> None:
    text, start, end, slots = given_
    masked = mask(text, start, end, slots)
    if not masked.text.strip(" "):
        return
    first, last = masked.span(0, len(masked.text))
    assert start <= first < last <= end or any(s.start == s.end for s in slots)
    assert text[first:last].strip(" ") == text[start:end].strip(" ")


def test_slots_and_words_of_a_sentence() -> None:
    text = "at least 12 people  were killed in mosul"
    masked = mask(text, 0, len(text), [Slot("people", 0, 18), Slot("place", 35, 40)])
    assert masked.text == f"{CHARS['people']} were killed in {CHARS['place']}"
    assert masked.span(2, 13) == (20, 31)
    assert masked.span(0, 1) == (0, 18)
    assert masked.at(20) == 2
    assert masked.at(99) == len(masked.text)


def test_a_sentence_in_the_middle_keeps_the_offsets_of_the_article() -> None:
    text = "one. two mosul. three"
    masked = mask(text, 5, 15, [Slot("place", 9, 14)])
    assert masked.text == f"two {CHARS['place']}."
    assert masked.span(0, len(masked.text)) == (5, 15)


def test_regrouping_makes_one_slot_of_several_and_moves_the_others() -> None:
    text = "two men and a woman died in mosul"
    masked = mask(text, 0, len(text), [Slot("people", 0, 7), Slot("people", 12, 19), Slot("place", 28, 33)])
    whole = Slot("people", 0, 19)
    again = regroup(masked, [(0, masked.text.index(" died"), whole)])
    assert again.text == f"{CHARS['people']} died in {CHARS['place']}"
    assert again.slots[0] is whole
    assert again.span(0, 1) == (0, 19)
    assert again.slots[len(again.text) - 1].sort == "place"


@given(sentences())
def test_regrouping_nothing_changes_nothing(given_: tuple[str, int, int, list[Slot]]) -> None:
    masked = mask(*given_)
    same = regroup(masked, [])
    assert (same.text, same.slots) == (masked.text, masked.slots)
    assert all(same.stretch(at) == masked.stretch(at) for at in range(len(masked.text)))
    assert isinstance(same, Masked)
