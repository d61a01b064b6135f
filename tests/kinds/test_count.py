from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.kinds.count import Count, Rounding, bounded, covers, exactly, interval, parse, possible_together

ROUNDING = Rounding(share=0.5, least=1, most_share=0.25)
NUMBERS = st.integers(0, 100_000)
COUNTS = st.one_of(
    st.builds(exactly, NUMBERS),
    st.builds(bounded, st.sampled_from(["least", "over", "most", "about"]), NUMBERS),
    st.builds(lambda n: bounded("under", n + 1), NUMBERS),
    st.builds(lambda n, width: bounded("range", n, n + width + 1), NUMBERS, NUMBERS),
)


@given(COUNTS)
def test_what_a_count_is_spelled_as_reads_as_that_count(value: Count) -> None:
    assert parse(str(value)) == value


@given(st.text(max_size=12))
def test_a_text_that_spells_a_count_is_the_spelling_of_it(text: str) -> None:
    try:
        value = parse(text)
    except ValueError:
        return
    assert str(value) == text


@pytest.mark.parametrize("text", ["", "-1", "012", "25..20", "20..20", "<0", "+12", "12 +", "~", "1,000", "12.5", "٣"])
def test_no_count_is_an_error_that_shows_what_one_looks_like(text: str) -> None:
    with pytest.raises(ValueError, match="count"):
        parse(text)


@pytest.mark.parametrize(
    ("spelled", "low", "high"),
    [("12", 12, 12), ("12+", 12, None), (">12", 13, None), ("<=12", 0, 12), ("<12", 0, 11), ("20..25", 20, 25)],
)
def test_bounds_are_the_smallest_and_the_largest_number_allowed(spelled: str, low: int, high: int | None) -> None:
    assert (parse(spelled).low, parse(spelled).high) == (low, high)


@pytest.mark.parametrize(
    ("spelled", "granule"), [("130", 10), ("200", 100), ("137", 1), ("0", 1), (">130", 10), ("1000+", 1000)]
)
def test_the_granule_is_the_power_of_ten_that_a_number_is_rounded_to(spelled: str, granule: int) -> None:
    assert parse(spelled).granule == granule


@pytest.mark.parametrize(
    ("spelled", "low", "high"),
    [("~30", 25, 35), ("~200", 150, 250), ("~137", 136, 138), ("~12", 11, 13), ("~1000", 750, 1250), ("~0", 0, 1)],
)
def test_an_approximate_figure_reaches_as_far_as_its_rounding(spelled: str, low: int, high: int) -> None:
    assert interval(parse(spelled), ROUNDING) == (low, high)


@given(COUNTS, COUNTS)
def test_possible_together_does_not_depend_on_the_order(a: Count, b: Count) -> None:
    assert possible_together(a, b, ROUNDING) == possible_together(b, a, ROUNDING)


@given(COUNTS, COUNTS)
def test_what_covers_a_count_is_possible_together_with_it(a: Count, b: Count) -> None:
    if covers(a, b, ROUNDING):
        assert possible_together(a, b, ROUNDING)


@given(COUNTS)
def test_a_count_does_not_cover_itself(value: Count) -> None:
    assert not covers(value, value, ROUNDING)
    assert possible_together(value, value, ROUNDING)


@pytest.mark.parametrize(
    ("wide", "narrow"), [("60+", "93"), ("20..25", "22"), (">130", "137+"), ("~140", "137"), (">100", ">180")]
)
def test_a_bound_covers_what_it_allows_and_not_the_other_way_round(wide: str, narrow: str) -> None:
    assert covers(parse(wide), parse(narrow), ROUNDING)
    assert not covers(parse(narrow), parse(wide), ROUNDING)


@pytest.mark.parametrize(
    ("lower", "higher"), [("11", "12"), (">11", "13"), ("<12", "12"), ("20..25", "23"), ("12+", "13+")]
)
def test_counts_are_ordered_by_their_point(lower: str, higher: str) -> None:
    assert parse(lower).point < parse(higher).point
