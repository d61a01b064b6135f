"""Copies and versions: what counts once, in any order and in time that grows with the text."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Article
from reconcile.origins import trace
from reconcile.origins.versions import page
from tests.factory import claim
from tests.written import BOOK, written

WIRE = " ".join(f"word{number}" for number in range(60))


def traced(*articles: Article, **values: str) -> dict[str, str]:
    claims = [claim(value, f"{name}.txt") for name, value in sorted(values.items())]
    found = trace(articles, {one.id: "ev-1" for one in articles}, claims, BOOK)
    return {name: origin.origin for name, origin in found.of.items()}


def made(number: int, seed: int, length: int = 120) -> Article:
    words = random.Random(seed)  # noqa: S311
    return written(f"{number:05}.txt", " ".join(f"w{words.randrange(5000)}" for _ in range(length)), outlet="")


def test_a_trimmed_copy_has_the_origin_of_the_first() -> None:
    early = written("b.txt", WIRE[:300], published="2024-03-21")
    assert traced(written("a.txt", WIRE), early) == {"a.txt": "b.txt", "b.txt": "b.txt"}


def test_copies_with_other_figures_are_two() -> None:
    one, other = written("a.txt", WIRE), written("b.txt", WIRE + " more")
    assert len(set(traced(one, other, a="12", b="12").values())) == 1
    assert traced(one, other, a="12", b="14") == {"a.txt": "a.txt", "b.txt": "b.txt"}


def test_boilerplate_makes_no_copy() -> None:
    line = "\nSign up for our newsletter to have the news of the day every morning before you get up."
    texts = [" ".join(f"{name}{number}" for number in range(30)) + "." + line for name in "ab"]
    assert traced(written("a.txt", texts[0]), written("b.txt", texts[1])) == {"a.txt": "a.txt", "b.txt": "b.txt"}


def test_undated_versions_are_one_origin_and_none_supersedes() -> None:
    url = "https://example.com/x"
    both = [written(n, f"Text {n}.", url=url, published="") for n in ("a.txt", "b.txt")]
    found = trace(both, {}, [], BOOK).of
    assert len({one.origin for one in found.values()}) == 1
    assert not any(one.superseded_by for one in found.values())


def test_a_later_version_says_how_much_changed() -> None:
    url = "https://example.com/x"
    old, new = (written(f"{d}.txt", WIRE, url=url, published=f"2024-03-2{d}") for d in (1, 2))
    found = trace([old, new], {}, [], BOOK).of
    assert found["1.txt"].superseded_by == "2.txt"
    assert "differs in 0%" in " ".join(found["1.txt"].because)


def test_front_pages_are_no_address_of_an_article() -> None:
    assert page("https://example.com/") == "" and page("http://[broken") == ""


def test_a_claim_heard_from_an_agency_is_the_agency_s_with_its_chain() -> None:
    told = claim("12", "a.txt", via=("associated-press",), speaker="name:Jane Roe")
    found = trace([written("a.txt", "x")], {}, [told], BOOK).claims[0]
    assert found.origin == "associated-press"
    assert found.chain == ("a.txt", "associated-press", "name:Jane Roe")


@given(st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(order: random.Random) -> None:
    articles = [made(number, number % 4) for number in range(12)]
    expected = trace(articles, {one.id: "ev-1" for one in articles}, [], BOOK)
    shuffled = list(articles)
    order.shuffle(shuffled)
    assert trace(shuffled, {one.id: "ev-1" for one in articles}, [], BOOK) == expected


def test_time_grows_with_the_text_even_within_one_event() -> None:
    def seconds(many: int) -> float:
        articles = [made(number, number % (many // 4)) for number in range(many)]
        began = time.process_time()
        trace(articles, {one.id: "ev-1" for one in articles}, [], BOOK)
        return time.process_time() - began

    seconds(100)  # patterns are compiled once
    assert seconds(1600) < 10 * seconds(400)  # four times the text; pairs would be sixteen times
