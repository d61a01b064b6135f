"""Only what may go on with each other is compared, and all of that is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.events.frames import Frame, Frames
from reconcile.events.met import Met
from reconcile.kinds.date import parse
from tests.written import BOOK

FRAMES = Frames(BOOK)
PLACES = st.frozensets(st.sampled_from(["leeds", "united-kingdom", "paris", "france", "lima", "peru"]), max_size=2)
VENUES = st.frozensets(st.sampled_from(["Grand Hotel", "Central Station"]), max_size=1)
DATES = st.lists(st.sampled_from(["2024-03-22", "2024-03", "2024-03-23", "2023"]).map(parse), max_size=2).map(tuple)
FRAME = st.builds(Frame, st.sampled_from(["attack", "fire", ""]), PLACES, VENUES, DATES)


@given(st.lists(FRAME, max_size=6), FRAME)
def test_whatever_joins_is_among_the_candidates(met: list[Frame], frame: Frame) -> None:
    known = Met(FRAMES.gazetteer)
    for number, one in enumerate(met):
        known.add(number, one)
    joining = [number for number, one in enumerate(met) if FRAMES.joins(one, frame)]
    assert [number for number in known.candidates(frame) if number in joining] == joining
