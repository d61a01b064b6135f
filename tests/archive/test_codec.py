"""What is stored comes back exactly, and what was not stored by us is refused."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import pipeline
from reconcile.archive.codec import FORMAT, decoded, encoded
from reconcile.archive.keys import Profile, filed
from reconcile.archive.rows import draft_of, row_of
from reconcile.events.frames import Frames
from reconcile.kinds.count import FORMS, Count
from reconcile.kinds.date import Date, Point
from reconcile.kinds.named import Named
from reconcile.kinds.term import Term
from reconcile.model import Claim, Draft, Interval, Mention, Person, Story
from reconcile.rulebook import load
from reconcile.sources import read_articles
from tests.archive.made import articles

ROOT = Path(__file__).parent.parent.parent

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
points = st.builds(
    Point, st.integers(0, 3000), st.none() | st.integers(0, 12), st.none() | st.integers(0, 31), st.booleans()
)
values = st.one_of(
    st.builds(Count, st.sampled_from(sorted(FORMS)), st.integers(0, 10**12), st.integers(0, 10**12)),
    st.builds(Date, points, st.none() | points),
    st.builds(Named, words),
    st.builds(Term, words),
)
persons = st.builds(Person, st.lists(words).map(tuple), st.integers(0, 120), st.booleans())
claims = st.builds(
    Claim, words, words, values, words, st.integers(0, 10**6), st.integers(0, 10**6),
    via=st.lists(words).map(tuple), persons=st.lists(persons).map(tuple), says=st.booleans(),
    steps=st.lists(words).map(tuple),
)  # fmt: skip
mentions = st.builds(
    Mention, words, values, st.integers(0, 9), st.integers(0, 9), st.lists(words).map(tuple),
    about=st.none() | values,
)  # fmt: skip
intervals = st.builds(
    Interval, words, st.integers(0, 9), st.integers(0, 9), words, values | st.integers(0, 99),
    values | st.integers(0, 99),
    st.integers(-9, 9), st.integers(-9, 9),
)  # fmt: skip
stories = st.builds(Story, st.dictionaries(words, st.integers(1, 99)), st.frozensets(words))


@given(st.one_of(claims, mentions, intervals, stories))
def test_whatever_an_article_can_hold_comes_back_as_it_was(value: object) -> None:
    assert decoded(encoded(value), type(value)) == value


def drafts() -> list[Draft]:
    found, _ = read_articles([str(ROOT / "seeds")])
    return pipeline.drafts([*found, *articles(8)], load())[0]


def test_real_drafts_come_back_as_they_were_made() -> None:
    frames = Frames(load())
    for draft in drafts():
        row = row_of(draft, frames)
        assert draft_of(draft.article, row.profile, row.body) == draft


def test_a_profile_gives_the_main_happening_without_its_claims() -> None:
    from dataclasses import replace

    from reconcile.events.happenings import happenings

    frames = Frames(load())
    for draft in drafts():
        main = happenings(draft, frames)[0]
        again = decoded(encoded(filed(draft, frames)[0]), Profile).happening(draft.article)
        assert again == replace(main, claims=[], setting=None, quote="", told=[])


def test_equal_values_give_equal_bytes_whatever_the_order_of_their_sets() -> None:
    names = [f"name {n}" for n in range(50)]
    assert encoded(Story({}, frozenset(names))) == encoded(Story({}, frozenset(reversed(names))))


@given(st.binary(max_size=200))
def test_bytes_of_strangers_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decoded(data, Draft)


@given(st.recursive(st.none() | st.booleans() | st.integers() | words, lambda inner: st.lists(inner, max_size=4)))
def test_json_of_strangers_is_refused(tree: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        decoded(zlib.compress(json.dumps(tree).encode()), Draft)


@pytest.mark.parametrize("change", ["cut", "behind", "value", "more", "bomb"])
def test_what_was_changed_is_refused(change: str) -> None:
    data = encoded(drafts()[0])
    tree = json.loads(zlib.decompress(data))
    if change == "value":
        tree[1] = 7
    if change == "more":
        tree.append("x")
    text = json.dumps(tree).encode()
    if change == "bomb":
        text += b" " * (65 << 20)
    data = {"cut": data[:-3], "behind": data + b"x"}.get(change) or zlib.compress(text)
    with pytest.raises(ValueError, match=r"."):
        decoded(data, Draft)


def test_the_layout_has_a_name_that_does_not_change_from_run_to_run() -> None:
    import subprocess
    import sys

    code = "from reconcile.archive.codec import FORMAT; print(FORMAT)"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
        == FORMAT
    )
